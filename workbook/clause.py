"""A clause of a condition: one test of one column, answered by yes, no, or nobody can tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from workbook.doubt import of_strangers, partly_read, unreadable
from workbook.ledger import Ledgers, Row
from workbook.roster import resolve
from workbook.spec import Column, Derived
from workbook.values import Deadline, People, show


class Clause(NamedTuple):
    """One test of one column: `holds` answers True, False, or None where the cell cannot tell.

    `beside` are the places of the further columns it looks into; `strays` what misspelt options may mean.
    `plain` are the places of all its columns where a word in a cell says all there is, as nearly always.
    """

    column: Column
    operator: str
    values: tuple[Any, ...] = ()
    beside: tuple[int, ...] = ()
    strays: Mapping[int, set[str]] = {}
    plain: tuple[int, ...] = ()

    def holds(self, row: Row) -> bool | None:
        """Test `row`; a blank the test needs, or an unreadable cell, gives None."""
        cells = row.values
        if not (self.plain and type(cells[self.plain[0]]) is str):
            return self._weighed(row)
        for place in self.plain:  # noqa: SIM110  # any() would make a generator for each row
            if cells[place] in self.values:
                return True
        return False

    def _weighed(self, row: Row) -> bool | None:
        key, operator = self.column.key, self.operator
        if operator in ("空", "非空"):
            return None if unreadable(row, key) else _blank(row[key]) is (operator == "空")
        for place in self.beside:
            if row.values[place] is not None and self._one(row, row.values[place]):
                return operator != "≠"
        value = row[key]
        if _blank(value):
            return None if self._must_know(row) else operator == "≠"
        held = self._one(row, value)
        in_doubt = (self.strays or self.column.of) and self._open(row, held)
        return None if in_doubt else held is (operator != "≠")

    def _open(self, row: Row, held: bool) -> bool:
        """Tell whether what the value comes from is in doubt, or a misspelt option may be meant."""
        unknown = partly_read(row, self.column) or of_strangers(row, self.column)
        return unknown or (not held and (self.may_mean(row) or self.is_untold(row.ledgers)))

    def is_untold(self, ledgers: Ledgers) -> bool:
        """Tell whether one of the values is known by a setting alone, which is blank."""
        settings = (self.column.told_by.get(value) for value in self.values if self.column.told_by)
        return any(ledgers.setting(key) is None for key in settings if key)

    def may_mean(self, row: Row) -> bool:
        """Tell whether a value that no drop-down offers may have been meant for one of the clause's."""
        meant = self.strays.get(row.number)
        return meant is not None and not meant.isdisjoint(self.values)

    def _must_know(self, row: Row) -> bool:
        """Tell whether a blank leaves the answer open: most blanks simply mean "not that"."""
        column = self.column
        ordered = self.operator in ("≥", "≤")
        return column.required or isinstance(column, Derived) or ordered or unreadable(row, column.key)

    def _one(self, row: Row, value: Any) -> bool:
        """Tell whether what a cell of `row` holds is one of the values (≠ is turned round later)."""
        test = COMPARE[self.operator]
        if test is _same and type(value) is str:  # most cells of most conditions
            return value in self.values
        held = list(_items(value, row))
        return any(test(item, value) for item in held for value in self.values)


def _same(item: Any, value: Any) -> bool:
    return bool(item == value)


def _contains(item: Any, value: Any) -> bool:
    return str(value) in show(item)


COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": _same,
    "≠": _same,
    "含": _contains,
    "≥": lambda item, value: _comparable(item, value) and bool(item >= value),
    "≤": lambda item, value: _comparable(item, value) and bool(item <= value),
}


def _comparable(item: Any, value: Any) -> bool:
    """Tell whether two values have an order: in a column a person added, anything may stand."""
    kinds = ((int, float), dt.date, str)
    return any(isinstance(item, kind) and isinstance(value, kind) for kind in kinds)


def _blank(value: Any) -> bool:
    return value is None or (isinstance(value, (str, tuple)) and not value)


def _items(value: Any, row: Row) -> Iterator[Any]:
    """Yield what a cell holds one by one: names of people, values of a several-valued cell."""
    if _blank(value):
        return
    if isinstance(value, People):
        yield from resolve(value, row.ledgers, row.day)
    elif isinstance(value, tuple):
        yield from value
    elif isinstance(value, Deadline):
        yield from () if value.day is None else (value.day,)
    else:
        yield value
