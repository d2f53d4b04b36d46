"""看板: how far the lists are, what was held in which month, hours of study and of service; no names."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pandas as pd

from addin.held import held
from addin.indicator import in_period
from addin.study import asked, hours, short, told
from addin.typed import as_text
from workbook.derive import CANCELLED, DONE, DUE_SOON, ON_TIME, OVERDUE, STANDING, tasks_of
from workbook.ledger import Ledger, Ledgers, Row
from workbook.panels import HELD, MONTHS, NOTE_ROW, PANELS, PROGRESS, PROJECTS, SERVICE, STUDY, Panel
from workbook.panels import WIDTHS as COLUMNS
from workbook.roster import members_on
from workbook.values import show_date, show_number

Line = Sequence[Any]
Amount = tuple[str, int | None, float]  # of what, in which month, how much

LISTS = (("projects", "重点项目"), ("tasks", "重点任务"), ("duties", "书记责任"), ("key_work", "重点工作"))
ALERTS: tuple[str | None, ...] = (DONE, ON_TIME, DUE_SOON, OVERDUE, STANDING, None)
QUARTERS = (0.25, 0.5, 0.75, 1)  # the bands of study, of the hours the year asks for
USUAL = 32  # where no plan says how many
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
    found = hours(ledgers)
    people = [row["name"] for row in members_on(ledgers, ledgers.as_of)]
    lines = list(_bands([found[name] for name in people], _asked(ledgers)) if people else ())
    told_of = "；".join(filter(None, (_untold(ledgers), _below(ledgers))))
    return f"（{told_of}）" if told_of else "", lines


def _asked(ledgers: Ledgers) -> float:
    value = asked(ledgers)
    return value.amount if value and value.amount else USUAL


def _untold(ledgers: Ledgers) -> str:
    untold = len(in_period(ledgers["activities"], None, None)) - len(told(ledgers))
    return f"按活动台账的学时和到场人员算；{untold} 场没有学时或到场人员，没有算" if untold else ""


def _below(ledgers: Ledgers) -> str:
    """Say how many members are below what the year asks for; nobody is named."""
    below = len(list(short(ledgers)))
    return f"全年在册的党员中 {below} 人还不到要求的学时" if below else ""


def _bands(hours: Sequence[float], most: float) -> Iterator[Line]:
    below = sum(each == 0 for each in hours)
    yield ("没有登记学时", below, below)
    low = 0.0
    for high in (*(most * part for part in QUARTERS), None):
        inside = sum(each > 0 and low <= each and (high is None or each < high) for each in hours)
        below += inside
        words = f"{show_number(low)} 学时及以上" if high is None else f"不足 {show_number(high)} 学时"
        yield (words, inside, below)
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
