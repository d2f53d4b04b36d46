"""People named in any ledger, against the roster."""

import dataclasses
from collections import Counter
from collections.abc import Mapping
from typing import Any

from addin.basis import TEMPLATE
from addin.cells import people
from addin.finding import ENTRY, ERROR, HINT, WARNING
from addin.likeness import ask, likeliest
from addin.rule import Found, rule
from workbook.ledger import Ledgers, Row
from workbook.roster import GUESTS, IN_CHARGE, member, names_on, strangers
from workbook.spec import Column
from workbook.tables import ACTIVITIES, CHANGES, DUES, MEMBERS, OUTCOMES, TALKS, VOLUNTEERING
from workbook.values import People

Stranger = tuple[Row, Column, People, tuple[str, ...]]  # a cell and the names in it that nobody knows
OWN_SERVICE = "党员个人"
BY_MEMBER = {CHANGES.key: ("name",), DUES.key: ("name",)}
USUALLY_ONE = {ACTIVITIES.key: ("chair",), TALKS.key: ("speaker", "partner")}
PRESENT = {
    ACTIVITIES.key: ("attendees", "absent", "chair", "lecturer"),
    OUTCOMES.key: ("submitters",),
    VOLUNTEERING.key: ("attendees",),
}


@rule(
    "WHO-001",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    needs=((MEMBERS, "name"),),
    says="“{title}”里的{names}不在党员花名册上。",
    why="名册上没有的人，身份和人数都核对不了，也可能是写错了名字；数到这一格的数字因此待补。",
    fix="{near}写错的请改正；不是本支部党员的，写成“外请（单位）”。",
)
def person_not_on_the_roster(ledgers: Ledgers) -> Found:
    """Find names that no roster row bears; of those merely in charge, only likely misspellings."""
    for row, column, value, unknown in _strangers(ledgers):
        facts = _offer(ledgers, value, unknown)
        if facts["safe"] or column.key not in IN_CHARGE:
            yield row.at(column.key, names=unknown, **facts)


@rule(
    "WHO-002",
    ENTRY,
    HINT,
    basis=TEMPLATE,
    needs=((MEMBERS, "name"),),
    says="“{title}”里的{names}不在党员花名册上。",
    why="不是党员的同事也可以负责，这里只提醒核对一下名字。",
    fix="名字没有写错的，不用处理。",
)
def person_in_charge_not_on_the_roster(ledgers: Ledgers) -> Found:
    """Find names of people in charge that are like no name of the roster."""
    for row, column, value, unknown in _strangers(ledgers):
        if column.key in IN_CHARGE and not _offer(ledgers, value, unknown)["safe"]:
            yield row.at(column.key, names=unknown)


def _strangers(ledgers: Ledgers) -> list[Stranger]:
    """Return every people cell with names that stand on no roster row."""
    if "strangers" not in ledgers.memo:
        cells = (cell for cell in people(ledgers) if cell[1].key != GUESTS)
        found = ((*cell, strangers(cell[2], ledgers)) for cell in cells)
        ledgers.memo["strangers"] = [stranger for stranger in found if stranger[3]]
    found_before: list[Stranger] = ledgers.memo["strangers"]
    return found_before


def _offer(ledgers: Ledgers, value: People, unknown: tuple[str, ...]) -> dict[str, Any]:
    """Return the question for the likeliest names, and the whole cell with the sure ones put right."""
    found = {name: _likeliest(ledgers, name) for name in unknown}
    mend = {name: other for name, (other, sure) in found.items() if sure}
    near = "、".join(other for other, _ in found.values() if other)
    return {"near": ask(near), "safe": str(_replaced(value, mend)) if mend else None}


def _likeliest(ledgers: Ledgers, name: str) -> tuple[str, bool]:
    key = ("likeliest", name)
    if key not in ledgers.memo:
        ledgers.memo[key] = likeliest(name, (row["name"] for row in ledgers["members"] if row["name"]))
    found: tuple[str, bool] = ledgers.memo[key]
    return found


