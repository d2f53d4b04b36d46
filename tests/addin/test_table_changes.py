"""The attachment tables of an edited 送审稿 against the lists as the ledgers have them now."""

import pytest

from addin.changes import Change
from addin.summary import Attachment, Sheet
from addin.table_changes import NEW_ROW, NEW_TABLE, NO_COLUMN, NO_ROW, NO_TABLE, table_changes
from tests.given import ledgers
from workbook.ledger import Row

TITLES = ("序号", "责任事项", "责任人", "状态", "完成次数")
HEAD = ("序号", "责任事项", "责任人", "状态", "完成\n次数")
LECTURE = ("1", "讲党课", "张三", "进行中", "2")
MEETING = ("2", "开会", "李四", "完成", "12")
VISIT = ("3", "走访", "李四", "完成", "0")


@pytest.fixture
def rows() -> tuple[Row, ...]:
    table = "| 责任事项 |\n| 讲党课 |\n| 开会 |\n| 走访 |"
    return tuple(ledgers({"书记责任清单": table})["duties"])


def attached(*lines: tuple[str, ...], number: int = 1, rows: tuple[Row, ...] = ()) -> Attachment:
    return Attachment(number, f"清单{number}", Sheet(TITLES, (5.0,) * 5, lines), rows)


def told(table: list[tuple[str, ...]], *lines: tuple[str, ...]) -> list[tuple[str, str, str, str, str]]:
    found = table_changes([table], [attached(*lines)])
    return [(each.sentence, each.name, each.old, each.new, each.note) for each in found]


def test_a_table_as_the_ledgers_give_it_has_no_changes() -> None:
    assert told([HEAD, LECTURE, MEETING], LECTURE, MEETING) == []


def test_a_cell_that_differs_is_told_with_its_row_its_column_and_the_row_of_the_ledger(
    rows: tuple[Row, ...],
) -> None:
    given = attached(LECTURE, (*MEETING[:4], "0"), number=3, rows=rows)
    assert table_changes([[HEAD, LECTURE, MEETING]], [given]) == (
        Change("完成次数", "附件“清单3”：开会", "12", "0", rows[1:2]),
    )


def test_spaces_and_breaks_are_no_difference() -> None:
    assert told([HEAD, ("1", "讲 党课", "张三\n", "进行中", "2")], ("1", "讲党\n课", *LECTURE[2:])) == []


def test_a_row_the_ledgers_no_longer_have_is_told_and_the_new_numbers_of_the_rest_are_not() -> None:
    assert told([HEAD, LECTURE, MEETING, VISIT], LECTURE, ("2", *VISIT[1:])) == [
        ("附件“清单1”：开会", "（整行）", "有", "没有", NEW_ROW)
    ]


def test_a_row_the_document_does_not_have_is_told_with_where_it_stands(rows: tuple[Row, ...]) -> None:
    (change,) = table_changes([[HEAD, LECTURE]], [attached(LECTURE, MEETING, rows=rows)])
    assert (change.sentence, change.old, change.new) == ("附件“清单1”：开会", "没有", "有")
    assert (change.rows, change.note) == (rows[1:2], NO_ROW)


def test_a_name_that_was_reworded_is_a_cell_like_others() -> None:
    found = told([HEAD, ("1", "讲好党课", *LECTURE[2:])], LECTURE)
    assert found == [("附件“清单1”：讲好党课", "责任事项", "讲好党课", "讲党课", "")]


def test_rows_of_one_name_are_told_apart_by_the_rest_then_by_turn() -> None:
    other, later = ("2", "讲党课", "李四", "完成", "1"), ("1", "讲党课", "李四", "完成", "1")
    assert told([HEAD, LECTURE, other], later, ("2", *LECTURE[1:])) == []
    assert [each[2:4] for each in told([HEAD, LECTURE, other], LECTURE, (*other[:4], "3"))] == [("1", "3")]


def test_a_column_that_was_taken_out_or_renamed_is_said_once() -> None:
    table = [("责任事项", "责任人", "状态", "备注"), ("讲党课", "张三", "完成", "好")]
    assert told(table, LECTURE) == [
        ("附件“清单1”", "完成次数", "没有", "有", NO_COLUMN),
        ("附件“清单1”：讲党课", "状态", "完成", "进行中", ""),
    ]


def test_a_table_is_found_by_its_head_also_below_a_title_and_repeated_heads_are_no_rows() -> None:
    assert told([("责任清单",), HEAD, LECTURE, HEAD, MEETING], LECTURE, MEETING) == []


def test_a_row_with_fewer_cells_than_the_head_is_read_as_empty_ones() -> None:
    assert [each[1:4] for each in told([HEAD, LECTURE[:4]], LECTURE)] == [("完成次数", "", "2")]


def test_a_table_that_was_deleted_is_said_once() -> None:
    found = [("附件“清单1”", "（整张表）", "没有", "有", NO_TABLE)]
    assert told([], LECTURE) == found
    assert told([("经费", "金额"), ("活动费", "300")], LECTURE) == found


def test_a_list_the_ledgers_no_longer_have_is_said_once_and_her_own_tables_are_not() -> None:
    (change,) = table_changes([[("经费", "金额")], [HEAD, LECTURE]], [])
    assert change.sentence == "表“序号、责任事项、责任人、状态、完成次数”"
    assert (change.old, change.new, change.note) == ("有", "没有", NEW_TABLE)


def test_of_lists_with_one_head_each_finds_the_table_with_its_rows() -> None:
    first, second = attached(LECTURE), attached(MEETING, VISIT, number=2)
    assert table_changes([[HEAD, MEETING, VISIT], [HEAD, LECTURE]], [first, second]) == ()
    (gone,) = table_changes([[HEAD, MEETING, VISIT]], [first, second])
    assert (gone.sentence, gone.note) == ("附件1“清单1”", NO_TABLE)
