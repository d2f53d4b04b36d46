"""Safe fixes: which are offered, what a click writes, and how it is put back wherever the row is now."""

import dataclasses
import datetime as dt
from typing import Any

import pytest

from addin import fixes as fixing
from addin.finding import ENTRY, HINT, Finding
from addin.fixes import (
    CHANGED,
    GONE,
    TWICE,
    Fix,
    offered,
    preview,
    restored,
    stamp,
    standing,
    unstamp,
    without_formulas,
    writes,
)
from addin.judgement import judge
from tests.given import BASICS
from workbook.grid import markdown
from workbook.grid.model import Book
from workbook.ledger import Ledgers
from workbook.read import read
from workbook.tables import TABLES

HEAD = "| 日期 | 类型 | 主题内容 | 参加范围 | 学时 | 编号 |\n"
ROWS = (
    "| '2022.3.4 | 党课 | 学习 第２期 | 全体党员 | 3学时 | HD-01 |",
    "| 2022-03-05 | 党课 | 甲 | 全体党员 | 2 | |",
    "| 2022-03-06 | 党课 | 乙 | 全体党员 | 2 | |",
)


def opened(*rows: str, head: str = HEAD, **more: str) -> tuple[Book, Ledgers]:
    options = "| 活动类型 | 参加范围 |\n| 党课 | 全体党员 |"
    sheets = {"活动台账": head + "\n".join(rows or ROWS), "选项表": options, **more}
    book = markdown.book({"基本信息": BASICS.format(year=2022), **sheets})
    return book, read(book, TABLES)


def offers(book: Book, given: Ledgers) -> list[Fix]:
    return [fix for fix in offered(judge(given).findings, book, given) if fix.table == "activities"]


def put(book: Book, *fixes: Fix) -> tuple[Book, Ledgers]:
    """Return the book with `fixes` in their cells."""
    changed = {name: dataclasses.replace(g, rows=[list(r) for r in g.rows]) for name, g in book.grids.items()}
    for fix in fixes:
        changed[fix.sheet].rows[fix.row - 1][ord(fix.letters) - ord("A")] = fix.after or None
    return (made := Book(book.name, changed)), read(made, TABLES)


def sorted_by(book: Book, *order: int) -> tuple[Book, Ledgers]:
    """Return the book with the rows of its activities in another order."""
    grid = book.grids["活动台账"]
    rows = [grid.rows[0], *(grid.rows[number] for number in order)]
    made = Book(book.name, {**book.grids, "活动台账": dataclasses.replace(grid, rows=rows)})
    return made, read(made, TABLES)


def places(fixes: list[Fix]) -> list[str]:
    return [fix.address for fix in fixes]


def fix(after: Any, before: Any = "旧", row: int = 2, letters: str = "C", **more: Any) -> Fix:
    return Fix("activities", "topic", "活动台账", letters, row, before, after, **more)


def test_findings_offer_the_whole_cell_put_right() -> None:
    found = offers(*opened())
    assert [(each.address, each.before, each.after) for each in found] == [
        ("活动台账!A2", "2022.3.4", dt.date(2022, 3, 4)),
        ("活动台账!C2", "学习 第２期", "学习 第2期"),
        ("活动台账!E2", "3学时", 3.0),
    ]


def test_a_cell_with_an_error_or_merged_with_others_is_left_alone() -> None:
    book, given = opened()
    book.grids["活动台账"].merges = ((2, 1, 3, 1),)
    book.grids["活动台账"].faults = {(2, 3): "#REF!"}
    assert places(offers(book, given)) == ["活动台账!E2"]


def test_one_cell_gets_one_fix() -> None:
    book, given = opened()
    row = given["activities"].rows[0]
    twice = [
        Finding(code, ENTRY, HINT, row.at("topic"), "", "", "", "", safe) for code, safe in ("甲1", "乙2")
    ]
    assert [each.after for each in offered(twice, book, given)] == ["1"]


def test_what_stands_there_already_and_a_secret_are_offered_no_fix() -> None:
    book, given = opened("| 2022-03-04 | 党课 | 秘密★1年 | 全体党员 | 2 | |")
    row = given["activities"].rows[0]
    cells = [(row.at("topic"), "好"), (row.at("hours"), 2), (row.at("also_1"), "")]
    asked = [Finding("X", ENTRY, HINT, cell, "", "", "", "", safe) for cell, safe in cells]
    assert offered(asked, book, given) == []


