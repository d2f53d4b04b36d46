"""The look of the result sheets: lines where something stands, links as links, what is grave in colour."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from workbook.build.layout import Block
from workbook.build.marks import LATE, LINED, NEAR
from workbook.build.style import GREY, LINK, PAPER, Styles

LINKS = ("place", "rows", "code")  # columns whose cells lead somewhere
ZOOM = 85  # percent: also the rows a number comes from in sight on a screen of 1366 dots
TINTS = {
    "severity": {"错误": LATE, "警告": NEAR, "已说明": {**LINED, "font_color": GREY}},
    "state": {"待补": NEAR},
}


def mark_results(sheet: Worksheet, block: Block, styles: Styles) -> None:
    """Mark the rows of a sheet the program writes; each look brings the lines itself, as in `marks`."""
    sheet.set_zoom(ZOOM)
    for key, words in TINTS.items():
        for word, look in words.items() if block.table.has(key) else ():
            equal = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": styles.mark(**look)}
            sheet.conditional_format(block.span(block.slot(key)), equal)
    _links(sheet, block, styles)
    if block.table.one_page:
        _headings(sheet, block, styles)
    first, last = block.slots[0].letters, block.slots[-1].letters
    something = f"=COUNTA(${first}{block.first}:${last}{block.first})>0"
    _where(sheet, block.area(block.first), something, LINED, styles)


def _links(sheet: Worksheet, block: Block, styles: Styles) -> None:
    """Show the cells that lead somewhere as links: one condition for all, as LibreOffice makes it."""
    slots = [block.slot(key) for key in LINKS if block.table.has(key)]
    if slots:
        look = styles.mark(**LINED, font_color=LINK, underline=1)
        filled = f'={slots[0].letters}{block.first}<>""'
        options = {"type": "formula", "criteria": filled, "format": look}
        areas = " ".join(map(block.span, slots))
        sheet.conditional_format(block.span(slots[0]), {**options, "multi_range": areas})


def _headings(sheet: Worksheet, block: Block, styles: Styles) -> None:
    """Mark the page's own title and the titles of its sections: 一、 and so on."""
    letters, row = block.slots[0].letters, block.first
    title = f'=OR(ROW()={row},MID(${letters}{row},2,1)="、")'
    _where(sheet, block.area(row), title, {**LINED, "bold": True, "bg_color": PAPER}, styles)


def _where(sheet: Worksheet, cells: str, condition: str, look: dict[str, object], styles: Styles) -> None:
    sheet.conditional_format(cells, {"type": "formula", "criteria": condition, "format": styles.mark(**look)})
