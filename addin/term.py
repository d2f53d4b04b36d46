"""The committee's term of office (任期): when it ends, and whether it was renewed."""

from __future__ import annotations

import datetime as dt

from workbook.derive import ELECTION_DAY
from workbook.ledger import Ledgers, Row

YEARS = 3
SHOWN, REMINDED, LONGEST = 12, 6, 12  # months: the sheet shows itself, the reminder, the longest delay


def months_from(day: dt.date, months: int) -> dt.date:
    """Return the day so many months after `day`, before it where negative; a month may end earlier."""
    years, month = divmod(day.month - 1 + months, 12)
    first = dt.date(day.year + years, month + 1, 1)
    following = dt.date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first.replace(day=min(day.day, (following - dt.timedelta(days=1)).day))


def ends_within(ledgers: Ledgers, months: int) -> bool:
    """Tell whether the term ends within so many months of the as-of date, or is over."""
    last: dt.date | None = ledgers.setting("term_to")
    return last is not None and ledgers.as_of >= months_from(last, -months)


def election(ledgers: Ledgers) -> Row | None:
    """Return the step of 换届选举台账 at which was voted by the as-of date, or None."""
    steps = (step for step in ledgers["election"] if step["id"] == ELECTION_DAY and is_done(step))
    return next(steps, None)


def is_done(row: Row) -> bool:
    """Tell whether a step or a meeting has a day that is not later than the as-of date."""
    return row.day is not None and not row.is_later


def is_renewed(ledgers: Ledgers) -> bool:
    """Tell whether a new committee was elected in the term that 基本信息 names."""
    held = election(ledgers)
    return held is not None and in_term(held)


def has_begun(ledgers: Ledgers) -> bool:
    """Tell whether any step up to the election was taken in the term that 基本信息 names."""
    steps = (step for step in ledgers["election"] if step["id"] is not None and step["id"] <= ELECTION_DAY)
    return any(is_done(step) and in_term(step) for step in steps)


def in_term(row: Row) -> bool:
    """Tell whether a row lies after the term's first day: on that day the last election was held."""
    began: dt.date | None = row.ledgers.setting("term_from")
    return began is None or (row.day is not None and row.day > began)
