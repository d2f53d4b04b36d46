"""专项自查台账: a zero is a report, a blank is none."""

from addin.basis import ARITHMETIC, TEMPLATE
from addin.finding import ENTRY, ERROR, HINT, SHORTFALL, WARNING
from addin.rule import Found, known, rule
from workbook.doubt import unreadable
from workbook.ledger import Row
from workbook.tables import SELF_CHECKS

DECEMBER = 12


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


@rule(
    "CHECK-004",
    ENTRY,
    WARNING,
    each=SELF_CHECKS,
    basis=TEMPLATE,
    says="发现问题 {problems} 个，没有填已整改数。",
    why="空着分不清是没有整改还是没有登，整改的合计因此待补。",
    fix="请按整改材料填写；查明还没有整改的填 0。",
)
def problems_without_the_number_put_right(row: Row) -> Found:
    """Find self-checks with problems that do not say how many were put right."""
    if row["problems"] and row["rectified"] is None and not unreadable(row, "rectified"):
        yield row.at("rectified")


@rule(
    "CHECK-005",
    SHORTFALL,
    HINT,
    each=SELF_CHECKS,
    basis=TEMPLATE,
    says="发现问题 {problems} 个，已整改 {rectified} 个。",
    why="年度结束时，还有问题没有整改到位。",
    fix="整改了的，按材料更新已整改数；还在整改的如实保留，可写进问题与打算或情况说明。",
)
def problems_left_at_the_end_of_the_year(row: Row) -> Found:
    """Find self-checks whose problems were not all put right when the year was over."""
    told = known(row["rectified"], row["problems"]) and row.year == row.ledgers.year
    if told and row["rectified"] < row["problems"] and row.ledgers.is_over(DECEMBER):
        yield row.at("rectified")


RULES = (
    more_rectified_than_found, problems_found_on_no_day, self_check_without_a_result,
    problems_without_the_number_put_right, problems_left_at_the_end_of_the_year,
)  # fmt: skip
