"""基本信息: the settings everything else rests on."""

from addin.basis import TEMPLATE
from addin.finding import ENTRY, ERROR, HINT, WARNING
from addin.requirement import APPLIES, Requirement, requirements
from addin.rule import Found, known, rule
from workbook.derive import FIRST
from workbook.doubt import unreadable
from workbook.ledger import Row
from workbook.tables import BASICS


@rule(
    "BASE-001",
    ENTRY,
    ERROR,
    each=BASICS,
    basis=TEMPLATE,
    says="没有填写年度。",
    why="没有年度，就分不清哪些行属于本年，所有数字都算不出来。",
    fix="填四位数字的年度，如 2022。",
)
def year_not_stated(row: Row) -> Found:
    """Find a workbook without a year."""
    if row["year"] is None and not unreadable(row, "year"):
        yield row.at("year")


@rule(
    "BASE-002",
    ENTRY,
    WARNING,
    each=BASICS,
    basis=TEMPLATE,
    says="“{title}”还是样本里的“某某”。",
    why="它会原样写进总结和文件名。",
    fix="改成与公章一致的名称。",
)
def name_still_a_sample(row: Row) -> Found:
    """Find 某某 in the names of the unit and the branch."""
    for key in ("unit", "unit_short", "branch", "superior", "sector"):
        if known(row[key]) and "某某" in row[key]:
            yield row.at(key)


@rule(
    "BASE-003",
    ENTRY,
    HINT,
    each=BASICS,
    basis=TEMPLATE,
    says="没有填写“{title}”。",
    why="规定动作“{names}”等只要求这样的支部，空着就不核对。",
    fix="按本单位的情况填“是”或“否”。",
)
def kind_of_branch_not_stated(row: Row) -> Found:
    """Find a workbook that does not say of which kind the branch is, where requirements depend on it."""
    for applies, key in APPLIES.items():
        if row["year"] is not None and row[key] is None and not unreadable(row, key):
            asked = [each for each in row.ledgers["requirements"] if each["applies"] == applies]
            if asked and asked[0]["enabled"] != "否":
                yield row.at(key, names=asked[0]["name"])


@rule(
    "BASE-004",
    ENTRY,
    HINT,
    each=BASICS,
    basis=TEMPLATE,
    says="没有填写“{title}”。",
    why="规定动作“{names}”要看主讲人是不是党组书记，空着就核对不了。",
    fix="填党组（党委）书记的姓名；空着的，这一项列为待核。",
)
def leading_secretary_not_named(row: Row) -> Found:
    """Find a workbook that does not name the secretary of whom a requirement in use asks."""
    asking = [each.name for each in requirements(row.ledgers) if _asks_for_leading_secretary(each)]
    if asking and row["leading_secretary"] is None:
        yield row.at("leading_secretary", names=tuple(asking))


def _asks_for_leading_secretary(requirement: Requirement) -> bool:
    return any(FIRST in clause.values and clause.column.told_by for clause in requirement.selection.clauses)


RULES = (year_not_stated, name_still_a_sample, kind_of_branch_not_stated, leading_secretary_not_named)
