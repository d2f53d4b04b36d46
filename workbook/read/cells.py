"""One column of cells → values, with a note for every cell that was not as it should be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from workbook.grid.model import UNCACHED
from workbook.parse import PARSERS, UNTOUCHED, Around, Reading
from workbook.parse.text import DIRTY
from workbook.read.body import Body
from workbook.spec import Column

Parse = Callable[[Any], Reading]
Noted = list[tuple[int, Any, Reading]]  # which row of data, what stood in the cell, how it was read

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


def read_cells(raws: Iterable[Any], column: Column, around: Around) -> tuple[list[Any], Noted]:
    """Return the values of `raws` and what was noticed about them."""
    parser = PARSERS[column.kind.name]

    def parse(raw: Any) -> Reading:
        return parser(raw, column, around)

    if column.kind.name == "text":
        return _read_each(raws, parse)
    return _read_known(raws, parse, UNTOUCHED.get(column.kind.name))


def _read_each(raws: Iterable[Any], parse: Parse) -> tuple[list[Any], Noted]:
    """Read text, which seldom repeats and seldom needs anything."""
    dirty = DIRTY.search
    values = list(raws)
    noted: Noted = []
    for index, raw in enumerate(values):
        if raw is None or (type(raw) is str and dirty(raw) is None):
            continue
        reading = parse(raw)
        values[index] = reading.value
        if reading.form:
            noted.append((index, raw, reading))
    return values, noted


def _read_known(raws: Iterable[Any], parse: Parse, untouched: type | None) -> tuple[list[Any], Noted]:
    """Read values that repeat: each text is parsed once."""
    known: dict[Any, Reading] = {}
    values = list(raws)
    noted: Noted = []
    for index, raw in enumerate(values):
        if raw is None or type(raw) is untouched:
            continue
        reading = known.get(raw) if type(raw) is str else parse(raw)
        if reading is None:
            reading = known[raw] = parse(raw)
        values[index] = reading.value
        if reading.form:
            noted.append((index, raw, reading))
    return values, noted


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
