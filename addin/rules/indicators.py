"""统计口径: each indicator has one name, and a number no ledger can give has its source."""

from collections import defaultdict

from addin.basis import DEFINITIONS
from addin.finding import ENTRY, ERROR, HINT, WARNING
from addin.indicator import EVIDENCED, REPORTED, figure
from addin.narrative import fixed_names
from addin.rule import Found, rule
from workbook.doubt import unreadable
from workbook.ledger import Ledgers, Row
from workbook.tables import INDICATORS


@rule(
    "DEF-010",
    ENTRY,
    ERROR,
    basis=DEFINITIONS,
    says="指标“{name}”与第 {other} 行同名。",
    why="总结底稿按名字取数，同名的只有一个会用上。",
    fix="请给其中一个改名，或删去多余的一行。",
)
def indicator_named_twice(ledgers: Ledgers) -> Found:
    """Find a second indicator of one name."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in ledgers["indicators"]:
        if row["name"] is not None:
            rows[row["name"]].append(row)
    for first, *others in rows.values():
        for row in others:
            yield row.at("name", other=first.number)


@rule(
    "DEF-011",
    ENTRY,
    ERROR,
    each=INDICATORS,
    basis=DEFINITIONS,
    says="“{name}”是填报的数，没有写出处。",
    why="台账里数不出来的数，要能说清是从哪里来的。",
    fix="写明来自哪份文件、哪个通报；说不清的，不写进总结。",
)
def reported_without_a_source(row: Row) -> Found:
    """Find stated numbers that name no source."""
    if _is_reported(row) and row["stated"] is not None and row["source"] is None:
        yield row.at("source")


@rule(
    "DEF-012",
    ENTRY,
    WARNING,
    each=INDICATORS,
    basis=DEFINITIONS,
    says="“{name}”是填报的数，填报值空着。",
    why="总结用到它的地方会写成待补。",
    fix="有依据的，填上数值和出处；没有的，从总结底稿里去掉这个数。",
)
def reported_without_a_value(row: Row) -> Found:
    """Find numbers to be stated that nobody stated."""
    if _is_reported(row) and row["stated"] is None and not unreadable(row, "stated"):
        yield row.at("stated")


@rule(
    "DEF-013",
    ENTRY,
    HINT,
    each=INDICATORS,
    basis=DEFINITIONS,
    says="“{name}”由台账数出，填报值用不上。",
    why="填报值只在计算写“填报”时使用。",
    fix="要用所填的数，把计算改为“填报”并写出处；否则清空填报值。",
)
def stated_though_counted(row: Row) -> Found:
    """Find stated values of indicators that are counted from rows."""
    if row["stated"] is not None and row["count"] is not None and not _is_reported(row):
        yield row.at("stated")


def _is_reported(row: Row) -> bool:
    return (row["count"] or "").strip() == REPORTED


@rule(
    "DEF-014",
    ENTRY,
    ERROR,
    each=INDICATORS,
    basis=DEFINITIONS,
    says="“{name}”已确认为零，台账里却有 {rows} 行。",
    why="两处矛盾；现按台账里的行数。",
    fix="行登对了的，清空零值确认；行登错了的，请改正那些行。",
)
def zero_confirmed_though_there_are_rows(row: Row) -> Found:
    """Find indicators confirmed to be zero that rows contradict."""
    if row["zero"] == "是" and row["name"] is not None:
        found = figure(row)
        if found.state == EVIDENCED:
            yield row.at("zero", rows=len(found.rows), safe="")


@rule(
    "DEF-015",
    ENTRY,
    WARNING,
    basis=DEFINITIONS,
    says="指标“{name}”与基本信息、规范表述或年度主题里的名称同名。",
    why="总结底稿里写这个名字，分不清要哪一个。",
    fix="请给指标换个名字，如在后面加上“次数”“人数”。",
)
def indicator_named_like_a_setting(ledgers: Ledgers) -> Found:
    """Find indicators whose name a setting, a formulation or the theme bears too."""
    fixed = fixed_names(ledgers)
    for row in ledgers["indicators"]:
        if row["name"] in fixed:
            yield row.at("name")


RULES = (
    indicator_named_twice, reported_without_a_source, reported_without_a_value, stated_though_counted,
    zero_confirmed_though_there_are_rows, indicator_named_like_a_setting,
)  # fmt: skip
