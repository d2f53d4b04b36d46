import datetime as dt

from workbook.grid.markdown import book


def rows(text):
    return book({"表": text}).grids["表"].rows


def test_the_header_is_row_one_and_a_rule_is_no_row():
    assert rows("| 日期 | 类型 |\n|---|:--|\n| 2022-03-04 | 党课 |") == [
        ["日期", "类型"],
        [dt.date(2022, 3, 4), "党课"],
    ]


def test_digits_are_numbers_and_an_apostrophe_makes_text():
    assert rows("| 12 | -0.5 | '12 | '2022.1 |") == [[12.0, -0.5, "12", "2022.1"]]


def test_blank_cells_are_none_and_short_rows_are_filled_up():
    assert rows('| 一 | 二 | 三 |\n| | "" |') == [["一", "二", "三"], [None, None, None]]


def test_an_error_is_a_fault_without_a_value():
    grid = book({"表": "| 人数 |\n| #REF! |"}).grids["表"]
    assert grid.rows[1] == [None]
    assert grid.faults == {(2, 1): "#REF!"}


def test_a_month_is_its_first_day_and_a_day_that_does_not_exist_stays_text():
    assert rows("| 2022-03 | 2022-02-30 |") == [[dt.date(2022, 3, 1), "2022-02-30"]]


def test_a_pipe_and_a_line_break_can_stand_in_a_cell():
    assert rows("| 甲\\|乙 | 一<br>二 |") == [["甲|乙", "一\n二"]]


def test_a_row_of_dashes_in_text_is_not_a_rule():
    assert rows("| — | 无 |") == [["—", "无"]]


def test_true_and_false_are_booleans():
    assert rows("| TRUE | FALSE |") == [[True, False]]