def test_a_finding_without_a_row_offers_nothing() -> None:
    book, given = opened()
    cell = given["activities"].rows[0].at("topic")._replace(of=None)
    assert offered([Finding("X", ENTRY, HINT, cell, "", "", "", "", "好")], book, given) == []


def test_a_cell_that_holds_a_formula_keeps_it() -> None:
    typed = {"活动台账": [["题"] * 5, ["=A3+1", "", "学习", "", "3学时"]]}
    found = offers(*opened())
    assert places(without_formulas(found, typed)) == ["活动台账!C2", "活动台账!E2"]
    typed["活动台账"][1][2] = "{=A3:A4}"
    assert places(without_formulas(found, typed)) == ["活动台账!E2"]


def test_before_and_after_are_shown_and_the_rest_is_counted() -> None:
    shown = preview([fix("新"), fix("", before="无", row=3), *(fix("新", row=row) for row in range(4, 8))], 3)
    assert shown.splitlines()[:2] == ["活动台账!C2　“旧” → “新”", "活动台账!C3　“无” → （清空）"]
    assert len(shown.splitlines()) == 4 and "3 处" in shown


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("2022年1月12日", dt.date(2022, 1, 12), "文字“2022年1月12日” → 日期“2022年1月12日”"),
        ("3", 3.0, "文字“3” → 数字“3”"),
        (44573.0, "44573", "数字“44573” → 文字“44573”"),
        ("2022.1.12", dt.date(2022, 1, 12), "“2022.1.12” → “2022年1月12日”"),
        ("3次", 3.0, "“3次” → “3”"),
    ],
)
def test_what_would_look_alike_before_and_after_is_told_by_its_kind(
    before: Any, after: Any, line: str
) -> None:
    assert preview([fix(after, before=before)]) == f"活动台账!C2　{line}"


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (" 学习", "学习", "“ 学习” → “学习”"),
        ("学习　", "学习", "“学习　” → “学习”"),
        ("学\n习", "学 习", "“学↵习” → “学 习”"),
        ("甲" * 40 + "乙", "甲" * 40 + "丙丁", f"“…{'甲' * 8}乙” → “…{'甲' * 8}丙丁”"),
        ("甲" * 40 + " ", "甲" * 40, f"“…{'甲' * 8} ” → “…{'甲' * 8}”"),
        ("乙" + "甲" * 40, "丙" + "甲" * 40, f"“乙{'甲' * 28}…” → “丙{'甲' * 28}…”"),
    ],
)
def test_spaces_and_line_breaks_that_go_and_changes_far_behind_are_seen(
    before: str, after: str, line: str
) -> None:
    assert preview([fix(after, before=before)]) == f"活动台账!C2　{line}"


def test_a_secret_is_not_shown() -> None:
    assert "秘密" not in preview([fix("新", before="秘密★1年")])


def test_all_fixes_of_a_sheet_are_one_write_of_these_cells_and_no_others() -> None:
    given = [
        fix("四", row=4),
        fix("3-4", row=3, letters="D"),
        fix(2, row=700),
        dataclasses.replace(fix(None), sheet="荣誉台账"),
    ]
    assert [(each.sheet, each.cells) for each in writes(given)] == [
        ("活动台账", (("C", 4, "四"), ("D", 3, "'3-4"), ("C", 700, 2))),
        ("荣誉台账", (("C", 2, None),)),
    ]


def test_what_stands_afterwards_is_remembered_as_it_stands() -> None:
    book, given = opened()
    found = offers(book, given)
    day, topic, hours = found
    as_typed = dataclasses.replace(day, after="2022/3/4")  # the cell's format was text
    now, failed = standing(found, *put(book, as_typed, topic))
    assert [each.after for each in now] == ["2022/3/4", "学习 第2期"]
    assert failed == [hours]


def test_the_former_values_are_put_back() -> None:
    book, given = opened()
    found = offers(book, given)
    back, kept = restored(found, *put(book, *found))
    assert kept == {}
    assert [(each.address, each.after) for each in back] == [
        ("活动台账!A2", "2022.3.4"),
        ("活动台账!C2", "学习 第２期"),
        ("活动台账!E2", "3学时"),
    ]


