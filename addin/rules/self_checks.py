"""专项自查台账: a zero is a report, a blank is none."""

from addin.basis import ARITHMETIC, TEMPLATE
from addin.finding import ENTRY, ERROR, WARNING
from addin.rule import Found, known, rule
from workbook.doubt import unreadable
from workbook.ledger import Row
from workbook.tables import SELF_CHECKS


@rule(
    "CHECK-001",
    ENTRY,
    ERROR,
    each=SELF_CHECKS,
    basis=ARITHMETIC,
    says="已整改 {rectified} 个，多于发现的 {problems} 个。",
    why="整改的问题都应当在发现的问题之内。",
    fix="请按自查记录核对两个数。",
)
def more_rectified_than_found(row: Row) -> Found:
    """Find more problems put right than found."""
    if known(row["rectified"], row["problems"]) and row["rectified"] > row["problems"]:
        yield row.at("rectified")


@rule(
    "CHECK-002",
    ENTRY,
    WARNING,
    each=SELF_CHECKS,
    basis=TEMPLATE,
    says="填了发现问题数 {problems}，没有自查日期。",
    why="没有日期，这一项不算查过，问题数也不会计入。",
    fix="查过的，按记录填自查日期；还没有查的，清空发现问题数。",
)
def problems_found_on_no_day(row: Row) -> Found:
    """Find results of self-checks that have no day."""
    if row["problems"] is not None and row["date"] is None and not unreadable(row, "date"):
        yield row.at("date")


@rule(
    "CHECK-003",
    ENTRY,
    WARNING,
    each=SELF_CHECKS,
    basis=TEMPLATE,
    says="{date}自查过，没有填发现问题数。",
    why="空着不等于没有问题；查过而没有问题的填 0，就是零报告。",
    fix="按自查记录填写；记录里查不到的先空着。",
)
def self_check_without_a_result(row: Row) -> Found:
    """Find self-checks that do not say what was found."""
    if row["date"] is not None and row["problems"] is None and not unreadable(row, "problems"):
        yield row.at("problems")


RULES = (more_rectified_than_found, problems_found_on_no_day, self_check_without_a_result)
