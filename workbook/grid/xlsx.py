"""An Excel workbook (.xlsx, .xlsm, also Strict) → Book: values by calamine, the rest by `scan`."""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Collection, Iterator
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from workbook.grid.model import Book, Grid
from workbook.grid.package import Package
from workbook.grid.refusals import DAMAGED, refusal, sprawling
from workbook.grid.scan import Scan, far_corner, scan

WORKBOOK = "xl/workbook.xml"
MOST_CELLS = 6_000_000  # of all sheets together, blank ones in between included
MOST_REACH = 8_000_000  # of one sheet, by the length of its addresses; beyond, every cell is looked at

_CLAIMED = re.compile(rb"""uniqueCount=["'](\d+)["']""")


def read_xlsx(package: Package, wanted: Collection[str] = ()) -> Book:
    """Return the Book in an Excel `package`; a damaged one, or one that sprawls, raises Trouble.

    Where any of the sheets `wanted` are there, of all others only the name is read.
    """
    workbook = package.tree(WORKBOOK)
    settings = next((each for each in workbook if each.tag.endswith("}workbookPr")), None)
    date1904 = settings is not None and settings.get("date1904") in ("1", "true")
    parts = dict(_sheet_parts(package, workbook))
    looked_into = parts.keys() & set(wanted) or parts.keys()
    sheets = {name: Grid(name, []) for name in parts}
    room = MOST_CELLS
    _look_beside(package)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(package.data)) as values:
            for name in filter(looked_into.__contains__, parts):
                found = _looked_through(package, name, parts[name], room)
                sheets[name] = _grid(values.get_sheet_by_name(name), found)
                room -= sum(map(len, sheets[name].rows))
    except CalamineError as error:
        raise refusal(package.name, DAMAGED) from error
    return Book(package.name, sheets, date1904=date1904)


def _sheet_parts(package: Package, workbook: Any) -> Iterator[tuple[str, str]]:
    """Yield the name and the part of every worksheet, in their order."""
    relations = {
        relation.get("Id"): relation.get("Target", "")
        for relation in package.tree("xl/_rels/workbook.xml.rels")
        if relation.get("Type", "").endswith("/worksheet")
    }
    for sheet in workbook.iter():
        if sheet.tag.endswith("}sheet"):
            target = relations.get(next((v for k, v in sheet.items() if k.endswith("}id")), ""))
            if target:
                yield sheet.get("name", ""), posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _looked_through(package: Package, name: str, part: str, room: int) -> Scan:
    """Look through a sheet before calamine sees it: it makes room for a cell far out without asking."""
    found = scan(package.pieces(part))
    if found.reach > MOST_REACH or room < MOST_CELLS / 2:
        row, column = far_corner(package.pieces(part))
        if row * column > room:
            raise sprawling(package.name, name, row, column)
    return found


def _look_beside(package: Package) -> None:
    """Refuse strings and formats that unpack to more than they say, or say more than they hold."""
    for part in package.names & {"xl/sharedStrings.xml", "xl/styles.xml"}:
        size, claimed = 0, 0
        for piece in package.pieces(part):
            size += len(piece)
            claimed = max(claimed, *(int(found[1]) for found in _CLAIMED.finditer(piece)), 0)
        if claimed > size:
            raise refusal(package.name, DAMAGED)


def _grid(sheet: CalamineSheet, found: Scan) -> Grid:
    rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    for index, row in enumerate(rows):
        rows[index] = [None if value == "" else value for value in row]
    merges = [(a + 1, b + 1, c + 1, d + 1) for (a, b), (c, d) in sheet.merged_cell_ranges or ()]
    return Grid(sheet.name, rows, tuple(merges), found.faults, frozenset(found.hidden))
