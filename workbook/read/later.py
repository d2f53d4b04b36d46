"""Rows put back to the as-of date: what was settled or paid only after it had not been on that day.

Figures, rules and the board all ask the rows, so the one place to cut such a cell is the row itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple

from workbook.derive import DONE, UNDER_WAY
from workbook.ledger import Ledger, Ledgers, Row


class State(NamedTuple):
    """A state that a day brought about: `after` it the column `key` says so, before it stood `before`."""

    key: str
    after: str
    day: str
    before: dict[str, Any]


STATES = (
    State("status", DONE, "done", {"status": UNDER_WAY, "done": None}),
    State("standing", "正式党员", "confirmed", {"standing": "预备党员"}),
)


def put_back(ledgers: Ledgers) -> None:
    """Put back what came about after the as-of date, and remember what was entered."""
    for ledger in ledgers:
        _put_back_months(ledger)
        for state in STATES:
            if state.key in ledger.places and state.day in ledger.places:
                _undo(ledger, state)


def _put_back_months(ledger: Ledger) -> None:
    """Blank the amounts of the months that had not begun."""
    for column in ledger.columns:
        if column.month is not None and not ledger.ledgers.has_begun(column.month):
            for row in ledger:
                _replace(row, column.key, None)


def _undo(ledger: Ledger, state: State) -> None:
    for row in _settled_later(ledger, state, ledger.ledgers.as_of):
        for key, value in state.before.items():
            _replace(row, key, value)


def _settled_later(ledger: Ledger, state: State, as_of: dt.date) -> Iterator[Row]:
    for row in ledger:
        day = row[state.day]
        if row[state.key] == state.after and day is not None and day > as_of:
            yield row


def _replace(row: Row, key: str, value: Any) -> None:
    """Put `value` into the cell of column `key` and remember what stood there; a blank is nothing."""
    place = row.ledger.places[key]
    if row.values[place] is None:
        return
    row.ledgers.later[row.ledger.table.key, row.number, key] = row.values[place]
    row.values[place] = value
