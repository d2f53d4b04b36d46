"""A real click of the mouse on each button of the shipped workbook, and what the workbook then holds."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.addin.libreoffice.live import wait_for
from tests.desktop.clerk import Clerk, Workbook
from tests.desktop.conftest import Open
from workbook.build.marks import OFFENDING
from workbook.build.names import LAST_CHECK, MARKS
from workbook.build.style import RED
from workbook.grid import open_book

pytestmark = [pytest.mark.desktop, pytest.mark.uno]

MARKED = bytes.fromhex(OFFENDING["bg_color"][1:])
BANNER = bytes.fromhex(RED[1:])  # of 首页
WRONG, ASIDE, CARELESS = "活动台账!A6", "活动台账!C5", "志愿服务台账!F5"


def flawed(book: Workbook) -> Workbook:
    """Type a day there is not, and hours with a measure word, and save nothing."""
    assert book.column("志愿服务台账", "每人时长") == CARELESS[-2]
    book[WRONG] = "2022年13月5日"
    book[CARELESS] = "3小时"
    return book


def is_marked(clerk: Clerk, book: Workbook) -> bool:
    """Tell whether a good part of the screen has the colour of a marked cell, the cursor standing aside."""
    clerk.show(book, ASIDE)
    return clerk.on.picture().dots.count(MARKED) > 500


def test_a_check_lists_what_was_typed_but_not_saved_and_marks_the_first_error_in_view(
    clerk: Clerk, opened: Open, sample: Path
) -> None:
    book = flawed(opened(given=sample))
    wait_for(lambda: not is_marked(clerk, book), 10)
    said = clerk.hear(book, "check")
    assert "校验完成：录入错误 1" in said and WRONG in said and "采纳建议" in said
    lines = book.texts("校验结果", "A:H")
    assert lines[0].startswith(f"录入 错误 {WRONG} ") and any(CARELESS in line for line in lines)
    assert book.selected == WRONG
    wait_for(lambda: is_marked(clerk, book), 10)
    clerk.picture("marked")
    assert "录入错误 1" in book.named(LAST_CHECK)


def test_the_place_of_a_finding_is_a_link_that_jumps_there(clerk: Clerk, opened: Open) -> None:
    book = flawed(opened())
    clerk.hear(book, "check")
    clerk.show(book, "校验结果!A1")
    clerk.follow(book, "校验结果!C4")
    wait_for(lambda: book.selected == WRONG, 10)


def test_the_marks_go_with_the_findings_and_with_the_switch(clerk: Clerk, opened: Open) -> None:
    book = flawed(opened())
    clerk.hear(book, "check")
    wait_for(lambda: is_marked(clerk, book), 10)
    clerk.show(book, "首页!A1")
    book.named_cell(MARKS).String = "否"
    wait_for(lambda: not is_marked(clerk, book), 10)
    book.named_cell(MARKS).String = "是"
    book[WRONG] = 44567
    clerk.hear(book, "check")
    wait_for(lambda: not is_marked(clerk, book), 10)


def test_the_summary_is_written_and_opened_and_its_numbers_name_their_rows(
    clerk: Clerk, opened: Open
) -> None:
    book = opened()
    said = clerk.hear(book, "write", "Yes")
    folder = book.path.parent / "输出"
    draft, final = (next(folder.glob(f"*（{kind}）.docx")) for kind in ("送审稿", "正式稿"))
    assert draft.name in said and final.name in said and str(folder) in said
    assert clerk.opened() == [str(final)]
    assert any("主题党日" in paragraph.text for paragraph in docx.Document(str(draft)).paragraphs)
    assert any(
        line.startswith("主题党日次数 ") and "活动台账 第" in line for line in book.texts("数字出处", "A:G")
    )


def test_a_summary_edited_by_hand_gets_a_list_of_changed_numbers_beside_it(
    clerk: Clerk, opened: Open
) -> None:
    book = opened()
    clerk.hear(book, "write", "No")
    draft = next((book.path.parent / "输出").glob("*（送审稿）.docx"))
    edited = docx.Document(str(draft))
    edited.add_paragraph("领导加的一句话。")
    edited.save(str(draft))
    before = draft.read_bytes()
    kinds = book.column("活动台账", "类型")
    row = next(n for n in range(4, 100) if book[f"活动台账!{kinds}{n}"] == "主题党日")
    book.document.Sheets.getByName("活动台账").Rows.removeByIndex(row - 1, 1)
    said = clerk.hear(book, "write", "No")
    notice = next(draft.parent.glob("*-数字变动单.xlsx"))
    assert "没有动它" in said and notice.name in said
    assert draft.read_bytes() == before
    (grid,) = open_book(notice).grids.values()
    assert any("主题党日次数" in map(str, row) for row in grid.rows)


def test_the_board_is_filled_and_its_charts_stand_over_the_numbers(clerk: Clerk, opened: Open) -> None:
    book = opened()
    clerk.click(book, "board")
    wait_for(lambda: book.document.CurrentController.ActiveSheet.Name == "看板", 30)
    wait_for(lambda: clerk.on.picture().dots.count(BANNER) < 20_000, 30)  # charts take a while to be drawn
    clerk.picture("board")
    assert any(line.startswith("重点任务 34 31 ") for line in book.texts("看板", "A:I", rows=90))
    assert book.document.Sheets.getByName("看板").Charts.Count >= 4


def test_what_is_still_open_is_written_on_one_page_and_shown(clerk: Clerk, opened: Open) -> None:
    book = opened()
    clerk.click(book, "todo")
    wait_for(lambda: book.document.CurrentController.ActiveSheet.Name == "还差什么", 30)
    clerk.picture("todo")
    lines = book.texts("还差什么", "A:D", rows=60)
    assert any(line.startswith("市档案局2022年党建工作还差什么") for line in lines)
    assert [line.strip()[1:2] for line in lines if line.strip()[1:2] == "、"] == ["、"] * 7


def test_a_suggestion_is_shown_taken_and_taken_back(clerk: Clerk, opened: Open, sample: Path) -> None:
    book = flawed(opened(given=sample))
    said = clerk.hear(book, "accept", "No")
    assert CARELESS in said and "3小时" in said
    assert book[CARELESS] == "3小时"
    clerk.hear(book, "accept", "Yes")
    assert "改好 1 处" in clerk.said()
    clerk.answer("OK")
    assert (book[CARELESS], book[WRONG]) == (3, "2022年13月5日")
    assert "改回 1 处" in clerk.hear(book, "undo")
    assert book[CARELESS] == "3小时"


def test_the_folder_of_outputs_is_opened_once_there_is_one(clerk: Clerk, opened: Open) -> None:
    book = opened()
    assert "生成总结" in clerk.hear(book, "folder")
    clerk.hear(book, "write", "No")
    clerk.click(book, "folder")
    assert clerk.opened() == [str(book.path.parent / "输出")]


def test_the_doctor_tells_what_it_looked_at(clerk: Clerk, opened: Open) -> None:
    said = clerk.hear(opened(), "doctor")
    assert "体检：查了" in said
    assert not any(fault in said for fault in ("按钮怎样找到程序", "uno", "运行环境", "所需的库"))
