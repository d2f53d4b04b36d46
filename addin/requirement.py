"""规定动作 (Requirement): what must happen how often, and how it stands in each period of the year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from addin.indicator import COUNTERS, Indicator, pick, understand
from workbook.ledger import Ledgers, Row
from workbook.roster import members_on
from workbook.selection import Misstated, Picked, Selection

MET, UNCLEAR, DUE, MISSED, COMING, NOT_ASKED = "已达到", "待核", "须办", "未达到", "未到", "不适用"
PERIODS = {"月": 1, "季": 3, "半年": 6, "年": 12}  # months
NAMES = {
    1: tuple(f"{month}月" for month in range(1, 13)),
    3: ("第一季度", "第二季度", "第三季度", "第四季度"),
    6: ("上半年", "下半年"),
    12: ("全年",),
}
APPLIES = {"设支委会": "has_committee", "划分党小组": "has_groups", "设党组": "has_leading_group"}
COUNTED = {"次数": "次", "人数": "人", "人次": "人次"}
AMOUNTS = (*COUNTED, "合计")
FOR_ALL = "都适用"
ON, YES = "是", "是"
DAY = dt.timedelta(1)


class Period(NamedTuple):
    """A part of the year: what it is called, its first and last day, and the last day with its grace."""

    name: str
    begin: dt.date
    end: dt.date
    last: dt.date


class Requirement(NamedTuple):
    """A row of 规定动作, understood: what to count, and at least (at most) how much of it in each period."""

    row: Row
    indicator: Indicator
    periods: tuple[Period, ...]
    least: float
    most: float | None = None

    @property
    def name(self) -> str:
        """Return what is required, as the office calls it: 召开支委会."""
        return str(self.row["name"])

    @property
    def code(self) -> str:
        """Return what its findings are called by: its number, or its name."""
        return str(self.row["id"] or self.row["name"])

    @property
    def selection(self) -> Selection:
        """Return which rows count."""
        assert self.indicator.selection is not None  # a requirement is never a number somebody states
        return self.indicator.selection

    @property
    def demand(self) -> str:
        """Write what is demanded: 每月至少 1 次."""
        bounds = [f"至少 {self.least:g}"] if self.least else []
        bounds += [f"至多 {self.most:g}"] if self.most is not None else []
        return f"每{self.row['period']}{'、'.join(bounds)} {self.unit}".rstrip()

    @property
    def unit(self) -> str:
        """Return in what is counted: 次, 人, 人次, or the unit of the column."""
        column = self.indicator.column
        return COUNTED.get(self.indicator.way) or (column.unit if column else "")

    @property
    def kinds(self) -> set[str]:
        """Return the kinds of events the selection names."""
        clauses = (clause for clause in self.selection.clauses if clause.column.key == "kind")
        return {str(value) for clause in clauses for value in clause.values}


class Standing(NamedTuple):
    """How a requirement stands in one period: its state, the rows that count, and how much they come to.

    `doubtful` are rows of which nobody can tell, because a tested or counted cell is blank or unreadable.
    """

    requirement: Requirement
    period: Period
    state: str
    amount: Any
    rows: tuple[Row, ...]
    doubtful: tuple[Row, ...] = ()


def requirements(ledgers: Ledgers) -> list[Requirement]:
    """Return what is required here this year: rows that are in use, apply, and can be understood."""
    if ledgers.year is None:
        return []
    rows = (row for row in ledgers["requirements"] if _applies(row) and not no_effect(row))
    return [found for row in rows for found in _understood(row)]


def standings(requirement: Requirement) -> list[Standing]:
    """Return how `requirement` stands in each period of the workbook's year."""
    picked, now = _picked(requirement), requirement.row.ledgers.now
    held, doubtful = _by_period(requirement, picked.rows), _by_period(requirement, picked.doubtful)
    undated = tuple(row for row in picked.doubtful if row.day is None)
    return [
        _standing(requirement, period, tuple(held[place]), (*doubtful[place], *undated), now)
        for place, period in enumerate(requirement.periods)
    ]


