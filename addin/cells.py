"""What rules look at: the cells a person fills, by kind, and what the reader noticed in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from addin.likeness import ask
from addin.secrecy import is_marked
from workbook.ledger import Cell, Gap, Ledger, Ledgers, Mark, Row
from workbook.spec import Column
from workbook.values import Deadline, People, show

OWN_ROW = ("党员大会", "支委会", "党小组会", "组织生活会")  # kinds with a quorum of their own, never labels


def filled_in(ledgers: Ledgers) -> Iterator[Ledger]:
    """Yield the ledgers a person fills; sheets the program writes are left out."""
    return (ledger for ledger in ledgers if not ledger.table.written)


def cells(ledgers: Ledgers, kind: str) -> list[tuple[Row, Column, Any]]:
    """Return row, column and value of every filled cell whose column is of `kind`: many rules ask."""
    key = ("cells", kind)
    if key not in ledgers.memo:
        ledgers.memo[key] = list(_cells(ledgers, kind))
    found: list[tuple[Row, Column, Any]] = ledgers.memo[key]
    return found


def _cells(ledgers: Ledgers, kind: str) -> Iterator[tuple[Row, Column, Any]]:
    for ledger in filled_in(ledgers):
        columns = [column for column in ledger.columns if column.kind.name == kind]
        places = [(column, ledger.places[column.key]) for column in columns]
        for row in ledger if places else ():
            for column, place in places:
                if row.values[place] is not None:
                    yield row, column, row.values[place]


def people(ledgers: Ledgers) -> Iterator[tuple[Row, Column, People]]:
    """Yield row, column and value of every filled cell that names people."""
    return ((row, column, value) for row, column, value in cells(ledgers, "people"))


def texts(ledgers: Ledgers) -> Iterator[tuple[Row, Column, str]]:
    """Yield row, column and words of every filled text cell; 编号 are no words."""
    for row, column, value in cells(ledgers, "text"):
        if column.key != "id" and isinstance(value, str):
            yield row, column, value


def marks(ledgers: Ledgers, form: str) -> Iterator[Mark]:
    """Yield what the reader noticed of `form`, leaving out cells with a 密级 mark."""
    by_form: dict[str, list[Mark]] | None = ledgers.memo.get("marks")
    if by_form is None:
        by_form = defaultdict(list)
        for mark in ledgers.marks:
            by_form[mark.form].append(mark)
        ledgers.memo["marks"] = by_form
    return (mark for mark in by_form.get(form, ()) if not is_marked(mark.raw))


def marked(ledgers: Ledgers, form: str) -> Iterator[Cell]:
    """Yield the cells the reader marked as `form`, with what stood there and what to type."""
    for mark in marks(ledgers, form):
        yield mark.row.at(mark.column.key, raw=mark.raw, hint=mark.hint, safe=_plain(mark.meant))


def _plain(value: Any) -> Any:
    """Return a value as a person types it into a cell: names and several values as one text."""
    return show(value) if isinstance(value, (People, Deadline, tuple)) else value


def undone(row: Row) -> bool:
    """Tell whether nothing had been done by the as-of date: the day of `row` is blank or later."""
    return row.day is None or row.is_later


def undated(row: Row, what: str) -> str:
    """Say of an undone row that it has no `what`, or that its day is later than the as-of date."""
    return f"没有{what}" if row.day is None else f"到{show(row.ledgers.as_of)}还没有办"


def gaps(ledgers: Ledgers, form: str) -> Iterator[Gap]:
    """Yield the gaps of `form` the reader found."""
    return (gap for gap in ledgers.gaps if gap.form == form)


def place_of(gap: Gap) -> Cell:
    """Return where a gap is, with the title wanted and a question for the nearest one."""
    sheet, _, place = (gap.place or f"{gap.table.sheet}!A1").rpartition("!")
    letters = place.rstrip("0123456789")
    return Cell(sheet, gap.title or sheet, letters, int(place[len(letters) :]), {"near": ask(gap.nearest)})
