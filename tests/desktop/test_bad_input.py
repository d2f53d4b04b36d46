"""What a person is told when a click meets a workbook in an unusual state, and that nothing is lost."""

from __future__ import annotations

import threading

import pytest
import xlwings

from addin.libreoffice import launch
from addin.libreoffice.running import look
from tests.desktop.clerk import Clerk
from tests.desktop.conftest import Open

pytestmark = [pytest.mark.desktop, pytest.mark.uno]

WRONG = "活动台账!A6"


def test_a_protected_result_sheet_is_named_and_stays_as_it_was(clerk: Clerk, opened: Open) -> None:
    book = opened()
    book[WRONG] = "2022年13月5日"
    book.sheet("校验结果").protect("")
    before = book.texts("校验结果", "A:H")
    said = clerk.hear(book, "check")
    assert "“校验结果”设了保护" in said and "取消保护" in said
    assert book.texts("校验结果", "A:H") == before and book[WRONG] == "2022年13月5日"


@pytest.mark.parametrize("change", ["renamed", "deleted"])
def test_a_lost_result_sheet_is_named_with_what_to_do(clerk: Clerk, opened: Open, change: str) -> None:
    book = opened()
    if change == "renamed":
        book.sheet("校验结果").Name = "结果"
    else:
        book.document.Sheets.removeByName("校验结果")
    said = clerk.hear(book, "check")
    assert "没有找到“校验结果”表" in said and "build_workbook.py --from" in said
    assert clerk.hear(book, "write", "No").count("校验结果") >= 1
    assert list((book.path.parent / "输出").glob("*（送审稿）.docx"))


def test_of_two_workbooks_of_one_name_the_clicked_one_is_checked(clerk: Clerk, opened: Open) -> None:
    one, other = opened("甲/台账.xlsm"), opened("乙/台账.xlsm")
    other[WRONG] = "2022年13月5日"
    assert "录入错误 1" in clerk.hear(other, "check")
    other.document.CurrentController.Frame.ContainerWindow.setVisible(False)
    assert "录入错误 0" in clerk.hear(one, "check")
    assert any(WRONG in line for line in other.texts("校验结果", "A:H"))
    assert not any(WRONG in line for line in one.texts("校验结果", "A:H"))


def test_a_workbook_never_saved_is_checked_but_writes_no_summary(clerk: Clerk, opened: Open) -> None:
    book = opened()
    untitled = clerk.from_template(book)
    try:
        assert "校验完成" in clerk.hear(untitled, "check")
        said = clerk.hear(untitled, "write")
        assert "存" in said and "再点" in said
        assert not (book.path.parent / "输出").exists()
    finally:
        untitled.document.close(True)


def test_a_workbook_opened_to_be_read_gets_its_summary_and_is_told_to_be_read_only(
    clerk: Clerk, opened: Open
) -> None:
    book = opened()
    book.document.close(True)
    book.document = clerk.open_read_only(book.path).document
    assert "只读" in clerk.hear(book, "check")
    said = clerk.hear(book, "write", "No")
    assert "只读" in said and "送审稿" in said
    assert list((book.path.parent / "输出").glob("*（送审稿）.docx"))
    assert not book.texts("校验结果", "A:H")


@pytest.mark.parametrize("task", ["write", "accept"])
def test_an_attachment_opened_from_the_mail_is_to_be_saved_first(
    clerk: Clerk, opened: Open, task: str
) -> None:
    book = opened("INetCache/Content.Outlook/8AB1CD2E/台账.xlsm")
    book.document.close(True)
    before = book.path.read_bytes()
    book.document = clerk.open_read_only(book.path).document
    said = clerk.hear(book, task)
    assert "邮件附件" in said and "另存为" in said
    assert book.path.read_bytes() == before
    assert [path.name for path in book.path.parent.iterdir() if ".~lock" not in path.name] == ["台账.xlsm"]


def test_what_is_being_typed_during_a_click_is_not_lost(
    clerk: Clerk, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = opened()
    book[WRONG] = "2022年13月5日"
    clerk.show(book, "活动台账!U4")
    clerk.type("abc")
    monkeypatch.setattr(launch, "find", lambda: look(clerk.live.pid))
    asked = {"task": "check", "path": str(book.path), "wb": book.path.name}
    click = threading.Thread(target=launch.main, args=(asked,))
    click.start()
    assert "录入错误 1" in clerk.said()
    clerk.answer("OK")
    click.join(10)
    del xlwings.Book._mock_caller
    assert any(WRONG in line for line in book.texts("校验结果", "A:H"))
    assert book["活动台账!U4"] == "abc"


def test_a_second_click_while_the_first_waits_for_an_answer_does_not_run(clerk: Clerk, opened: Open) -> None:
    book = opened()
    clerk.click(book, "check")
    first = clerk.said()
    clerk.click(book, "write")
    clerk.click(book, "write")
    assert clerk.said() == first
    clerk.answer("OK")
    assert not clerk.is_spoken_to()
    assert not (book.path.parent / "输出").exists()
