"""One worksheet of a table: title, note, header, entries, and how it is printed."""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format

from workbook.build.cells import plain, write
from workbook.build.layout import Block, Sheet, Slot
from workbook.build.style import HEAD, LARGER, NOTE, REQUIRED, TABS, TITLE, WAY_BACK, Styles, cell_of
from workbook.build.worksheet import GrowingSheet
from workbook.content import BACK, HOME
from workbook.measure import height_of

LEGEND = "带＊的列必填。"
FROZEN_WIDTH = 46.0  # wider columns would leave no room to scroll on a small screen
HEAD_HEIGHT = 36.0  # points: the arrows of the filter stay below the titles
MAX_ROWS = 1048576


def write_sheet(sheet: GrowingSheet, planned: Sheet, styles: Styles) -> None:
    """Write everything of a planned sheet but its drop-downs and marks."""
    sheet.set_tab_color(TABS[planned.group])
    write_head(sheet, planned, styles)
    for block in planned.blocks:
        _columns(sheet, block, styles)
        _header(sheet, block, styles)
        _entries(sheet, block, styles)
        write_remarks(sheet, block)
    first, last = planned.blocks[0].slots[0], planned.blocks[-1].slots[-1]
    area = f"{first.letters}{planned.header + 1}:{last.letters}{max(block.last for block in planned.blocks)}"
    sheet.ignore_errors({"number_stored_as_text": area})
    _heights(sheet, planned)
    write_lines_above(sheet, planned, styles)
    _freeze(sheet, planned)
    if planned.hidden:
        sheet.hide()


def write_head(sheet: GrowingSheet, planned: Sheet, styles: Styles) -> None:
    """Write the title, the way back to 首页 and the note over the printed columns."""
    last = _last_printed(planned)
    sheet.write_url(0, 0, f"internal:'{HOME}'!A1", styles(WAY_BACK), BACK, "点一下回到首页")
    _merge(sheet, 0, 1, last, planned.name, styles(TITLE))
    sheet.set_row(0, 30)
    note = _note(planned)
    _merge(sheet, 1, 0, last, note, styles(NOTE))
    width = sum(slot.width for block in planned.blocks for slot in block.slots if slot.place <= last)
    sheet.set_row(1, max(20, height_of(note, width, 13)))


def _last_printed(planned: Sheet) -> int:
    return max((slot.place for slot in planned.printed), default=planned.blocks[-1].slots[-1].place)


def _merge(sheet: GrowingSheet, row: int, first: int, last: int, text: str, look: Any) -> None:
    if first < last:
        sheet.merge_range(row, first, row, last, text, look)
    else:
        sheet.write_string(row, first, text, look)


def _note(planned: Sheet) -> str:
    table = planned.blocks[0].table
    marked = not table.written and any(c.required for b in planned.blocks for c in b.table.sheet_columns)
    return f"{table.note}{LEGEND if marked else ''}"


def _columns(sheet: GrowingSheet, block: Block, styles: Styles) -> None:
    for slot in block.slots:
        fold = {"level": 1, "hidden": True} if slot.folded else {}
        look = styles(_cell(block, slot))
        sheet.set_column(slot.place, slot.place, slot.width, look, fold)
    if block.slots[-1].folded:  # the little + stands above the column behind the folded ones
        behind = block.slots[-1].place + 1
        sheet.set_column(behind, behind, None, None, {"collapsed": True})


def _cell(block: Block, slot: Slot) -> dict[str, Any]:
    """Return the look of the cells under a column; a page to be handed on is written larger."""
    return {**cell_of(slot.column, slot.width), **(LARGER if block.table.one_page else {})}


def _header(sheet: GrowingSheet, block: Block, styles: Styles) -> None:
    for slot in block.slots:
        required = slot.column is not None and slot.column.required
        write(sheet, block.header - 1, slot.place, slot.title, styles(REQUIRED if required else HEAD))
    longest = max(height_of(slot.title, slot.width - 2) for slot in block.slots)
    sheet.set_row(block.header - 1, max(HEAD_HEIGHT, longest))


def _entries(sheet: GrowingSheet, block: Block, styles: Styles) -> None:
    for slot in block.slots:
        if slot.column is None:
            _added(sheet, block, slot, styles)
        else:
            _column(sheet, block, slot, styles(_cell(block, slot)))
    _merges(sheet, block, styles)


