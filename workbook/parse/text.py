"""Text, choices and references: what stands there, without what the eye does not see."""

from __future__ import annotations

import datetime as dt
import re
from math import isfinite
from typing import Any

from workbook.parse.reading import Around, Reading
from workbook.spec import Column
from workbook.values import show, show_date

NOTHING = frozenset(("无", "—", "——", "-", "－", "–", "/", "／", "暂无", "没有"))
SPLIT = re.compile(r"[、，,;；/／\n\r]")

_PARTED = re.compile(SPLIT.pattern + r"|\s")

_SPACED_NAME = re.compile(r"\S(?:\s+\S){1,2}")
_INVISIBLE = {0xA0: " ", **dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF), "")}
_WIDE = (
    "０１２３４５６７８９" + "".join(chr(c) for c in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))) + "％"
)
_UNTIDY = frozenset(" " + _WIDE)
_NARROW = str.maketrans(_WIDE, "".join(chr(ord(c) - 0xFEE0) for c in _WIDE))
_TICKS: dict[Any, str] = {
    **dict.fromkeys("√✓✔☑", "是"),
    **dict.fromkeys("×✗✘☒", "否"),
    True: "是",
    False: "否",
}

NOT_NEEDED = "没有的不用填，空着即可"

_AS_TEXT = "把单元格格式设为“文本”，再重新填写"
_BOOLEAN = "这里是逻辑值 TRUE 或 FALSE，请改填文字"


def is_tidy(text: str) -> bool:
    """Tell at a glance that `text` has no space, nothing invisible and nothing full-width: most cells do."""
    return text.isprintable() and _UNTIDY.isdisjoint(text)


def tidy(text: str) -> tuple[str, str]:
    """Return `text` without stray spaces and full-width letters, and the form of what was wrong."""
    clean = text.translate(_INVISIBLE).strip()
    if _SPACED_NAME.fullmatch(clean) and all("一" <= letter <= "鿿" for letter in clean.split()):
        clean = "".join(clean.split())
    narrow = clean.translate(_NARROW)
    if narrow != clean:
        return narrow, "full_width"
    return clean, "stray_space" if clean != text else ""


def tidied(text: str, value: Any = None) -> Reading:
    """Return the Reading of `text` once tidied; `value` where it is not the text itself."""
    clean, form = tidy(text)
    value = (clean or None) if value is None else value
    return Reading(value, form, f"改为“{show(value)}”" if value else "清空这一格") if form else Reading(value)


def nothing(clean: str, form: str) -> Reading | None:
    """Return the Reading of a tidied text that says there is nothing; None where it says something."""
    if not clean:
        return Reading(None, form, "清空这一格") if form else Reading(None)
    return Reading(None, "empty_sign", NOT_NEEDED) if clean in NOTHING else None


def any_value(raw: Any, column: Column, around: Around) -> Reading:
    """Read a cell of a column a person added: as it is, a moment at midnight being a day."""
    if isinstance(raw, dt.datetime):
        return Reading(raw.date() if raw.time() == dt.time() else raw)
    return Reading(raw.strip() or None if isinstance(raw, str) else raw)


def text(raw: Any, column: Column, around: Around) -> Reading:
    """Read a TEXT cell; numbers become digits without .0, a day is written out."""
    if isinstance(raw, str):
        return Reading(raw or None) if is_tidy(raw) else tidied(raw)
    if isinstance(raw, bool):
        return Reading(None, "boolean", _BOOLEAN)
    if isinstance(raw, dt.date):
        day = show_date(raw)
        return Reading(day, "date_as_text", f"本列填文字，这里按“{day}”读；若本意不是日期，{_AS_TEXT}")
    return _digits(raw)


def _digits(raw: Any) -> Reading:
    if isinstance(raw, (int, float)) and isfinite(raw):
        return Reading(str(int(raw)) if raw == int(raw) else repr(raw))
    return Reading(None, "type_clash", f"本列填文字，这里却是时间；{_AS_TEXT}")


def reference(raw: Any, column: Column, around: Around) -> Reading:
    """Read a cell that names the 编号 of other rows; several of them give a tuple."""
    if isinstance(raw, dt.date):
        return Reading(None, "type_clash", f"编号被 Excel 当成了日期；{_AS_TEXT}")
    reading = text(raw, column, around)
    if reading.value in NOTHING:
        return Reading(None, "empty_sign", NOT_NEEDED)
    return several(reading) if column.kind.several else reading


def choice(raw: Any, column: Column, around: Around) -> Reading:
    """Read a cell of a column with a drop-down; several values give a tuple, ticks mean 是 and 否."""
    ticked = _tick(raw, column.kind.source)
    if ticked is not None:
        return Reading(ticked, "tick", f"填“{ticked}”")
    if isinstance(raw, dt.date):
        return Reading(None, "type_clash", f"选项被 Excel 当成了日期；{_AS_TEXT}，或从下拉中选")
    reading = _offered(text(raw, column, around), around.options.get(column.kind.source, ()))
    whole = reading.value in around.options.get(column.kind.source, ())
    if reading.value in NOTHING and not whole:
        return Reading(None, "empty_sign", NOT_NEEDED)
    return several(reading, whole) if column.kind.several else reading


def _tick(raw: Any, source: str) -> str | None:
    key = raw.strip() if isinstance(raw, str) else raw
    return _TICKS.get(key) if source == "是否" and isinstance(raw, (str, bool)) else None


def _offered(reading: Reading, options: tuple[str, ...]) -> Reading:
    """Drop the spaces inside a value where only then it is one of the options."""
    joined = "".join(reading.value.split()) if reading.value else None
    if reading.value not in options and joined in options:
        return Reading(joined, "stray_space", f"改为“{joined}”")
    return reading


def several(reading: Reading, whole: bool = False) -> Reading:
    """Split a text into its values; separators other than 、 are noticed. A `whole` one stays together."""
    if reading.value is None:
        return reading
    if whole or not _PARTED.search(reading.value):
        return reading._replace(value=(reading.value,))
    parts = tuple(part for part in _PARTED.split(reading.value) if part and part not in NOTHING)
    if not parts:
        return Reading(None, "empty_sign", NOT_NEEDED)
    if "、".join(parts) != reading.value:
        return Reading(parts, "separator", f"改为“{'、'.join(parts)}”")
    return reading._replace(value=parts)
