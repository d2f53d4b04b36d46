"""Findings and figures as rows of the result sheets."""

import datetime as dt

import pytest

from addin import results
from addin.finding import ENTRY, ERROR, HINT, REMINDER, SHORTFALL, WARNING, Finding
from addin.judgement import judge
from addin.results import Patch, figure_lines, finding_lines, last_check, patch, ranked, totals
from tests.given import BASICS, ledgers
from workbook.build import names
from workbook.build.buttons import ABOUT
from workbook.build.style import TEXT_CODES
from workbook.grid import markdown
from workbook.grid.model import Book
from workbook.ledger import Cell, Ledgers
from workbook.read import read
from workbook.tables import FINDINGS, SOURCES, TABLES
from workbook.trouble import CANNOT_WRITE, Trouble

NOTHING = Book("台账", {})

ACTIVITIES = "| 日期 | 类型 | 主题内容 | 参加范围 |\n| 2022-03-04 | 党课 | 学习 | 全体党员 |"
COUNTED = {
    "活动台账": "| 日期 | 类型 | 主题内容 | 学时 |\n" + "| 2022-03-04 | 党课 | 学习 | |\n" * 3,
    "统计口径": """
| 指标 | 台账 | 条件 | 计算 | 单位 |
| 党课次数 | 活动台账 | 类型=党课 | 次数 | 次 |
| 学时 | 活动台账 | | 合计(学时) | 学时 |
| 宣讲次数 | 活动台账 | 类型=宣讲 | 次数 | 次 |
| 最近 | 活动台账 | | 日期(日期) | |
""",
    "选项表": "| 活动类型 |\n| 党课 |\n| 宣讲 |",
}
HEAD = "| 类别 | 级别 | 位置 | 问题 | 建议 | 采纳后 | 依据 | 规则号 |"


def found(severity: str = ERROR, kind: str = ENTRY, row: int = 2, **more: object) -> Finding:
    cell = Cell("活动台账", "主题内容", "C", row)
    return Finding("X-001", kind, severity, cell, "坏了。", "因为。", "请改。", "约定")._replace(**more)


def opened(result: str = HEAD, sheet: str = "校验结果") -> tuple[Book, Ledgers]:
    book = markdown.book({"基本信息": BASICS.format(year=2022), "活动台账": ACTIVITIES, sheet: result})
    return book, read(book, TABLES)


def put(result: str, *findings: Finding) -> Patch:
    book, given = opened(result)
    return patch(given["findings"], finding_lines(findings, book), book.grids["校验结果"])


def test_a_finding_is_a_row_whose_place_is_a_link() -> None:
    written = put(HEAD, found(safe="好"))
    link = """=HYPERLINK("#'活动台账'!C2","活动台账!C2")"""
    assert (written.sheet, written.place) == ("校验结果", "A2")
    assert written.rows == (("录入", "错误", link, "坏了。因为。", "请改。", "好", "约定", "X-001"),)


def test_the_code_of_a_finding_leads_to_the_rule_or_the_requirement_that_says_more() -> None:
    sheets = {
        "规则说明": "| 返回首页 | |\n| 规则号 | 查出什么 |\n| X-001 | 坏了 |",
        "规定动作": "| 编号 | 规定动作 |\n| R01 | 召开党员大会 |",
    }
    lines = finding_lines(
        [found(), found()._replace(code="R01"), found()._replace(code="Y-1")], markdown.book(sheets)
    )
    assert [line["code"] for line in lines] == [
        """=HYPERLINK("#'规则说明'!A3","X-001")""",
        """=HYPERLINK("#'规定动作'!A2","R01")""",
        "Y-1",
    ]


def test_a_place_on_a_sheet_that_is_not_there_is_no_link() -> None:
    (line,) = finding_lines([found()], NOTHING)
    assert line["place"] == "活动台账!C2"


def test_a_message_that_begins_like_a_formula_stays_text() -> None:
    (line,) = finding_lines([found(says="=HYPERLINK(1)")], NOTHING)
    assert line["says"].startswith("'=")


def test_a_value_with_a_secrecy_mark_is_not_repeated() -> None:
    (line,) = finding_lines([found(safe="秘密★1年")], NOTHING)
    assert "秘密" not in line["accept"]


