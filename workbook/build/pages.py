"""Sheets without a table: pages to read, and the sheets a person added."""

from __future__ import annotations

from workbook.build.cells import plain, write
from workbook.build.ledger import set_margins
from workbook.build.style import BORDERED, CELL, HEAD, TABS, TITLE, WAY_BACK, Styles
from workbook.build.worksheet import GrowingSheet
from workbook.content import BACK, HOME, ExtraSheet, Heading, Line, Page, TableRow
from workbook.measure import height_of

GROUP = "后台"
FIRST = 2  # the row of the first line, counted from 0


def write_page(sheet: GrowingSheet, page: Page, styles: Styles) -> None:
    """Write a page's headings, paragraphs and tables, one under the other."""
    sheet.hide_gridlines(2)
    sheet.set_tab_color(TABS[GROUP])
    for place, width in enumerate(page.widths):
        sheet.set_column(place, place, width)
    last = len(page.widths) - 1
    sheet.write_url(0, 0, f"internal:'{HOME}'!A1", styles(WAY_BACK), BACK, "点一下回到首页")
    sheet.merge_range(0, 1, 0, last, page.sheet, styles(TITLE))
    sheet.set_row(0, 30)
    for row, line in enumerate(page.lines, FIRST):
        _line(sheet, row, line, page, styles)
    _keep_titles(sheet, page)
    sheet.set_paper(9)
    if sum(page.widths) > 110:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    set_margins(sheet)


def _keep_titles(sheet: GrowingSheet, page: Page) -> None:
    """Keep the titles of a page's only table in sight and on every printed page."""
    heads = [row for row, line in enumerate(page.lines, FIRST) if isinstance(line, TableRow) and line.head]
    if len(heads) == 1:
        sheet.repeat_rows(heads[0])
    sheet.freeze_panes(heads[0] + 1 if len(heads) == 1 else 1, 0)


def _line(sheet: GrowingSheet, row: int, line: Heading | Line | TableRow, page: Page, styles: Styles) -> None:
    last, width = len(page.widths) - 1, sum(page.widths)
    if isinstance(line, Heading):
        look = styles(bold=True, font_size=12, font_color=TABS[HOME], valign="bottom")
        sheet.merge_range(row, 0, row, last, line.text, look)
        sheet.set_row(row, 28)
    elif isinstance(line, Line):
        sheet.merge_range(row, 0, row, last, line.text, styles(CELL))
        sheet.set_row(row, height_of(line.text, width))
    else:
        look = styles(HEAD) if line.head else styles(CELL, BORDERED)
        for place, text in enumerate((*line.cells, *[""] * (len(page.widths) - len(line.cells)))):
            sheet.write_string(row, place, text, look)
        sheet.grow(row, max(height_of(*cell) for cell in zip(line.cells, page.widths, strict=False)))


def write_extra_sheet(sheet: GrowingSheet, extra: ExtraSheet, styles: Styles) -> None:
    """Write the values of a sheet a person added, each where it stood."""
    for column, width in extra.widths.items():
        sheet.set_column(column - 1, column - 1, width)
    for (row, column), value in extra.values.items():
        write(sheet, row - 1, column - 1, value, plain(styles, value))
    for (row, column), (text, author) in extra.remarks.items():
        sheet.write_comment(row - 1, column - 1, text, {"author": author})
    if not extra.shown:
        sheet.hide()
