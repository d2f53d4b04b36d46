"""Text as it is set: what XML can hold, how wide it is, where a title may break."""

from __future__ import annotations

import math
import re
import unicodedata

_SPACING = "\t\n\r"  # the control characters XML holds
_WIDE = (
    "WFA"  # the East Asian widths that take a full cell: wide, full-width, and “ ” — … among the ambiguous
)
_SAID = '<w:t xml:space="preserve">'

# A title breaks between its unit and its year, or behind the word that closes a unit's name.
_SEAM = r"(?<!关于)(?=\d{4}年)|(?=关于)|(?<=委员会)|(?<=支部)(?!委员会)"
_TORN = r"[\d A-Za-z.%](?=[\d A-Za-z.%年月日])|[（《“‘〔](?=.)|.(?=[）》”’〕、，。；：！？])"


def clean(text: str) -> str:
    """Return `text` without the control characters that XML cannot hold."""
    if text.isprintable():  # nearly always
        return text
    return "".join(sign for sign in text if _is_held(sign))


def _is_held(sign: str) -> bool:
    """Tell whether XML 1.0 can hold `sign`: no control characters, no half of a pair, no FFFE and FFFF."""
    return (sign >= " " or sign in _SPACING) and not ("\ud800" <= sign <= "\udfff" or sign in "\ufffe\uffff")


def escape(text: str) -> str:
    """Return `text` as XML holds it, between tags and in double quotation marks."""
    # The one of xml.sax.saxutils brings urllib, http and ssl along, a tenth of what a whole run loads.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def words(text: str) -> str:
    """Return `text` as a run of Word holds it, with its tabs and line breaks."""
    if text.isprintable():  # nearly always: none of these
        return f"{_SAID}{escape(text)}</w:t>"
    inside = escape(clean(text)).replace("\r\n", "\n").replace("\r", "\n")
    for sign, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        inside = inside.replace(sign, f"</w:t>{element}{_SAID}")
    return f"{_SAID}{inside}</w:t>"


def width(text: str) -> float:
    """Return the width of `text` in Chinese characters."""
    try:
        return len(text.encode("gbk")) / 2  # which spends two bytes on just what is two wide
    except UnicodeEncodeError:
        return _summed(text)


def _summed(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(sign) in _WIDE else 0.5 for sign in text)


def title_lines(title: str, limit: int) -> list[str]:
    """Break `title` into as few lines of at most `limit` characters as it needs, words kept whole."""
    return [line for part in title.split("\n") for line in _broken(part, limit)]


def _broken(title: str, limit: int) -> list[str]:
    lines = math.ceil(width(title) / limit)
    if lines <= 1:
        return [title]
    cuts = _cuts(title, limit, lines)
    if not cuts:
        return [title]
    cut = min(cuts, key=lambda place: abs(width(title[:place]) - width(title) / lines))
    return [title[:cut], *_broken(title[cut:], limit)]


def _cuts(title: str, limit: int, lines: int) -> list[int]:
    torn = {match.start() + 1 for match in re.finditer(_TORN, title)}
    anywhere = [place for place in range(1, len(title)) if place not in torn]
    seams = {match.start() for match in re.finditer(_SEAM, title)}

    def fits(place: int) -> bool:
        return width(title[:place]) <= limit and width(title[place:]) <= limit * (lines - 1)

    fitting = [place for place in anywhere if fits(place)]
    return [place for place in fitting if place in seams] or fitting
