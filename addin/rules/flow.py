"""The flow of members: at year's start, plus who came, less who went, makes the roster of today."""

import datetime as dt

from addin.basis import ARITHMETIC, TEMPLATE
from addin.finding import ENTRY, HINT, WARNING
from addin.rule import Found, known, rule
from workbook.ledger import Ledgers, Row
from workbook.roster import member, members_on
from workbook.tables import CHANGES, MEMBERS

STEPS = {"joined": "发展", "confirmed": "转正"}  # a day on the roster: the kind of change that tells of it
COMING = ("转入", "发展")
ENDING = ("取消预备党员资格", "其他减少")
GOING = ("转出", *ENDING)
ROSTER = tuple((MEMBERS, key) for key in ("name", "joined", "arrived", "left"))
NEEDS = (*ROSTER, (CHANGES, "date"), (CHANGES, "name"), (CHANGES, "kind"))


@rule(
    "CHG-004",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    needs=((MEMBERS, "confirmed"), *NEEDS),
    says="花名册上{name}的“{title}”在本年，党员变动台账里没有“{label}”的这一行。",
    why="发展、转正的人数从变动台账数。",
    fix="请核对：确有这次变动的，在党员变动台账登一行；花名册填错的，改正这个日期。",
)
def step_that_the_changes_do_not_show(ledgers: Ledgers) -> Found:
    """Find members who joined or were confirmed here this year without a row among the changes."""
    told = {(name, row["kind"]) for row in ledgers["changes"] for name in _names(row)}
    for row in ledgers["members"]:
        for key, kind in STEPS.items():
            if row["name"] and _here_this_year(row, key) and (row["name"], kind) not in told:
                yield row.at(key, label=kind)


def _here_this_year(row: Row, key: str) -> bool:
    """Tell whether a day lies in the year, up to the as-of date, while the member was in this branch."""
    day, came, left = row[key], row["arrived"] or dt.date.min, row["left"] or dt.date.max
    return bool(day) and day.year == row.ledgers.year and day <= row.ledgers.as_of and came <= day < left


def _names(row: Row) -> tuple[str, ...]:
    return row["name"].names if row["name"] else ()


@rule(
    "CHG-005",
    ENTRY,
    WARNING,
    each=CHANGES,
    basis=TEMPLATE,
    needs=ROSTER,
    says="{kind}登记为 {date}，花名册上{person}的“转出日期”是{held}。",
    why="不再是本支部党员的，从花名册的转出日期起不计入应到和党员总数。",
    fix="请核对，改正写错的一处；花名册上的这一行不用删除。",
)
def reduction_that_the_roster_does_not_show(row: Row) -> Found:
    """Find members who ceased to be members by the changes and are still counted by the roster."""
    for name in _names(row) if row["kind"] in ENDING and known(row["date"]) else ():
        entry = member(row.ledgers, name)
        if entry is not None and entry["left"] != row["date"]:
            yield row.at("date", person=name, held=entry["left"] or "空着的")


@rule(
    "CHG-006",
    ENTRY,
    HINT,
    basis=ARITHMETIC,
    needs=NEEDS,
    says="年初 {first} 人，本年增加 {come} 人、减少 {gone} 人，应有 {total} 人；花名册上是 {people} 人。",
    why="年初人数加增减，应当等于现在的在册人数。",
    fix="请对照花名册的入党、转入、转出日期，逐人核对变动台账，改正写错的一处。",
)
def members_that_do_not_add_up(ledgers: Ledgers) -> Found:
    """Find a year whose members at its start and the changes do not make the roster of the as-of date."""
    if ledgers.year is None:
        return
    first = len(members_on(ledgers, dt.date(ledgers.year, 1, 1) - dt.timedelta(days=1)))
    come, gone = _moved(ledgers, COMING), _moved(ledgers, GOING)
    total, people = first + come - gone, len(members_on(ledgers, None))
    if total != people:
        facts = {"first": first, "come": come, "gone": gone, "total": total, "people": people}
        changes = ledgers["changes"]
        yield changes.cell("kind", changes.header, facts)


def _moved(ledgers: Ledgers, kinds: tuple[str, ...]) -> int:
    """Count the people of the year's changes of these kinds up to the as-of date."""
    rows = (row for row in ledgers["changes"] if row["kind"] in kinds and row["date"])
    own = (row for row in rows if row["date"].year == ledgers.year and row["date"] <= ledgers.as_of)
    return sum(len(_names(row)) for row in own)


RULES = (
    step_that_the_changes_do_not_show, reduction_that_the_roster_does_not_show, members_that_do_not_add_up,
)  # fmt: skip
