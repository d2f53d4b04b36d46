"""A LibreOffice or WPS workbook (.ods) → Book, in one pass over its content.xml.

calamine is not used here: of .ods it tells no merges, no errors and no formulas without a value, and
the pass that finds those meets the values as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from xml.parsers import expat

from workbook.grid.model import Book, Grid
from workbook.grid.odsvalues import TABLE, TEXT, value_of
from workbook.grid.package import Package
from workbook.grid.refusals import DAMAGED, refusal, sprawling

MOST_CELLS = 6_000_000  # of all sheets together, blank ones in between included
MOST_COLUMNS = 16_384

_SHEET_DEPTH = 4  # document-content, body, spreadsheet, table: any deeper one is no sheet

_COLUMNS_REPEATED, _ROWS_REPEATED = TABLE + "number-columns-repeated", TABLE + "number-rows-repeated"
_COLUMNS_SPANNED, _ROWS_SPANNED = TABLE + "number-columns-spanned", TABLE + "number-rows-spanned"

Attributes = Mapping[str, str]


def read_ods(package: Package) -> Book:
    """Return the Book in an OpenDocument `package`; a damaged one, or one that sprawls, raises Trouble."""
    reader = _Reader(package.name)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = reader.refuse
    try:
        for piece in package.pieces("content.xml"):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError) as error:
        raise refusal(package.name, DAMAGED) from error
    return Book(package.name, {sheet.name: sheet.grid() for sheet in reader.sheets}, date1904=reader.date1904)


class _Sheet:
    """The rows of one sheet as they come; blank ones wait until something follows them."""

    def __init__(self, name: str, room: int) -> None:
        self.name = name
        self.room = room
        self.rows: list[list[Any]] = []
        self.width = 0
        self.blank = 0
        self.merges: list[tuple[int, int, int, int]] = []
        self.faults: dict[tuple[int, int], str] = {}
        self.hidden: set[int] = set()

    @property
    def number(self) -> int:
        """Return the number of the row that comes next."""
        return len(self.rows) + self.blank + 1

    def fits(self, rows: int, width: int) -> bool:
        """Tell whether `rows` more rows, `width` cells wide, find room."""
        return (self.number + rows) * max(self.width, width) <= self.room and width <= MOST_COLUMNS

    def add(self, row: list[Any], times: int) -> None:
        """Add a row that is there `times` times; a blank one only waits."""
        if not row:
            self.blank += times
            return
        self.rows += [[] for _ in range(self.blank)]
        self.blank = 0
        self.rows += [list(row) for _ in range(times)]
        self.width = max(self.width, len(row))

    def grid(self) -> Grid:
        """Return the sheet as a Grid, its rows equally long."""
        for row in self.rows:
            row.extend([None] * (self.width - len(row)))
        return Grid(self.name, self.rows, tuple(self.merges), self.faults, frozenset(self.hidden))


class _Reader:
    """Follows the elements of content.xml."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.sheets: list[_Sheet] = []
        self.sheet: _Sheet | None = None
        self.date1904 = False
        self.depth = 0
        self.row_depth = self.cell_depth = 0
        self.attributes: Attributes = {}
        self.repeated, self.is_hidden = 1, False
        self.row: list[Any] = []
        self.row_faults: dict[int, str] = {}
        self.blank = 0
        self.text: list[str] | None = None
        self.reading = False
        self.starts: dict[str, Callable[[Attributes], None]] = {
            TABLE + "table": self._start_table,
            TABLE + "table-row": self._start_row,
            TABLE + "table-cell": self._start_cell,
            TABLE + "covered-table-cell": self._start_cell,
            TABLE + "null-date": self._null_date,
            TEXT + "p": self._start_paragraph,
            TEXT + "s": lambda attributes: self.characters(" " * _count(attributes, TEXT + "c")),
            TEXT + "tab": lambda attributes: self.characters("\t"),
            TEXT + "line-break": lambda attributes: self.characters("\n"),
        }
        self.ends: dict[str, Callable[[], None]] = {
            TABLE + "table": self._end_table,
            TABLE + "table-row": self._end_row,
            TABLE + "table-cell": self._end_cell,
            TABLE + "covered-table-cell": self._end_cell,
            TEXT + "p": self._end_paragraph,
        }

    def refuse(self, *declaration: Any) -> None:
        """Refuse a document that declares entities of its own."""
        raise refusal(self.name, DAMAGED)

    def start(self, name: str, attributes: Attributes) -> None:
        """Note that an element begins."""
        self.depth += 1
        handler = self.starts.get(name)
        if handler:
            handler(attributes)

    def end(self, name: str) -> None:
        """Note that an element ends."""
        handler = self.ends.get(name)
        if handler:
            handler()
        self.depth -= 1

    def characters(self, text: str) -> None:
        """Take text of a cell's own paragraphs; those of comments and pictures lie deeper."""
        if self.reading and self.text is not None:
            self.text[-1] += text

    def _null_date(self, attributes: Attributes) -> None:
        self.date1904 = attributes.get(TABLE + "date-value", "").startswith("1904")

    def _start_table(self, attributes: Attributes) -> None:
        if self.depth == _SHEET_DEPTH:
            taken = sum(len(sheet.rows) * sheet.width for sheet in self.sheets)
            self.sheet = _Sheet(attributes.get(TABLE + "name", ""), MOST_CELLS - taken)
            self.sheets.append(self.sheet)

    def _end_table(self) -> None:
        if self.depth == _SHEET_DEPTH:
            self.sheet = None

    def _start_row(self, attributes: Attributes) -> None:
        if self.sheet is None or self.row_depth:
            return
        self.row_depth = self.depth
        self.row, self.row_faults, self.blank = [], {}, 0
        self.repeated = _count(attributes, _ROWS_REPEATED)
        self.is_hidden = attributes.get(TABLE + "visibility", "visible") != "visible"

    def _start_cell(self, attributes: Attributes) -> None:
        if self.row_depth == self.depth - 1:
            self.attributes, self.text, self.cell_depth = attributes, None, self.depth

    def _start_paragraph(self, attributes: Attributes) -> None:
        if self.depth == self.cell_depth + 1 and self.row_depth:
            self.text = [*(self.text or ()), ""]
            self.reading = True

    def _end_paragraph(self) -> None:
        self.reading = self.reading and self.depth != self.cell_depth + 1

    def _end_cell(self) -> None:
        if self.sheet is None or self.depth != self.cell_depth:
            return
        attributes = self.attributes
        times = _count(attributes, _COLUMNS_REPEATED) if _COLUMNS_REPEATED in attributes else 1
        if _ROWS_SPANNED in attributes or _COLUMNS_SPANNED in attributes:
            self._merge(self.sheet)
        value, fault = value_of(attributes, None if self.text is None else "\n".join(self.text))
        if value is None and not fault:
            self.blank += times
        else:
            self._add(value, fault, times)

    def _add(self, value: Any, fault: str, times: int) -> None:
        """Put a value behind the blank cells that waited for one."""
        first = len(self.row) + self.blank
        if first + times > MOST_COLUMNS:
            self._make_room(0, first + times)
        self.row += [None] * self.blank
        self.row += [value] * times
        self.blank = 0
        if fault:
            self.row_faults.update(dict.fromkeys(range(first + 1, first + times + 1), fault))

    def _merge(self, sheet: _Sheet) -> None:
        rows, columns = (_count(self.attributes, name) for name in (_ROWS_SPANNED, _COLUMNS_SPANNED))
        if rows > 1 or columns > 1:
            row, column = sheet.number, len(self.row) + self.blank + 1
            sheet.merges.append((row, column, row + rows - 1, column + columns - 1))

    def _make_room(self, rows: int, width: int) -> None:
        sheet = self.sheets[-1]
        if not sheet.fits(rows, width):
            raise sprawling(self.name, sheet.name, sheet.number + max(rows - 1, 0), width)

    def _end_row(self) -> None:
        if self.sheet is None or self.depth != self.row_depth:
            return
        self.row_depth = 0
        if self.row:
            self._make_room(self.repeated, len(self.row))
            lines = range(self.sheet.number, self.sheet.number + self.repeated)
            self.sheet.hidden.update(lines if self.is_hidden else ())
            self.sheet.faults.update(
                {(line, place): fault for line in lines for place, fault in self.row_faults.items()}
            )
        self.sheet.add(self.row, self.repeated)


def _count(attributes: Attributes, name: str) -> int:
    return max(int(attributes.get(name, 1)), 1)
