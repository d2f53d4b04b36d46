"""首页: what the year looks like, what to do first, and one click to every sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from workbook.build.buttons import Band, Place, write_buttons
from workbook.build.layout import Sheet
from workbook.build.ledger import set_margins
from workbook.build.macros import Button
from workbook.build.marks import LATE, NEAR, OFFENDING, SETTLED
from workbook.build.names import list_name
from workbook.build.state import CARDS, STEPS, YES, Live, branch, card, count, tick, title
from workbook.build.style import GREY, LINE, LINK, MONO, PAPER, RED, TABS, Styles
from workbook.build.term import countdown, near_its_end
from workbook.content import HOME, Page

SECRECY = "本工作簿不得录入国家秘密、工作秘密。"
MOTTO = "一场会、一次活动只在活动台账登一次；其他表只登它装不下的内容，并引用活动编号。"
HOW = (
    "填好、保存后，在本软件所在的文件夹里运行下面一行，把“工作簿”换成本文件的路径和名称：",
    "Windows：  py -3 scripts\\regenerate.py 工作簿          Linux：  python3 scripts/regenerate.py 工作簿",
    "校验报告和总结（Word）写在本文件旁边的“自动生成”文件夹里；本工作簿只读不改。",
)
TRIPLE, GAP, MARGIN = (7.0, 21.0, 9.0), 1.5, 2.0
LEFTS = (1, 5, 9, 13)  # the first column of each triple
LAST = 15
TITLE_ROW, BRANCH_ROW, SECRECY_ROW, TERM_ROW, CARD_ROW, BAND_ROW, BODY_ROW = 0, 1, 2, 3, 4, 7, 12
PLACES = tuple(Place(left, left + 2, TRIPLE) for left in LEFTS)
LAST_TWO = (Place(13, 14, TRIPLE[:2]), Place(15, 15, TRIPLE[2:], 6))  # 打开输出文件夹 is long, 体检 is short
BAND = Band(BAND_ROW + 1, PLACES, (*PLACES[:3], *LAST_TWO))
SWITCH_ROW = BODY_ROW + len(STEPS) + 2
SWITCH = f"'{HOME}'!$D${SWITCH_ROW + 1}"
GROUPS = (("清单", "台账", "党员"), ("结果", "文稿", "后台", "专用"))
GROUP_NAMES = {"后台": "设置", "专用": "专用"}
LEGEND = (
    (LATE, "逾期", "时限已过，还没有完成"),
    (NEAR, "临期", "离时限不到提醒天数（在“基本信息”里改，空着按 15 天）"),
    (SETTLED, "完成", "已经完成"),
    (OFFENDING, "有误", "校验发现问题，写在“校验结果”"),
)
ZOOM = 80  # percent: the whole width on a screen of 1366 dots


def write_home(
    sheet: Worksheet,
    sheets: Sequence[Sheet],
    pages: Sequence[Page],
    marks: str,
    styles: Styles,
    buttons: Sequence[Button] = (),
) -> None:
    """Write 首页; `marks` is the switch that shows offending cells, `buttons` those of the macro edition."""
    sheet.hide_gridlines(2)
    sheet.hide_row_col_headers()
    sheet.set_zoom(ZOOM)
    sheet.set_tab_color(TABS[HOME])
    _grid(sheet)
    _banner(sheet, sheets, styles)
    _term(sheet, sheets, styles)
    _cards(sheet, sheets, styles)
    _band(sheet, buttons, styles)
    _steps(sheet, sheets, styles)
    _switch(sheet, styles, marks)
    _links(sheet, sheets, pages, styles)
    _print(sheet)


def _grid(sheet: Worksheet) -> None:
    sheet.set_column(0, 0, MARGIN)
    for left in LEFTS:
        for place, width in enumerate(TRIPLE, left):
            sheet.set_column(place, place, width)
        sheet.set_column(left + 3, left + 3, GAP)


def _live(sheet: Worksheet, row: int, first: int, last: int, live: Live, look: Format) -> None:
    if first < last:
        sheet.merge_range(row, first, row, last, None, look)
    sheet.write_formula(row, first, live.formula, look, live.value)


def _banner(sheet: Worksheet, sheets: Sequence[Sheet], styles: Styles) -> None:
    centred = {"align": "center", "valign": "vcenter", "bg_color": RED}
    large = styles(centred, font_size=24, bold=True, font_color="white")
    _live(sheet, TITLE_ROW, 1, LAST, title(sheets), large)
    _live(sheet, BRANCH_ROW, 1, LAST, branch(sheets), styles(centred, font_size=11, font_color="#F7DFC8"))
    warning = styles(align="center", valign="vcenter", font_color=RED, bold=True, bg_color=PAPER)
    sheet.merge_range(SECRECY_ROW, 1, SECRECY_ROW, LAST, SECRECY, warning)
    for row, height in ((TITLE_ROW, 52), (BRANCH_ROW, 24), (SECRECY_ROW, 24), (TERM_ROW, 21)):
        sheet.set_row(row, height)


def _term(sheet: Worksheet, sheets: Sequence[Sheet], styles: Styles) -> None:
    """Write how long the committee's term still lasts; near its end the line stands out."""
    look = styles(align="center", valign="vcenter", font_size=9, font_color=GREY)
    _live(sheet, TERM_ROW, 1, LAST, countdown(sheets), look)
    near = {
        "type": "formula",
        "criteria": near_its_end(sheets),
        "format": styles.mark(font_color=RED, bold=True),
    }
    sheet.conditional_format(TERM_ROW, 1, TERM_ROW, LAST, near)


