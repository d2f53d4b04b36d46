"""A change of a cell in one line, so that a person sees what changes: 文字“3” → 数字“3”."""

from __future__ import annotations

import datetime as dt
from typing import Any

from addin.results import CLEARED
from addin.secrecy import discreet
from workbook.values import show

MOST, LEAD = 30, 8  # characters of a text that are shown, and those before the first that changes
KINDS = {str: "文字", dt.date: "日期", dt.datetime: "日期", dt.time: "时间", bool: "是否值"}


def change(before: Any, after: Any) -> str:
    """Return before → after; what would look alike on both sides is told by its kind."""
    given, wanted = (discreet(show(value)).replace("\n", "↵") for value in (before, after))
    kinds = (_kind(before), _kind(after)) if given == wanted else ("", "")
    start = _start(given, wanted)
    return f"{kinds[0]}{_quoted(given, start)} → {kinds[1]}{_quoted(wanted, start)}"


def _kind(value: Any) -> str:
    return KINDS.get(type(value), "数字")


def _start(given: str, wanted: str) -> int:
    """Return where to begin showing two texts of which the first difference lies far behind."""
    pairs = zip(given, wanted, strict=False)
    same = next(
        (place for place, (one, other) in enumerate(pairs) if one != other), min(len(given), len(wanted))
    )
    return 0 if same < MOST - 1 else same - LEAD


def _quoted(text: str, start: int) -> str:
    if not text:
        return CLEARED
    shown = ("…" if start else "") + text[start:]
    return f"“{shown if len(shown) <= MOST else shown[: MOST - 1] + '…'}”"
