"""Indicators (指标) are rows of 统计口径; a Figure is one of them with this year's value and its rows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from addin.term import outside_the_year
from workbook.doubt import of_no_known_year, of_strangers, partly_read, unreadable
from workbook.ledger import Ledger, Ledgers, Row
from workbook.roster import members_on, resolve
from workbook.selection import Misstated, Picked, Selection, find_column, find_ledger, select
from workbook.spec import Column
from workbook.values import People, show

EVIDENCED, ZERO, STATED, MISSING = "有据", "确认为零", "填报", "待补"
STATES = (EVIDENCED, ZERO, STATED, MISSING)
REPORTED = "填报"
FITS = {"合计": "number", "日期": "date"}  # what a column must hold to be counted so
KINDS = {"number": "数字", "date": "日期"}
DEFINING = ("ledger", "condition", "count", "begin", "end", "zero", "stated")  # what a figure rests on
BODIES = {"支委会": "has_committee", "党小组会": "has_groups"}  # meetings of what a branch may not have
ELECTION = "换届选举"  # the meeting at which a committee is elected
NOTHING = {"日期": "无", "清单": "无"}  # what stands for zero where nothing is counted
NOT_ENTERED = "没有登记"
BLANK, STRANGE, UNLISTED, NO_YEAR = (
    "有的行要数的格空着或读不出",
    "有的行写了不在花名册上的人",
    "有的行填的不在选项里",
    "有的行说不清是哪天、哪一年的",
)
COUNT = re.compile(r"^(次数|合计|人次|人数|日期|清单|填报)(?:[（(]([^（）()]+)[）)])?$")


class Figure(NamedTuple):
    """A number of the summary: its value, its state, and the rows it rests on.

    `doubtful` are rows whose tested or counted cell is blank or unreadable; they make it 待补.
    `reason` says in Chinese why it is 待补.
    """

    name: str
    value: Any
    unit: str
    state: str
    definition: str
    rows: tuple[Row, ...] = ()
    doubtful: tuple[Row, ...] = ()
    reason: str = ""

    @property
    def text(self) -> str:
        """Return the value as official documents write it; an empty text while it is 待补."""
        return show(self.value)


class Indicator(NamedTuple):
    """One row of 统计口径, understood: what to select and how to count it."""

    row: Row
    way: str
    column: Column | None = None
    selection: Selection | None = None

    @property
    def name(self) -> str:
        """Return the indicator's name, as the narrative writes it in braces."""
        return str(self.row["name"])


def understand(row: Row) -> Indicator:
    """Read one row of 统计口径 or 规定动作; raise Misstated where it names what does not exist."""
    memo = row.ledgers.memo
    key = ("understood", row)
    if key not in memo:  # checked by a rule, then counted
        memo[key] = _understood(row)
    indicator: Indicator = memo[key]
    return indicator


def _understood(row: Row) -> Indicator:
    found = COUNT.match(re.sub(r"\s", "", row["count"] or ""))
    if found is None:
        raise Misstated("count", row["count"] or "", "次数", "没有这种计算")
    way, title = found.groups()
    if way == REPORTED:
        return Indicator(row, way)
    ledger = find_ledger(row.ledgers, row["ledger"])
    selection = select(row["condition"], ledger)
    if way == "次数":
        return Indicator(row, way, None, selection)
    if title is None:
        raise Misstated("count", way, "", f"没有写是哪一列，要写成“{way}(列名)”")
    column = find_column(ledger, title)
    if column.kind.name not in (FITS.get(way, column.kind.name), "any"):
        cause = f"“{title}”不是{KINDS[FITS[way]]}列"
        raise Misstated("count", f"{way}({title})", f"次数({title})", cause)
    return Indicator(row, way, column, selection)


def indicator_named(ledgers: Ledgers, name: str | None) -> Indicator | None:
    """Return the indicator of 统计口径 called `name`; None where there is none or nobody understands it."""
    memo = ledgers.memo
    if "indicators by name" not in memo:
        memo["indicators by name"] = {row["name"]: row for row in reversed(ledgers["indicators"].rows)}
    row = memo["indicators by name"].get(name) if name else None
    try:
        return understand(row) if row is not None else None
    except Misstated:
        return None


