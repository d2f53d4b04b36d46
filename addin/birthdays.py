"""Political birthdays: who joined the Party in a month of an earlier year."""

from __future__ import annotations

import calendar
import datetime as dt

from workbook.ledger import Ledgers, Row
from workbook.roster import members_on


def birthdays_in(ledgers: Ledgers, month: int) -> tuple[Row, ...]:
    """Return the roster rows of those whose political birthday falls in `month` of the year, by its day.

    Only who is a member of the branch on that day has one; the day of joining itself is none.
    """
    if ledgers.year is None:
        return ()
    joined = (row for row in ledgers["members"] if row["joined"] and row["joined"].month == month)
    having = (row for row in joined if row["joined"].year < ledgers.year and _is_there(row, ledgers.year))
    return tuple(sorted(having, key=lambda row: (row["joined"].day, row.number)))


def _is_there(row: Row, year: int) -> bool:
    month, day = row["joined"].month, row["joined"].day
    last = calendar.monthrange(year, month)[1]
    return row in members_on(row.ledgers, dt.date(year, month, min(day, last)))