def _column(sheet: GrowingSheet, block: Block, slot: Slot, look: Format) -> None:
    links = block.entries.links
    for index, row in enumerate(block.entries.rows):
        value = row.get(slot.title)
        if links and value is not None and (index, slot.title) in links:
            target = links[index, slot.title]
            sheet.write_url(block.header + index, slot.place, target, look, str(value))
        else:
            write(sheet, block.header + index, slot.place, value, look)


def _heights(sheet: GrowingSheet, planned: Sheet) -> None:
    heights: dict[int, float] = {}
    for block in planned.blocks:
        least = height_of("\n" * (block.table.lines - 1), 1)
        for index, row in enumerate(block.entries.rows):
            texts = ((row[slot.title], slot.width) for slot in block.slots if slot.title in row)
            needed = max((height_of(str(text), width) for text, width in texts), default=0.0)
            heights[index] = max(heights.get(index, 0.0), needed and max(needed, least))
    for index, height in heights.items():
        if height:
            sheet.grow(planned.header + index, height)
    for index in {index for block in planned.blocks for index in block.entries.hidden}:
        sheet.set_row(planned.header + index, None, None, {"hidden": True})


def _added(sheet: GrowingSheet, block: Block, slot: Slot, styles: Styles) -> None:
    for index, value in (slot.extra.values if slot.extra else {}).items():
        target = block.entries.links.get((index, slot.title))
        look = plain(styles, value)
        if target:
            sheet.write_url(block.header + index, slot.place, target, look, str(value))
        else:
            write(sheet, block.header + index, slot.place, value, look)


def _merges(sheet: GrowingSheet, block: Block, styles: Styles) -> None:
    for top, left, bottom, right in block.entries.merges:
        first, last = block.titled(left), block.titled(right)
        if first is not None and last is not None:
            look = styles(cell_of(first.column, first.width))
            row = block.header + top
            sheet.merge_range(row, first.place, block.header + bottom, last.place, None, look)
            write(sheet, row, first.place, block.entries.value(top, left), look)


def write_remarks(sheet: GrowingSheet, block: Block) -> None:
    """Write the comments a person left."""
    for remark in block.entries.remarks:
        place = block.cell(remark.index, remark.title)
        if place is not None:
            sheet.write_comment(*place, remark.text, {"author": remark.author})


def write_lines_above(sheet: GrowingSheet, planned: Sheet, styles: Styles) -> None:
    """Write the lines a person put above the header."""
    lines = [line for block in planned.blocks for line in block.entries.above]
    for row, line in enumerate(lines, 2):
        for column, value in line.items():
            write(sheet, row, column - 1, value, plain(styles, value))


def _freeze(sheet: GrowingSheet, planned: Sheet) -> None:
    block = planned.blocks[0]
    sheet.freeze_panes(planned.header, 0 if block.table.written else _identifying(block))
    last = planned.blocks[0].slots[-1].place
    if not planned.upright:
        sheet.autofilter(planned.header - 1, block.slots[0].place, block.last - 1, last)


def _identifying(block: Block) -> int:
    """Return how many of the first columns stay in sight: those that name the row, where narrow enough."""
    named = [s.place for s in block.slots[:3] if s.column and s.column.key in (*block.table.identity, "id")]
    count = max(named, default=-1) + 1
    while count and sum(slot.width for slot in block.slots[:count]) > FROZEN_WIDTH:
        count -= 1
    return count


def set_print(sheet: GrowingSheet, planned: Sheet) -> None:
    """Print the printed columns on A4, one page wide, the header on every page."""
    last = _last_printed(planned)
    sheet.set_paper(9)
    if planned.blocks[0].table.landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 1 if planned.blocks[0].table.one_page else 0)
    sheet.repeat_rows(planned.header - 1)
    sheet.print_area(0, 0, MAX_ROWS - 1, last)  # whole columns: printing ends with the last entry
    set_margins(sheet)


def set_margins(sheet: GrowingSheet) -> None:
    """Set margins for a bound page and the footer with the sheet's name and page numbers."""
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&9&A&R&9第 &P 页，共 &N 页", {"margin": 0.3})
    sheet.center_horizontally()
