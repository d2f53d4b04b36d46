"""Cells the reader could not read: the program guesses nothing, a person has to look."""

from addin.basis import TEMPLATE
from addin.cells import marked
from addin.finding import ENTRY, ERROR
from addin.rule import Found, rule
from workbook.ledger import Ledgers


@rule(
    "READ-001",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="“{raw}”不能确定是哪一天。",
    why="Excel 会把 2022.10 存成 2022.1，一月和十月就分不开了。",
    fix="请核对原始记录，写成 2022-10-1（年月列写 2022-10）这样的日期。",
)
def day_that_may_be_two(ledgers: Ledgers) -> Found:
    """Find dates such as 2022.1, which Excel also makes of 2022.10."""
    return marked(ledgers, "ambiguous_date")


@rule(
    "READ-002",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="“{raw}”读不成日期。",
    why="没有日期，这一行归不到哪一年、哪个季度。",
    fix="改法：{hint}。",
    cure="按原始记录写成 2022-3-14 这样的日期，年月列写 2022-3；查不到是哪一天的空着，不要估填。",
)
def day_not_understood(ledgers: Ledgers) -> Found:
    """Find what stands in a date column and is no day."""
    return marked(ledgers, "bad_date")


@rule(
    "READ-003",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="“{raw}”读不成时限。",
    why="没有确定的时限，就算不出临期和逾期。",
    fix="改法：{hint}。",
    cure="写成日期，或“4月底前”“上半年”“第三季度”“长期坚持”这样的时限；几个时限分几行登记。",
)
def deadline_not_understood(ledgers: Ledgers) -> Found:
    """Find time limits that are neither a day nor a usual phrase; a missing year is asked for once."""
    return marked(ledgers, "bad_deadline")


@rule(
    "READ-004",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="“{raw}”读不成一个数。",
    why="数字列要参加合计，含糊的写法不能替您取舍。",
    fix="改法：{hint}。",
    cure="填一个确定的数字，不写区间、约数、汉字数字或几个数；查不到的空着，不要估填。",
)
def number_not_understood(ledgers: Ledgers) -> Found:
    """Find numbers that are vague, written in words, or several in one cell."""
    return marked(ledgers, "bad_number")


@rule(
    "READ-005",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="数字 {raw} 占了几行合并的单元格。",
    why="它只在最上一行计一次，其余各行读作空着。",
    fix="请取消合并，每行分别填数。",
)
def number_merged_over_rows(ledgers: Ledgers) -> Found:
    """Find numbers in cells merged over several rows."""
    return marked(ledgers, "merged_number")


@rule(
    "READ-006",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="单元格里是错误值。",
    why="错误值不是空着，程序不把它当作没有填。",
    fix="请改填数值，或修好公式的来源。",
)
def error_in_place_of_a_value(ledgers: Ledgers) -> Found:
    """Find #REF! and its like."""
    return marked(ledgers, "error_cell")


@rule(
    "READ-007",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="公式还没有计算结果。",
    why="文件里没有存下这个公式的值，读到的是空。",
    fix="请在 Excel 或 WPS 中打开、保存一次，或直接填数值。",
)
def formula_without_a_result(ledgers: Ledgers) -> Found:
    """Find formulas whose value the file does not hold."""
    return marked(ledgers, "uncached_formula")


@rule(
    "READ-008",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="“{raw}”没有写全是哪些人。",
    why="“等几人”里的人数不进人次，也查不到是谁。",
    fix="改法：{hint}。",
    cure="按签到材料把参加的人都写上；全体参加的写“全体”，有人没有参加的写“全体除王五”。",
)
def people_left_unnamed(ledgers: Ledgers) -> Found:
    """Find 张三等5人."""
    return marked(ledgers, "and_others")


@rule(
    "READ-009",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="“{raw}”读不成姓名。",
    why="本列按姓名计人数、人次。",
    fix="改法：{hint}。",
    cure="填姓名，如“张三、李四”，全体参加的写“全体”；不填人数。",
)
def names_not_understood(ledgers: Ledgers) -> Found:
    """Find numbers and the like where names belong."""
    return marked(ledgers, "bad_people")


@rule(
    "READ-010",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="单元格里是逻辑值。",
    why="TRUE 和 FALSE 在这一列里没有意思。",
    fix="请改填这一列要的内容：日期列填日期，数字列填数字，其他列填文字。",
)
def true_or_false_for_a_value(ledgers: Ledgers) -> Found:
    """Find TRUE and FALSE outside the yes-and-no columns."""
    return marked(ledgers, "boolean")


@rule(
    "READ-011",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="“{raw}”和这一列要填的东西对不上。",
    why="多半是 Excel 自动改了格式，原来填的字已经变了。",
    fix="把单元格格式设为“文本”再重新填写；有下拉的从下拉中选。",
)
def value_changed_by_excel(ledgers: Ledgers) -> Found:
    """Find texts, options and 编号 that Excel turned into a date or a time."""
    return marked(ledgers, "type_clash")


@rule(
    "READ-012",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="这里填的是数字，不是日期，所以表里显示成 {raw}。",
    why="日期格式的格子里填 3.15 这样的数，会变成一百多年前的某一天。",
    fix="请核对原始记录，{hint}。",
    cure="请核对原始记录，写成 2022-3-15 这样的日期。",
)
def number_shown_as_a_day(ledgers: Ledgers) -> Found:
    """Find 3.15 and 2022.3 typed into cells that show numbers as days."""
    return marked(ledgers, "number_as_date")


RULES = (
    day_that_may_be_two, day_not_understood, deadline_not_understood, number_not_understood,
    number_merged_over_rows, error_in_place_of_a_value, formula_without_a_result, people_left_unnamed,
    names_not_understood, true_or_false_for_a_value, value_changed_by_excel,
    number_shown_as_a_day,
)  # fmt: skip
