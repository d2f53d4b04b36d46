"""Hours, and where a person was: what one day and one person can hold."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from addin.basis import ARITHMETIC, TEMPLATE
from addin.finding import ENTRY, WARNING
from addin.rule import Found, rows_of, rule
from workbook.ledger import Ledgers, Row
from workbook.roster import resolve
from workbook.tables import ACTIVITIES, VOLUNTEERING

Visits = dict[tuple[dt.date, str], Row]  # where a person was first met on a day
MOST = 3


@rule(
    "HOUR-001",
    ENTRY,
    WARNING,
    each=(VOLUNTEERING, ACTIVITIES),
    basis=TEMPLATE,
    says="“{title}”填了 {hours} 小时，超过单日上限 {limit} 小时。",
    why="一个人一天很难做到这么久，多半是填成了大家的合计。",
    fix="请核对；这里填一个人的时长。上限在基本信息里可以改。",
)
def longer_than_a_day_allows(row: Row) -> Found:
    """Find hours of one event beyond what the settings allow for a day."""
    limit = row.ledgers.setting("day_hours")
    if row["hours"] is not None and row["hours"] > limit:
        yield row.at("hours", limit=limit)


@rule(
    "HOUR-002",
    ENTRY,
    WARNING,
    each=VOLUNTEERING,
    basis=TEMPLATE,
    says="每人时长是 0。",
    why="参加了就有时长，填 0 会让服务小时少算。",
    fix="按记录填写时长；查不到的空着，不要填 0。",
)
def service_of_no_time(row: Row) -> Found:
    """Find services that took no time."""
    if row["hours"] == 0:
        yield row.at("hours")


@rule(
    "HOUR-003",
    ENTRY,
    WARNING,
    basis=ARITHMETIC,
    says="{names}这一天的志愿服务合计超过 {limit} 小时。",
    why="同一天几次服务加起来，超过了单日上限。",
    fix="请核对日期、时长和参加人员，看是不是同一次服务登了两次。",
)
def day_of_too_many_hours(ledgers: Ledgers) -> Found:
    """Find the service by which somebody's hours of one day pass the limit."""
    limit = ledgers.setting("day_hours")
    spent: dict[tuple[dt.date, str], float] = defaultdict(float)
    for row, names in _services(ledgers):
        beyond = []
        day, hours = row["date"], row["hours"]
        for name in names:
            before = spent[day, name]
            spent[day, name] = before + hours
            if before and before <= limit < before + hours:
                beyond.append(name)
        if beyond:
            yield row.at("hours", names=tuple(beyond), limit=limit)


def _services(ledgers: Ledgers) -> Iterator[tuple[Row, tuple[str, ...]]]:
    for row in ledgers["volunteering"]:
        if row["date"] and row["hours"] and row["attendees"]:
            yield row, resolve(row["attendees"], ledgers, row["date"])


@rule(
    "PLACE-001",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    needs=((ACTIVITIES, "id"), (ACTIVITIES, "same_day"), (VOLUNTEERING, "event")),
    says="{names}同一天也在“{elsewhere}”（{other}）。",
    why="同一个人同一天在两个地方，可能是日期或姓名写错了。",
    fix="请核对；确是先后参加的，用“同日活动编号”或“活动编号”把两行连起来。",
)
def one_person_at_two_places(ledgers: Ledgers) -> Found:
    """Find people who were elsewhere on the same day, unless a 编号 links the two events."""
    visits: Visits = {}
    for row in rows_of(ledgers, ACTIVITIES, VOLUNTEERING):
        if row["place"] is not None and row["date"] is not None:
            for other, names in _elsewhere(row, visits).items():
                where = f"{other.ledger.table.sheet}第 {other.number} 行"
                yield row.at("place", names=_some(names), elsewhere=other["place"], other=where)


def _elsewhere(row: Row, visits: Visits) -> dict[Row, list[str]]:
    """Return who of those present was elsewhere on the day, by the other row; remember who was here first."""
    met: dict[Row, list[str]] = defaultdict(list)
    day = row["date"]
    for name in _present(row):
        other = visits.setdefault((day, name), row)
        if other is not row:
            met[other].append(name)
    return {other: names for other, names in met.items() if _apart(row, other)}


def _apart(row: Row, other: Row) -> bool:
    """Tell whether two events were at different places and no 编号 links them."""
    return other["place"] != row["place"] and not _links(row) & _links(other)


def _present(row: Row) -> tuple[str, ...]:
    if row.ledger.table.key == ACTIVITIES.key:
        return row["attendance"] or ()
    return resolve(row["attendees"], row.ledgers, row.day)


def _links(row: Row) -> set[str]:
    """Return the 编号 of the row and of the events it says it belongs to."""
    return {
        row[key] for key in ("id", "same_day", "event") if row.ledger.table.has(key) and row[key] is not None
    }


def _some(names: list[str]) -> str:
    """Write a few names, and how many there are when there are more."""
    return "、".join(names[:MOST]) + (f"等 {len(names)} 人" if len(names) > MOST else "")


RULES = (longer_than_a_day_allows, service_of_no_time, day_of_too_many_hours, one_person_at_two_places)
