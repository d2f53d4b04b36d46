"""校验报告.xlsx: every finding with a link to its cell, every figure with the rows it rests on."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter

from addin.finding import ENTRY, EXPLAINED, SEVERITIES, SHORTFALL, Finding
from addin.indicator import MISSING, Figure
from addin.report_points import SHEET as POINTS
from addin.report_points import points_table
from addin.spans import spans
from workbook.ledger import Ledgers, Row
from workbook.measure import height_of, width_of

MOST_LINKS = 60_000  # a sheet of Excel holds 65,530
SHORT = 5_000  # so many findings are written without a file for each part
LONGEST = 28_000  # a cell of Excel holds 32,767 characters
FULL_LINE = 40  # half-width characters of the column of rows
ROW = re.compile("[^、]*、?")
ONE_LINE = 20  # characters of row numbers that fit behind the name of any sheet
SPECIAL = re.compile(r"""[%# "<>\[\]^`{}?]""")
LOWEST = 22.0  # of the row of titles
HIGHEST = 400.0  # a row of Excel is at most 409 points high
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
COLOURS = {"错误": "#F8CBAD", "警告": "#FFE699", MISSING: "#FFE699"}


class Report(NamedTuple):
    """What the report tells: of which workbook, when, what was found, the figures and what blocks."""

    ledgers: Ledgers
    workbook: Path
    findings: list[Finding]
    figures: dict[str, Figure]
    blocking: tuple[str, ...]


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
    sheets.table("校验结果", FOUND, _finding_rows(report.findings))
    sheets.table("数字出处", NUMBERS, _figure_rows(report.figures.values()))
    scored = points_table(report.ledgers)
    if scored:
        sheets.table(POINTS, *scored)
    book.close()
    target.write_bytes(made.getbuffer())


def link_base(workbook: Path, home: Path) -> str:
    """Return how a link names the workbook: relative where both lie on one drive."""
    try:
        return _quoted(Path(os.path.relpath(workbook.resolve(), home.resolve())).as_posix())
    except ValueError:  # another drive of Windows
        return _quoted(str(workbook.resolve()))


def _quoted(path: str) -> str:
    """Quote what has a meaning in a link: # would begin the place in the file, %41 would be read as A.

    XlsxWriter quotes as Excel does, but takes a path with # or %41 for a link that is quoted already.
    """
    return SPECIAL.sub(lambda found: f"%{ord(found[0]):02x}", path)


class Link(NamedTuple):
    """A cell text that leads to `place` (活动台账!F12) of the workbook."""

    text: str
    place: str


class Sheets:
    """The report's sheets in one look: header, widths, wrapped text, links, a colour for what is grave."""

    def __init__(self, book: Any, base: str) -> None:
        self.book = book
        self.base = base
        look = {
            "font_name": "宋体",
            "font_size": 10.5,
            "valign": "vcenter",
            "text_wrap": True,
            "border": 1,
            "indent": 1,
        }
        self.plain = book.add_format(look)
        self.number = book.add_format({**look, "align": "center"})
        self.link = book.add_format({**look, "font_color": "#0563C1", "underline": 1})
        self.head = book.add_format({**look, "bold": True, "bg_color": "#D9D9D9", "align": "center"})
        self.title = book.add_format({"font_name": "黑体", "font_size": 16})
        self.tints = {word: book.add_format({**look, "bg_color": tint}) for word, tint in COLOURS.items()}

    def page(self, name: str, columns: Iterable[tuple[str, float]]) -> Any:
        """Add a sheet that prints on A4 landscape, one page wide, its header on every page."""
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&C{name}  第 &P 页，共 &N 页")
        for place, (_, width) in enumerate(columns):
            sheet.set_column(place, place, width)
        return sheet

    def table(
        self, name: str, columns: tuple[tuple[str, float], ...], rows: Iterable[tuple[Any, ...]]
    ) -> None:
        """Write `rows` under a header that stays in sight."""
        sheet = self.page(name, columns)
        sheet.write_row(0, 0, [title for title, _ in columns], self.head)
        number = 0
        for number, row in enumerate(rows, 1):
            self.line(sheet, number, row, columns)
        sheet.set_row(0, max(LOWEST, *(height_of(title, 0.9 * width) for title, width in columns)))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, number, len(columns) - 1)
        sheet.repeat_rows(0)

    def line(
        self, sheet: Any, number: int, row: tuple[Any, ...], columns: tuple[tuple[str, float], ...]
    ) -> None:
        """Write one row, as high as its longest text needs: not every program finds that out itself."""
        heights = [
            height_of(_words(value), 0.9 * width) for value, (_, width) in zip(row, columns, strict=True)
        ]
        sheet.set_row(number, min(max(heights), HIGHEST))
        for place, value in enumerate(row):
            self.cell(sheet, number, place, value)

    def cell(self, sheet: Any, row: int, column: int, value: Any) -> None:
        """Write one cell: a link, a number or a text, never a formula."""
        if isinstance(value, Link) and row <= MOST_LINKS:
            name, _, cell = value.place.partition("!")
            sheet.write_url(row, column, f"external:{self.base}#'{name}'!{cell}", self.link, value.text)
        elif isinstance(value, (int, float)):
            sheet.write_number(row, column, value, self.number)
        else:
            text = _words(value)
            sheet.write_string(row, column, text, self.tints.get(text, self.plain))


def _words(value: Any) -> str:
    return value.text if isinstance(value, Link) else str(value)


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
    states = [
        (state, sum(f.state == state for f in figures)) for state in ("有据", "确认为零", "填报", MISSING)
    ]
    yield "数字", "、".join(f"{state} {count} 个" for state, count in states)
    yield "正式稿", "；".join(report.blocking) or "可以生成"


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
