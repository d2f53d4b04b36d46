"""党费台账: what was paid, against the time of membership."""

import datetime as dt

from addin.basis import CALENDAR
from addin.finding import ENTRY, WARNING
from addin.rule import Found, rule
from workbook.ledger import Row
from workbook.roster import member
from workbook.tables import DUES
from workbook.tables.people import MONTHS


@rule(
    "PAY-001",
    ENTRY,
    WARNING,
    each=DUES,
    basis=CALENDAR,
    says="{name}“{title}”填了 {amount} 元，当时还不是或已不是本支部党员。",
    why="党费从入党、转入的当月起交，转出以后在新的支部交。",
    fix="请核对月份、金额，以及花名册上的入党、转入、转出日期。",
)
def paid_outside_the_membership(row: Row) -> Found:
    """Find amounts of months that lie wholly before a member came or after the member left."""
    entry = member(row.ledgers, row["name"].names[0]) if row["name"] and row["name"].names else None
    if entry is None or row.ledgers.year is None:
        return
    first, last = _membership(entry)
    for number, column in enumerate(MONTHS, 1):
        month = (row.ledgers.year, number)
        if row[column.key] and not first <= month <= last:
            yield row.at(column.key, amount=row[column.key])


def _membership(entry: Row) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the first and the last month of a membership as year and month."""
    began = max((day for day in (entry["joined"], entry["arrived"]) if day), default=dt.date.min)
    ended = entry["left"] or dt.date.max
    return (began.year, began.month), (ended.year, ended.month)


RULES = (paid_outside_the_membership,)
