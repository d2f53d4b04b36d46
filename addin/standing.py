"""How a member of the roster stands: full or on probation, and whether a member all the year."""

from __future__ import annotations

import datetime as dt

from workbook.ledger import Ledgers, Row
from workbook.roster import members_on

FULL, PROBATIONARY = "正式党员", "预备党员"


def full_members(ledgers: Ledgers, day: dt.date | None = None) -> tuple[Row, ...]:
    """Return the roster rows of those who were full members on `day` (None: the as-of date)."""
    when = day or ledgers.as_of
    return tuple(row for row in members_on(ledgers, when) if _is_full(row, when))


def _is_full(row: Row, day: dt.date) -> bool:
    return row["standing"] == FULL and (row["confirmed"] is None or row["confirmed"] <= day)


def whole_year(row: Row) -> bool:
    """Tell whether a roster row is of somebody who was a member of the branch all the workbook's year."""
    year = row.ledgers.year
    if year is None:
        return False
    since = max(row["joined"] or dt.date.max, row["arrived"] or dt.date.min)
    return since <= dt.date(year, 1, 1) and (row["left"] or dt.date.max) > dt.date(year, 12, 31)


def year_after(day: dt.date) -> dt.date:
    """Return the same day of the next year; of 29 February the day before."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap else day.day)
