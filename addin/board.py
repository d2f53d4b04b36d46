"""看板: how far the lists are, what was held in which month, hours of study and of service; no names."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pandas as pd

from addin.held import held
from addin.indicator import in_period
from addin.typed import as_text
from workbook.derive import CANCELLED, DONE, DUE_SOON, ON_TIME, OVERDUE, STANDING, tasks_of
from workbook.ledger import Ledger, Ledgers, Row
from workbook.panels import HELD, MONTHS, NOTE_ROW, PANELS, PROGRESS, PROJECTS, SERVICE, STUDY, Panel
from workbook.panels import WIDTHS as COLUMNS
from workbook.roster import members_on
from workbook.values import show_date

Line = Sequence[Any]
Amount = tuple[str, int | None, float]  # of what, in which month, how much

LISTS = (("projects", "重点项目"), ("tasks", "重点任务"), ("duties", "书记责任"), ("key_work", "重点工作"))
ALERTS: tuple[str | None, ...] = (DONE, ON_TIME, DUE_SOON, OVERDUE, STANDING, None)
BANDS = (8, 16, 24, 32)  # hours of study that a year's tasks are usually set at
UNTOLD, TOTAL = "未写", "合计"
MORE = "（还有 {} 项没有列出）"


def board(ledgers: Ledgers, now: dt.datetime) -> tuple[tuple[Any, ...], ...]:
    """Return what stands on 看板 from its NOTE_ROW down, as one block of cells as wide as its columns."""
    last = max(panel.last for panel in PANELS)
    cells: list[list[Any]] = [[None] * len(COLUMNS) for _ in range(NOTE_ROW, last + 1)]
    cells[0][0] = f"统计截至{show_date(ledgers.as_of)}，刷新于 {now:%Y-%m-%d %H:%M}。没有登记的空着，不写 0。"
    filled = {
        PROGRESS: ("", [_progress(ledgers[key], name) for key, name in LISTS]),
        STUDY: _study(ledgers),
        SERVICE: _service(ledgers),
        PROJECTS: ("", [_project(row) for row in ledgers["projects"] if row["name"]]),
        HELD: ("", _held(ledgers)),
    }
    for panel, (remark, lines) in filled.items():
        _put(cells, panel, remark, lines)
    return tuple(tuple(as_text(cell) if isinstance(cell, str) else cell for cell in row) for row in cells)


def _put(cells: list[list[Any]], panel: Panel, remark: str, lines: Sequence[Line]) -> None:
    """Put a panel's title, column titles and lines in their place; lines beyond its room are counted."""
    shown = list(lines)
    if len(shown) > panel.lines:
        shown[panel.lines - 1 :] = [(MORE.format(len(lines) - panel.lines + 1),)]
    for row, line in enumerate(((panel.title + remark,), panel.columns, *shown), panel.top - NOTE_ROW):
        cells[row][: len(line)] = line


def _progress(ledger: Ledger, name: str) -> Line:
    """Count the rows of a list by their state; cancelled ones are none of the year's work any more."""
    states = Counter(row["alert"] for row in ledger if row["status"] != CANCELLED)
    counts = [states[state] for state in ALERTS]
    total = states.total()
    return (name, total, *counts, round(100 * states[DONE] / total, 1) if total else None)


def _project(row: Row) -> Line:
    tasks = tasks_of(row)
    done, late = (sum(task["alert"] == state for task in tasks) for state in (DONE, OVERDUE))
    return (row["name"], len(tasks), done, late, row["progress"])


def _study(ledgers: Ledgers) -> tuple[str, list[Line]]:
    """Count the members by their hours of study this year: the hours of what they attended."""
    events = in_period(ledgers["activities"], None, None)
    told = [row for row in events if row["hours"] is not None and row["attendance"] is not None]
    hours: Counter[str] = Counter()
    for row in told:
        for name in row["attendance"]:
            hours[name] += row["hours"]
    people = [row["name"] for row in members_on(ledgers, ledgers.as_of)]
    untold = len(events) - len(told)
    remark = f"（按活动台账的学时和到场人员算；{untold} 场没有学时或到场人员，没有算）" if untold else ""
    return remark, list(_bands([hours[name] for name in people]) if people else ())


def _bands(hours: Sequence[float]) -> Iterator[Line]:
    below = sum(each == 0 for each in hours)
    yield ("没有登记学时", below, below)
    low = 0
    for high in (*BANDS, None):
        inside = sum(each > 0 and low <= each and (high is None or each < high) for each in hours)
        below += inside
        yield (f"{low} 学时及以上" if high is None else f"不足 {high} 学时", inside, below)
        low = high or low


def _service(ledgers: Ledgers) -> tuple[str, list[Line]]:
    """Add up the hours of voluntary service by month: all, then one line a way it was organised."""
    rows = in_period(ledgers["volunteering"], None, None)
    told = [row for row in rows if row["person_hours"]]
    amounts = [(row["kind"] or UNTOLD, _month(row), row["person_hours"]) for row in told]
    untold = sum(row["person_hours"] is None for row in rows)
    remark = f"（{untold} 次算不出小时，没有算进来）" if untold else ""
    kinds = {kind for kind, _, _ in amounts}
    known = [kind for kind in ledgers.options.get("组织方式", ()) if kind in kinds]
    total = [(TOTAL, month, hours) for _, month, hours in amounts]
    return remark, by_month([*total, *amounts], [TOTAL, *known, *sorted(kinds)])


def _held(ledgers: Ledgers) -> list[Line]:
    """Count by month what was held, against what is required where the requirement can be understood."""
    lines = held(ledgers)
    turns = [str(turn) for turn in range(len(lines))]  # two requirements may bear one name
    amounts = [(turn, _month(row), 1.0) for turn, line in zip(turns, lines, strict=True) for row in line.rows]
    counts = by_month(amounts, turns)
    return [(line.what, *count[1:], line.demand, line.met) for count, line in zip(counts, lines, strict=True)]


def _month(row: Row) -> int | None:
    """Return the month of the workbook's year a row lies in; a day of another year is only in the total."""
    return row.day.month if row.day and row.day.year == row.ledgers.year else None


def by_month(amounts: Iterable[Amount], order: Iterable[str]) -> list[Line]:
    """Return a line for each of `order`: its name, the sum of each month, the sum of all; none is a blank."""
    frame = pd.DataFrame(list(amounts), columns=["what", "month", "amount"])
    months = frame.pivot_table(index="what", columns="month", values="amount", aggfunc="sum")
    names = list(dict.fromkeys(order))
    table = months.reindex(index=names, columns=range(1, len(MONTHS) + 1))
    table["all"] = frame.groupby("what")["amount"].sum()
    values = table.astype(object).where(table.notna(), None)
    return [(name, *values.loc[name]) for name in names]
