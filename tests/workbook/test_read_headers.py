import pytest

from workbook.grid.markdown import book
from workbook.read.headers import layouts, letters, nearest, title_of
from workbook.tables import ACTIVITIES, OPTIONS, WORDINGS

from .reading import gaps, ledgers

ROW = "| 2022-03-04 | 党课 | 学习 |"


def activities(text, **options):
    return ledgers({"活动台账": text}, **options)["activities"]


@pytest.mark.parametrize("above", [0, 1, 5, 14])
def test_the_header_is_found_within_the_first_fifteen_rows(above):
    ledger = activities("| 说明 | | |\n" * above + f"| 日期 | 类型 | 主题内容 |\n{ROW}")
    assert (ledger.header, [row.number for row in ledger]) == (above + 1, [above + 2])


def test_a_header_further_down_is_not_found():
    read_in = ledgers(
        {"活动台账": "| 说明 | | |\n" * 15 + f"| 日期 | 类型 | 主题内容 |\n{ROW}", "党员花名册": "| 姓名 |"}
    )
    assert len(read_in["activities"]) == 0
    assert gaps(read_in, "missing_header") == [("活动台账", "", "")]


def test_the_row_with_most_titles_is_the_header():
    ledger = activities(f"| 日期 | 本表说明 | |\n| 日期 | 类型 | 主题内容 |\n{ROW}")
    assert ledger.header == 2


@pytest.mark.parametrize(
    "title",
    [
        "日期",
        " 日 期 ",
        "日期＊",
        "*日期",
        "日期\n",
        "日期（必填）",
        "日期(yyyy-MM-dd)\n",
        "日　期 ＊（举行之日）",
    ],
)
def test_a_title_may_have_spaces_stars_line_breaks_and_a_remark(title):
    assert title_of(title) == "日期"


def test_titles_of_months_are_the_same_with_a_space_or_full_width():
    assert title_of("3 月") == title_of("３月") == "3月"


@pytest.mark.parametrize("raw", [None, 12.0, True, "", "  "])
def test_what_is_no_text_is_no_title(raw):
    assert title_of(raw) == ""


def test_columns_may_stand_in_any_order():
    ledger = activities("| 主题内容 | 日期 | 类型 |\n| 学习 | 2022-03-04 | 党课 |")
    assert (ledger.rows[0]["topic"], ledger.rows[0]["kind"]) == ("学习", "党课")
    assert ledger.letters == {"topic": "A", "date": "B", "kind": "C"}


def test_a_missing_column_is_a_gap_that_names_the_nearest_title():
    read_in = ledgers(
        {"活动台账": "| 日期 | 活动类型 | 主题内容 | 参加人 |\n| 2022-03-04 | 党课 | 学习 | 张三 |"}
    )
    found = {title: (near, place) for title, near, place in gaps(read_in, "missing_column")}
    assert found["类型"] == ("活动类型", "活动台账!B1")
    assert found["参加人员"] == ("参加人", "活动台账!D1")
    assert found["主持人"] == ("", "")
    assert read_in["activities"].rows[0]["kind"] is None


def test_a_misspelt_setting_names_the_nearest_title():
    read_in = ledgers(basics="| 项目 | 内容 |\n| 年底 | 2022 |\n| 单位全称 | 某局 |")
    assert ("年度", "年底", "基本信息!A2") in gaps(read_in, "missing_column")


def test_a_missing_sheet_names_the_nearest_one_but_never_reads_it():
    read_in = ledgers({"志愿服务台帐": "| 日期 | 社区 |\n| 2022-03-04 | 某社区 |"})
    assert ("志愿服务台账", "志愿服务台帐", "") in gaps(read_in, "missing_sheet")
    assert len(read_in["volunteering"]) == 0


def test_a_title_that_stands_twice_counts_where_it_stands_first():
    read_in = ledgers({"活动台账": "| 日期 | 类型 | 主题内容 | 类型 |\n| 2022-03-04 | 党课 | 学习 | 宣讲 |"})
    assert read_in["activities"].rows[0]["kind"] == "党课"
    assert gaps(read_in, "duplicate_column") == [("类型", "", "活动台账!D1")]


def test_a_column_the_program_computes_is_not_read():
    read_in = ledgers({"志愿服务台账": "| 日期 | 每人时长 | 人时 |\n| 2022-03-04 | 2 | 99 |"})
    assert gaps(read_in, "computed_column") == [("人时", "", "志愿服务台账!C1")]
    assert read_in["volunteering"].rows[0]["person_hours"] is None


def test_entries_under_no_title_are_a_gap():
    read_in = ledgers({"活动台账": "| 日期 | | 类型 | |\n| 2022-03-04 | 草稿 | 党课 | |"})
    assert gaps(read_in, "untitled_column") == [("B", "", "活动台账!B1")]


def test_a_title_merged_down_over_the_header_counts():
    read_in = ledgers(
        {"活动台账": "| 日期 | | |\n| | 类型 | 主题内容 |\n| 2022-03-04 | 党课 | 学习 |"},
        merges=[(1, 1, 2, 1)],
    )
    ledger = read_in["activities"]
    assert (ledger.header, [row["kind"] for row in ledger]) == (2, ["党课"])
    assert ledger.rows[0]["date"] is not None


def test_a_strange_column_belongs_to_the_table_at_its_left():
    grid = book({"选项表": "| 规范表述 | 甲 | 活动类型 | 乙 |\n| 一 | | | |"}).grids["选项表"]
    added = {
        each.table.key: [column.title for column in each.added] for each in layouts(grid, [WORDINGS, OPTIONS])
    }
    assert added == {"wordings": ["甲"], "options": ["乙"]}


def test_a_sheet_without_titles_has_no_layout():
    assert layouts(book({"活动台账": "| 甲 | 乙 |"}).grids["活动台账"], [ACTIVITIES]) == []
    assert layouts(book({"活动台账": ""}).grids["活动台账"], [ACTIVITIES]) == []


def test_letters_go_on_behind_z():
    assert [letters(place) for place in (0, 25, 26, 51, 52, 701, 702, 16383)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD",
    ]  # fmt: skip


def test_the_nearest_title_has_something_in_common():
    assert nearest("完成时限", ["完成期限", "备注"]) == "完成期限"
    assert nearest("日期", ["备注", "经费"]) == ""
