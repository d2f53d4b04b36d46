"""How alike two words are: the facts `near` and `safe` of a message, and one event typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from workbook.nearest import nearest

MANY = 500  # words beyond which a likely one is no longer looked for: it would take too long
ORDINALS = frozenset("0123456789一二三四五六七八九十上下前后")
NOISE = str.maketrans("", "", "，。、；：！？“”‘’《》（）()·,.;:!?\"'—-")


def one_off(word: str, other: str) -> bool:
    """Tell whether one character more, less or other makes `other` of `word`."""
    if word == other or abs(len(word) - len(other)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), None)
    if same is None:
        return True
    longer, shorter = sorted((word, other), key=len, reverse=True)
    step = 1 if len(longer) == len(shorter) else 0
    return longer[same + 1 :] == shorter[same + step :]


def likeliest(word: str, known: Iterable[str]) -> tuple[str, bool]:
    """Return the known word most like `word` (or an empty one), and whether only that one is so near.

    It is near when a single character is more, less or other.
    """
    words = list(islice(known, MANY + 1))
    if len(words) > MANY:
        return "", False
    close = [each for each in words if one_off(word, each)]
    return (close[0], True) if len(close) == 1 else (nearest(word, words), False)


def offer(word: str, known: Iterable[str]) -> dict[str, Any]:
    """Return the facts `near` (a question naming the likeliest word, or empty) and `safe` (it, if sure)."""
    found, sure = likeliest(word, known)
    return {"near": ask(found), "safe": found if sure else None}


def offer_number(number: str, known: Iterable[str]) -> dict[str, Any]:
    """Return `near` and `safe` for a 编号: first one that is the same written otherwise, XM-01 for xm1."""
    words = list(known)
    same = next((each for each in words if plain(each) == plain(number)), "")
    if same:
        return {"near": ask(same), "safe": same}
    facts = offer(number, words)
    digits = [re.sub(r"\D", "", text) for text in (number, facts["safe"] or "")]
    return facts if digits[0] == digits[1] else {**facts, "safe": None}  # another number is another row


def plain(number: str) -> str:
    """Return a 编号 without dashes, spaces, case and leading zeros."""
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", re.sub(r"[\s_—–-]", "", number)).upper()


def ask(word: str) -> str:
    """Ask whether `word` was meant; an empty word asks nothing."""
    return f"是不是“{word}”？" if word else ""


def alike(text: str, other: str) -> bool:
    """Tell whether two topics probably name one event: one holds the other, or nearly all characters agree.

    Texts that differ in a number (第一期, 第二期) do not.
    """
    a, b = bare(text), bare(other)
    if not a or not b or _ordinals(a) != _ordinals(b):
        return False
    if a in b or b in a:
        return True
    mine, others = set(a), set(b)
    return len(mine & others) >= 0.8 * len(mine | others)


def bare(text: str) -> str:
    """Return `text` without spaces and punctuation."""
    return "".join(text.translate(NOISE).split())


def _ordinals(text: str) -> list[str]:
    return [sign for sign in text if sign in ORDINALS]
