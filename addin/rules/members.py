"""党员花名册: the roster everything about people rests on."""

from collections import defaultdict
from itertools import combinations

from addin.basis import CONSTITUTION, TEMPLATE
from addin.finding import ENTRY, ERROR, WARNING
from addin.rule import Found, known, rule
from workbook.ledger import Ledgers, Row
from workbook.roster import HEAD, members_on
from workbook.tables import MEMBERS

OF_AGE = 18


@rule(
    "WHO-010",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="{name}在花名册上登了两行。",
    why="党员总数和应到人数会多算一个。",
    fix="同一个人只留一行；同名的两个人，姓名后加后缀区分，如“李伟（办）”。",
)
def member_listed_twice(ledgers: Ledgers) -> Found:
    """Find a member with two rows at a time; one who left and came back may have two."""
    for rows in _by_name(ledgers).values():
        if _same_person(rows) and _overlap(rows):
            yield rows[-1].at("name")


@rule(
    "WHO-011",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="有两名党员都叫{name}。",
    why="台账里只写姓名，分不清是哪一位，人数会算错。",
    fix="姓名后加后缀区分，如“{name}（办）”，台账里也照样写。",
)
def namesakes_without_a_suffix(ledgers: Ledgers) -> Found:
    """Find two members of one name."""
    for rows in _by_name(ledgers).values():
        if not _same_person(rows):
            for row in rows:
                yield row.at("name")


def _by_name(ledgers: Ledgers) -> dict[str, list[Row]]:
    """Return the roster rows of every name that stands there more than once."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in ledgers["members"]:
        if row["name"]:
            groups[row["name"]].append(row)
    return {name: rows for name, rows in groups.items() if len(rows) > 1}


def _same_person(rows: list[Row]) -> bool:
    """Tell whether rows of one name are one person: nothing that never changes differs."""
    return all(
        len({row[key] for row in rows if row[key] is not None}) <= 1 for key in ("joined", "born", "sex")
    )


def _overlap(rows: list[Row]) -> bool:
    """Tell whether two of the rows hold on one day: none is closed before the other begins."""
    return any(not (_closed(one, two) or _closed(two, one)) for one, two in combinations(rows, 2))


def _closed(one: Row, two: Row) -> bool:
    return known(one["left"], two["arrived"]) and one["left"] <= two["arrived"]


@rule(
    "WHO-012",
    ENTRY,
    WARNING,
    each=MEMBERS,
    basis=CONSTITUTION,
    says="入党日期 {joined}时未满 {age} 岁。",
    why="申请入党须年满十八岁。",
    fix="请按档案核对出生年月和入党日期。",
)
def joined_under_age(row: Row) -> Found:
    """Find members who would have joined before they were of age."""
    if known(row["born"], row["joined"]):
        months = (row["joined"].year - row["born"].year) * 12 + row["joined"].month - row["born"].month
        if 0 <= months < OF_AGE * 12:
            yield row.at("joined", age=OF_AGE)


@rule(
    "WHO-013",
    ENTRY,
    ERROR,
    each=MEMBERS,
    basis=TEMPLATE,
    says="{name}已填转正日期，类别仍是预备党员。",
    why="正式党员数、预备党员数和表决人数都按类别数。",
    fix="已经转正的，类别改为“正式党员”；没有转正的，清空转正日期。",
)
def probationary_with_a_day_of_confirmation(row: Row) -> Found:
    """Find probationary members who were confirmed by the as-of date."""
    if row["standing"] == "预备党员" and known(row["confirmed"]) and row["confirmed"] <= row.ledgers.as_of:
        yield row.at("standing")


@rule(
    "WHO-014",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    says="{name}没有编入党小组。",
    why="支部划分了党小组，不在小组里的人不计入党小组会的应到。",
    fix="请在“党小组”一列选他所在的小组。",
)
def member_without_a_group(ledgers: Ledgers) -> Found:
    """Find members outside every Party group where the branch has groups."""
    if ledgers.setting("has_groups") == "是":
        for row in members_on(ledgers, None):
            if row["group"] is None and row["head"] != HEAD:  # a head is told so by a rule of his own
                yield row.at("group")


@rule(
    "WHO-015",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    says="花名册上有两位在任的书记。",
    why="书记上党课的次数按花名册上的职务数。",
    fix="卸任的请改党内职务，或填写转出日期。",
)
def two_secretaries(ledgers: Ledgers) -> Found:
    """Find a second secretary at the as-of date."""
    secretaries = [row for row in members_on(ledgers, None) if row["post"] == "书记"]
    for row in secretaries[1:]:
        yield row.at("post")


RULES = (
    member_listed_twice, namesakes_without_a_suffix, joined_under_age,
    probationary_with_a_day_of_confirmation, member_without_a_group, two_secretaries,
)  # fmt: skip
