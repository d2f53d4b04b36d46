"""党员变动台账 against 党员花名册: both tell when a member came, went, joined or was confirmed."""

from addin.basis import DECIDING, TEMPLATE
from addin.finding import ENTRY, WARNING
from addin.rule import Found, Need, known, rule
from workbook.ledger import Ledgers, Row
from workbook.roster import member
from workbook.tables import CHANGES, MEMBERS

# Kind of change: the roster's column of that day. The day of 转正 may be the end of the probation.
ROSTER_DAY = {"转入": "arrived", "转出": "left", "发展": "joined", "转正": "confirmed"}
EXACT = ("转入", "转出", "发展")
NEEDS: tuple[Need, ...] = tuple((MEMBERS, key) for key in ("name", *ROSTER_DAY.values()))


@rule(
    "CHG-001",
    ENTRY,
    WARNING,
    each=CHANGES,
    basis=TEMPLATE,
    needs=NEEDS,
    says="{kind}登记为 {date}，花名册上{person}的“{other}”是{held}。",
    why="应到人数按花名册算，两处不一致，当日在册的人就算错了。",
    fix="请按组织关系材料核对，改正写错的一处。",
)
def change_that_the_roster_does_not_show(row: Row) -> Found:
    """Find changes whose day the roster lacks or states otherwise."""
    for name in row["name"].names if row["name"] else ():
        entry, key = member(row.ledgers, name), ROSTER_DAY.get(row["kind"])
        if entry is not None and key is not None and known(row["date"]) and _differs(row, entry[key]):
            other = entry.ledger.table[key].title
            yield row.at("date", person=name, other=other, held=entry[key] or "空着的")


def _differs(row: Row, day: object) -> bool:
    return day is None or (row["kind"] in EXACT and day != row["date"])


@rule(
    "CHG-002",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    needs=((CHANGES, "name"), (CHANGES, "kind"), (MEMBERS, "name")),
    says="花名册上{name}本年有“{title}”，党员变动台账里没有这一行。",
    why="转入、转出的人数从变动台账数。",
    fix="请核对：确有变动的，在党员变动台账登一行；花名册填错的，改正这个日期。",
)
def move_that_the_changes_do_not_show(ledgers: Ledgers) -> Found:
    """Find members who came or left this year without a row among the changes."""
    kinds = {(name, row["kind"]) for row in ledgers["changes"] if row["name"] for name in row["name"].names}
    leaving = {"转出", "其他减少", "取消预备党员资格"}
    for row in ledgers["members"]:
        if _this_year(row, "arrived") and (row["name"], "转入") not in kinds:
            yield row.at("arrived")
        if _this_year(row, "left") and not any((row["name"], kind) in kinds for kind in leaving):
            yield row.at("left")


def _this_year(row: Row, key: str) -> bool:
    return known(row[key]) and row[key].year == row.ledgers.year and row[key] <= row.ledgers.as_of


@rule(
    "CHG-003",
    ENTRY,
    WARNING,
    each=CHANGES,
    basis=DECIDING,
    says="“{title}”{meeting}不是党员大会。",
    why="发展、转正由党员大会作出决议。",
    fix="请核对编号，填作出决议的那次党员大会。",
)
def resolution_of_another_meeting(row: Row) -> Found:
    """Find changes whose resolution points at an activity that is no general meeting."""
    meeting = row.ledgers["activities"].by_id.get(row["meeting"] or "")
    if meeting is not None and meeting["kind"] not in (None, "党员大会"):
        yield row.at("meeting")


RULES = (
    change_that_the_roster_does_not_show,
    move_that_the_changes_do_not_show,
    resolution_of_another_meeting,
)
