"""The state of the year on 首页: each formula with the value it has on the day the workbook is built."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workbook.build.layout import Block, Sheet
from workbook.build.names import YEAR, block_of
from workbook.derive import CANCELLED, DONE

YES, NOT_YET, NOTHING = "√", "○", "—"


@dataclass(frozen=True)
class Live:
    """A formula and the value it has now."""

    formula: str
    value: Any


@dataclass(frozen=True)
class Step:
    """One of the seven steps of a new year: done when each of the `keys` is filled as often as the first."""

    table: str
    keys: tuple[str, ...]
    hint: str


@dataclass(frozen=True)
class Card:
    """A large number on 首页: how many rows a table has, less those with an entry under `without`.

    Rows that belong to another year by their entry under `year` are none of this year's. Where `share`,
    how many are done stands in front, and cancelled ones are left out.
    """

    table: str
    label: str
    without: str = ""
    year: str = ""
    share: bool = False


STEPS = (
    Step("basics", (), "填年度、单位和支部名称，核对任期"),
    Step("members", ("name", "joined"), "核对在册党员、入党日期和支委分工"),
    Step("themes", ("name", "short"), "登本年各项主题的全称和简称"),
    Step("projects", ("name", "owner", "due"), "列重点项目，定目标、责任人和时限"),
    Step("tasks", ("task", "owner", "due"), "把项目分成任务，一项任务一个责任人"),
    Step("duties", ("duty", "owner", "due"), "核对书记责任，定责任人和时限"),
    Step("activities", ("date", "topic"), "登第一场活动，此后办一场登一行"),
)

CARDS = (
    Card("members", "名党员在册", without="left"),
    Card("activities", "场会议和活动", year="year"),
    Card("tasks", "项重点任务，完成 / 全部", share=True),
    Card("duties", "项书记责任，完成 / 全部", share=True),
)


def title(sheets: Sequence[Sheet]) -> Live:
    """Return the title of 首页: whose ledger, of which year."""
    basics = block_of(sheets, "basics")
    unit, year = basics.setting("unit"), basics.setting("year")
    stated = _year(basics)
    text = f"{_stated(basics, 'unit')}{f'{stated}年' if stated else ''}党建工作台账"
    return Live(f'={unit}&IF({year}="","",SUBSTITUTE({year},"年","")&"年")&"党建工作台账"', text)


def branch(sheets: Sequence[Sheet]) -> Live:
    """Return the name of the branch."""
    basics = block_of(sheets, "basics")
    missing = "请先在“基本信息”填年度和单位"
    return Live(
        f'=IF({basics.setting("branch")}="","{missing}",{basics.setting("branch")})',
        _stated(basics, "branch") or missing,
    )


def _stated(basics: Block, key: str) -> str:
    rows = basics.entries.rows
    value = rows[0].get(basics.table[key].title) if rows else None
    return "" if value is None else str(value)


def _year(basics: Block) -> str:
    """Return the year stated, also where somebody typed 2022年."""
    return _stated(basics, "year").removesuffix("年")


def tick(sheets: Sequence[Sheet], step: Step) -> Live:
    """Return whether a step is done."""
    block = block_of(sheets, step.table)
    if block.table.upright:
        return _settings_filled(block)
    first, *others = (f"COUNTA({block.reference(block.slot(key))})" for key in step.keys)
    condition = ",".join([f"{first}>0", *(f"{other}={first}" for other in others)])
    filled = [block.entries.filled(block.table[key].title) for key in step.keys]
    return _answer(f"AND({condition})", filled[0] > 0 and len(set(filled)) == 1)


def _settings_filled(block: Block) -> Live:
    required = [column for column in block.table.sheet_columns if column.required]
    cells = ",".join(block.setting(column.key) for column in required)
    filled = sum(block.entries.filled(column.title) for column in required)
    return _answer(f"COUNTA({cells})={len(required)}", filled == len(required))


def _answer(condition: str, done: bool) -> Live:
    return Live(f'=IF({condition},"{YES}","{NOT_YET}")', YES if done else NOT_YET)


def count(block: Block) -> Live | None:
    """Return how many rows a table holds, by its first required column; None where nobody counts them."""
    required = next((c for c in block.table.sheet_columns if c.required), None)
    if required is None or block.table.upright:
        return None
    cells = block.reference(block.slot(required.key))
    return Live(f"=COUNTA({cells})", block.entries.filled(required.title))


def card(sheets: Sequence[Sheet], wanted: Card) -> Live:
    """Return the number on a card; while nothing is entered it is a dash and no nought."""
    counted = Counted(block_of(sheets, wanted.table))
    every = counted.all()
    shown = every
    if wanted.without:
        shown = _less(every, counted.those(wanted.without, "<>"))
    elif wanted.year:
        year = _year(block_of(sheets, "basics"))
        shown = _less(every, counted.of_other_years(wanted.year, year))
    elif wanted.share:
        done, cancelled = (counted.those("status", state) for state in (DONE, CANCELLED))
        live = _less(every, cancelled)
        shown = Live(f'{done.formula}&" / "&{live.formula}', f"{done.value} / {live.value}")
    return Live(
        f'=IF({every.formula}=0,"{NOTHING}",{shown.formula})', shown.value if every.value else NOTHING
    )


def _less(total: Live, part: Live) -> Live:
    return Live(f"{total.formula}-{part.formula}", total.value - part.value)


class Counted:
    """Counts the rows of a table that have an entry in its first required column, as a row has a name."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.named = next(column for column in block.table.sheet_columns if column.required)
        self.rows = [row for row in block.entries.rows if row.get(self.named.title) is not None]

    def all(self) -> Live:
        """Count all of them."""
        return Live(f"COUNTA({self._cells(self.named.key)})", len(self.rows))

    def those(self, key: str, wanted: str) -> Live:
        """Count those whose column `key` holds `wanted`, or (<>) anything."""
        found = [row.get(self.block.table[key].title) for row in self.rows]
        held = sum(value is not None if wanted == "<>" else value == wanted for value in found)
        return Live(self._counting(self._cells(key), f'"{wanted}"'), held)

    def of_other_years(self, key: str, year: str) -> Live:
        """Count those whose column `key` names another year than the workbook's `year`."""
        named = [row.get(self.block.table[key].title) for row in self.rows]
        others = sum(f"{each}".removesuffix("年") != year for each in named if each)
        cells = self._cells(key)
        formula = self._counting(cells, '"<>"', cells, f'"<>"&{YEAR}', cells, f'"<>"&{YEAR}&"年"')
        return Live(formula, others)

    def _counting(self, *criteria: str) -> str:
        return f'COUNTIFS({self._cells(self.named.key)},"<>",{",".join(criteria)})'

    def _cells(self, key: str) -> str:
        return self.block.reference(self.block.slot(key))
