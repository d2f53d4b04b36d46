import datetime as dt

import pytest

from workbook.parse import Around
from workbook.parse.dates import date, month
from workbook.spec import DATE, MONTH, Column

DAY = dt.date(2022, 3, 4)
COLUMN = Column("date", "日期", DATE)
BORN = Column("born", "出生年月", MONTH)


def read(raw, **around):
    reading = date(raw, COLUMN, Around(**around))
    return reading.value, reading.form


def read_month(raw):
    reading = month(raw, BORN, Around())
    return reading.value, reading.form


@pytest.mark.parametrize("raw", [DAY, dt.datetime(2022, 3, 4), dt.datetime(2022, 3, 4, 14, 30)])
def test_a_true_date_needs_no_remark_whatever_its_time(raw):
    assert read(raw) == (DAY, "")


@pytest.mark.parametrize(
    "raw",
    ["2022/3/4", "2022-03-04", "2022.3.4", "2022年3月4日", "2022年3月4号", "2022年03月04日", "20220304",
     20220304.0, "2022/3/4  14:30", "2022-03-04T14:30:00",
     "2022年3月4日上午9时", "2022年3月4日（星期五）", "2022．3．4",
     "２０２２年３月４日", " 2022/3/4 ", "2022年 3月 4日", "2022－3－4"],
)  # fmt: skip
def test_a_text_that_can_mean_only_one_day_is_read(raw):
    assert read(raw) == (DAY, "text_date")


@pytest.mark.parametrize(
    "raw", [dt.datetime(1900, 1, 2, 3, 36), dt.date(1900, 1, 2), dt.datetime(1905, 7, 14, 7, 12)]
)
def test_a_number_typed_into_a_cell_for_dates_is_no_day(raw):
    assert read(raw) == (None, "number_as_date")
    assert read_month(raw) == (None, "number_as_date")
    assert read(dt.date(1904, 1, 4), date1904=True) == (None, "number_as_date")
    assert read(dt.date(1921, 7, 1)) == (dt.date(1921, 7, 1), "")


def test_a_day_without_a_year_takes_the_workbooks():
    assert read("3月4日", year=2022) == (DAY, "text_date")
    assert read("3月4日") == (None, "bad_date")


def test_a_serial_number_counts_from_1900_or_1904():
    assert read(44624.0) == (DAY, "serial_date")
    assert read(44624.75) == (DAY, "serial_date")
    assert read("44624") == (DAY, "serial_date")
    assert read(43162.0, date1904=True) == (DAY, "serial_date")


@pytest.mark.parametrize("raw", [2022.1, 2022.10, "2022.1", "2022.10", 2022.03, "2022.3"])
def test_a_year_and_a_fraction_are_never_guessed_to_be_a_day(raw):
    assert read(raw) == (None, "ambiguous_date")


@pytest.mark.parametrize(
    "raw",
    ["4月下旬", "2017年2月  日", "  年  月  日", "2022-02-30", "2022年3月", "3-4月", "20230517日数据情况",
     "22.3.4", "上周五", 2022.0, 202203.0, 3.4, 12.0, float("nan"),
     -5.0, 20221345.0, dt.time(14, 30), dt.timedelta(hours=30)],
)  # fmt: skip
def test_what_names_no_single_day_is_not_read(raw):
    assert read(raw, year=2022) == (None, "bad_date")


@pytest.mark.parametrize("raw", ["无", "—", "/", "暂无", " 无 ", 0.0])
def test_a_sign_for_nothing_is_a_blank(raw):
    assert read(raw) == (None, "empty_sign")
    assert date(raw, COLUMN, Around()).meant == ""


def test_a_cell_of_spaces_is_a_blank_to_be_emptied():
    reading = date("　 ", COLUMN, Around())
    assert (reading.value, reading.form, reading.meant) == (None, "stray_space", "")


def test_true_is_no_date():
    assert read(True) == (None, "boolean")


def test_every_doubt_says_what_to_type():
    for raw in ("4月下旬", 2022.1, "2022-02-30", True, "3月4日", "2022年3月"):
        assert date(raw, COLUMN, Around()).hint


@pytest.mark.parametrize(
    "raw", ["1985-10", "1985年10月", "1985/10", "1985.10", "198510", "1985年10月份", dt.date(1985, 10, 12)]
)
def test_a_month_is_read_as_its_first_day(raw):
    assert read_month(raw)[0] == dt.date(1985, 10, 1)


def test_a_month_as_a_number_is_read_where_it_can_mean_only_one():
    assert read_month(1985.03) == (dt.date(1985, 3, 1), "text_date")
    assert read_month(1985.3) == (dt.date(1985, 3, 1), "text_date")
    assert read_month(1985.11) == (dt.date(1985, 11, 1), "text_date")
    assert read_month(198503.0) == (dt.date(1985, 3, 1), "text_date")


@pytest.mark.parametrize("raw", [1985.1, 1985.10, "1985.1"])
def test_january_and_october_as_a_number_are_never_guessed(raw):
    assert read_month(raw) == (None, "ambiguous_date")


@pytest.mark.parametrize("raw", ["1985", 1985.0, 1985.13, "1985年13月", "三月"])
def test_what_names_no_month_is_not_read(raw):
    assert read_month(raw) == (None, "bad_date")