def _cards(sheet: Worksheet, sheets: Sequence[Sheet], styles: Styles) -> None:
    number = styles(align="center", valign="vcenter", font_size=22, bold=True, font_color=RED, bg_color=PAPER)
    label = styles(align="center", valign="top", font_size=9, font_color=GREY, bg_color=PAPER)
    for left, wanted in zip(LEFTS, CARDS, strict=True):
        _live(sheet, CARD_ROW, left, left + 2, card(sheets, wanted), number)
        sheet.merge_range(CARD_ROW + 1, left, CARD_ROW + 1, left + 2, wanted.label, label)
    for row, height in ((CARD_ROW, 40), (CARD_ROW + 1, 20), (CARD_ROW + 2, 10)):
        sheet.set_row(row, height)


def _heading(sheet: Worksheet, row: int, first: int, last: int, text: str, styles: Styles) -> None:
    look = styles(bold=True, font_size=12, font_color=RED, valign="vcenter", bottom=2, bottom_color=RED)
    sheet.merge_range(row, first, row, last, text, look)
    sheet.set_row(row, 24)


def _band(sheet: Worksheet, buttons: Sequence[Button], styles: Styles) -> None:
    """Write the buttons; without macros, how to check and to write the summary."""
    _heading(sheet, BAND_ROW, 1, LAST, "校验与写总结", styles)
    if buttons:
        write_buttons(sheet, buttons, BAND, styles)
    else:
        _how(sheet, styles)


def last_check(buttons: Sequence[Button]) -> str:
    """Return the cell that tells of the last check, for a defined name."""
    cell = xl_rowcol_to_cell(BAND.top, BAND.told(buttons), row_abs=True, col_abs=True)
    return f"='{HOME}'!{cell}"


def _how(sheet: Worksheet, styles: Styles) -> None:
    looks = (styles(valign="vcenter"), styles(valign="vcenter", font_name=MONO, bg_color=PAPER, indent=1))
    for row, text, look in zip(range(BAND_ROW + 1, BAND_ROW + 4), HOW, (*looks, looks[0]), strict=True):
        sheet.merge_range(row, 1, row, LAST, text, look)
        sheet.set_row(row, 20)
    sheet.set_row(BAND_ROW + 4, 8)


