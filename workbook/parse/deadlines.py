"""Time limits: a day, the last day of a stretch of time (4月底前, 上半年), or none (长期坚持)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from workbook.parse.dates import date
from workbook.parse.reading import Around, Reading
from workbook.parse.text import nothing, tidy
from workbook.spec import Column
from workbook.values import Deadline, show_date

_STANDING = re.compile(r"(?:每|长期|常态|常年|经常|日常|持续|随时|全程|平时)\D*|每\S*\d\S*")
_YEAR = re.compile(r"(?:(\d{4})|([今本当明次]))(?=年)")
_YEAR_BEFORE = re.compile(r"年度?(?=[^底末内中终度前以之])")  # of 2023年3月, not of 2023年底
_ENDING = re.compile(r"(?:完成|以?前|之前)+$")
_BEFORE_YEAR = re.compile(r"年度?(?:以|之)?前")
_TO = r"\s*(?:[-—–~～至到]+)\s*"
_LAST_MONTH = {
    **dict.fromkeys(("上半年", "半年", "年中"), 6),
    **dict.fromkeys(("下半年", "全年", "年", "年度", "年底", "年末", "年终", "年内"), 12),
}
_QUARTER = re.compile(r"第?([一二三四1-4])季度[底末]?|Q([1-4])")
_PART = re.compile(r"(\d{1,2})月份?(上旬|中旬|下旬|初|中|底|末|内)?")
_DAY = re.compile(r"(\d{1,2})月(\d{1,2})[日号]?")
_RANGE = re.compile(rf"\d{{1,2}}月?{_TO}(?=\d{{1,2}}月)|\d{{1,2}}月\d{{1,2}}[日号]?{_TO}(?=\d{{1,2}}月)")
_IN_CHINESE = {"十二": "12", "十一": "11", "十": "10",
               **{word: str(number) for number, word in enumerate("一二三四五六七八九", 1)}}  # fmt: skip
_MONTH_IN_CHINESE = re.compile("(十[一二]|[一二三四五六七八九十])(?=月)")
_LAST_DAY = {"上旬": 10, "初": 10, "中旬": 20, "中": 20}  # 月初 and 月中 are read as those ten days

_WRITE = "写成日期，或“4月底前”“上半年”“第三季度”“长期坚持”这样的时限；几个时限分几行登记"
_SET_YEAR = "先填写基本信息中的年度，或把年份一并写上，如“2022年4月底前”"


def deadline(raw: Any, column: Column, around: Around) -> Reading:
    """Read a DEADLINE cell: a date, a stretch of time by its last day, or a standing task without a day.

    4月前 ends on 31 March, 4月30日前 on that very day; 初 and 中 are the first and the second ten days.
    """
    if isinstance(raw, str) and (reading := _in_words(raw, around)):
        return reading
    reading = date(raw, column, around)
    if reading.value is not None:
        return reading._replace(value=Deadline(show_date(reading.value), reading.value))
    return reading._replace(form="bad_deadline", hint=_WRITE) if reading.form == "bad_date" else reading


def _in_words(raw: str, around: Around) -> Reading | None:
    clean, form = tidy(raw)
    if blank := nothing(clean, form):
        return blank
    if _STANDING.fullmatch(clean):
        return _settled(Deadline(clean), form)
    year, rest = _year_of(_plain(clean), around.year)
    find = next((find for find in _FINDERS if find(rest, 2000)), None)
    if not find:
        return None
    return _settled(Deadline(clean, find(rest, year)), form) if year else _unknown_year()


def _settled(value: Deadline, form: str) -> Reading:
    return Reading(value, form, f"改为“{value}”" if form else "")


def _unknown_year() -> Reading:
    return Reading(None, "no_year", _SET_YEAR)


def _plain(clean: str) -> str:
    """Return `clean` without spaces, months as digits."""
    joined = "".join(clean.split())
    return _MONTH_IN_CHINESE.sub(lambda found: _IN_CHINESE[found[1]], joined)


def _year_of(text: str, year: int | None) -> tuple[int | None, str]:
    """Return the year a limit names, else the workbook's, and the rest of the text."""
    found = _YEAR.match(text)
    if not found:
        return year, text
    rest = _YEAR_BEFORE.sub("", text[found.end() :], count=1)
    if found[1]:
        return int(found[1]), rest
    return (year + (found[2] in "明次") if year else None), rest


def _before_month(text: str, year: int) -> dt.date | None:
    """Return the day before a month that is only named: 4月前 is 31 March."""
    found = re.fullmatch(r"(\d{1,2})月份?(?:以|之)?前", text)
    return _first(year, int(found[1])) - dt.timedelta(1) if found and _is_month(found[1]) else None


def _whole(text: str, year: int) -> dt.date | None:
    """Return the end of a quarter, of half a year or of the year; 年前 says something else."""
    if _BEFORE_YEAR.fullmatch(text):
        return None
    text = _ENDING.sub("", text)
    last = _LAST_MONTH.get(text)
    found = _QUARTER.fullmatch(text)
    if found:
        last = 3 * int(_IN_CHINESE.get(found[1] or found[2], found[1] or found[2]))
    return _end(year, last) if last else None


def _part(text: str, year: int) -> dt.date | None:
    found = _PART.fullmatch(_RANGE.sub("", _ENDING.sub("", text), count=1))
    if not found or not _is_month(found[1]):
        return None
    day = _LAST_DAY.get(found[2])
    return dt.date(year, int(found[1]), day) if day else _end(year, int(found[1]))


def _day(text: str, year: int) -> dt.date | None:
    found = _DAY.fullmatch(_RANGE.sub("", _ENDING.sub("", text), count=1))
    try:
        return dt.date(year, int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None


def _is_month(text: str) -> bool:
    return 1 <= int(text) <= 12


def _first(year: int, month: int) -> dt.date:
    return dt.date(year, month, 1)


def _end(year: int, month: int) -> dt.date:
    return dt.date(year, 12, 31) if month == 12 else _first(year, month + 1) - dt.timedelta(1)


_FINDERS: tuple[Callable[[str, int], dt.date | None], ...] = (_before_month, _whole, _part, _day)
