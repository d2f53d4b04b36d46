"""One event entered twice: in one ledger, or in two of them without a link."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import pairwise

from addin.basis import TEMPLATE
from addin.finding import ENTRY, ERROR, WARNING
from addin.likeness import alike, bare
from addin.rule import Found, rule
from workbook.ledger import Ledger, Ledgers, Row
from workbook.tables import (
    ACTIVITIES,
    CHANGES,
    DOCUMENTS,
    DUES,
    HONOURS,
    KEY_WORK,
    OUTCOMES,
    PROBLEMS,
    SELF_CHECKS,
    TASKS,
    VOLUNTEERING,
    VOTES,
)

# A ledger, the columns that agree when two rows are one event, and the words that must be alike.
SAME = (
    (ACTIVITIES, ("date", "kind", "body"), "topic"),
    (VOLUNTEERING, ("date", "kind", "place", "attendees"), "service"),
    (OUTCOMES, ("kind", "submitted", "submitters", "quantity"), "name"),
    (DOCUMENTS, ("direction", "number", "done", "party"), "name"),
    (HONOURS, ("date", "level", "kind", "members", "holder"), "name"),
    (KEY_WORK, ("kind", "owner"), "name"),
    (SELF_CHECKS, ("period", "date"), "item"),
    (PROBLEMS, ("kind",), "title"),
    (TASKS, ("project", "owner", "due"), "task"),
    (VOTES, ("date", "event"), "item"),
)
SERVICE, BY_THE_UNIT = "志愿服务", "单位组织"


@rule(
    "TWICE-001",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    says="与第 {other} 行像是同一件事登了两次。",
    why="一件事登两行，次数会多算一次。",
    fix="请核对：是同一件事的，删去一行；确是两件事的，把内容写得分得开。",
)
def entered_twice(ledgers: Ledgers) -> Found:
    """Find rows of one ledger that agree in all that tells events apart and are alike in words."""
    for table, keys, words in SAME:
        for rows in _groups(ledgers[table.key], keys):
            ordered = sorted(
                (row for row in rows if row[words]), key=lambda row: (bare(row[words]), row.number)
            )
            for one, two in pairwise(ordered):
                if alike(one[words], two[words]) and not _linked(one, two):
                    first, second = sorted((one, two), key=lambda row: row.number)
                    yield second.at(words, other=first.number)


def _groups(ledger: Ledger, keys: tuple[str, ...]) -> Iterator[list[Row]]:
    """Yield the rows that agree in `keys`, where there are several; the first of `keys` must be filled."""
    groups: dict[Hashable, list[Row]] = defaultdict(list)
    for row in ledger:
        if row[keys[0]] is not None:
            groups[tuple(row[key] for key in keys)].append(row)
    return (rows for rows in groups.values() if len(rows) > 1)


def _linked(one: Row, two: Row) -> bool:
    """Tell whether one row of the activities names the other: two events of one day, entered on purpose."""
    if one.ledger.table.key != ACTIVITIES.key:
        return False
    return any(a["same_day"] and a["same_day"] == b["id"] for a, b in ((one, two), (two, one)))


@rule(
    "TWICE-002",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    says="{date}{first}与{second}的谈话登了两次（第 {other} 行）。",
    why="两个人之间的一次谈话只算一次，不分谁先谁后。",
    fix="请核对：是同一次谈话的，删去一行。",
)
def talk_entered_twice(ledgers: Ledgers) -> Found:
    """Find two talks of the same two people on one day, whoever is named first."""
    seen: dict[Hashable, Row] = {}
    for row in ledgers["talks"]:
        if row["date"] and row["speaker"] and row["partner"]:
            key = (row["date"], frozenset((row["speaker"].names, row["partner"].names)))
            earlier = seen.setdefault(key, row)
            if earlier is not row:
                yield row.at("partner", first=row["speaker"], second=row["partner"], other=earlier.number)


@rule(
    "TWICE-003",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="{name}已在第 {other} 行登过。",
    why="登两行会重复计算。",
    fix="把两行并成一行，删去多余的。",
)
def person_entered_twice(ledgers: Ledgers) -> Found:
    """Find a second row of a member among the dues, and a change entered twice."""
    for table, keys in ((DUES, ("name",)), (CHANGES, ("name", "kind", "date"))):
        for rows in _groups(ledgers[table.key], keys):
            for row in rows[1:]:
                yield row.at("name", other=rows[0].number)


@rule(
    "TWICE-004",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    says="这一天活动台账第 {other} 行也登了志愿服务“{topic}”，没有写活动编号。",
    why="同一次服务在两张表里，要用编号连起来，才看得出是一件事。",
    fix="是同一次的，在“活动编号”里填活动台账那一行的编号；是两次的，不用处理。",
)
def service_entered_on_two_sheets(ledgers: Ledgers) -> Found:
    """Find a service of the unit on the day of an activity of that kind, without a link between them."""
    events = {row["date"]: row for row in ledgers["activities"] if row["date"] and SERVICE in _kinds(row)}
    for row in ledgers["volunteering"]:
        event = events.get(row["date"])
        if event is not None and row["event"] is None and row["kind"] == BY_THE_UNIT:
            yield row.at("event", other=event.number, topic=event["topic"], safe=event["id"])


def _kinds(row: Row) -> tuple[str | None, ...]:
    return tuple(row[key] for key in ("kind", "also_1", "also_2", "also_3"))


RULES = (entered_twice, talk_entered_twice, person_entered_twice, service_entered_on_two_sheets)
