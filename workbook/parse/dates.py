"""Days and months: a true date, or a text or number that can mean only one."""

from __future__ import annotations

import datetime as dt
import re
from math import isfinite
from typing import Any

from workbook.parse.reading import Around, Reading
from workbook.parse.text import NOT_NEEDED, nothing, tidy
from workbook.spec import Column

# Most dates are true dates: these patterns are compiled by the first that is not, not by every run.
_TAIL = (
    r"(?:[\sT]*(?:上午|下午|晚上|晚)?\s*\d{1,2}[:时点](?:\d{1,2}分?)?(?::\d{1,2}(?:\.\d+)?)?"
    r"|\s*[（(]?(?:星期|周)[一二三四五六日天][）)]?)?\s*"
)
_FULL = r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?" + _TAIL
_COMPACT = r"(\d{4})(\d{2})(\d{2})"
_IN_YEAR = r"(\d{1,2})月\s*(\d{1,2})[日号]?" + _TAIL
_MONTH = r"(\d{4})\s*(?:年\s*(\d{1,2})\s*月?|[-/]\s*(\d{1,2})|\.(\d{2}))份?"
_COMPACT_MONTH = r"(\d{4})(\d{2})"
_BARE_NUMBER = r"\d{1,9}(?:\.\d{1,9})?"
_PUNCTUATION = str.maketrans("．。／－—–：", "../---:")

_WITHOUT_DAY = r"(?:\d{4}年?)?[\s-]*(?:\d{1,2})?\s*月?\s*(?:[上中下]旬|[初中底末]|份|日)?前?"
_ONE_DAY = "只填一个日期，写成 2022-3-4 这样的日期"
_WRITE = "写成 2022-3-4 这样的日期"
_WRITE_MONTH = "写成 2022-3 这样的年月"
_NO_SUCH_DAY = "日历上没有这一天，请核对后改正"
_OCTOBER = "分不清是 1 月还是 10 月，也可能缺了日；请核对后写成 2022-10-1（年月列写 2022-10）这样的日期"
_NO_DAY = "没有写明是哪一天，请核对原始记录，写成 2022-3-4 这样的日期；查不到就空着"
_NO_YEAR = "没有写明年份，请写成 2022-3-4 这样的日期，或先填写基本信息中的年度"
_SERIALS = range(20000, 80001)
_YEARS = range(1900, 2101)
FIRST_DAY = dt.date(1910, 1, 1)  # what lies before may be a number of either calendar, shown as a day


def date(raw: Any, column: Column, around: Around) -> Reading:
    """Read a DATE cell; what could mean two days, or none, is not read."""
    if isinstance(raw, dt.date):
        return Reading(None, "number_as_date", _WRITE) if _is_number(raw, around) else Reading(_day(raw))
    if isinstance(raw, bool):
        return Reading(None, "boolean", _WRITE)
    if isinstance(raw, (int, float)):
        return _from_number(raw, around)
    return _from_text(raw, around) if isinstance(raw, str) else Reading(None, "bad_date", _WRITE)


def month(raw: Any, column: Column, around: Around) -> Reading:
    """Read a MONTH cell as the month's first day."""
    reading = _bare_month(raw) or date(raw, column, around)
    if reading.value is not None:
        return reading._replace(value=reading.value.replace(day=1))
    return reading._replace(hint=reading.hint.replace(_NO_DAY, _WRITE_MONTH).replace(_WRITE, _WRITE_MONTH))


def _is_number(raw: dt.date, around: Around) -> bool:
    """Tell whether a day is a number typed into a cell for dates: 3.15 and 2022.3 give days before 1906."""
    return (_day(raw) - _first_day(around)).days < _YEARS.stop


def _first_day(around: Around) -> dt.date:
    return dt.date(1904, 1, 1) if around.date1904 else dt.date(1899, 12, 30)


def _day(raw: dt.date) -> dt.date:
    return raw.date() if isinstance(raw, dt.datetime) else raw


def _bare_month(raw: Any) -> Reading | None:
    """Read a month without a day: 1985.03, 1985年3月. Only .1 may be January or October."""
    typed = _as_typed(raw)
    if not typed:
        return None
    clean = re.sub(r"\.([2-9])$", r".0\1", typed)
    found = re.fullmatch(_MONTH, clean) or re.fullmatch(_COMPACT_MONTH, clean)
    if not found or int(found[1]) not in _YEARS:
        return None
    number = int(next(filter(None, found.groups()[1:])))
    if not 1 <= number <= 12:
        return Reading(None, "bad_date", "一年没有这个月，请核对后改正")
    return Reading(dt.date(int(found[1]), number, 1), "text_date", f"写成 {found[1]}-{number} 这样的年月")


def _as_typed(raw: Any) -> str:
    if isinstance(raw, str):
        return tidy(raw)[0].translate(_PUNCTUATION)
    return f"{raw:.6g}" if isinstance(raw, (int, float)) and not isinstance(raw, bool) else ""


def _from_number(raw: float, around: Around) -> Reading:
    if not isfinite(raw):
        return Reading(None, "bad_date", _WRITE)
    if raw == 0:
        return Reading(None, "empty_sign", NOT_NEEDED)
    if int(raw) in _SERIALS:
        return _settled(_first_day(around) + dt.timedelta(int(raw)), "serial_date")
    if int(raw) in _YEARS:
        return Reading(None, "ambiguous_date", _OCTOBER) if raw != int(raw) else _missing_day()
    found = re.fullmatch(_COMPACT, str(int(raw)))
    return _calendar(*found.groups()) if found else Reading(None, "bad_date", _WRITE)


def _from_text(raw: str, around: Around) -> Reading:
    clean, form = tidy(raw)
    clean = clean.translate(_PUNCTUATION)
    if blank := nothing(clean, form):
        return blank
    if re.fullmatch(_BARE_NUMBER, clean):
        return _from_number(float(clean), around)
    return _written(clean, around)


def _written(clean: str, around: Around) -> Reading:
    if found := re.fullmatch(_FULL, clean):
        return _calendar(*found.groups())
    if found := re.fullmatch(_IN_YEAR, clean):
        return _calendar(around.year, *found.groups()) if around.year else Reading(None, "bad_date", _NO_YEAR)
    return _missing_day() if re.fullmatch(_WITHOUT_DAY, clean) else Reading(None, "bad_date", _ONE_DAY)


def _calendar(year: Any, month: Any, day: Any) -> Reading:
    try:
        return _settled(dt.date(int(year), int(month), int(day)), "text_date")
    except ValueError:
        return Reading(None, "bad_date", _NO_SUCH_DAY)


def _settled(day: dt.date, form: str) -> Reading:
    return Reading(day, form, f"写成 {day.year}-{day.month}-{day.day} 这样的日期")


def _missing_day() -> Reading:
    return Reading(None, "bad_date", _NO_DAY)
