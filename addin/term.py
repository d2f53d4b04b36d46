"""The committee's term of office (任期): when it ends, and whether it was renewed."""

from __future__ import annotations

import datetime as dt

from workbook.derive import ELECTION_DAY
from workbook.doubt import unreadable
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


def outside_the_year(ledgers: Ledgers) -> str:
    """Say by which settings no committee was elected in the workbook's year; nothing where one may be."""
    ends = [ledgers.setting(key) for key in ("term_from", "term_to")]
    if ledgers.year is None or None in ends or ledgers.year in [day.year for day in ends]:
        return ""
    if any(_may_be_of_the_year(step) for step in ledgers["election"]):
        return ""
    return f"基本信息的“本届任期起”“本届任期止”都不在{ledgers.year}年，换届选举台账也没有这一年的完成日期"


def _may_be_of_the_year(step: Row) -> bool:
    """Tell whether a step was taken in the workbook's year, or on a day nobody can read."""
    done: dt.date | None = step["done"]
    return unreadable(step, "done") if done is None else done.year == step.ledgers.year


def in_term(row: Row) -> bool:
    """Tell whether a row lies after the term's first day: on that day the last election was held."""
    began: dt.date | None = row.ledgers.setting("term_from")
    return began is None or (row.day is not None and row.day > began)
