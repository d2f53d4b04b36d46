"""Numbers: one definite number a cell, whatever the typing."""

from __future__ import annotations

import datetime as dt
import re
from math import isfinite
from typing import Any

from workbook.parse.reading import Around, Reading
from workbook.parse.text import NOTHING, nothing, tidy
from workbook.spec import Column
from workbook.values import show_number

_NUMBER = re.compile(r"([-+]?(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,15})?)\s*(\D*)")
_SIGNS = str.maketrans("－＋．，￥", "-+.,¥")

# Words a person may write behind a number: the unit itself, and what is said for it.
_SAME = {
    "人": ("人", "名", "位"),
    "名": ("名", "人", "位"),
    "小时": ("小时", "个小时", "时", "h", "H"),
    "学时": ("学时", "个学时", "课时", "小时", "个小时", "时", "h", "H"),  # the column counts hours of study
    "元": ("元", "块"),
    "次": ("次", "场", "场次", "回"),
    "个": ("个", "项", "条"),
    "%": ("%", "％"),
}
_BY_TITLE = {"次数": "次", "天数": "天", "年度": "年", "分值": "分", "步骤号": "步", "月应交": "元"}

_ZERO_OR_BLANK = "查过确实没有的填 0，不清楚的空着"
_ONE_NUMBER = "填一个确定的数字，不写区间、约数、汉字数字或几个数"
_NOT_A_DATE = "这里被当成了日期或时间，请把单元格格式设为“常规”，再填数字"
_BOOLEAN = "这里是逻辑值 TRUE 或 FALSE，请改填数字"


def number(raw: Any, column: Column, around: Around) -> Reading:
    """Read a NUMBER cell; a bare unit behind the number is dropped, anything vague is not read."""
    if isinstance(raw, bool):
        return Reading(None, "boolean", _BOOLEAN)
    if isinstance(raw, (int, float)) and isfinite(raw):
        return Reading(float(raw))
    if isinstance(raw, str):
        return _typed(raw, column)
    return Reading(None, "bad_number", _NOT_A_DATE if isinstance(raw, (dt.date, dt.time)) else _ONE_NUMBER)


def _typed(raw: str, column: Column) -> Reading:
    clean, form = tidy(raw)
    clean = clean.translate(_SIGNS).removeprefix("¥")
    found = _NUMBER.fullmatch(clean)
    if found and (not found[2] or found[2] in units(column)):
        value = float(found[1].replace(",", ""))
        return Reading(value, _form(form, found[2]), f"只填数字 {show_number(value)}")
    if not clean:
        return nothing(clean, form) or Reading(None)
    return Reading(None, "bad_number", _hint(clean, bool(found)))


def _form(form: str, suffix: str) -> str:
    return "unit_suffix" if suffix else form or "text_number"


def _hint(clean: str, with_unit: bool) -> str:
    if clean in NOTHING:
        return _ZERO_OR_BLANK
    if clean.endswith(("万", "亿")):
        return "写成完整的数字，如 2万 写成 20000"
    return "只填数字，后面不写别的字" if with_unit else _ONE_NUMBER


def units(column: Column) -> tuple[str, ...]:
    """Return the words that may stand behind a number of `column` without changing it."""
    unit = column.unit or next((u for end, u in _BY_TITLE.items() if column.title.endswith(end)), "")
    return _SAME.get(unit, (unit,) if unit else ())
