"""Small workbooks for the tests of reading."""

from dataclasses import replace

from workbook.grid.markdown import book
from workbook.read import read
from workbook.tables import TABLES

BASICS = "| 年度 | 2022 |\n| 单位全称 | 某局 |\n| 模板版本 | '1.0 |"
ACTIVITIES = "| 日期 | 类型 | 主题内容 |\n| 2022-03-04 | 党课 | 学习 |"


def ledgers(sheets=None, basics=BASICS, as_of=None, sheet="活动台账", date1904=False, **beside):
    """Read Markdown sheets beside a small 基本信息; what Markdown cannot say (merges …) lies on `sheet`."""
    made = book({"基本信息": basics, "活动台账": ACTIVITIES, **(sheets or {})})
    made.grids[sheet] = replace(made.grids[sheet], **beside)
    made.date1904 = date1904
    return read(made, TABLES, as_of)


def marks(read_in, *forms):
    """Return the places of the marks, of `forms` where any are named."""
    return [mark.row.at(mark.column.key).address for mark in read_in.marks if not forms or mark.form in forms]


def gaps(read_in, form):
    """Return title, nearest title and place of each gap of `form`."""
    return [(gap.title, gap.nearest, gap.place) for gap in read_in.gaps if gap.form == form]
