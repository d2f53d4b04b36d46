"""The sheet 变化说明 of the report: what changed since the last time, and which rows moved which number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import inf
from typing import Any

from addin.finding import ENTRY, EXPLAINED, REMINDER, SEVERITIES, SHORTFALL
from addin.indicator import STATED, Figure
from addin.kept import KeptFigure, KeptFinding, Named, Value
from addin.report_sheets import LOWEST, Link, Sheets
from addin.since import GONE, NEW, SOON, WITHDRAWN, Differences, Moved, tally
from addin.snapshot import name_of
from addin.spans import first_cell, spans
from workbook.ledger import Ledgers, Row
from workbook.values import show_date, show_number

SHEET = "变化说明"
WIDTHS = (22, 24, 24, 16, 66, 10)
FOUND = ("变化", "位置", "规则号", "从哪天起", "问题", "级别")
NUMBERS = ("指标", "原来", "现在", "差", "由哪几行", "首行")
STILL = {ENTRY: "仍未改", SHORTFALL: "仍未做到或待说明", REMINDER: "仍临期"}
MOST_STILL = 200  # so many are listed; of more only how many there are of each rule
MOST_ROWS = 10  # of a figure that are named
LONGEST_NAME = 40
WORDS = {"font_name": "宋体", "font_size": 10.5}
HEADING = {"font_name": "黑体", "font_size": 12}
NO_FIGURE = "（没有）"

Line = tuple[Any, ...]


def write_since(
    sheets: Sheets, changed: Differences, ledgers: Ledgers, figures: Mapping[str, Figure]
) -> None:
    """Add the sheet to the report of `ledgers`, whose `figures` say how each is defined now."""
    sheet = sheets.page(SHEET, [("", width) for width in WIDTHS])
    sheet.write_string(0, 0, SHEET, sheets.title)
    words, number = sheets.book.add_format(WORDS), 1
    for text in (_heading(changed), *changed.remarks):
        sheet.write_string(number, 0, text, words)
        sheet.set_row(number, LOWEST)
        number += 1
    standing = _Standing(ledgers)
    blocks = {
        "问题的变化": (FOUND, list(_finding_lines(changed))),
        "数字的变化": (NUMBERS, [_figure_line(moved, standing, figures) for moved in changed.figures]),
        "以前查出、现在还在的": (FOUND, list(_still_lines(changed.still))),
    }
    for title, (titles, lines) in blocks.items():
        if lines:
            number = _block(sheets, sheet, number + 1, title, titles, lines)


def _block(
    sheets: Sheets, sheet: Any, number: int, title: str, titles: tuple[str, ...], lines: Iterable[Line]
) -> int:
    """Write a block from row `number` on; return the first row behind it."""
    sheet.set_row(number, LOWEST)
    sheet.write_string(number, 0, title, sheets.book.add_format(HEADING))
    sheet.write_row(number + 1, 0, titles, sheets.head)
    sheet.set_row(number + 1, LOWEST)
    columns = tuple(zip(titles, WIDTHS, strict=True))
    number += 2
    for line in lines:
        sheets.line(sheet, number, line, columns)
        number += 1
    return number


def _heading(changed: Differences) -> str:
    if changed.before is None:
        return f"{changed.why}。"
    then = f"{show_date(changed.before)} {changed.before:%H:%M}".replace(" 0", " ")
    return f"与{then}那次相比：{tally(changed)}。"


def _finding_lines(changed: Differences) -> Iterator[Line]:
    for found in _ranked(changed.new):
        yield _finding_line(_came(found), found, _link(found))
    for found in _ranked(changed.withdrawn):
        yield _finding_line(WITHDRAWN, found, _link(found))
    for found in _ranked(changed.gone):
        yield _finding_line(GONE, found, _called(found))
    for found in _ranked(changed.explained):
        yield _finding_line(EXPLAINED, found, _link(found))


def _came(found: KeptFinding) -> str:
    """Say how a finding came that was not there: as a reminder, answered already, or as something to do."""
    return SOON if found.kind == REMINDER else EXPLAINED if found.explained else NEW


def _still_lines(still: tuple[KeptFinding, ...]) -> Iterator[Line]:
    if len(still) <= MOST_STILL:
        for found in _ranked(still):
            yield _finding_line(STILL.get(found.kind, ""), found, _link(found))
        return
    by_rule: dict[tuple[str, str, str], list[KeptFinding]] = defaultdict(list)
    for found in _ranked(still):
        by_rule[found.code, found.kind, found.severity].append(found)
    for (code, kind, severity), those in by_rule.items():
        since = show_date(min(found.since for found in those))
        yield STILL.get(kind, ""), "", code, since, f"共 {len(those)} 个，见“校验结果”。", severity


def _ranked(findings: Iterable[KeptFinding]) -> list[KeptFinding]:
    """Return the findings, what weighs most first."""
    return sorted(findings, key=_weight)


def _weight(found: KeptFinding) -> tuple[int, bool]:
    known = found.severity in SEVERITIES
    return SEVERITIES.index(found.severity) if known else len(SEVERITIES), found.kind != ENTRY


def _finding_line(change: str, found: KeptFinding, place: str | Link) -> Line:
    return change, place, found.code, show_date(found.since), found.says, found.severity


def _link(found: KeptFinding) -> Link:
    return Link(found.address, found.address)


def _called(found: KeptFinding) -> str:
    """Say where a finding stood that is gone: its row may stand elsewhere now, or nowhere."""
    row = f"“{_short(found.name)}”" if found.name else ""
    return f"{found.sheet}{row}{found.period or f'的{found.title}'}"


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


class _Standing:
    """Where rows stand now, by name."""

    def __init__(self, ledgers: Ledgers) -> None:
        self.ledgers = ledgers
        self.sheets: dict[str, dict[str, list[Row]]] = {}

    def rows(self, named: Named) -> list[Row]:
        """Return the rows called so: none where it was taken out, several where they are twins."""
        if named.sheet not in self.sheets:
            self.sheets[named.sheet] = self._rows(named.sheet)
        return self.sheets[named.sheet].get(named.name, [])

    def number(self, named: Named) -> float:
        """Return the worksheet row; what stands nowhere comes last."""
        return min((row.number for row in self.rows(named)), default=inf)

    def _rows(self, sheet: str) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for ledger in self.ledgers:
            for row in ledger if ledger.table.sheet == sheet else ():
                found[name_of(row)].append(row)
        return found


def _figure_line(moved: Moved, standing: _Standing, figures: Mapping[str, Figure]) -> Line:
    groups = {
        "数不出": dict.fromkeys(moved.doubtful, ""),
        "原来数不出": dict.fromkeys(moved.settled, ""),
        "新计入": dict.fromkeys(moved.added, ""),
        "不再计入": dict.fromkeys(moved.gone, ""),
        "有变化": {shift.row: _step(shift.old, shift.new) for shift in moved.shifted},
    }
    lines = [_told(label, rows, standing) for label, rows in groups.items() if rows]
    old, new = (_shown(figure, _other_state(moved)) for figure in (moved.old, moved.new))
    rows = [row for named in groups.values() for name in named for row in standing.rows(name)]
    first = Link(f"第{rows[0].number}行", first_cell(rows[:1])) if rows else ""
    return moved.name, old, new, _gap(moved), "\n".join(lines) or _why(moved, figures), first


def _told(label: str, rows: Mapping[Named, str], standing: _Standing) -> str:
    """Name rows of one ledger: 活动台账 新计入 2 行：第12行“HD-031”、第13行“HD-032”."""
    placed = sorted(rows, key=standing.number)
    names = [f"{_row(named, standing)}{rows[named]}" for named in placed[:MOST_ROWS]]
    more = " 等" if len(rows) > MOST_ROWS else ""
    return f"{placed[0].sheet} {label} {len(rows)} 行：{'、'.join(names)}{more}"


def _row(named: Named, standing: _Standing) -> str:
    there = standing.rows(named)
    place = f"第{spans(there)}行" if there else ""
    return f"{place}“{_short(named.name)}”" if named.name else place


def _step(old: Value, new: Value) -> str:
    """Say what a row gave and gives, where that is a number."""
    if isinstance(old, str) or isinstance(new, str):
        return ""
    return f"（{'空' if old is None else show_number(old)}→{'空' if new is None else show_number(new)}）"


def _other_state(moved: Moved) -> bool:
    return moved.old is not None and moved.new is not None and moved.old.state != moved.new.state


def _shown(figure: KeptFigure | None, with_state: bool) -> str:
    if figure is None:
        return NO_FIGURE
    if not figure.text:
        return figure.state
    return f"{figure.text}{figure.unit}" + (f"（{figure.state}）" if with_state else "")


def _gap(moved: Moved) -> str:
    """Return the difference of two numbers of one unit, with its sign."""
    old, new = moved.old, moved.new
    if old is None or new is None or old.unit != new.unit:
        return ""
    if not isinstance(old.value, (int, float)) or not isinstance(new.value, (int, float)):
        return ""
    gap = new.value - old.value
    return f"{'+' if gap > 0 else '−'}{show_number(abs(gap))}" if gap else ""


def _why(moved: Moved, figures: Mapping[str, Figure]) -> str:
    """Say why a figure changed, where no row did it."""
    if moved.old is None:
        return "统计口径新加的指标"
    if moved.new is None:
        return "统计口径里已没有这个指标"
    if moved.redefined:
        now = figures.get(moved.name)
        return f"口径改了，现在是：{now.definition}" if now else "口径改了"
    return moved.new.reason or ("填报的数改了" if moved.new.state == STATED else "")
