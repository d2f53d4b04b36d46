"""The year of probation: when it ends, and that nobody is confirmed before."""

import datetime as dt
from collections.abc import Iterator

from addin.basis import PROBATION
from addin.finding import ENTRY, HINT, REMINDER, SHORTFALL, WARNING
from addin.rule import Found, known, rule
from addin.standing import PROBATIONARY, year_after
from workbook.ledger import Ledgers, Row
from workbook.roster import members_on
from workbook.tables import CHANGES, MEMBERS

EXTENDED = "延长预备期"
SINCE = dt.date(1982, 9, 6)  # older statutes had other times of probation
NEEDS = (
    *((MEMBERS, key) for key in ("name", "standing", "joined", "confirmed", "arrived", "left")),
    *((CHANGES, key) for key in ("name", "kind")),
)
Ending = tuple[Row, dt.date]


def _endings(ledgers: Ledgers) -> Iterator[Ending]:
    """Yield those on probation, each with the day on which it ends; an extension is at most a year."""
    names = (row["name"].names for row in ledgers["changes"] if row["kind"] == EXTENDED and row["name"])
    extended = {name for each in names for name in each}
    for row in members_on(ledgers, None):
        if row["standing"] == PROBATIONARY and known(row["joined"]) and not _confirmed(row):
            end = year_after(row["joined"])
            yield row, year_after(end) if row["name"] in extended else end


def _confirmed(row: Row) -> bool:
    return row["confirmed"] is not None and row["confirmed"] <= row.ledgers.as_of


@rule(
    "FULL-001",
    REMINDER,
    HINT,
    basis=PROBATION,
    needs=NEEDS,
    says="{name}的预备期到{day}满。",
    why="预备期为一年，期满由党员大会讨论能否转正。",
    fix="请按时安排讨论；需要延长预备期的，按规定办理。",
)
def probation_ends_soon(ledgers: Ledgers) -> Found:
    """Find members whose probation ends within the days of reminder from the day it is looked at."""
    for row, end in _endings(ledgers):
        if ledgers.now <= end <= ledgers.soon("due_soon_days"):
            yield row.at("standing", day=end)


@rule(
    "FULL-002",
    SHORTFALL,
    WARNING,
    basis=PROBATION,
    needs=NEEDS,
    says="{name}的预备期{day}已满，类别仍是预备党员。",
    why="预备期为一年，期满由党员大会讨论能否转正。",
    fix="已经转正或延长的，请更新花名册和变动台账；还没有讨论的如实保留，可在情况说明里写明原因。",
)
def probation_over(ledgers: Ledgers) -> Found:
    """Find members still on probation after it ended."""
    for row, end in _endings(ledgers):
        if ledgers.has_passed(end):
            yield row.at("standing", day=end)


@rule(
    "FULL-003",
    ENTRY,
    WARNING,
    each=MEMBERS,
    basis=PROBATION,
    says="{name}{joined}入党，{confirmed}转正，相隔不满一年。",
    why="预备期为一年，从支部大会通过他为预备党员之日算起。",
    fix="请按档案核对这两个日期。",
)
def confirmed_within_a_year(row: Row) -> Found:
    """Find days of confirmation less than a year after joining; the last day of the year may be it."""
    joined, confirmed = row["joined"], row["confirmed"]
    told = known(joined, confirmed) and SINCE <= joined <= confirmed
    if told and confirmed + dt.timedelta(days=1) < year_after(joined):
        yield row.at("confirmed")


RULES = (probation_ends_soon, probation_over, confirmed_within_a_year)
