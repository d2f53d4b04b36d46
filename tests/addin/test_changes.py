"""数字变动单: the numbers of an edited 送审稿 against what the ledgers come to now."""

import datetime as dt
from pathlib import Path
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from addin.changes import ABSENT, GONE, Change, changes, passages_of
from addin.indicator import MISSING, Figure
from addin.report_changes import NONE, Notice, write_notice
from addin.summary import Heading, Number, Paragraph, Summary, Text
from addin.word import Passage
from tests.given import ledgers
from workbook.ledger import Row

SUMMARY = Summary(
    "标题",
    (
        Heading("一、学习"),
        Paragraph(
            (
                Text("上半年党课"),
                Number("党课次数", "3"),
                Text("次。全年"),
                Number("党课次数", "5"),
                Text("次。"),
            )
        ),
        Paragraph((Text("心得"), Number("心得篇数", "", missing=True), Text("篇。"))),
    ),
)


@pytest.fixture
def rows() -> tuple[Row, ...]:
    table = "| 日期 | 类型 | 主题内容 |\n" + "| 2022-03-04 | 党课 | 学习 |\n" * 5
    return tuple(ledgers({"活动台账": table})["activities"])


def figures(rows: tuple[Row, ...] = ()) -> dict[str, Figure]:
    return {
        "党课次数": Figure("党课次数", 5, "次", "有据", "", rows),
        "心得篇数": Figure("心得篇数", None, "篇", MISSING, "", reason="没有登记"),
    }


def there(*found: tuple[str, str]) -> list[Passage]:
    return [Passage(name, text, f"文中{text}。") for name, text in found]


def compared(*found: tuple[str, str]) -> list[tuple[str, str, str, str]]:
    given = changes(there(*found), SUMMARY, figures())
    return [(each.name, each.old, each.new, each.note) for each in given]


def test_a_summary_gives_its_numbers_as_a_document_would() -> None:
    assert list(passages_of(SUMMARY)) == [
        Passage("党课次数", "3", "上半年党课3次。"),
        Passage("党课次数", "5", "全年5次。"),
        Passage("心得篇数", "〔待补：心得篇数〕", "心得〔待补：心得篇数〕篇。"),
    ]


def test_a_document_whose_numbers_still_hold_has_no_changes() -> None:
    assert compared(("党课次数", "3"), ("党课次数", "5"), ("心得篇数", "〔待补：心得篇数〕")) == []


def test_a_number_that_differs_is_told_by_its_turn(rows: tuple[Row, ...]) -> None:
    given = there(("党课次数", "3"), ("党课次数", "4"), ("心得篇数", "〔待补：心得篇数〕"))
    assert changes(given, SUMMARY, figures(rows)) == (Change("党课次数", "文中4。", "4", "5", rows),)


def test_a_missing_number_that_is_known_by_now_is_a_change() -> None:
    known = Summary("标题", (Paragraph((Number("心得篇数", "7"),)),))
    (change,) = changes(there(("心得篇数", "〔待补：心得篇数〕")), known, figures())
    assert (change.old, change.new) == ("〔待补：心得篇数〕", "7")


def test_where_a_sentence_was_deleted_any_of_the_numbers_will_do() -> None:
    assert compared(("党课次数", "5"), ("心得篇数", "〔待补：心得篇数〕")) == []
    missing = ("心得篇数", "〔待补：心得篇数〕")
    assert compared(("党课次数", "9"), missing) == [("党课次数", "9", "3、5", "")]


def test_a_number_no_indicator_makes_any_more_is_said_so() -> None:
    given = changes(there(("旧指标", "9")), Summary("标题", ()), {})
    assert given == (Change("旧指标", "文中9。", "9", "", note=GONE),)


def test_numbers_the_document_no_longer_has_come_last() -> None:
    found = compared(("党课次数", "4"), ("党课次数", "5"))
    assert [name for name, *_ in found] == ["党课次数", "心得篇数"]
    assert found[-1][3] == ABSENT


def test_a_long_name_is_written_in_full() -> None:
    name = "很长的指标名称" * 12
    given = Summary("标题", (Paragraph((Number(name, "3"),)),))
    (change,) = changes([], given, {name: Figure(name, 3, "次", "有据", "")})
    assert change.name == name


def write(tmp_path: Path, *given: Change) -> list[list[object]]:
    target = tmp_path / "数字变动单.xlsx"
    notice = Notice(given, tmp_path / "送审稿.docx", tmp_path / "台账.xlsm", dt.date(2022, 12, 31))
    write_notice(notice, target, tmp_path)
    return CalamineWorkbook.from_path(target).get_sheet_by_index(0).to_python()


def test_the_paper_shows_the_sentence_old_and_new_and_the_rows(tmp_path: Path, rows: tuple[Row, ...]) -> None:
    head, line = write(tmp_path, Change("党课次数", "=文中4次。", "4", "5", rows[1:4], "说明"))
    assert head[:4] == ["文中的话、附件的行", "指标、栏目", "文稿里", "台账现在"]
    assert line == ["=文中4次。", "党课次数", "4", "5", "活动台账 第3–5行", "第3行", "说明"]


def test_a_paper_without_changes_says_so(tmp_path: Path) -> None:
    assert write(tmp_path)[1][0] == NONE


def test_the_same_paper_written_later_is_the_same_file(tmp_path: Path) -> None:
    write(tmp_path)
    with ZipFile(tmp_path / "数字变动单.xlsx") as package:
        assert b">2022-12-31T00:00:00Z</dcterms:created>" in package.read("docProps/core.xml")
