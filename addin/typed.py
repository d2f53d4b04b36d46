"""Values on their way into cells: what a program would take for something else stays what it is."""

from __future__ import annotations

import re

FIRST = ("=", "+", "-", "@", "'", "＝", "＋", "－")  # what Excel begins a formula with, or hides
# What Excel reads as a number, a day, a time or a truth when it is put into an ordinary cell.
TAKEN = re.compile(
    r"[\s\d.,，/:：%％()（）¥￥$年月日时分秒上下午eE\-]*\d[\s\d.,，/:：%％()（）¥￥$年月日时分秒eE\-]*(?:[aApP][mM]?)?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s\-/.]*\d.*"
    r"|true|false",
    re.IGNORECASE,
)
LONGEST_NUMBER = 40  # beyond, it is no number and no day
LONGEST_TEXT = 255  # of a text inside a formula
LONGEST = 30_000  # a cell of Excel holds 32,767 characters


def as_text(text: str) -> str:
    """Return `text` so that a cell shows just these characters: an apostrophe in front is not shown."""
    kept = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    taken = len(kept) <= LONGEST_NUMBER and TAKEN.fullmatch(kept)
    return f"'{kept}" if taken or kept.startswith(FIRST) else kept


def link(place: str, text: str = "") -> str:
    """Return the formula of a cell that shows `text` and leads to `place` (活动台账!F12) of the workbook."""
    sheet, _, cell = place.rpartition("!")
    target = "#'{}'!{}".format(sheet.replace("'", "''"), cell)
    shown = text or place
    if len(shown) > LONGEST_TEXT:
        return as_text(shown)
    return f"=HYPERLINK({_quoted(target)},{_quoted(shown)})"


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""'))
