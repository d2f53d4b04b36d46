import datetime as dt

import pytest

from workbook.parse import Around
from workbook.parse.text import any_value, choice, reference, text
from workbook.spec import ANY, TEXT, Column
from workbook.spec import choice as choice_kind
from workbook.spec import reference as reference_kind

AROUND = Around(
    options={
        "活动类型": ("主题党日", "党课"),
        "科室": ("办公室", "财务、审计科", "人事科"),
        "是否": ("是", "否"),
    }
)


def read(raw, kind=TEXT, parser=text):
    reading = parser(raw, Column("x", "列", kind), AROUND)
    return reading.value, reading.form


def read_choice(raw, source="活动类型", several=False):
    return read(raw, choice_kind(source, several), choice)


def read_reference(raw, several=False):
    return read(raw, reference_kind("activities", several), reference)


@pytest.mark.parametrize(
    "raw", ["学习党章", "第一行\n第二行", "主题　内容", "2022/党课/3月", "无", "a b", "（试行）："]
)
def test_usual_text_stays_as_it_is(raw):
    assert read(raw) == (raw, "")


@pytest.mark.parametrize(
    "raw", [" 020100", "020100 ", "　020100", "020100\u00a0", "020100\n", "02\u200b0100"]
)
def test_stray_spaces_are_dropped_and_leading_zeros_stay(raw):
    assert read(raw) == ("020100", "stray_space")


def test_full_width_digits_letters_and_percent_become_half_width():
    assert read("２０２２年ＡＢｃ９５％") == ("2022年ABc95%", "full_width")


def test_a_spaced_name_is_one_word():
    assert read("张 三") == ("张三", "stray_space")
    assert read("张　三") == ("张三", "stray_space")


@pytest.mark.parametrize(
    ("raw", "expected"), [(12.0, "12"), (11312018275.0, "11312018275"), (0.5, "0.5"), (0.0, "0")]
)
def test_a_number_reads_as_its_digits(raw, expected):
    assert read(raw) == (expected, "")
    assert read_reference(raw) == (expected, "")


def test_a_date_among_text_is_written_out_with_a_remark():
    assert read(dt.date(2022, 3, 4)) == ("2022年3月4日", "date_as_text")


def test_what_cannot_be_text_is_not_read():
    assert read(True) == (None, "boolean")
    assert read(dt.time(9, 30)) == (None, "type_clash")
    assert read(float("inf")) == (None, "type_clash")


def test_a_cell_of_spaces_is_blank():
    assert read(" 　\n") == (None, "stray_space")


def test_a_choice_is_tidied():
    assert read_choice("党课") == ("党课", "")
    assert read_choice(" 党课") == ("党课", "stray_space")
    assert read_choice("主题 党日") == ("主题党日", "stray_space")
    assert read_choice("别的") == ("别的", "")


@pytest.mark.parametrize("raw", ["无", "—", "/", "暂无"])
def test_a_sign_for_nothing_is_a_blank_choice(raw):
    assert read_choice(raw) == (None, "empty_sign")
    assert read_reference(raw) == (None, "empty_sign")


def test_a_sign_that_is_an_option_is_a_value():
    around = Around(options={"级别": ("无", "市级")})
    assert choice("无", Column("x", "级别", choice_kind("级别")), around)[:2] == ("无", "")


@pytest.mark.parametrize(
    ("raw", "expected"), [("√", "是"), ("✓", "是"), (" √ ", "是"), ("×", "否"), (True, "是"), (False, "否")]
)
def test_a_tick_is_yes_or_no(raw, expected):
    assert read_choice(raw, "是否") == (expected, "tick")


def test_a_tick_means_nothing_in_other_columns():
    assert read_choice("√") == ("√", "")
    assert read_choice(True) == (None, "boolean")


def test_a_circle_is_not_guessed():
    assert read_choice("○", "是否") == ("○", "")


def test_several_choices_give_a_tuple():
    assert read_choice("办公室、人事科", "科室", True) == (("办公室", "人事科"), "")
    assert read_choice("办公室", "科室", True) == (("办公室",), "")
    assert read_choice("办公室，人事科", "科室", True) == (("办公室", "人事科"), "separator")
    assert read_choice("办公室 人事科", "科室", True) == (("办公室", "人事科"), "separator")
    assert read_choice("办公室\n人事科", "科室", True) == (("办公室", "人事科"), "separator")


def test_an_option_with_a_separator_in_it_stays_whole():
    assert read_choice("财务、审计科", "科室", True) == (("财务、审计科",), "")


def test_a_choice_that_became_a_date_is_not_read():
    assert read_choice(dt.date(2022, 3, 4)) == (None, "type_clash")


def test_several_references_give_a_tuple():
    assert read_reference("HD-01、HD-02", True) == (("HD-01", "HD-02"), "")
    assert read_reference("HD-01；HD-02", True) == (("HD-01", "HD-02"), "separator")
    assert read_reference(12.0, True) == (("12",), "")


def test_a_reference_that_became_a_date_is_not_read():
    assert read_reference(dt.date(2022, 1, 2)) == (None, "type_clash")


def test_a_column_a_person_added_keeps_what_stands_there():
    kept = {3.0: 3.0, " 甲 ": "甲", "  ": None, True: True, dt.datetime(2022, 3, 4): dt.date(2022, 3, 4)}
    assert all(read(raw, ANY, any_value) == (expected, "") for raw, expected in kept.items())
