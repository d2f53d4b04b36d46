"""What was held, beside what is required: the rows of 规定动作 that can be understood, then other kinds."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from addin.indicator import in_period
from workbook.ledger import Ledgers, Row
from workbook.selection import Misstated, Selection, find_ledger, select

ALL = "会议和活动（场）"
PERIODS = {"月": 1, "季": 3, "半年": 6, "年": 12}  # months
TIMES = "次数"
APPLIES = {"设支委会": "has_committee", "划分党小组": "has_groups", "设党组": "has_leading_group"}
LABELS = ("kind", "also_1", "also_2", "also_3")


@dataclass(frozen=True)
class Held:
    """One line: the `rows` of `what` was held, what is demanded, and how often that was met."""

    what: str
    rows: tuple[Row, ...]
    demand: str = ""
    met: str = ""


@dataclass(frozen=True)
class Required:
    """A row of 规定动作, understood: at least so many rows of a selection in every so many months."""

    what: str
    selection: Selection
    period: str
    least: int

    @property
    def kinds(self) -> set[str]:
        """Return the kinds of events the selection names."""
        clauses = (clause for clause in self.selection.clauses if clause.column.key == "kind")
        return {str(value) for clause in clauses for value in clause.values}


def held(ledgers: Ledgers) -> list[Held]:
    """Return one line for all events, one for each requirement, and one for each other kind that was held."""
    events = in_period(ledgers["activities"], None, None)
    required = list(_required(ledgers))
    told = {kind for each in required for kind in each.kinds}
    lines = [Held(ALL, tuple(events)), *(_against(each, ledgers) for each in required)]
    return lines + [line for line in _kinds(ledgers, events) if line.what not in told]


def _required(ledgers: Ledgers) -> Iterator[Required]:
    for row in ledgers["requirements"]:
        if _in_force(row):
            try:
                ledger = find_ledger(ledgers, row["ledger"])
                selection = select(row["condition"], ledger)
            except Misstated:  # a rule says what is wrong with it
                continue
            if ledger.table.dated:
                yield Required(row["name"], selection, row["period"], int(row["least"]))


def _in_force(row: Row) -> bool:
    """Tell whether a row of 规定动作 demands something here this year that can be counted in events."""
    ledgers = row.ledgers
    applies = APPLIES.get(row["applies"] or "")
    countable = row["count"] == TIMES and row["period"] in PERIODS and bool(row["name"] and row["least"])
    begun = row["since"] is None or (ledgers.year or 0) >= row["since"]
    return (
        countable and row["enabled"] == "是" and begun and (not applies or ledgers.setting(applies) != "否")
    )


def _against(required: Required, ledgers: Ledgers) -> Held:
    picked = required.selection.pick(in_period(required.selection.ledger, None, None))
    demand = f"每{required.period}至少 {required.least} 次"
    met = _met(required, picked.rows, ledgers)
    doubtful = f"，{len(picked.doubtful)} 行待核" if picked.doubtful else ""
    return Held(required.what, picked.rows, demand, f"{met}{doubtful}")


def _met(required: Required, rows: Iterable[Row], ledgers: Ledgers) -> str:
    """Say in how many of the periods that are over, or already met, the least was reached: 9/10."""
    if ledgers.year is None:
        return ""
    months = PERIODS[required.period]
    days = [_within(ledgers.year, row.day) for row in rows if row.day]
    reached = over = 0
    for first in range(1, 13, months):
        begin, end = _span(ledgers.year, first, months)
        enough = sum(begin <= day <= end for day in days) >= required.least
        reached += enough
        over += enough or end <= ledgers.as_of
    return f"{reached}/{over}" if over else ""


def _within(year: int, day: dt.date) -> dt.date:
    """Return the day of `year` nearest to `day`: what belongs to the year may be held early in the next."""
    return min(max(day, dt.date(year, 1, 1)), dt.date(year, 12, 31))


def _span(year: int, first: int, months: int) -> tuple[dt.date, dt.date]:
    last = first + months - 1
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])


def _kinds(ledgers: Ledgers, events: list[Row]) -> Iterator[Held]:
    """Yield a line for each kind or label some event bears, in the order of the drop-down lists."""
    by_kind: dict[str, list[Row]] = {}
    for row in events:
        for kind in {row[key] for key in LABELS if row[key]}:
            by_kind.setdefault(kind, []).append(row)
    known = (*ledgers.options.get("活动类型", ()), *ledgers.options.get("兼作标签", ()), *sorted(by_kind))
    for kind in dict.fromkeys(known):
        if kind in by_kind:
            yield Held(kind, tuple(by_kind[kind]))
