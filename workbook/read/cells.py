"""One column of cells → values, with a note for every cell that was not as it should be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from math import isfinite
from types import NoneType
from typing import Any

from workbook.grid.model import UNCACHED
from workbook.parse import PARSERS, UNTOUCHED, Around, Parser, Reading
from workbook.parse.dates import FIRST_DAY
from workbook.parse.text import is_tidy, text
from workbook.read.body import Body
from workbook.spec import Column

Noted = list[tuple[int, Any, Reading]]  # which row of data, what stood in the cell, how it was read

_BLANK = Reading(None)

_MERGED_NUMBER = "几行合并的数字只在最上一行计一次；请取消合并，每行分别填数"
_MERGED_DOWN = "合并单元格里的值按每行都有来读；排序之前请取消合并，逐行填写"
_ERROR = "单元格显示为 {}，是公式出了错；请修好公式，或直接填写"
_NOT_CACHED = "公式还没有算出结果；请用 Excel 或 WPS 打开并保存一次，或直接填写"


def column_values(body: Body, column: Column, place: int, around: Around) -> tuple[list[Any], Noted]:
    """Return the values of `column`, one a row of data, and what was noticed about its cells."""
    values, noted = read_cells(body.column(place), column, around)
    noted += [(index, fault, _faulty(fault)) for index, fault in body.faults(place)]
    for lines in body.merges(place) if body.grid.merges else ():
        noted += (_counted_once if column.kind.name == "number" else _filled_down)(lines, values)
    return values, noted


def read_cells(raws: Sequence[Any], column: Column, around: Around) -> tuple[list[Any], Noted]:
    """Return the values of `raws` and what was noticed about them."""
    kinds = set(map(type, raws)) - {NoneType}
    if kinds <= UNTOUCHED.get(column.kind.name, set()) and _is_plain(raws, kinds):
        return list(raws), []
    if column.kind.name == "text" and kinds == {str}:
        return _texts(raws, column, around)
    readings = _readings(raws, kinds, PARSERS[column.kind.name], column, around)
    noted = [(index, raws[index], reading) for index, reading in enumerate(readings) if reading.form]
    return [reading.value for reading in readings], noted


def _is_plain(raws: Sequence[Any], kinds: set[type]) -> bool:
    """Tell whether numbers are finite, and days no numbers shown as days: as nearly all are."""
    if dt.date in kinds:
        return bool(min(filter(None, raws)) >= FIRST_DAY)
    return float not in kinds or all(map(isfinite, filter(None, raws)))


def _texts(raws: Sequence[Any], column: Column, around: Around) -> tuple[list[Any], Noted]:
    """Read text, which seldom repeats and seldom needs anything."""
    values = list(raws)
    noted: Noted = []
    for index in [index for index, raw in enumerate(raws) if raw is not None and not is_tidy(raw)]:
        reading = text(raws[index], column, around)
        values[index] = reading.value
        if reading.form:
            noted.append((index, raws[index], reading))
    return values, noted


def _readings(
    raws: Sequence[Any], kinds: set[type], parser: Parser, column: Column, around: Around
) -> list[Reading]:
    """Read each cell; what stands in many cells is parsed once, but True is not the same as 1."""
    if bool in kinds:
        return [_BLANK if raw is None else parser(raw, column, around) for raw in raws]
    known = {raw: parser(raw, column, around) for raw in set(raws) - {None}}
    known[None] = _BLANK
    return [known[raw] for raw in raws]


def _faulty(fault: str) -> Reading:
    if fault == UNCACHED:
        return Reading(None, "uncached_formula", _NOT_CACHED)
    return Reading(None, "error_cell", _ERROR.format(fault))


def _counted_once(lines: list[int], values: list[Any]) -> Noted:
    top = values[lines[0]]
    return [(lines[0], top, Reading(top, "merged_number", _MERGED_NUMBER))] if len(lines) > 1 else []


def _filled_down(lines: list[int], values: list[Any]) -> Noted:
    """Give the value of a merged cell to the rows below its top one."""
    top = values[lines[0]]
    blank = [line for line in lines[1:] if top is not None and values[line] is None]
    for line in blank:
        values[line] = top
    return [(line, None, Reading(top, "merged_down", _MERGED_DOWN)) for line in blank]
