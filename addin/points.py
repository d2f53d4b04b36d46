"""积分: the points of each member by the rows of 积分台账 that are in use; never a ranking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from addin.indicator import in_period
from workbook.ledger import Ledgers, Row
from workbook.roster import members_on, resolve
from workbook.selection import Misstated, Selection, find_column, find_ledger, select
from workbook.spec import Column
from workbook.values import People


class Item(NamedTuple):
    """A row of 积分台账 in use: which rows give points, to those named in which column, how many, at most."""

    name: str
    selection: Selection
    people: Column
    each: float
    most: float | None


class Total(NamedTuple):
    """The points of one member: by item, and all together."""

    name: str
    by_item: tuple[float, ...]

    @property
    def total(self) -> float:
        """Return the sum over all items."""
        return sum(self.by_item)


def items(ledgers: Ledgers) -> tuple[Item, ...]:
    """Return the rows in use that can be understood; a rule tells of the others."""
    return tuple(_items(ledgers))


def _items(ledgers: Ledgers) -> Iterator[Item]:
    for row in ledgers["points"]:
        if row["enabled"] == "是" and row["item"] and row["points"] is not None:
            try:
                yield _item(row)
            except Misstated:
                continue


def _item(row: Row) -> Item:
    ledger = find_ledger(row.ledgers, row["ledger"])
    selection = select(row["condition"], ledger)
    column = find_column(ledger, row["people"] or "")
    if not names_people(column):
        raise Misstated("people", column.title)
    return Item(row["item"], selection, column, row["points"], row["most"])


def names_people(column: Column) -> bool:
    """Tell whether the cells of a column name people."""
    return column.kind.name == "people"


def points(ledgers: Ledgers) -> tuple[Total, ...]:
    """Return the points of the members at the as-of date, in the order of the roster."""
    scored = [(item, _times(item)) for item in items(ledgers)]
    members = members_on(ledgers, None) if scored else ()
    return tuple(
        Total(row["name"], tuple(_capped(item, times[row["name"]]) for item, times in scored))
        for row in members
    )


def _times(item: Item) -> Counter[str]:
    """Count in how many rows of the year each name stands."""
    rows = item.selection.pick(in_period(item.selection.ledger, None, None)).rows
    return Counter(name for row in rows for name in _names(row, item.people))


def _names(row: Row, column: Column) -> set[str]:
    value = row[column.key]
    return set(resolve(value, row.ledgers, row.day) if isinstance(value, People) else value or ())


def _capped(item: Item, times: int) -> float:
    scored = item.each * times
    return scored if item.most is None else min(scored, item.most)
