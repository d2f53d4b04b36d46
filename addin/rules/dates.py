"""Days of rows against the workbook's year, the as-of date and one another."""

import datetime as dt
from collections.abc import Iterator

from addin.basis import CALENDAR, TEMPLATE
from addin.finding import ENTRY, ERROR, HINT, WARNING
from addin.rule import Found, known, rows_of, rule
from workbook.ledger import Cell, Ledgers, Row
from workbook.spec import Table
from workbook.tables import (
    ACTIVITIES,
    BASICS,
    CHANGES,
    DOCUMENTS,
    DUTIES,
    ELECTION,
    HONOURS,
    INDICATORS,
    KEY_WORK,
    MEMBERS,
    OUTCOMES,
    PROBLEMS,
    PROJECTS,
    SELF_CHECKS,
    TALKS,
    TASKS,
    THEMES,
    VOLUNTEERING,
    VOTES,
    WORDINGS,
)
from workbook.values import Deadline

THIS_YEAR = (ACTIVITIES, VOLUNTEERING, TALKS, OUTCOMES, VOTES)  # events: only this year's belong here
ANY_YEAR = (DOCUMENTS, HONOURS, PROBLEMS, SELF_CHECKS, CHANGES)  # older rows may be kept for reference
PAIRS = (
    (PROJECTS, "begin", "due"),
    (PROJECTS, "begin", "done"),
    (PROJECTS, "approved", "accepted"),
    (PROBLEMS, "found", "done"),
    (THEMES, "begin", "end"),
    (INDICATORS, "begin", "end"),
    (WORDINGS, "begin", "end"),
    (BASICS, "term_from", "term_to"),
    (MEMBERS, "born", "joined"),
    (MEMBERS, "joined", "confirmed"),
    (MEMBERS, "arrived", "left"),
)


@rule(
    "DATE-001",
    ENTRY,
    ERROR,
    basis=CALENDAR,
    says="{day}与本工作簿的 {year} 年相差一年以上。",
    why="多半是年份打错了，这一行不会计入本年。",
    fix="请按原始材料核对年份。",
)
def day_years_away(ledgers: Ledgers) -> Found:
    """Find events dated more than a year before or after the workbook's year."""
    for row, away in _away(ledgers, *THIS_YEAR):
        if abs(away) > 1:
            yield _cell(row)


@rule(
    "DATE-002",
    ENTRY,
    WARNING,
    basis=CALENDAR,
    says="{day}不在 {year} 年，没有计入本年。",
    why="没有写归属年度的，按日期所在的年度算。",
    fix="日期打错的请改正；确属本年度工作的，在“归属年度”里填 {year}；别的年度的，移到那一年的工作簿。",
)
def event_of_another_year(ledgers: Ledgers) -> Found:
    """Find events of the year before or after that no 归属年度 brings here."""
    for row, away in _away(ledgers, *THIS_YEAR):
        if abs(away) == 1 and not _stated(row):
            yield _cell(row)


@rule(
    "DATE-003",
    ENTRY,
    HINT,
    basis=CALENDAR,
    says="{day}不在 {year} 年，没有计入本年。",
    why="没有写归属年度的，按日期所在的年度算。",
    fix="留作参考的不用处理；日期打错的请改正；应计入本年的，在“归属年度”里填 {year}。",
)
def row_of_another_year(ledgers: Ledgers) -> Found:
    """Find papers, honours and the like of other years, which may be kept for reference."""
    for row, away in _away(ledgers, *ANY_YEAR):
        if away and not _stated(row):
            yield _cell(row)


def _away(ledgers: Ledgers, *tables: Table) -> Iterator[tuple[Row, int]]:
    """Yield the dated rows of `tables`, each with the years between it and the workbook's year."""
    for row in rows_of(ledgers, *tables):
        if known(row.day, ledgers.year) and row.day and ledgers.year:
            yield row, row.day.year - ledgers.year


def _stated(row: Row) -> bool:
    return row.ledger.table.has("year") and row["year"] is not None


def _cell(row: Row) -> Cell:
    return row.at(row.ledger.table.dated, day=row.day, year=row.ledgers.year)


@rule(
    "DATE-004",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    says="归属年度 {stated} 与日期 {day}相差太远。",
    why="归属年度用于上一年度的组织生活会等在今年初召开的情形。",
    fix="请核对归属年度；与日期同年的可以空着。",
)
def stated_year_far_from_its_day(ledgers: Ledgers) -> Found:
    """Find a 归属年度 that is neither the year of the day nor the year before."""
    for row in rows_of(ledgers, *THIS_YEAR, *ANY_YEAR):
        if row.day is not None and _stated(row) and not 0 <= row.day.year - int(row["year"]) <= 1:
            yield row.at("year", stated=row["year"], day=row.day)


@rule(
    "DATE-005",
    ENTRY,
    WARNING,
    basis=CALENDAR,
    says="{day}还没有到，这一次没有计入。",
    why="总结只写已经做了的事。",
    fix="日期打错的请改正；还没有发生的，等做了再登记。",
)
def day_that_has_not_come(ledgers: Ledgers) -> Found:
    """Find rows of this year dated after today; what only an earlier as-of date cuts is no fault."""
    for row in rows_of(ledgers, *THIS_YEAR, *ANY_YEAR, ELECTION):
        to_come = row.is_later and row.day is not None and row.day > ledgers.today
        if to_come and ledgers.year in (None, row.year):
            yield row.at(row.ledger.table.dated, day=row.day)


@rule(
    "DATE-006",
    ENTRY,
    ERROR,
    basis=CALENDAR,
    says="“{title}”{end}早于“{other}”{start}。",
    why="先有开始，后有结束，两个日期有一个写错了。",
    fix="请按原始材料核对两个日期。",
)
def end_before_start(ledgers: Ledgers) -> Found:
    """Find two days of a row in the wrong order."""
    for table, first, last in PAIRS:
        for row in ledgers[table.key]:
            start, end = row[first], _day(row[last])
            if known(start, end) and end < start:
                yield row.at(last, start=start, end=end, other=table[first].title)


def _day(value: dt.date | Deadline | None) -> dt.date | None:
    return value.day if isinstance(value, Deadline) else value


@rule(
    "DATE-007",
    ENTRY,
    WARNING,
    each=(PROJECTS, TASKS, DUTIES, KEY_WORK),
    basis=CALENDAR,
    says="完成时限 {due}在本年以前。",
    why="多半是去年的清单留下来的时限，会一直显示逾期。",
    fix="本年的工作请改成本年的时限；去年已办结的，不列入本年清单。",
)
def deadline_of_an_earlier_year(row: Row) -> Found:
    """Find time limits that lie before the workbook's year."""
    day = _day(row["due"])
    if known(day, row.ledgers.year) and day and day.year < (row.ledgers.year or 0):
        yield row.at("due")


RULES = (
    day_years_away, event_of_another_year, row_of_another_year, stated_year_far_from_its_day,
    day_that_has_not_come, end_before_start, deadline_of_an_earlier_year,
)  # fmt: skip
