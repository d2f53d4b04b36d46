"""Python values → cells, in few calls: all values in one, formulas and formats a run of cells at a time.

UNO takes text and floats only. None or a wrong type in a row of several ends LibreOffice itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from addin.libreoffice.cells import Area
from addin.libreoffice.change import Change
from addin.libreoffice.formats import CLOCK, DAY, KINDS, MOMENT, SPAN, TRUTH, Formats, key_of
from addin.libreoffice.formulas import translated
from addin.libreoffice.reading import null_date
from workbook.trouble import CANNOT_WRITE, Trouble

LONGEST = 32_767  # characters Excel keeps in a cell
_ONE_DAY = dt.timedelta(days=1)
TOO_LONG = "要写进“{}”的一段文字有 {} 个字，一个单元格最多放 32767 个。请把内容分开后再试。"


class Entry(NamedTuple):
    """What one cell gets: a value UNO takes, or a formula; and the format it needs to be seen as meant."""

    value: str | float = ""
    formula: str = ""
    format: str = ""


def write(change: Change, area: Area, values: Any, document: Any, formats: Formats) -> None:
    """Write `values`, a table as high and wide as `area` or a single value for all its cells."""
    if isinstance(values, str) and _is_formula(values):
        fill_formula(change, area.cells(change.sheet), area, values)
        return
    null = null_date(document)
    entries = [[entry(value, null) for value in row] for row in _table(values, area)]
    _refuse_long(entries, change.sheet)
    cells = area.cells(change.sheet)
    change(cells.setDataArray, tuple(tuple(each.value for each in row) for row in entries))
    for column in range(area.width):
        lane = [row[column] for row in entries]
        _write_formulas(change, cells, column, lane)
        _write_formats(change, cells, column, lane, formats)


def fill_formula(change: Change, cells: Any, area: Area, formula: str) -> None:
    """Write a formula to the first cell and fill the others with it, its references moved along."""
    change(cells.getCellByPosition(0, 0).setFormula, translated(formula))
    for direction, width, height in (("TO_RIGHT", area.width, 1), ("TO_BOTTOM", area.width, area.height)):
        if (width, height) != (1, 1):
            part = cells.getCellRangeByPosition(0, 0, width - 1, height - 1)
            change(part.fillAuto, change.office.enum("com.sun.star.sheet.FillDirection", direction), 1)


def entry(value: Any, null: dt.datetime) -> Entry:
    """Return what a cell gets for a Python value; blank for None, NaN and NaT, which is a date by type."""
    if value is None or value != value:  # noqa: PLR0124  # NaN and NaT differ from themselves
        return Entry()
    if isinstance(value, bool):
        return Entry(float(value), format=TRUTH)
    if isinstance(value, (int, float)):
        return Entry(float(value))
    if isinstance(value, (dt.date, dt.time, dt.timedelta)):
        return _moment(value, null)
    return _text(str(value))


def _moment(value: dt.date | dt.time | dt.timedelta, null: dt.datetime) -> Entry:
    """Return a moment or a span as days, as every spreadsheet keeps it, with a format that tells which."""
    if isinstance(value, dt.timedelta):
        return Entry(value / _ONE_DAY, format=SPAN)
    if isinstance(value, dt.time):
        return Entry((dt.datetime.combine(dt.date.min, value) - dt.datetime.min) / _ONE_DAY, format=CLOCK)
    return _date(value, null)


def _date(value: dt.date, null: dt.datetime) -> Entry:
    if not isinstance(value, dt.datetime):
        value = dt.datetime(value.year, value.month, value.day)
    serial = (value.replace(tzinfo=None) - null).total_seconds() / 86400
    return Entry(serial, format=MOMENT if serial % 1 else DAY)


def _text(text: str) -> Entry:
    """Read text as Excel does when Python writes it: = begins a formula, ' a text whatever follows."""
    if _is_formula(text):
        return Entry(formula=translated(text))
    return Entry(text.removeprefix("'"))


def _is_formula(text: str) -> bool:
    return text.startswith("=") and len(text) > 1


def _table(values: Any, area: Area) -> Sequence[Sequence[Any]]:
    if not isinstance(values, (list, tuple)):
        return [[values] * area.width] * area.height
    return values if values and isinstance(values[0], (list, tuple)) else [values]


def _refuse_long(entries: list[list[Entry]], sheet: Any) -> None:
    texts = (each.value for row in entries for each in row if isinstance(each.value, str))
    longest = max(map(len, texts), default=0)
    if longest > LONGEST:
        raise Trouble(CANNOT_WRITE, TOO_LONG.format(sheet.Name, longest))


def _write_formulas(change: Change, cells: Any, column: int, lane: Sequence[Entry]) -> None:
    for first, last in _runs([bool(each.formula) for each in lane]):
        formulas = tuple((each.formula,) for each in lane[first : last + 1])
        change(cells.getCellRangeByPosition(column, first, column, last).setFormulaArray, formulas)


def _write_formats(change: Change, cells: Any, column: int, lane: Sequence[Entry], formats: Formats) -> None:
    for code in {each.format for each in lane} - {""}:
        for first, last in _runs([each.format == code for each in lane]):
            part = cells.getCellRangeByPosition(column, first, column, last)
            _dress(change, part, last - first + 1, code, formats)


def _dress(change: Change, part: Any, height: int, code: str, formats: Formats) -> None:
    """Give part of a column the format `code`, except where it has one of that kind; halve a mixed part."""
    key = key_of(part)
    if key is None:
        half = height // 2
        _dress(change, part.getCellRangeByPosition(0, 0, 0, half - 1), half, code, formats)
        _dress(change, part.getCellRangeByPosition(0, half, 0, height - 1), height - half, code, formats)
    elif not formats.kind(key) & KINDS[code]:
        change(part.setPropertyValue, "NumberFormat", formats.key(code))


def _runs(wanted: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the first and last index of every unbroken run of True."""
    first = None
    for index, is_wanted in enumerate((*wanted, False)):
        if is_wanted and first is None:
            first = index
        if not is_wanted and first is not None:
            yield first, index - 1
            first = None
