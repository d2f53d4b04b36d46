"""An Example: rows that make a rule speak and rows that leave it silent, read by the product's reader."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from addin.finding import Finding
from addin.rule import Rule
from addin.rules import RULES
from addin.validate import validate
from workbook.grid import Grid, markdown
from workbook.grid.model import Book, Place
from workbook.read import read
from workbook.spec import Table
from workbook.tables import MEMBERS, OPTIONS, TABLES, WORDINGS

OPTION_FILE = Path(__file__).parents[2] / "workbook" / "defaults" / "options.csv"
ROSTER = """
|姓名|性别|出生年月|党员类别|入党日期|党内职务|班子成员|党小组|转正日期|转入日期|转出日期|
| 张三 | 男 | 1970-01 | 正式党员 | 1995-07-01 | 书记 | 是 | 第一党小组 | 1996-07-01 | | |
| 李四 | 女 | 1978-01 | 正式党员 | 2001-07-01 | 组织委员 | 是 | 第一党小组 | 2002-07-01 | | |
| 王五 | 男 | 1980-01 | 正式党员 | 2004-07-01 | 宣传委员 | | 第二党小组 | 2005-07-01 | | |
| 赵六 | 女 | 1985-01 | 正式党员 | 2008-07-01 | | | 第一党小组 | 2009-07-01 | | |
| 孙七 | 男 | 1988-01 | 正式党员 | 2010-07-01 | | | 第二党小组 | 2011-07-01 | | |
| 周八 | 女 | 1990-01 | 正式党员 | 2012-07-01 | | | 第二党小组 | 2013-07-01 | | |
"""
BASICS = """
| 项目 | 内容 |
| 年度 | {year} |
| 单位全称 | 云川市档案局 |
| 单位简称 | 市档案局 |
| 支部名称 | 中共云川市档案局支部委员会 |
| 上级党组织 | |
| 主管领域 | 档案 |
| 设支部委员会 | 是 |
| 划分党小组 | 是 |
| 设党组 | |
| 本届任期起 | |
| 本届任期止 | |
| 选举得票基数 | |
| 临期提醒天数 | |
| 报送提醒天数 | |
| 单日时长上限 | |
| 党员学时要求 | |
| 支委学时要求 | |
| 每小时折合学时 | |
| 层级序数 | |
| 总结落款 | |
| 合理性提示 | |
| 换届请示提前天数 | |
| 党组书记 | |
| 模板版本 | '1.0 |
"""


@dataclass(frozen=True)
class Example:
    """What the rule `code` says of `wrong` rows of `table` (the cells `flagged`), and nothing of `right`.

    The rest of the workbook is a small complete one; `given` replaces sheets of it. A `wrong` that is None
    leaves the sheet out; `merges` and `faults` are what Markdown cannot say about the wrong sheet.
    `as_of` is the day a person chose; where it is None, the workbook is looked at `today`. `beside` are
    rules that run along, for one that looks back on what the others found.
    `shown` is how the wrong and the right one are printed: {row} is the row, which may not tell all.
    """

    code: str
    table: Table
    wrong: str | None
    flagged: list[str]
    right: str
    given: Mapping[str, str] = field(default_factory=dict)
    year: int = 2022
    as_of: dt.date | None = dt.date(2022, 12, 31)
    today: dt.date = dt.date(2023, 6, 30)
    merges: tuple[tuple[int, int, int, int], ...] = ()
    faults: Mapping[Place, str] = field(default_factory=dict)
    shown: tuple[str, str] = ("{row}", "{row}")
    beside: tuple[str, ...] = ()

    def found_in_wrong(self) -> list[Finding]:
        """Return what the rule finds in the wrong rows."""
        grids = self._grids(self.wrong)
        if self.wrong is not None:
            grids[self.table.sheet].merges = self.merges
            grids[self.table.sheet].faults |= self.faults
        return self._findings(grids)

    def found_in_right(self) -> list[Finding]:
        """Return what the rule finds in the right rows."""
        return self._findings(self._grids(self.right))

    def _grids(self, text: str | None) -> dict[str, Grid]:
        grids = {**complete(self.year), **markdown.book(dict(self.given)).grids}
        grids.pop(self.table.sheet, None)
        return grids if text is None else grids | markdown.book({self.table.sheet: text}).grids

    def _findings(self, grids: dict[str, Grid]) -> list[Finding]:
        rules = [rule_of(code) for code in (self.code, *self.beside)]
        found = validate(read(Book("例", grids), TABLES, self.as_of, self.today), rules)
        return [finding for finding in found if finding.code == self.code]


def silent(code: str, table: Table, rows: str, **rest: Any) -> Example:
    """Return `rows` of which the rule `code` says nothing: still possible, or not asked here."""
    return Example(code, table, rows, [], rows, **rest)


def beside(words: str) -> tuple[str, str]:
    """Return how to print an example whose rows both need `words` beside them."""
    return "{row}。" + words, "{row}。" + words


def rule_of(code: str) -> Rule:
    """Return the rule with `code`."""
    return next(rule for rule in RULES if rule.code == code)


@cache
def complete(year: int) -> dict[str, Grid]:
    """Return a workbook that has every sheet and column, the default options and a small roster."""
    by_sheet: dict[str, list[Any]] = {}
    for table in TABLES:
        if not (table.written or table.upright):
            by_sheet.setdefault(table.sheet, []).extend(column.title for column in table.sheet_columns)
    grids = {sheet: Grid(sheet, [titles]) for sheet, titles in by_sheet.items()}
    grids[OPTIONS.sheet] = Grid(OPTIONS.sheet, list(_options()))
    grids |= markdown.book({MEMBERS.sheet: ROSTER, "基本信息": BASICS.format(year=year)}).grids
    roster = grids[MEMBERS.sheet].rows
    roster[0] += [column.title for column in MEMBERS.sheet_columns if column.title not in roster[0]]
    roster[1:] = [row + [None] * (len(roster[0]) - len(row)) for row in roster[1:]]
    return grids


def _options() -> Iterator[list[Any]]:
    with OPTION_FILE.open(encoding="utf-8-sig", newline="") as file:
        header, *lines = csv.reader(file)
    yield [*header, *(column.title for column in WORDINGS.columns)]
    for line in lines:
        yield [cell or None for cell in line] + [None] * len(WORDINGS.columns)
