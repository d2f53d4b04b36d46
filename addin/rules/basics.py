"""基本信息: the settings everything else rests on."""

from addin.basis import TEMPLATE
from addin.finding import ENTRY, ERROR, WARNING
from addin.rule import Found, known, rule
from workbook.ledger import Row
from workbook.selection import unreadable
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


RULES = (year_not_stated, name_still_a_sample)