def no_effect(row: Row) -> str:
    """Say why a row that is in use demands nothing that could be held against the ledgers, or nothing."""
    least, most = row["least"] or 0, row["most"]
    faults = {
        f"周期“{row['period'] or ''}”不能核对，要写月、季、半年或年": row["period"] not in PERIODS,
        f"适用情形“{row['applies']}”判断不了": row["applies"] not in (None, FOR_ALL, *APPLIES),
        "最少和最多都没有填": not least and most is None,
        "最少大于最多": most is not None and least > most,
        **_uncountable(row),
    }
    return next((fault for fault, holds in faults.items() if holds), "") if row["enabled"] == ON else ""


def _uncountable(row: Row) -> dict[str, bool]:
    """Return what keeps a definition that can be understood from being counted by period."""
    try:
        indicator = understand(row)
    except Misstated:  # which is told at its cell
        return {}
    dated = indicator.selection is not None and bool(indicator.selection.ledger.table.dated)
    return {
        f"“{row['count']}”得不出可以比的数": indicator.way not in AMOUNTS,
        f"“{row['ledger']}”没有日期，分不出期间": not dated,
    }


def _applies(row: Row) -> bool:
    """Tell whether a row is in use this year and is meant for a branch like this one; a blank is no yes."""
    ledgers = row.ledgers
    setting = APPLIES.get(row["applies"] or "")
    begun = row["since"] is None or (ledgers.year or 0) >= row["since"]
    return row["enabled"] == ON and begun and (setting is None or ledgers.setting(setting) == YES)


def _understood(row: Row) -> Iterator[Requirement]:
    """Yield the requirement of a row; one that is misstated is the matter of a rule."""
    year, months = row.ledgers.year, PERIODS[row["period"]]
    try:
        indicator = understand(row)
    except Misstated:
        return
    if year is not None and row["name"]:
        periods = _periods(year, months, _grace(row))
        yield Requirement(row, indicator, periods, row["least"] or 0, row["most"])


def _grace(row: Row) -> int:
    """Return by how many months of the next year what belongs to this one may still be held."""
    return int(row["grace"] or 0)


def _periods(year: int, months: int, grace: int) -> tuple[Period, ...]:
    return tuple(
        _period(name, year, number * months + 1, months, grace) for number, name in enumerate(NAMES[months])
    )


def _period(name: str, year: int, first: int, months: int, grace: int) -> Period:
    end = _month_end(year, first + months - 1)
    graced = _month_end(year + 1, grace) if grace and end.month == 12 else end
    return Period(name, dt.date(year, first, 1), end, graced)


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year + month // 12, month % 12 + 1, 1) - DAY


def _picked(requirement: Requirement) -> Picked:
    """Pick the rows of the year that count; those of which nobody can tell are doubtful and nothing else."""
    picked = pick(requirement.indicator)
    open_ = set(picked.doubtful)
    return Picked(tuple(row for row in picked.rows if row not in open_), picked.doubtful)


def _by_period(requirement: Requirement, rows: Iterable[Row]) -> list[list[Row]]:
    """Sort rows into the periods; what belongs to the year but was held beside it counts at its end."""
    found: list[list[Row]] = [[] for _ in requirement.periods]
    months, year = 12 // len(requirement.periods), requirement.periods[0].begin.year
    for row in rows:
        day = row.day
        if day is not None:
            month = day.month if day.year == year else (1 if day.year < year else 12)
            found[(month - 1) // months].append(row)
    return found


def _standing(
    requirement: Requirement,
    period: Period,
    rows: tuple[Row, ...],
    doubtful: tuple[Row, ...],
    now: dt.date,
) -> Standing:
    amount = COUNTERS[requirement.indicator.way](rows, requirement.indicator.column)
    untold = any(clause.is_untold(requirement.row.ledgers) for clause in requirement.selection.clauses)
    state = _state(period, amount >= requirement.least, bool(doubtful) or untold, now)
    if state in (MISSED, DUE) and not _is_asked(requirement.row.ledgers, period):
        state = NOT_ASKED
    return Standing(requirement, period, state, amount, rows, doubtful)


def _is_asked(ledgers: Ledgers, period: Period) -> bool:
    """Tell whether there was a branch by the end of `period`: somebody on the roster, where one is kept."""
    return not ledgers["members"].rows or bool(members_on(ledgers, period.end))


def _state(period: Period, met: bool, doubtful: bool, now: dt.date) -> str:
    if met:
        return MET
    if doubtful:
        return UNCLEAR
    if period.last < now:
        return MISSED
    return DUE if period.begin <= now else COMING
