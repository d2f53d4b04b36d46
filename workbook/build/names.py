"""The workbook's defined names: growing lists for drop-downs, and the few cells formulas rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbook.build.layout import Block, Sheet, Slot

YEAR, NOW, SOON, MARKS, PLACES = "本年度", "时限比较日", "临期天数", "标出问题", "问题位置"
WORDS = "时限用语"
LAST_CHECK = "上次校验"  # the cell on 首页 of the macro edition that tells of the last check
LAST_MONTHS = {
    **{f"{month}月{end}": month for month in range(1, 13) for end in ("", "底", "末")},
    **{
        f"{first}{quarter}季度": 3 * number
        for number, quarter in enumerate("一二三四", 1)
        for first in ("", "第")
    },
    "上半年": 6,
    **dict.fromkeys(("下半年", "全年", "年底", "年末", "年内"), 12),
}
OPTION = "选项_"


def block_of(sheets: Sequence[Sheet], key: str) -> Block:
    """Return the block of the table `key`."""
    return next(block for sheet in sheets for block in sheet.blocks if block.table.key == key)


def list_name(table_or_list: str, title: str = "") -> str:
    """Return the name of an option list, or of a table's column that others offer."""
    return f"{table_or_list}_{title}" if title else OPTION + table_or_list


def names(sheets: Sequence[Sheet], switch: str) -> Iterator[tuple[str, str]]:
    """Yield every defined name with its formula; `switch` is the cell that turns the marks on."""
    yield from _settings(block_of(sheets, "basics"))
    findings = block_of(sheets, "findings")
    yield WORDS, "={" + ";".join(f'"{word}",{month}' for word, month in LAST_MONTHS.items()) + "}"
    yield MARKS, f"={switch}"
    yield PLACES, f"={findings.reference(findings.slot('place'))}"
    options = block_of(sheets, "options")
    for slot in options.slots:
        if slot.column:
            yield list_name(slot.title), growing(options, slot)
    for block in (block for sheet in sheets for block in sheet.blocks):
        if offers(block):
            slot = block.slot(block.table.names)
            yield list_name(block.table.sheet, slot.title), growing(block, slot)


def offers(block: Block) -> bool:
    """Tell whether other tables may offer this table's column of names."""
    return block.table.has(block.table.names) and not block.table.written


def growing(block: Block, slot: Slot) -> str:
    """Return a range that grows with the entries; where blanks may stand between, up to the last entry."""
    cells, top = block.reference(slot), f"'{block.table.sheet}'!${slot.letters}${block.first}"
    height = f"COUNTA({cells})"
    if slot.column and not slot.column.required and block.table.key != "options":
        height = f'SUMPRODUCT(MAX(({cells}<>"")*(ROW({cells})-{block.header})))'
    return f"=OFFSET({top},0,0,MAX(1,{height}),1)"


def _settings(basics: Block) -> Iterator[tuple[str, str]]:
    year, soon = basics.setting("year"), basics.setting("due_soon_days")
    number = f'VALUE(SUBSTITUTE({year},"年",""))'
    yield YEAR, f"=IFERROR({number},YEAR(TODAY()))"
    # once the year is over, what was due on its last day is late as well
    yield NOW, f"=IFERROR(MIN(TODAY(),DATE({number}+1,1,1)),TODAY())"
    yield SOON, f"=IF(ISNUMBER({soon}),{soon},{basics.table['due_soon_days'].default})"
