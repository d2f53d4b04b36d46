"""Sheets, columns and rows the reader looked for and did not find, or found and left out."""

from addin.basis import TEMPLATE
from addin.cells import gaps, place_of
from addin.finding import ENTRY, ERROR, HINT, WARNING
from addin.rule import Found, rule
from workbook.ledger import Gap, Ledgers


@rule(
    "READ-040",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="没有找到“{title}”这张表。",
    why="读取时按表名找；表不在，它的登记就都没有计入。",
    fix="{near}把表名改回“{title}”；表已删除的，从空白工作簿复制一张回来。",
)
def sheet_not_there(ledgers: Ledgers) -> Found:
    """Find sheets that are missing or renamed."""
    missing = {gap.table.sheet: gap for gap in gaps(ledgers, "missing_sheet") if not gap.table.hidden}
    return map(place_of, missing.values())


@rule(
    "READ-048",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="“{title}”这张表里没有找到表头。",
    why="读取时按列名找表头；表头不在，它的登记就都没有计入。",
    fix="把表头一行的列名改回原样；可从空白工作簿复制这一行。",
)
def header_not_there(ledgers: Ledgers) -> Found:
    """Find sheets none of whose titles is there."""
    return map(place_of, gaps(ledgers, "missing_header"))


@rule(
    "READ-041",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="没有找到“{title}”这一列。",
    why="读取时按列名找，列名改了或列删了，这一列就都读作空着。",
    fix="{near}把列名改回“{title}”，次序和位置可以随意。",
)
def column_not_there(ledgers: Ledgers) -> Found:
    """Find required columns that are missing, and any that seems to have been renamed."""
    return (place_of(gap) for gap in gaps(ledgers, "missing_column") if _needed(gap))


def _needed(gap: Gap) -> bool:
    """Tell whether the missing column is required or has a likely successor."""
    return bool(gap.nearest) or any(
        column.required and column.title == gap.title for column in gap.table.columns
    )


@rule(
    "READ-047",
    ENTRY,
    HINT,
    basis=TEMPLATE,
    says="没有“{title}”这一列。",
    why="这一列可填可不填；列不在，就都读作空着。",
    fix="用不着的，不用处理；要用的，加一列，列名写“{title}”。",
)
def optional_column_not_there(ledgers: Ledgers) -> Found:
    """Find optional columns that were deleted; the folded ones and the version are not missed."""
    return (place_of(gap) for gap in gaps(ledgers, "missing_column") if not _needed(gap) and not _aside(gap))


def _aside(gap: Gap) -> bool:
    return any(c.title == gap.title and (c.folded or c.key == "version") for c in gap.table.columns)


@rule(
    "READ-042",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    says="“{title}”一列出现了两次。",
    why="只读最左边的一列，另一列的内容没有计入。",
    fix="把内容并到一列，另一列改名或删去。",
)
def column_there_twice(ledgers: Ledgers) -> Found:
    """Find a second column of one title."""
    return map(place_of, gaps(ledgers, "duplicate_column"))


@rule(
    "READ-043",
    ENTRY,
    HINT,
    basis=TEMPLATE,
    says="“{title}”由程序计算，填在表里的不读取。",
    why="同一个数若由人填、又由程序算，两处迟早不一致。",
    fix="这一列可以留着自己看，也可以删去。",
)
def computed_column_typed(ledgers: Ledgers) -> Found:
    """Find columns that the program computes and somebody added."""
    return map(place_of, gaps(ledgers, "computed_column"))


@rule(
    "READ-044",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    says="{title} 列没有列名，里面的内容没有读取。",
    why="读取时按列名找，没有列名就不知道是什么。",
    fix="需要的，在表头写上列名；不需要的，清空这一列。",
)
def column_without_a_title(ledgers: Ledgers) -> Found:
    """Find entries under no title."""
    return map(place_of, gaps(ledgers, "untitled_column"))


@rule(
    "READ-045",
    ENTRY,
    HINT,
    basis=TEMPLATE,
    says="这一行看作{title}，没有读取。",
    why="合计、落款、说明和重复的表头不是登记的内容。",
    fix="确是登记内容的，改一改首格的字或取消合并；不是的，不用处理。",
)
def row_left_out(ledgers: Ledgers) -> Found:
    """Find rows that were taken for totals, signatures, notes or repeated headers."""
    return map(place_of, gaps(ledgers, "skipped_row"))


@rule(
    "READ-046",
    ENTRY,
    HINT,
    basis=TEMPLATE,
    says="没有写明模板版本。",
    why="程序按版本认旧模板；缺了它，按现在的版本读取。",
    fix="不影响使用；需要时用 build_workbook.py --from 换到新模板。",
)
def version_not_there(ledgers: Ledgers) -> Found:
    """Find workbooks that do not say which template they were made from."""
    return map(place_of, gaps(ledgers, "missing_version"))


RULES = (
    sheet_not_there, header_not_there, column_not_there, optional_column_not_there, column_there_twice,
    computed_column_typed, column_without_a_title,
    row_left_out, version_not_there,
)  # fmt: skip
