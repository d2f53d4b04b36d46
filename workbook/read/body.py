"""Which rows below a header are data, and which are not: every one left out but a blank one is recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Any

from workbook.grid.model import Grid
from workbook.ledger import Gap
from workbook.read.headers import Layout, letters

_TOTAL = r"[合总小共累]\s*计\s*[:：]?"
_SIGNING = (
    r"(?:制表|填表|填报|统计|审核|复核|审签|签字|签名|盖章|经办|负责|领导|总?监票|计票|联系|说明|备注|注意事项|注)"
    r"\s*(?:人|日期|时间|单位|电话|说明)?\s*(?:[(（].{0,10}[)）])?\s*[:：]"
)

TOTAL, SIGNING, REPEATED, NOTE, BLANK = "合计行", "落款行", "重复的表头", "说明", "空行"


@dataclass
class Body:
    """The rows of data of one table: their worksheet rows, and their cells at `places`."""

    grid: Grid
    numbers: list[int]
    places: list[int]
    cells: list[tuple[Any, ...]]

    @cached_property
    def columns(self) -> dict[int, tuple[Any, ...]]:
        """Return the raw cells by place."""
        return dict(zip(self.places, zip(*self.cells, strict=True), strict=False))

    @cached_property
    def index(self) -> dict[int, int]:
        """Return which of the rows of data a worksheet row is."""
        return {number: index for index, number in enumerate(self.numbers)}

    def column(self, place: int) -> tuple[Any, ...]:
        """Return the raw cells of the column at `place`."""
        return self.columns.get(place, ())

    def faults(self, place: int) -> Iterator[tuple[int, str]]:
        """Yield the index of each row whose cell at `place` is an error or a formula without a value."""
        for (number, column), fault in self.grid.faults.items():
            if column - 1 == place and number in self.index:
                yield self.index[number], fault

    def merges(self, place: int) -> Iterator[list[int]]:
        """Yield the indexes of the rows each cell merged downwards at `place` covers."""
        for top, left, bottom, _ in self.grid.merges:
            if left - 1 == place and top < bottom and top in self.index:
                lines = range(top, min(bottom, len(self.grid.rows)) + 1)
                yield [self.index[number] for number in lines if number in self.index]


def body(grid: Grid, layout: Layout) -> Body:
    """Return the rows of data of `layout`; the rows left out are added to its gaps."""
    places = sorted(place for place in layout.places.values() if place is not None)
    pick = itemgetter(*places) if len(places) > 1 else lambda row: (row[places[0]],)
    faulty = {row for row, column in grid.faults if column - 1 in places}
    kind = _Kinds(grid, layout, places)
    found = Body(grid, [], places, [])
    for number, row in enumerate(grid.rows[layout.header :], layout.header + 1):
        cells = pick(row)
        if cells.count(None) == len(places) and number not in faulty:
            continue
        reason = kind.of(number, cells)
        if not reason or (reason == BLANK and number in faulty):
            found.numbers.append(number)
            found.cells.append(cells)
        elif reason != BLANK:
            layout.gaps.append(_skipped(layout, number, reason, places, cells))
    return found


def _skipped(layout: Layout, number: int, reason: str, places: list[int], cells: tuple[Any, ...]) -> Gap:
    place = next(place for place, cell in zip(places, cells, strict=True) if cell is not None)
    return Gap("skipped_row", layout.table, reason, place=f"{layout.table.sheet}!{letters(place)}{number}")


class _Kinds:
    """Tells rows of data from totals, signatures, repeated headers and blocks of notes."""

    def __init__(self, grid: Grid, layout: Layout, places: list[int]) -> None:
        self.places = places
        self.header = tuple(grid.rows[layout.header - 1][place] for place in places)
        self.wide: dict[int, tuple[int, int]] = {}
        for top, left, bottom, right in grid.merges:
            if right > left and top > layout.header:
                rows = range(top, min(bottom, len(grid.rows)) + 1)
                self.wide.update(dict.fromkeys(rows, (left - 1, right - 1)))

    def of(self, number: int, cells: tuple[Any, ...]) -> str:
        """Return what row `number` is when it is not data, else an empty text."""
        if number in self.wide and self._is_note(*self.wide[number], cells):
            return NOTE
        first = cells[0]
        if first is None:
            first = next((cell for cell in cells if cell is not None), None)
        return self._by_text(first, cells) if type(first) is str else ""

    def _is_note(self, left: int, right: int, cells: tuple[Any, ...]) -> bool:
        inside = [left <= place <= right for place in self.places]
        beside = sum(not within and cell is not None for within, cell in zip(inside, cells, strict=True))
        return sum(inside) >= 2 + beside and beside <= 1

    def _by_text(self, first: str, cells: tuple[Any, ...]) -> str:
        if not first.strip() and all(cell is None or not str(cell).strip() for cell in cells):
            return BLANK
        if "计" in first and re.fullmatch(_TOTAL, first.strip()):
            return TOTAL
        if (":" in first or "：" in first) and re.match(_SIGNING, first.lstrip()):
            return SIGNING
        return REPEATED if first in self.header and self._repeats(cells) else ""

    def _repeats(self, cells: tuple[Any, ...]) -> bool:
        filled = list(self._filled(cells))
        return all(cell == title for cell, title in filled) and len(filled) * 2 >= len(cells)

    def _filled(self, cells: tuple[Any, ...]) -> Iterator[tuple[Any, Any]]:
        return ((cell, title) for cell, title in zip(cells, self.header, strict=True) if cell is not None)
