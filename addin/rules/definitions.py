"""统计口径, 规定动作, 积分 and the 来源 of 总结底稿: definitions that name what is not there."""

from __future__ import annotations

from collections.abc import Iterator

from addin.basis import DEFINITIONS
from addin.finding import ENTRY, ERROR, WARNING
from addin.indicator import REPORTED, understand
from addin.likeness import ask
from addin.narrative import source
from addin.requirement import no_effect
from addin.rule import Found, rule
from workbook.ledger import Cell, Ledgers, Row
from workbook.selection import Misstated, find_column, find_ledger, select
from workbook.tables import REQUIREMENTS

Fault = tuple[Row, str, Misstated]  # the row, the column the fault stands in, and what is wrong
OFF = "否"


@rule(
    "DEF-001",
    ENTRY,
    ERROR,
    basis=DEFINITIONS,
    says="没有叫“{word}”的台账。",
    why="定义里写的台账找不到，这个数就算不出来。",
    fix="{near}请写台账的表名，一字不差。",
)
def unknown_ledger(ledgers: Ledgers) -> Found:
    """Find definitions that name a sheet which is no ledger."""
    return _named(ledgers, "ledger")


@rule(
    "DEF-002",
    ENTRY,
    ERROR,
    basis=DEFINITIONS,
    says="列名“{word}”不对：{cause}。",
    why="条件和计算按列名找，列名不对就选不出行。",
    fix="{near}请照那张台账表头的列名写，一字不差。",
)
def unknown_column(ledgers: Ledgers) -> Found:
    """Find definitions that name a column which is not there."""
    return _named(ledgers, "column")


@rule(
    "DEF-003",
    ENTRY,
    ERROR,
    basis=DEFINITIONS,
    says="条件“{word}”看不懂。",
    why="条件只认“列名=值”，几个条件之间用“且”。",
    fix="比较只能用 = ≠ ≥ ≤ 含 空 非空，请照“类型=党课 且 学时≥2”的样子改。",
)
def condition_not_understood(ledgers: Ledgers) -> Found:
    """Find conditions without one of the known comparisons."""
    return _named(ledgers, "operator")


@rule(
    "DEF-004",
    ENTRY,
    ERROR,
    basis=DEFINITIONS,
    says="条件里的“{word}”不对：{cause}。",
    why="照这样写，选不出行，这个数就算不出来。",
    fix="{near}请改成那一列会有的值，选项照选项表写；几个条件之间用“且”。",
)
def unknown_value(ledgers: Ledgers) -> Found:
    """Find conditions that test for a value the column never holds."""
    return _named(ledgers, "value")


@rule(
    "DEF-005",
    ENTRY,
    ERROR,
    basis=DEFINITIONS,
    says="计算“{word}”不对：{cause}。",
    why="不知道怎么数，这个数就算不出来。",
    fix="请写 次数、合计(列)、人次(列)、人数(列)、日期(列)、清单(列) 或 填报；合计要数字列，日期要日期列。",
)
def unknown_way_of_counting(ledgers: Ledgers) -> Found:
    """Find ways of counting that do not exist, or that the counted column does not fit."""
    return _named(ledgers, "count")


@rule(
    "DEF-006",
    ENTRY,
    ERROR,
    basis=DEFINITIONS,
    says="来源“{word}”不能逐行写进总结。",
    why="那张表里没有可以写成一句话的列。",
    fix="请改用重点工作台账、问题与打算等台账，写法如“问题与打算：类型=问题”。",
)
def source_that_tells_nothing(ledgers: Ledgers) -> Found:
    """Find narrative sources on a sheet whose rows make no sentences."""
    return _named(ledgers, "source")


@rule(
    "DEF-007",
    ENTRY,
    WARNING,
    each=REQUIREMENTS,
    basis=DEFINITIONS,
    needs=((REQUIREMENTS, "period"), (REQUIREMENTS, "least"), (REQUIREMENTS, "most")),
    says="这一行没有起作用：{cause}。",
    why="不起作用的规定动作，没有做到也查不出来。",
    fix="请改正；不要求的，“启用”填“否”。",
)
def requirement_without_effect(row: Row) -> Found:
    """Find requirements in use that demand nothing which could be held against the ledgers."""
    cause = no_effect(row)
    if cause:
        yield row.at("name", cause=cause)


def _named(ledgers: Ledgers, what: str) -> Iterator[Cell]:
    """Yield the cells of the definitions that misstate `what`."""
    for row, key, error in _faults(ledgers):
        if error.what == what:
            near = error.hint or ask(error.nearest)
            yield row.at(key, word=error.word or "（空着）", near=near, cause=error.cause)


def _faults(ledgers: Ledgers) -> list[Fault]:
    if "misstated" not in ledgers.memo:
        ledgers.memo["misstated"] = [*_counting(ledgers), *_scoring(ledgers), *_telling(ledgers)]
    found: list[Fault] = ledgers.memo["misstated"]
    return found


def _counting(ledgers: Ledgers) -> Iterator[Fault]:
    """Yield the faults of the indicators and of the requirements that are in use."""
    for row in ledgers["indicators"]:
        if row["count"] is not None:
            yield from _counted(row)
    for row in ledgers["requirements"]:
        if row["count"] is not None and row["enabled"] != OFF:
            yield from _counted(row)


def _counted(row: Row) -> Iterator[Fault]:
    """Yield the first fault of a counting definition, in the cell it stands in."""
    if REPORTED not in row["count"]:
        fault = _selected(row)
        if fault is not None:
            yield fault
            return
    try:
        understand(row)
    except Misstated as error:
        yield row, "count", error


def _selected(row: Row) -> Fault | None:
    """Return the fault of a row's ledger or condition, or None."""
    try:
        ledger = find_ledger(row.ledgers, row["ledger"])
    except Misstated as error:
        return row, "ledger", error
    try:
        select(row["condition"], ledger)
    except Misstated as error:
        return row, "condition", error
    return None


def _scoring(ledgers: Ledgers) -> Iterator[Fault]:
    """Yield the faults of the points that are in use."""
    for row in ledgers["points"]:
        if row["enabled"] == OFF or row["ledger"] is None:
            continue
        fault = _selected(row) or _scored(row)
        if fault is not None:
            yield fault


def _scored(row: Row) -> Fault | None:
    try:
        find_column(find_ledger(row.ledgers, row["ledger"]), row["people"] or "")
    except Misstated as error:
        return row, "people", error
    return None


def _telling(ledgers: Ledgers) -> Iterator[Fault]:
    for row in ledgers["narrative"]:
        try:
            source(row)
        except Misstated as error:
            yield row, "source", error


RULES = (
    unknown_ledger, unknown_column, condition_not_understood, unknown_value, unknown_way_of_counting,
    source_that_tells_nothing, requirement_without_effect,
)  # fmt: skip