def test_a_row_is_found_by_its_number_after_sorting() -> None:
    book, given = opened()
    found = offers(book, given)
    back, kept = restored(found, *sorted_by(put(book, *found)[0], 2, 3, 1))
    assert places(back) == ["活动台账!A4", "活动台账!C4", "活动台账!E4"] and kept == {}


def test_a_row_without_a_number_is_found_by_what_names_it() -> None:
    rows = [row.replace("HD-01", "") for row in ROWS]
    book, given = opened(*rows)
    found = offers(book, given)
    back, kept = restored(found, *sorted_by(put(book, *found)[0], 2, 1, 3))
    assert places(back) == ["活动台账!A3", "活动台账!C3", "活动台账!E3"] and kept == {}


def test_a_column_that_was_moved_is_found_by_its_title() -> None:
    book, given = opened()
    found = offers(book, given)
    moved = [
        row.replace("| ", "| | ", 1) for row in ("| 2022-03-04 | 党课 | 学习 第2期 | 全体党员 | 3 | HD-01 |",)
    ]
    back, _ = restored(found, *opened(*moved, head=HEAD.replace("| ", "| 我的 | ", 1)))
    assert places(back) == ["活动台账!B2", "活动台账!D2", "活动台账!F2"]


def test_a_cell_changed_since_stays_as_it_is() -> None:
    book, given = opened()
    found = offers(book, given)
    later = dataclasses.replace(found[1], after="学习第3期")
    back, kept = restored(found, *put(book, found[0], later, found[2]))
    assert places(back) == ["活动台账!A2", "活动台账!E2"]
    assert kept == {CHANGED: [found[1]]}


def test_a_cell_that_was_never_written_needs_nothing() -> None:
    book, given = opened()
    assert restored([offers(book, given)[1]], book, given) == ([], {})


def test_a_row_that_is_gone_or_stands_there_twice_is_left_alone() -> None:
    rows = [row.replace("HD-01", "") for row in ROWS]
    book, given = opened(*rows)
    found = offers(book, given)
    after = put(book, *found)[0]
    assert restored(found, *sorted_by(after, 2, 3)) == ([], {GONE: found})
    assert restored(found, *sorted_by(after, 2, 1, 1)) == ([], {TWICE: found})


def test_a_sheet_that_is_gone_is_left_alone() -> None:
    book, given = opened(党员花名册="| 姓名 | 入党日期 |\n| 张三 | '2010.1.1 |")
    found = [each for each in offered(judge(given).findings, book, given) if each.table == "members"]
    assert len(found) == 1
    without = Book(book.name, {name: grid for name, grid in book.grids.items() if name != "党员花名册"})
    assert restored(found, without, read(without, TABLES)) == ([], {GONE: found})


def test_a_setting_is_fixed_and_put_back_in_its_line() -> None:
    sheets = {"基本信息": BASICS.format(year="'２０２２") + "\n| 临期提醒天数 | 15天 |"}
    book, given = opened(**sheets)
    found = [each for each in offered(judge(given).findings, book, given) if each.table == "basics"]
    assert places(found) == ["基本信息!B2", "基本信息!B4"]
    back, kept = restored(found, *put(book, *found))
    assert [each.after for each in back] == ["２０２２", "15天"] and kept == {}


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        False,
        3.0,
        2.5,
        "3",
        "甲:乙",
        dt.date(2022, 3, 4),
        dt.datetime(2022, 3, 4, 8, 30),
        dt.time(8),
    ],
)
def test_values_survive_being_written_down(value: Any) -> None:
    back = unstamp(stamp(value))
    assert back == value and type(back) is type(value)


def test_equal_cells_have_equal_stamps_and_others_do_not() -> None:
    assert stamp("") == stamp(None) == ""
    assert stamp(3) == stamp(3.0) != stamp("3")
    assert stamp(dt.datetime(2022, 3, 4)) == stamp(dt.date(2022, 3, 4)) != stamp("2022-03-04")
    assert stamp(True) != stamp(1)


def test_the_place_of_a_cell_outside_the_rows_holds_nothing() -> None:
    book, _ = opened()
    grid = book.grids["活动台账"]
    assert [fixing.value_at(grid, letters, row) for letters, row in (("A", 99), ("ZZ", 2))] == [None, None]
