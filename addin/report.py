"""校验报告.xlsx: every finding with a link to its cell, every figure with the rows it rests on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter

from addin.finding import ENTRY, EXPLAINED, REMINDER, SEVERITIES, SHORTFALL, Finding
from addin.indicator import MISSING, Figure
from addin.report_points import SHEET as POINTS
from addin.report_points import points_table
from addin.report_sheets import LONGEST, Link, Sheets, link_base
from addin.report_since import write_since
from addin.since import Differences, tally
from addin.spans import spans
from workbook.ledger import Ledgers, Row
from workbook.measure import width_of

SHORT = 5_000  # so many findings are written without a file for each part
FULL_LINE = 40  # half-width characters of the column of rows
ROW = re.compile("[^、]*、?")
ONE_LINE = 20  # characters of row numbers that fit behind the name of any sheet
FOUND = (
    ("类别", 7),
    ("级别", 8),
    ("位置", 22),
    ("问题", 44),
    ("原因", 40),
    ("建议", 40),
    ("依据", 28),
    ("规则号", 11),
)
NUMBERS = (
    ("指标", 24),
    ("数值", 14),
    ("单位", 7),
    ("状态", 11),
    ("口径", 50),
    ("出处行", 44),
    ("首行", 9),
    ("说明", 26),
)


class Report(NamedTuple):
    """What the report tells: of which workbook, when, what was found, the figures and what blocks.

    `changed` is what changed since the last time, where somebody kept that.
    """

    ledgers: Ledgers
    workbook: Path
    findings: list[Finding]
    figures: dict[str, Figure]
    blocking: tuple[str, ...]
    changed: Differences | None = None


def write_report(report: Report, target: Path, home: Path | None = None) -> None:
    """Write `report` to `target`; links to the workbook are relative to the folder `home`."""
    made = BytesIO()  # a package half written on a full disk would complain once more when it is let go of
    short = len(report.findings) <= SHORT
    book = xlsxwriter.Workbook(made, {"default_date_format": "yyyy-m-d", "in_memory": short})
    book.set_properties(
        {"title": "校验报告", "created": dt.datetime.combine(report.ledgers.as_of, dt.time())}
    )
    sheets = Sheets(book, link_base(report.workbook, home or target.parent))
    _overview(sheets, report)
    if report.changed:
        write_since(sheets, report.changed, report.ledgers, report.figures)
    sheets.table("校验结果", FOUND, _finding_rows(report.findings))
    sheets.table("数字出处", NUMBERS, _figure_rows(report.figures.values()))
    scored = points_table(report.ledgers)
    if scored:
        sheets.table(POINTS, *scored)
    book.close()
    target.write_bytes(made.getbuffer())


def _overview(sheets: Sheets, report: Report) -> None:
    columns = (("项目", 24), ("内容", 90))
    sheet = sheets.page("概况", columns)
    sheet.write_string(0, 0, "校验报告", sheets.title)
    for number, fact in enumerate(_facts(report), 2):
        sheets.line(sheet, number, fact, columns)
        sheet.write_string(number, 0, fact[0], sheets.head)


def _facts(report: Report) -> Iterator[tuple[str, Any]]:
    """Yield the lines of the overview."""
    findings, figures = report.findings, report.figures.values()
    yield "工作簿", report.workbook.name
    yield "年度", str(report.ledgers.year or "未填")
    yield "统计截至", _until(report.ledgers)
    counts = [(level, _count(findings, level)) for level in SEVERITIES]
    yield "录入问题", "、".join(f"{level} {count} 个" for level, count in counts)
    yield "履职问题", _shortfalls(findings)
    yield REMINDER, f"{sum(found.kind == REMINDER for found in findings)} 个（还没有到期的提醒，不算问题）"
    states = [
        (state, sum(f.state == state for f in figures)) for state in ("有据", "确认为零", "填报", MISSING)
    ]
    yield "数字", "、".join(f"{state} {count} 个" for state, count in states)
    yield "正式稿", "；".join(report.blocking) or "可以生成"
    if report.changed:
        yield "与上次相比", tally(report.changed)


def _until(ledgers: Ledgers) -> str:
    """Say up to which day was counted, and what that left out or let in."""
    day = ledgers.as_of.isoformat()
    if ledgers.named:
        return f"{day}（按指定的日期；这天以后的登记、完成情况和党费没有计入）"
    early = any(_belongs_though_after(row) for ledger in ledgers for row in ledger)
    return f"{day}（归属年度写明 {ledgers.year}、次年初已举行的也计入）" if early else day


def _belongs_though_after(row: Row) -> bool:
    after = row.day is not None and row.day > row.ledgers.as_of
    return after and not row.is_later and row.year == row.ledgers.year


def _count(findings: list[Finding], severity: str) -> int:
    return sum(found.kind == ENTRY and found.severity == severity for found in findings)


def _shortfalls(findings: list[Finding]) -> str:
    """Say how many shortfalls are open, as the button does, and how many are explained."""
    short = [found for found in findings if found.kind == SHORTFALL]
    explained = sum(found.explained for found in short)
    return f"未做到或待说明 {len(short) - explained} 个、{EXPLAINED} {explained} 个"


def _finding_rows(findings: Iterable[Finding]) -> Iterator[tuple[Any, ...]]:
    for found in findings:
        level = EXPLAINED if found.explained else found.severity
        place = Link(found.address, found.address)
        yield (found.kind, level, place, found.says, found.why, found.fix, found.basis, found.code)


def _figure_rows(figures: Iterable[Figure]) -> Iterator[tuple[Any, ...]]:
    for figure in figures:
        pieces = _pieces(figure.rows)
        value = figure.value if isinstance(figure.value, (int, float)) else figure.text
        head = (figure.name, value, figure.unit, figure.state, figure.definition)
        first = _first_cell(*figure.rows, *figure.doubtful)
        yield (*head, next(pieces, ""), first, _remark(figure))
        for piece in pieces:  # too many rows for one cell go on below
            yield ("", "", "", "", "", piece, "", "接上一行")


def _remark(figure: Figure) -> str:
    """Say why a figure is 待补, and which rows leave it open."""
    return f"{figure.reason}：第{spans(figure.doubtful)}行" if figure.doubtful else figure.reason


def _pieces(rows: tuple[Row, ...]) -> Iterator[str]:
    """Write the rows of a figure as 活动台账 第5–18、22行, in pieces that fit a cell."""
    if not rows:
        return
    sheet, written = rows[0].ledger.table.sheet, spans(rows)
    # LibreOffice breaks no line between 、 and a figure: a long list is broken here, from a line of its own
    front = f"{sheet} 第" if len(written) <= ONE_LINE else f"{sheet}\n第"
    while len(written) > LONGEST:
        piece, _, rest = written[:LONGEST].rpartition("、")
        yield _folded(f"{front}{piece}行")
        written = rest + written[LONGEST:]
    yield _folded(f"{front}{written}行")


def _folded(text: str) -> str:
    """Break a list of rows behind a 、 wherever a line is full."""
    lines = [""]
    for piece in ROW.findall(text):
        if width_of(lines[-1].rpartition("\n")[2] + piece) > FULL_LINE:
            lines.append("")
        lines[-1] += piece
    return "\n".join(lines)


def _first_cell(*rows: Row) -> str | Link:
    """Return a link to the first of `rows`, or an empty text."""
    if not rows:
        return ""
    sheet, number = rows[0].ledger.table.sheet, rows[0].number
    letters = min(rows[0].ledger.letters.values(), key=lambda each: (len(each), each), default="A")
    return Link(f"第{number}行", f"{sheet}!{letters}{number}")
