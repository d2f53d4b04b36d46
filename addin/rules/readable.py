"""Cells that were read as meant though typed in an unusual way: hints, each with a safe fix."""

from addin.basis import TEMPLATE
from addin.cells import marked
from addin.finding import ENTRY, HINT
from addin.rule import Found, rule
from workbook.ledger import Ledgers


@rule(
    "READ-020",
    ENTRY,
    HINT,
    basis=TEMPLATE,
    says="里面有全角数字或字母。",
    why="已按半角读取，查找和筛选时却会漏掉它。",
    fix="请{hint}。",
    cure="把全角的数字、字母改成半角；点“采纳建议”可以一次改好。",
)
def full_width_letters(ledgers: Ledgers) -> Found:
    """Find ２０２２ for 2022."""
    return marked(ledgers, "full_width")


@rule(
    "READ-021",
    ENTRY,
    HINT,
    basis=TEMPLATE,
    says="前后或中间有多余的空格。",
    why="已去掉空格读取，筛选时却会分成两样。",
    fix="请{hint}。",
    cure="删去多余的空格；点“采纳建议”可以一次改好。",
)
def stray_spaces(ledgers: Ledgers) -> Found:
    """Find spaces that do not belong to the value."""
    return marked(ledgers, "stray_space")


@rule(
    "READ-022",
    ENTRY,
    HINT,
    basis=TEMPLATE,
    says="日期“{raw}”是文字，不是日期格式。",
    why="已按日期读取，但在表里不能按日期排序。",
    fix="请{hint}。",
    cure="写成 2022-3-4 这样的日期；点“采纳建议”可以一次改好。",
)
def day_typed_as_text(ledgers: Ledgers) -> Found:
    """Find days typed as text."""
    return marked(ledgers, "text_date")


@rule(
    "READ-023",
    ENTRY,
    HINT,
    basis=TEMPLATE,
    says="日期存成了数字 {raw}。",
    why="已换算成日期读取，人却看不出是哪一天。",
    fix="请{hint}。",
    cure="写成 2022-3-4 这样的日期；点“采纳建议”可以一次改好。",
)
def day_kept_as_a_number(ledgers: Ledgers) -> Found:
    """Find serial dates."""
    return marked(ledgers, "serial_date")


@rule(
    "READ-024",
    ENTRY,
    HINT,
    basis=TEMPLATE,
    says="数字“{raw}”是文字格式。",
    why="已按数字读取，但表里的求和会漏掉它。",
    fix="请{hint}。",
    cure="把单元格格式改成“常规”，再填一次这个数；点“采纳建议”可以一次改好。",
)
def number_typed_as_text(ledgers: Ledgers) -> Found:
    """Find numbers kept as text."""
    return marked(ledgers, "text_number")


@rule(
    "READ-025",
    ENTRY,
    HINT,
    basis=TEMPLATE,
    says="数字后面带了单位：“{raw}”。",
    why="已去掉单位读取；列名已有单位，格里只填数字才能求和。",
    fix="请{hint}。",
    cure="只填数字，不带单位；点“采纳建议”可以一次改好。",
)
def unit_behind_a_number(ledgers: Ledgers) -> Found:
    """Find 3次 for 3."""
    return marked(ledgers, "unit_suffix")


@rule(
    "READ-026",
    ENTRY,
    HINT,
    basis=TEMPLATE,
    says="几项之间没有用顿号隔开。",
    why="已按通常的分隔读取；都用顿号，看和查都方便。",
    fix="请{hint}。",
    cure="几项之间改用顿号；点“采纳建议”可以一次改好。",
)
def other_separator(ledgers: Ledgers) -> Found:
    """Find commas, spaces and line breaks between names and values."""
    return marked(ledgers, "separator")


@rule(
    "READ-027",
    ENTRY,
    HINT,
    basis=TEMPLATE,
    says="用“{raw}”表示没有。",
    why="已读作空着；记号占了格，筛选空白时会漏掉。",
    fix="没有的不用填，空着即可。",
)
def sign_for_nothing(ledgers: Ledgers) -> Found:
    """Find —, / and 无 in place of a blank."""
    return marked(ledgers, "empty_sign")


@rule(
    "READ-028",
    ENTRY,
    HINT,
    basis=TEMPLATE,
    says="用打勾打叉表示是否。",
    why="已读作“是”或“否”；统一成文字才便于筛选。",
    fix="请{hint}。",
    cure="打勾的改填“是”，打叉的改填“否”；点“采纳建议”可以一次改好。",
)
def tick_for_yes(ledgers: Ledgers) -> Found:
    """Find √ and × in the yes-and-no columns."""
    return marked(ledgers, "tick")


@rule(
    "READ-029",
    ENTRY,
    HINT,
    basis=TEMPLATE,
    says="文字列里是一个日期，按“{safe}”读取。",
    why="多半是 Excel 自动改的，原来填的字可能变了。",
    fix="就是这一天的，不用处理；不是的，把单元格格式设为“文本”再重新填写。",
)
def day_for_a_text(ledgers: Ledgers) -> Found:
    """Find texts that Excel took for a day."""
    return marked(ledgers, "date_as_text")


RULES = (
    full_width_letters, stray_spaces, day_typed_as_text, day_kept_as_a_number, number_typed_as_text,
    unit_behind_a_number, other_separator, sign_for_nothing, tick_for_yes, day_for_a_text,
)  # fmt: skip