def _replaced(value: People, mend: dict[str, str]) -> People:
    return dataclasses.replace(
        value,
        names=tuple(mend.get(name, name) for name in value.names),
        without=tuple(mend.get(name, name) for name in value.without),
        notes=tuple((mend.get(name, name), note) for name, note in value.notes),
    )


@rule(
    "WHO-003",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    says="{names}那天还不是或已不是本支部党员。",
    why="应到、人次都以当日在册的党员为准。",
    fix="请核对日期，以及花名册上的入党、转入、转出日期；列席的人写在“列席”里。",
)
def not_a_member_on_that_day(ledgers: Ledgers) -> Found:
    """Find members named on a day before they came or after they left."""
    for row, column, value in people(ledgers):
        if column.key in PRESENT.get(row.ledger.table.key, ()) and row.day is not None:
            here = names_on(ledgers, row.day)
            named = [name for name in value.names if name not in here and member(ledgers, name)]
            if named:
                yield row.at(column.key, names=tuple(named))


@rule(
    "WHO-004",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    says="“{title}”里{names}写了两次。",
    why="人次会把他算成两个人。",
    fix="写重了的删去一个；同名的两个人，按花名册上带后缀的姓名写。",
)
def person_named_twice(ledgers: Ledgers) -> Found:
    """Find names that stand twice in one cell."""
    for row, column, value in people(ledgers):
        counts = Counter(value.names) if len(set(value.names)) < len(value.names) else {}
        twice = tuple(name for name, times in counts.items() if times > 1 and not value.is_outsider(name))
        if twice:
            yield row.at(column.key, names=twice, safe=str(_once(value)))


def _once(value: People) -> People:
    return dataclasses.replace(value, names=tuple(dict.fromkeys(value.names)))


@rule(
    "WHO-005",
    ENTRY,
    ERROR,
    each=VOLUNTEERING,
    basis=TEMPLATE,
    says="组织方式是“{kind}”，参加人员里却有{names}。",
    why="外请的不是本支部党员，会被算进党员个人的人数和小时。",
    fix="参加人员只写本支部党员；其实是单位组织的，组织方式改为“单位组织”。",
)
def guest_among_members_serving_by_themselves(row: Row) -> Found:
    """Find guests in a service that is counted as the members' own."""
    value = row["attendees"]
    if row["kind"] == OWN_SERVICE and value is not None and value.outsiders:
        yield row.at("attendees", names=value.outsiders)


@rule(
    "WHO-006",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    says="“{title}”里写了{names}。",
    why="这张表一人一行；几个人写在一行，人数、金额和日期就核对不了。",
    fix="请分开写，一人一行。",
)
def several_on_a_row_of_one(ledgers: Ledgers) -> Found:
    """Find rows about one member that name several, or all."""
    return _several(ledgers, BY_MEMBER)


@rule(
    "WHO-007",
    ENTRY,
    HINT,
    basis=TEMPLATE,
    says="“{title}”里写了{names}。",
    why="这里一般是一个人；谈话一行算一次，按花名册核对身份也要分清是谁。",
    fix="请核对：分别谈的，一次一行；确是几个人一起谈、先后主持的，不用改。",
)
def several_where_one_is_usual(ledgers: Ledgers) -> Found:
    """Find several people, or all, in the chair or on one side of a talk, which may have been so."""
    return _several(ledgers, USUALLY_ONE)


def _several(ledgers: Ledgers, columns: Mapping[str, tuple[str, ...]]) -> Found:
    for row, column, value in people(ledgers):
        named_there = column.key in columns.get(row.ledger.table.key, ())
        if named_there and (value.everyone or len(set(value.names)) > 1):
            yield row.at(column.key, names=value)


RULES = (
    person_not_on_the_roster,
    person_in_charge_not_on_the_roster,
    not_a_member_on_that_day,
    person_named_twice,
    guest_among_members_serving_by_themselves,
    several_on_a_row_of_one,
    several_where_one_is_usual,
)
