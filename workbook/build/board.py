"""看板: its panels and native charts, drawn by the fixed layout; the numbers come with a click."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_cell_to_rowcol

from workbook.build.ledger import MAX_ROWS, set_margins
from workbook.build.style import CELL, GOLD, GREY, HEAD, LINE, LINK, NOTE, RED, TABS, TITLE, WAY_BACK, Styles
from workbook.build.worksheet import GrowingSheet
from workbook.content import BACK, HOME
from workbook.panels import HELD, NOTE_ROW, PANELS, WIDTHS, Chart, Panel

SHEET, GROUP = "看板", "结果"
NOTE_TEXT = "本表由程序写入，请勿填写；点“刷新看板”重新统计。"
LAST = len(WIDTHS) - 1
# dots of a row, and those a chart takes of it; XlsxWriter leaves a row of the usual 20 to the program
ROW, DRAWN = 21, 20
COLOURS = {"完成": "#8CAB79", "未到期": "#B7C6D3", "临期": "#E5B449", "逾期": "#C0504D", "常态": "#D8D0C2"}
IN_TURN = (GOLD, LINK, "#8CAB79", "#C8B9A6")
ZOOM = 80  # percent: all charts in sight on a screen of 1366 dots
KINDS = {
    "stacked_bar": {"type": "bar", "subtype": "stacked"},
    "column": {"type": "column"},
}


def write_board(book: Workbook, sheet: GrowingSheet, styles: Styles) -> None:
    """Write everything of 看板 that stays: titles, panels without numbers, and the charts over them."""
    sheet.hide_gridlines(2)
    sheet.set_zoom(ZOOM)
    sheet.set_tab_color(TABS[GROUP])
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    _head(sheet, styles)
    for panel in PANELS:
        _panel(sheet, panel, styles)
        if panel.chart:
            _chart(book, sheet, panel, panel.chart)
    _print(sheet)


def _head(sheet: GrowingSheet, styles: Styles) -> None:
    sheet.write_url(0, 0, f"internal:'{HOME}'!A1", styles(WAY_BACK), BACK, "点一下回到首页")
    sheet.merge_range(0, 1, 0, LAST, SHEET, styles(TITLE))
    sheet.set_row(0, 30)
    sheet.merge_range(1, 0, 1, LAST, NOTE_TEXT, styles(NOTE))
    for row in range(2, NOTE_ROW):  # the charts stand on rows of one height in every program
        sheet.set_row(row, ROW * 0.75)
    sheet.write_blank(NOTE_ROW - 1, 0, None, styles(font_color=GREY, font_size=9, valign="vcenter"))
    sheet.freeze_panes(2, 0)


def _panel(sheet: GrowingSheet, panel: Panel, styles: Styles) -> None:
    heading = styles(bold=True, font_size=12, font_color=RED, valign="vcenter")
    sheet.write_string(panel.top - 1, 0, panel.title, heading)
    sheet.set_row(panel.top - 1, 24)
    for place, title in enumerate(panel.columns):
        sheet.write_string(panel.top, place, title, styles(HEAD))
    last = len(panel.columns) - 1
    left, centred = styles(CELL, align="left", indent=1), styles(CELL, align="center")
    for row in range(panel.first - 1, panel.last):
        sheet.write_blank(row, 0, None, left)
        for place in range(1, last + 1):
            sheet.write_blank(row, place, None, centred)
    lined = {"type": "formula", "criteria": f'=$A{panel.first}<>""', "format": _lined(styles)}
    if panel is HELD:
        scale = {"type": "2_color_scale", "min_color": "#FBF3E3", "max_color": "#E3BE74"}
        sheet.conditional_format(panel.first, 1, panel.last - 1, 12, scale)
    sheet.conditional_format(panel.first - 1, 0, panel.last - 1, last, lined)


def _lined(styles: Styles) -> Any:
    return styles.mark(border=1, border_color=LINE)


def _chart(book: Workbook, sheet: GrowingSheet, panel: Panel, chart: Chart) -> None:
    drawn = book.add_chart(KINDS[chart.kind])
    for number, (name, categories, values) in enumerate(_series(panel, chart)):
        colour = COLOURS.get(name, IN_TURN[number % len(IN_TURN)])
        drawn.add_series(
            {
                "name": name,
                "categories": categories,
                "values": values,
                "fill": {"color": colour},
                "gap": 60,
            }
        )
    look = {"name_font": {"size": 9}, "num_font": {"size": 9}, "line": {"color": LINE}}
    faint = {"visible": True, "line": {"color": "#EAE4DA"}}
    flat = chart.kind == "stacked_bar"
    drawn.set_x_axis({**look, **({"major_gridlines": faint} if flat else {})})
    drawn.set_y_axis({**look, "reverse": flat, "major_gridlines": {"visible": False} if flat else faint})
    drawn.set_title({"name": chart.title, "name_font": {"size": 11, "color": RED}, "overlay": False})
    drawn.set_legend({"position": "bottom"} if len(chart.series) > 1 else {"none": True})
    drawn.set_size(_size(chart))
    drawn.set_chartarea({"border": {"color": LINE}})
    row, column = xl_cell_to_rowcol(chart.corners[0])
    sheet.insert_chart(row, column, drawn, {"object_position": 1, "x_offset": 2, "y_offset": 2})


def _series(panel: Panel, chart: Chart) -> Iterator[tuple[Any, list[Any], list[Any]]]:
    """Yield name, categories and values of each series: columns over the lines, or lines over the months."""
    first, last = panel.first - 1, panel.last - 1
    if chart.series:
        for title in chart.series:
            place = panel.columns.index(title)
            yield title, [SHEET, first, 0, last, 0], [SHEET, first, place, last, place]
        return
    for row in range(first, first + chart.lines):
        yield f"='{SHEET}'!$A${row + 1}", [SHEET, panel.top, 1, panel.top, 12], [SHEET, row, 1, row, 12]


def _size(chart: Chart) -> dict[str, float]:
    """Return how large a chart is that stands from its first corner to the end of its second one."""
    (top, left), (bottom, right) = (xl_cell_to_rowcol(corner) for corner in chart.corners)
    width = sum(int(width * 7 + 5) for width in WIDTHS[left : right + 1])
    return {"width": width - 4, "height": (bottom - top + 1) * DRAWN}


def _print(sheet: GrowingSheet) -> None:
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, MAX_ROWS - 1, LAST)
    set_margins(sheet)