def compute(ledgers: Ledgers) -> dict[str, Figure]:
    """Compute every indicator of 统计口径 for the workbook's year up to its as-of date, by name."""
    rows = [row for row in ledgers["indicators"] if row["name"]]
    return {str(row["name"]): figure(row) for row in rows}


def figure(row: Row) -> Figure:
    """Compute the indicator in `row`; one that cannot be understood is 待补."""
    if any(unreadable(row, key) for key in DEFINING):
        return _figure(row, None, MISSING, reason="统计口径这一行有读不出的格")
    try:
        indicator = understand(row)
    except Misstated as error:
        return _figure(row, None, MISSING, reason=f"统计口径写错：{error.word}")
    if indicator.way == REPORTED:
        return _stated(row)
    return _counted(indicator)


def _figure(row: Row, value: Any, state: str, picked: Picked | None = None, reason: str = "") -> Figure:
    picked = picked or Picked(())
    name, unit = str(row["name"]), row["unit"] or ""
    return Figure(name, value, unit, state, definition(row), picked.rows, picked.doubtful, reason)


def definition(row: Row) -> str:
    """Write an indicator's 口径 in one line: 活动台账：类型=党课，次数."""
    where = f"{row['ledger']}：{row['condition'] or '全部'}，" if row["ledger"] else ""
    return f"{where}{row['count'] or ''}"


def _stated(row: Row) -> Figure:
    if row["stated"] is None:
        return _figure(row, None, MISSING, reason="填报值空着")
    return _figure(row, row["stated"], STATED)


def _counted(indicator: Indicator) -> Figure:
    """Count the rows an indicator selects; none counts as zero only where that is confirmed."""
    row = indicator.row
    picked = pick(indicator, row["begin"], row["end"])
    if picked.doubtful:
        return _figure(row, None, MISSING, picked, _why(indicator, picked.doubtful))
    if not picked.rows:
        none_kept = without_body(indicator) or without_election(indicator)
        confirmed = row["zero"] == "是" or none_kept
        zero = NOTHING.get(indicator.way, 0) if confirmed else None
        return _figure(row, zero, ZERO if confirmed else MISSING, reason=none_kept or NOT_ENTERED)
    value = COUNTERS[indicator.way](picked.rows, indicator.column)
    return _figure(row, value, EVIDENCED, picked)


def without_body(indicator: Indicator) -> str:
    """Say by which setting nothing can be there: without Party groups, say, no 党小组会 is held."""
    ledgers = indicator.row.ledgers
    for clause in indicator.selection.clauses if indicator.selection else ():
        kept_by = {BODIES.get(value) for value in clause.values} if clause.column.key == "kind" else set()
        setting = kept_by.pop() if len(kept_by) == 1 and clause.operator == "=" else None
        if setting and ledgers.setting(setting) == "否":
            return f"基本信息的“{ledgers['basics'].table[setting].title}”填的是“否”"
    return ""


def without_election(indicator: Indicator) -> str:
    """Say by which settings no election was due, where the indicator counts nothing but elections."""
    selection = indicator.selection
    if selection is None:
        return ""
    only = any(
        clause.column.key == "kind" and clause.operator == "=" and set(clause.values) == {ELECTION}
        for clause in selection.clauses
    )
    return outside_the_year(indicator.row.ledgers) if only or selection.ledger.table.key == "election" else ""


def pick(indicator: Indicator, begin: dt.date | None = None, end: dt.date | None = None) -> Picked:
    """Pick the indicator's rows between `begin` and `end`, those with a blank counted cell as doubtful."""
    selection = indicator.selection or Selection(indicator.row["ledger"])
    picked = selection.pick(in_period(selection.ledger, begin, end))
    undated = of_no_known_year(selection.ledger)
    open_ = {row: None for row in picked.rows if row in undated} if undated else {}
    blank = {row: None for row in picked.rows if not _countable(row, indicator)}
    if indicator.way == "清单":  # a list leaves out what is not filled in
        rows = tuple(row for row in picked.rows if row not in blank)
        return Picked(rows, picked.doubtful + tuple(open_))
    return Picked(picked.rows, picked.doubtful + tuple(open_ | blank))


