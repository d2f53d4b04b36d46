"""Findings and figures as the rows of 校验结果 and 数字出处, and the totals of a check in one line."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from addin.finding import (
    ENTRY,
    EXPLAINED,
    KINDS,
    PRIVATE,
    REMINDER,
    SEVERITIES,
    SHORTFALL,
    Finding,
    open_ones,
)
from addin.indicator import Figure
from addin.secrecy import discreet
from addin.spans import first_cell, spans
from addin.typed import as_text, link
from workbook.content import RULES
from workbook.grid.model import Book, Grid
from workbook.ledger import Ledger, Row
from workbook.tables import REQUIREMENTS
from workbook.trouble import CANNOT_WRITE, Trouble
from workbook.values import show

LAST_CHECK = "上次校验"  # the name of the cell on 首页 that tells of the last check
ABOUT_THE_CHECK = "上次校验的时间和结果"  # stands below it, where no run is scheduled
MOST = 1_900  # findings; the marks on the sheets look them up down to row 2,000
CLEARED = "（清空）"
EXPLAINING = (REQUIREMENTS.sheet, RULES)  # sheets whose first column names what a finding cites

Line = dict[str, Any]  # what stands in one row, by column key


@dataclass(frozen=True)
class Patch:
    """One bulk write: `rows` stand on `sheet` from the cell in `letters` and `row` on."""

    sheet: str
    letters: str
    row: int
    rows: tuple[tuple[Any, ...], ...]

    @property
    def place(self) -> str:
        """Return the first cell: A4."""
        return f"{self.letters}{self.row}"


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, what weighs most first; those of one weight stay by sheet and cell."""
    return sorted(findings, key=_weight)


def _weight(found: Finding) -> tuple[bool, bool, int, int]:
    return found.private, found.explained, SEVERITIES.index(found.severity), KINDS.index(found.kind)


def finding_lines(findings: Iterable[Finding], book: Book) -> list[Line]:
    """Return a line for each finding, linked to its cell and to its rule where `book` has them."""
    found = ranked(findings)
    rules = {code: place for sheet in EXPLAINING for code, place in _codes(book, sheet)}
    lines = [_finding(each, book.grids, rules) for each in found[:MOST]]
    if len(found) > MOST:
        more = f"还有 {len(found) - MOST} 个问题没有列出；改好上面的，再点“校验”。"
        lines.append({"says": more})
    return lines


def _codes(book: Book, sheet: str) -> Iterator[tuple[str, str]]:
    """Yield what stands in the first column of a sheet with its cell: codes of rules and requirements."""
    grid = book.grids.get(sheet)
    for number, row in enumerate(grid.rows if grid else (), 1):
        if row and isinstance(row[0], str):
            yield row[0], f"{sheet}!A{number}"


def _finding(found: Finding, sheets: Collection[str], rules: Mapping[str, str]) -> Line:
    there = found.cell.sheet in sheets
    return {
        "kind": PRIVATE if found.private else found.kind,
        "severity": EXPLAINED if found.explained else found.severity,
        "place": link(found.address) if there else as_text(found.address),
        "says": as_text(f"{found.says}{found.why}"),
        "fix": as_text(found.fix),
        "accept": "" if found.safe is None else as_text(discreet(show(found.safe))) or CLEARED,
        "basis": as_text(found.basis),
        "code": link(rules[found.code], found.code) if found.code in rules else as_text(found.code),
    }


def figure_lines(figures: Iterable[Figure]) -> list[Line]:
    """Return a line for each figure, linked to the first of the rows it rests on."""
    return [_figure(figure) for figure in figures]


def _figure(figure: Figure) -> Line:
    value = figure.value if isinstance(figure.value, (int, float)) else as_text(figure.text)
    doubtful = f"：第{spans(figure.doubtful)}行" if figure.doubtful else ""
    return {
        "name": as_text(figure.name),
        "value": value,
        "unit": as_text(figure.unit),
        "state": figure.state,
        "definition": as_text(figure.definition),
        "rows": evidence(figure.rows),
        "remark": as_text(f"{figure.reason}{doubtful}"),
    }


def evidence(rows: Sequence[Row]) -> str:
    """Name the rows a figure rests on, linked to the first of them: 活动台账 第5–18、22行."""
    if not rows:
        return ""
    return link(first_cell(rows), named(rows))


def named(rows: Sequence[Row]) -> str:
    """Name rows of one ledger as a person finds them: 活动台账 第5–18、22行; without rows nothing."""
    return f"{rows[0].ledger.table.sheet} 第{spans(rows)}行" if rows else ""


def patch(ledger: Ledger, lines: Sequence[Line], grid: Grid | None) -> Patch:
    """Return the bulk write that puts `lines` into a sheet of the program, over whatever stood there.

    Columns are found by their titles; what a person added between them stays as it is.
    """
    table = ledger.table
    places = {column_number(letters): key for key, letters in ledger.letters.items() if table.has(key)}
    if grid is None or not places:
        raise Trouble(CANNOT_WRITE, lost(table.sheet, grid is not None))
    columns = range(min(places), max(places) + 1)
    rows = tuple(
        tuple(
            line.get(places[column]) if column in places else _kept(grid, ledger.header + index, column)
            for column in columns
        )
        for index, line in enumerate(_padded(lines, grid, ledger.header))
    )
    return Patch(table.sheet, ledger.letters[places[min(places)]], ledger.header + 1, rows)


def lost(sheet: str, there: bool = False) -> str:
    """Say that the program has nowhere to write; `there` means that only the titles are not."""
    fault = f"“{sheet}”表里没有找到原来的列名" if there else f"没有找到“{sheet}”表"
    return (
        f"{fault}，结果没有地方写，您填的内容都没有动。改过名的请改回；"
        "删掉了的，在程序文件夹里用 build_workbook.py --from 换一本新的，填过的内容都会带过去。"
    )


def _padded(lines: Sequence[Line], grid: Grid, header: int) -> list[Line]:
    """Return `lines` with blank ones behind them, as far down as something stood before."""
    filled = (number for number, row in enumerate(grid.rows, 1) if any(cell is not None for cell in row))
    before = max(filled, default=header) - header
    return [*lines, *({} for _ in range(max(before, 1) - len(lines)))]


def _kept(grid: Grid, index: int, column: int) -> Any:
    value = grid.rows[index][column - 1] if index < len(grid.rows) and column <= len(grid.rows[0]) else None
    return as_text(value) if isinstance(value, str) else value


def column_number(letters: str) -> int:
    """Return which column `letters` call, counted from 1."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def totals(findings: Iterable[Finding], missing: int) -> str:
    """Say what a check came to; `missing` is how many numbers of the summary are 待补."""
    found = open_ones(findings)
    counts = Counter(each.severity for each in found if each.kind == ENTRY)
    entries = "、".join(f"{severity} {counts[severity]}" for severity in SEVERITIES)
    short = sum(each.kind == SHORTFALL and not each.explained for each in found)
    soon = sum(each.kind == REMINDER for each in found)
    near = f"；{REMINDER} {soon}" if soon else ""
    return f"录入{entries}；履职未做到或待说明 {short}{near}；待补数字 {missing}"


def last_check(now: dt.datetime, findings: Iterable[Finding], missing: int) -> str:
    """Return the words on 首页 about the last check."""
    return f"{now:%Y-%m-%d %H:%M}　{totals(findings, missing)}"
