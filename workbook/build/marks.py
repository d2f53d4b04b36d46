"""Conditional formats: offending cells, deadlines, and lines around rows that hold something.

LibreOffice shows only the first true condition of a cell, in the order of the ranges as written: so
every look brings the thin lines itself, and the lines alone come last, under a range of their own.
"""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from workbook.build.layout import Block, Slot
from workbook.build.names import MARKS, NOW, PLACES, SOON, WORDS, YEAR
from workbook.build.style import LINE, Styles
from workbook.derive import CANCELLED, DONE, DUE_SOON, OVERDUE

OFFENDING = {"bg_color": "#FFF2B3", "font_color": "#B00000", "border": 1, "border_color": "#D00000"}
LINED = {"border": 1, "border_color": LINE}
LATE = {**LINED, "bg_color": "#F8D3CF", "font_color": "#8F1414"}
NEAR = {**LINED, "bg_color": "#FFE9B0", "font_color": "#7A5200"}
SETTLED = {**LINED, "bg_color": "#E3EFDB", "font_color": "#3A5F28"}


def in_words(word: str) -> str:
    """Return the number format that shows a deadline, day or text, with its state in words."""
    return f'yyyy-m-d"{word}";General;General;@"{word}"'


def mark(sheet: Worksheet, block: Block, styles: Styles) -> None:
    """Mark what the checks found, what is due and what holds something on one table."""
    _condition(sheet, block.area(block.first), offending(block), styles.mark(**OFFENDING))
    due = next((slot for slot in block.slots if slot.column and slot.column.kind.name == "deadline"), None)
    if due:
        _mark_deadlines(sheet, block, due, styles)
    _condition(sheet, block.area(block.header), _holds_something(block), styles.mark(**LINED))


def offending(block: Block) -> str:
    """Return the condition that the cell's own address stands among the findings."""
    address = f'"{block.table.sheet}!"&ADDRESS(ROW(),COLUMN(),4)'
    return f'=AND({MARKS}="是",COUNTIF({PLACES},{address})>0)'


def _holds_something(block: Block) -> str:
    first, last, row = block.slots[0].letters, block.slots[-1].letters, block.header
    if block.table.key == "options":  # each column is a list of its own
        return f'={first}{row}<>""'
    return f"=COUNTA(${first}{row}:${last}{row})>0"


def _mark_deadlines(sheet: Worksheet, block: Block, due: Slot, styles: Styles) -> None:
    settling = _settling(block)
    done = f'${settling.letters}{block.first}="{DONE}"'
    closed = f'OR({done},${settling.letters}{block.first}="{CANCELLED}")'
    if settling.column and settling.column.kind.name == "date":
        done = closed = f'${settling.letters}{block.first}<>""'
    day = last_day(f"${due.letters}{block.first}")
    late = f"=IF({closed},FALSE,{day}<{NOW})"
    near = f"=IF({closed},FALSE,INT(({day}-TODAY())/({SOON}+1))=0)"
    for condition, look, word in ((late, LATE, OVERDUE), (near, NEAR, DUE_SOON)):
        _condition(sheet, block.span(due), condition, styles.mark(**look, num_format=in_words(word)))
    if settling.column and settling.column.kind.name != "date":
        _condition(sheet, block.span(settling), late, styles.mark(**LATE))
        _condition(sheet, block.span(settling), near, styles.mark(**NEAR))
    timely = f'=AND({done},${due.letters}{block.first}<>"")'
    _condition(sheet, block.span(settling), timely, styles.mark(**SETTLED))


def _settling(block: Block) -> Slot:
    """Return the column that settles a row: its state, else the day it was done."""
    if block.table.has("status"):
        return block.slot("status")
    return block.slot(block.table.dated)


def last_day(cell: str) -> str:
    """Return the formula for a deadline's last day: a date, or one of the usual WORDS, 前 at its end or not.

    A blank, 长期坚持 and whatever else is written never come due here; the reader knows more forms.
    """
    month = f'VLOOKUP(SUBSTITUTE({cell},"前",""),{WORDS},2,0)'
    return f"IF(ISNUMBER({cell}),{cell},IFERROR(DATE({YEAR},1+{month},0),TODAY()+999))"


def _condition(sheet: Worksheet, cells: str, formula: str, look: object) -> None:
    sheet.conditional_format(cells, {"type": "formula", "criteria": formula, "format": look})