def _why(indicator: Indicator, doubtful: tuple[Row, ...]) -> str:
    """Say what the rows that leave a figure open have in common."""
    return "；".join(dict.fromkeys(_reason(row, indicator) for row in doubtful))


def _reason(row: Row, indicator: Indicator) -> str:
    clauses = indicator.selection.clauses if indicator.selection else ()
    columns = [*(clause.column for clause in clauses), *filter(None, [indicator.column])]
    reasons = {
        NO_YEAR: row in of_no_known_year(row.ledger),
        STRANGE: any(of_strangers(row, column) for column in columns),
        UNLISTED: any(clause.may_mean(row) for clause in clauses),
    }
    return next((reason for reason, holds in reasons.items() if holds), BLANK)


def _countable(row: Row, indicator: Indicator) -> bool:
    """Tell whether the cell can be counted; in a column a person added, anything may stand."""
    column = indicator.column
    if column is None:
        return True
    value = row[column.key]
    if value is None or partly_read(row, column) or of_strangers(row, column):
        return False
    if isinstance(value, People):  # 全体 of a roster that is still empty says nothing yet
        return bool(resolve(value, row.ledgers, row.day))
    fits = {"合计": isinstance(value, (int, float)), "日期": isinstance(value, dt.date)}
    return fits.get(indicator.way, True)


def in_period(ledger: Ledger, begin: dt.date | None, end: dt.date | None) -> list[Row]:
    """Return the rows of the workbook's year, between `begin` and `end` and not after the as-of date.

    The roster is a stock: its rows are the members at the as-of date.
    """
    ledgers = ledger.ledgers
    if ledger.table.key == "members":
        return list(members_on(ledgers, ledgers.as_of))
    key = ("in period", ledger.table.key, begin, end)
    if key not in ledgers.memo:
        own = (row for row in ledger if row.year == ledgers.year and not row.is_later)
        ledgers.memo[key] = [row for row in own if _between(row.day, begin, end)]
    found: list[Row] = ledgers.memo[key]
    return found


def _between(day: dt.date | None, begin: dt.date | None, end: dt.date | None) -> bool:
    return day is None or (begin or dt.date.min) <= day <= (end or dt.date.max)


def people_in(row: Row, column: Column) -> tuple[str, ...]:
    """Return the names in the cell of `column`, 全体 as the roster's; of any other cell what stands there."""
    value = row[column.key]
    if isinstance(value, People):
        return resolve(value, row.ledgers, row.day)
    return value if isinstance(value, tuple) else (str(value),)


def _times(rows: tuple[Row, ...], column: Column | None) -> int:
    return len(rows)


def _total(rows: tuple[Row, ...], column: Column | None) -> Any:
    return sum(row[column.key] for row in rows) if column else 0


def _participations(rows: tuple[Row, ...], column: Column | None) -> Any:
    """Count names (人次), or add up a column that already holds numbers."""
    if column is None or column.kind.name == "number":
        return _total(rows, column)
    return sum(len(people_in(row, column)) for row in rows)


def _persons(rows: tuple[Row, ...], column: Column | None) -> int:
    return len({name for row in rows if column for name in people_in(row, column)})


def _latest(rows: tuple[Row, ...], column: Column | None) -> Any:
    return max(row[column.key] for row in rows) if column else None


def _listing(rows: tuple[Row, ...], column: Column | None) -> str:
    return "、".join(dict.fromkeys(show(row[column.key]) for row in rows if column))


COUNTERS: dict[str, Callable[[tuple[Row, ...], Column | None], Any]] = {
    "次数": _times,
    "合计": _total,
    "人次": _participations,
    "人数": _persons,
    "日期": _latest,
    "清单": _listing,
}
