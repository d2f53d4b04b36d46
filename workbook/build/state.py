"""The state of the year on 首页: each formula with the value it has on the day the workbook is built."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workbook.build.layout import Block, Sheet
from workbook.build.names import YEAR, block_of
from workbook.derive import CANCELLED, DONE

YES, NOT_YET = "√", "○"


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
    stated = _stated(basics, "year")
    text = f"{_stated(basics, 'unit')}{f'{stated}年' if stated else ''}党建工作台账"
    return Live(f'={unit}&IF({year}="","",{year}&"年")&"党建工作台账"', text)


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
    """Return the number on a card."""
    block = block_of(sheets, wanted.table)
    total = count(block)
    if total is None:
        raise ValueError(f"{wanted.table} has no required column to count by")
    if wanted.without:
        left = block.entries.filled(block.table[wanted.without].title)
        return _less(total, f"COUNTA({block.reference(block.slot(wanted.without))})", left)
    if wanted.year:
        return _of_the_year(sheets, block, total, wanted.year)
    return _share(block, total) if wanted.share else total


def _less(total: Live, formula: str, value: int) -> Live:
    return Live(f"{total.formula}-{formula}", total.value - value)


def _of_the_year(sheets: Sequence[Sheet], block: Block, total: Live, key: str) -> Live:
    """Return a number of rows without those that name another year than the workbook's."""
    named = [row.get(block.table[key].title) for row in block.entries.rows]
    others = sum(f"{year}" != _stated(block_of(sheets, "basics"), "year") for year in named if year)
    cells = block.reference(block.slot(key))
    return _less(total, f'COUNTIFS({cells},"<>",{cells},"<>"&{YEAR})', others)


def _share(block: Block, total: Live) -> Live:
    title, cells = block.table["status"].title, block.reference(block.slot("status"))
    done, cancelled = (
        sum(row.get(title) == status for row in block.entries.rows) for status in (DONE, CANCELLED)
    )
    formula = f'=COUNTIF({cells},"{DONE}")&" / "&{total.formula[1:]}-COUNTIF({cells},"{CANCELLED}")'
    return Live(formula, f"{done} / {total.value - cancelled}")