def test_a_cell_to_be_cleared_is_said_so() -> None:
    assert [line["accept"] for line in finding_lines([found(safe=""), found()], NOTHING)] == ["（清空）", ""]


def test_what_weighs_most_stands_first_and_equals_stay_in_order() -> None:
    given = [
        found(HINT, row=2),
        found(WARNING, SHORTFALL, row=3, explained=True),
        found(ERROR, SHORTFALL, row=4),
        found(ERROR, row=5),
        found(ERROR, row=6),
        found(WARNING, row=7),
    ]
    assert [each.cell.row for each in ranked(given)] == [5, 6, 4, 7, 2, 3]


def test_an_answered_shortfall_reads_as_explained() -> None:
    (line,) = finding_lines([found(WARNING, SHORTFALL, explained=True)], NOTHING)
    assert line["severity"] == "已说明"


def test_more_findings_than_the_marks_look_up_are_counted_below(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "MOST", 2)
    lines = finding_lines([found(HINT, row=row) for row in range(2, 7)], NOTHING)
    assert len(lines) == 3 and "3 个" in lines[-1]["says"]


def test_rows_of_the_last_check_are_blanked() -> None:
    old = HEAD + "\n| 录入 | 错误 | 甲!A1 | 旧 | 旧 | | 旧 | X |" * 3
    written = put(old, found())
    assert len(written.rows) == 3
    assert set(written.rows[1] + written.rows[2]) == {None}


def test_no_finding_writes_one_blank_row() -> None:
    assert put(HEAD).rows == ((None,) * 8,)


def test_columns_are_found_by_title_and_added_ones_keep_what_stands_there() -> None:
    moved = "| 批注 | 规则号 | 我的 | 位置 |\n| 甲 | 旧 | =1 | 旧 |"
    written = put(moved, found())
    assert written.place == "B2"
    assert written.rows == (("X-001", "'=1", """=HYPERLINK("#'活动台账'!C2","活动台账!C2")"""),)


@pytest.mark.parametrize(("sheet", "text"), [("别的", HEAD), ("校验结果", "| 甲 | 乙 |")])
def test_a_result_sheet_that_is_lost_is_said_in_one_sentence(sheet: str, text: str) -> None:
    book, given = opened(text, sheet)
    with pytest.raises(Trouble) as trouble:
        patch(given["findings"], [], book.grids.get("校验结果"))
    assert trouble.value.code == CANNOT_WRITE and "校验结果" in trouble.value.message


def test_a_figure_is_a_row_with_the_rows_it_rests_on() -> None:
    given = ledgers(COUNTED)
    lectures, hours, talks, latest = figure_lines(judge(given).figures.values())
    assert lectures == {
        "name": "党课次数",
        "value": 3,
        "unit": "次",
        "state": "有据",
        "definition": "活动台账：类型=党课，次数",
        "rows": """=HYPERLINK("#'活动台账'!A2","活动台账 第2–4行")""",
        "remark": "",
    }
    assert hours["state"] == "待补" and hours["value"] == "" and hours["remark"].endswith("第2–4行")
    assert talks["rows"] == "" and talks["remark"] == "没有登记"
    assert latest["value"] == "'2022年3月4日"


def test_totals_leave_out_what_was_explained() -> None:
    given = [found(), found(HINT), found(WARNING, SHORTFALL), found(WARNING, SHORTFALL, explained=True)]
    assert totals(given, 4) == "录入错误 1、警告 0、提示 1；履职未做到或待说明 1；待补数字 4"
    assert "；履职未做到或待说明 1；临期 1；" in totals([*given, found(HINT, REMINDER)], 4)
    now = dt.datetime(2022, 11, 23, 8, 5)
    assert last_check(now, given, 4).startswith("2022-11-23 08:05　录入错误 1、")


def test_the_cell_of_the_last_check_is_called_as_the_builder_calls_it() -> None:
    assert names.LAST_CHECK == results.LAST_CHECK and ABOUT == results.ABOUT_THE_CHECK


def test_cells_with_formulas_and_numbers_are_no_text_cells() -> None:
    """Excel keeps a formula as text in a cell whose format is text."""
    assert FINDINGS["place"].width > TEXT_CODES and SOURCES["rows"].width > TEXT_CODES
    assert SOURCES["value"].kind.name == "any"
