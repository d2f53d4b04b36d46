"""The sheet 变化说明 of the report: what changed since the last time, and which rows moved which number."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from addin.finding import ENTRY, EXPLAINED, REMINDER, SEVERITIES, SHORTFALL
from addin.indicator import STATED, Figure
from addin.kept import KeptFigure, KeptFinding
from addin.report_rows import Standing, row_lines, short
from addin.report_sheets import LOWEST, Link, Sheets
from addin.since import DROPPED, GONE, NEW, SOON, WITHDRAWN, Differences, Moved, counts
from addin.spans import first_cell
from workbook.ledger import Ledgers
from workbook.values import show_date, show_number

SHEET = "变化说明"
WIDTHS = (22, 24, 24, 16, 66, 10)
FOUND = ("变化", "位置", "规则号", "从哪天起", "问题", "级别")
NUMBERS = ("指标", "原来", "现在", "差", "由哪几行", "首行")
MEANINGS = ("指标", "原来", "现在", "改了", "怎么改的")  # while the number stayed
STILL = {ENTRY: "仍未改", SHORTFALL: "仍未做到或待说明", REMINDER: "仍临期"}
NOT_ASKED = "现在“规定动作”里这一项停用了、不适用，或者写得不能核对。"
MOST_STILL = 200  # so many are listed; of more only how many there are of each rule
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
    standing = Standing(ledgers, changed.twins)
    blocks = {
        "问题的变化": (FOUND, list(_finding_lines(changed))),
        "数字的变化": (NUMBERS, [_figure_line(moved, standing, figures) for moved in changed.figures]),
        "数没有变，口径或单位改了的": (MEANINGS, [_meaning_line(moved) for moved in changed.meanings]),
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
    columns = tuple(zip(titles, WIDTHS, strict=False))
    number += 2
    for line in lines:
        sheets.line(sheet, number, line, columns)
        number += 1
    return number


def _heading(changed: Differences) -> str:
    if changed.before is None:
        return f"{changed.why}。"
    told = f"与{_moment(changed.before)}那次相比：{counts(changed)}"
    if changed.checked is None or changed.nothing:
        return f"{told}。"
    return f"{told}；这些变化是{_moment(changed.checked)}查出的，此后没有变化。"


def _moment(when: dt.datetime) -> str:
    return f"{show_date(when)} {when:%H:%M}".replace(" 0", " ")


def _finding_lines(changed: Differences) -> Iterator[Line]:
    for found in _ranked(changed.new):
        yield _finding_line(_came(found), found, _link(found))
    for found in _ranked(changed.withdrawn):
        yield _finding_line(WITHDRAWN, found, _link(found))
    for found in _ranked(changed.gone):
        yield _finding_line(GONE, found, _called(found))
    for found in _ranked(changed.dropped):
        told = found._replace(says=f"{found.says}{NOT_ASKED}")
        yield _finding_line(DROPPED, told, _called(found))
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
    row = f"“{short(found.name)}”" if found.name else ""
    return f"{found.sheet}{row}{found.period or f'的{found.title}'}"


def _figure_line(moved: Moved, standing: Standing, figures: Mapping[str, Figure]) -> Line:
    told = row_lines(moved, figures.get(moved.name), standing)
    old, new = (_shown(figure, _other_state(moved)) for figure in (moved.old, moved.new))
    rows = [row for _, named in told for row in named]
    first = Link(f"第{rows[0].number}行", first_cell(rows[:1])) if rows else ""
    words = [*(text for text, _ in told), *_meaning(moved).values()] or [_why(moved)]
    return moved.name, old, new, _gap(moved), "\n".join(words), first


def _meaning_line(moved: Moved) -> Line:
    old, new, meaning = _shown(moved.old, False), _shown(moved.new, False), _meaning(moved)
    return moved.name, old, new, "、".join(meaning), "\n".join(meaning.values())


def _meaning(moved: Moved) -> dict[str, str]:
    """Say how the 口径 and the unit changed, where they did."""
    old, new = moved.old, moved.new
    told = {}
    if old and new and moved.redefined:
        told["口径"] = f"口径改了：原来是“{old.definition}”，现在是“{new.definition}”"
    if old and new and moved.renamed:
        told["单位"] = f"单位由{_quoted(old.unit)}改为{_quoted(new.unit)}"
    return told


def _quoted(unit: str) -> str:
    return f"“{unit}”" if unit else "空"


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


def _why(moved: Moved) -> str:
    """Say why a figure changed, where no row and no 口径 did it."""
    if moved.old is None:
        return "统计口径新加的指标"
    if moved.new is None:
        return "统计口径里已没有这个指标"
    return moved.new.reason or ("填报的数改了" if moved.new.state == STATED else "")
