"""Local hints, off unless 基本信息 asks for them: what is allowed and yet worth a second look.

They stand in 校验结果 alone: never in the report, never in a count.
"""

import datetime as dt

from addin.basis import PLAUSIBLE
from addin.cells import people
from addin.finding import ENTRY, HINT
from addin.rule import Found, known, rule
from workbook.ledger import Ledgers, Row
from workbook.roster import member, names_on
from workbook.tables import ACTIVITIES, ELECTION, HONOURS, KEY_WORK, PROBLEMS, TALKS, VOLUNTEERING

TEXTS = (
    (ACTIVITIES, "topic"), (VOLUNTEERING, "service"), (KEY_WORK, "result"), (PROBLEMS, "content"),
)  # fmt: skip
LONG = 12  # characters that are rarely alike by chance
SATURDAY = 5
# Statutory holidays of a fixed day; those of the lunar calendar and the days shifted for them are not known.
HOLIDAYS = {(1, 1): "元旦", (5, 1): "劳动节", **dict.fromkeys(((10, 1), (10, 2), (10, 3)), "国庆节")}
SERVICE = "志愿服务"
NAMED = {
    ACTIVITIES.key: ("recorder", "guests"),
    TALKS.key: ("speaker", "partner"),
    HONOURS.key: ("members",),
}


@rule(
    "LIKELY-001",
    ENTRY,
    HINT,
    basis=PLAUSIBLE,
    private=True,
    says="与第 {other} 行的“{title}”一字不差。",
    why="两次的内容完全相同，可能是复制后没有改。",
    fix="请看一看；内容确实相同的，不用处理。",
)
def same_text_in_two_records(ledgers: Ledgers) -> Found:
    """Find long texts that stand word for word in an earlier row of another day."""
    for table, key in TEXTS:
        first: dict[str, Row] = {}
        for row in ledgers[table.key]:
            text = row[key]
            if text and len(text) >= LONG:
                other = first.setdefault(text, row)
                if other is not row and (row.day is None or other.day != row.day):
                    yield row.at(key, other=other.number)


@rule(
    "LIKELY-002",
    ENTRY,
    HINT,
    each=ACTIVITIES,
    basis=PLAUSIBLE,
    private=True,
    says="{date}是{name}。",
    why="会议和学习多在工作日，可能是日期写错了；按农历的节日和调休这里不认识。",
    fix="请看一看；确在这一天或调休上班的，不用处理。",
)
def event_on_a_day_off(row: Row) -> Found:
    """Find events on a Saturday, a Sunday or a holiday of a fixed day; voluntary service often is."""
    kinds = (row[key] for key in ("kind", "also_1", "also_2", "also_3"))
    holiday = _day_off(row["date"]) if known(row.day) else None
    if holiday and SERVICE not in kinds:
        yield row.at("date", name=holiday)


def _day_off(day: dt.date) -> str | None:
    return HOLIDAYS.get((day.month, day.day), "周末" if day.weekday() >= SATURDAY else None)


@rule(
    "LIKELY-003",
    ENTRY,
    HINT,
    each=ELECTION,
    basis=PLAUSIBLE,
    private=True,
    says="计划 {planned}做，还没有完成日期。",
    why="计划的日子已经过去。",
    fix="请看一看；改期的改计划日期，还没有做的不用处理。",
)
def plan_without_a_record(row: Row) -> Found:
    """Find steps of the election whose planned day has passed without anything done."""
    if known(row["planned"]) and row["planned"] < row.ledgers.as_of and row["done"] is None:
        yield row.at("planned")


@rule(
    "LIKELY-004",
    ENTRY,
    HINT,
    basis=PLAUSIBLE,
    private=True,
    says="“{title}”里的{names}那天还不是或已不是本支部党员。",
    why="多半不影响人数，只是日期或姓名可能写错了。",
    fix="请看一看；没有写错的，不用处理。",
)
def named_on_a_day_without_membership(ledgers: Ledgers) -> Found:
    """Find members named, beside those present, on a day before they came or after they left."""
    for row, column, value in people(ledgers):
        day = row.day if column.key in NAMED.get(row.ledger.table.key, ()) else None
        away = tuple(name for name in value.names if day and _was_away(ledgers, name, day))
        if away:
            yield row.at(column.key, names=away)


def _was_away(ledgers: Ledgers, name: str, day: dt.date) -> bool:
    return member(ledgers, name) is not None and name not in names_on(ledgers, day)


RULES = (
    same_text_in_two_records, event_on_a_day_off, plan_without_a_record, named_on_a_day_without_membership,
)  # fmt: skip