def _steps(sheet: Worksheet, sheets: Sequence[Sheet], styles: Styles) -> None:
    _heading(sheet, BODY_ROW, 1, 7, "开年七步", styles)
    under = {"bottom": 1, "bottom_color": LINE, "valign": "vcenter"}
    names = {block.table.key: planned.name for planned in sheets for block in planned.blocks}
    for row, step in enumerate(STEPS, BODY_ROW + 1):
        name = names[step.table]
        _live(sheet, row, 1, 1, tick(sheets, step), styles(under, align="center", bold=True, font_color=GREY))
        sheet.merge_range(row, 2, row, 3, None, styles(under))
        _link(sheet, row, 2, name, styles(under, font_color=LINK))
        sheet.merge_range(row, 4, row, 7, step.hint, styles(under, font_color=GREY, font_size=9))
    done = {
        "type": "cell",
        "criteria": "==",
        "value": f'"{YES}"',
        "format": styles.mark(font_color="#3A7D2C"),
    }
    sheet.conditional_format(BODY_ROW + 1, 1, BODY_ROW + len(STEPS), 1, done)


def _switch(sheet: Worksheet, styles: Styles, marks: str) -> None:
    row, middle = SWITCH_ROW, {"valign": "vcenter"}
    small = styles(middle, font_color=GREY, font_size=9, indent=1)
    sheet.merge_range(row, 1, row, 2, "标出有问题的单元格", styles(middle, bold=True))
    sheet.write_string(row, 3, marks, styles(middle, align="center", bold=True, border=1, bg_color=PAPER))
    sheet.merge_range(row, 4, row, 7, "选“是”或“否”；打印前可改成“否”", small)
    sheet.data_validation(row, 3, row, 3, {"validate": "list", "source": f"={list_name('是否')}"})
    for number, (look, word, text) in enumerate(LEGEND, row + 1):
        sheet.write_string(number, 1, word, styles(middle, look, align="center"))
        sheet.merge_range(number, 2, number, 7, text, small)
    sheet.merge_range(row + 6, 1, row + 6, 7, MOTTO, styles(middle, font_color=RED, font_size=9))


def _links(sheet: Worksheet, sheets: Sequence[Sheet], pages: Sequence[Page], styles: Styles) -> None:
    for left, groups, heading in zip(
        LEFTS[2:], GROUPS, ("清单、台账和党员", "结果、文稿和设置"), strict=True
    ):
        _heading(sheet, BODY_ROW, left, left + 2, heading, styles)
        for row, (group, planned) in enumerate(_listed(sheets, pages, groups), BODY_ROW + 1):
            _listing(sheet, row, left, group, planned, styles)
    for row in range(BODY_ROW + 1, BODY_ROW + 18):
        sheet.set_row(row, 19.5)


def _listed(
    sheets: Sequence[Sheet], pages: Sequence[Page], groups: Sequence[str]
) -> Iterator[tuple[str, Sheet | Page]]:
    for group in groups:
        members: list[Sheet | Page] = [planned for planned in sheets if planned.group == group]
        members += pages if group == "后台" else ()
        for number, planned in enumerate(members):
            yield "" if number else GROUP_NAMES.get(group, group), planned


def _listing(
    sheet: Worksheet, row: int, left: int, group: str, planned: Sheet | Page, styles: Styles
) -> None:
    under = {"bottom": 1, "bottom_color": LINE, "valign": "vcenter"}
    sheet.write_string(row, left, group, styles(valign="vcenter", bold=True, font_color=GREY, font_size=9))
    number = styles(under, align="right", font_color=GREY, font_size=9, num_format='0"条";;"—"')
    if isinstance(planned, Page):
        _link(sheet, row, left + 1, planned.sheet, styles(under, font_color=LINK))
        sheet.write_blank(row, left + 2, None, number)
        return
    if planned.hidden:
        sheet.write_string(row, left + 1, planned.name, styles(under, font_color=GREY))
        sheet.write_string(row, left + 2, "已隐藏", number)
        sheet.write_comment(row, left + 1, "用到时，在任一表签上点右键，选“取消隐藏”。")
        return
    _link(sheet, row, left + 1, planned.name, styles(under, font_color=LINK))
    rows = count(planned.blocks[0])
    if rows is None:
        sheet.write_blank(row, left + 2, None, number)
    else:
        sheet.write_formula(row, left + 2, rows.formula, number, rows.value)


def _link(sheet: Worksheet, row: int, column: int, name: str, look: Format) -> None:
    sheet.write_url(row, column, f"internal:'{name}'!A1", look, name)


def _print(sheet: Worksheet) -> None:
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 1)
    sheet.print_area(0, 0, BODY_ROW + 17, LAST)
    set_margins(sheet)
