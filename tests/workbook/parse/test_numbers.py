import datetime as dt

import pytest

from workbook.parse import Around
from workbook.parse.numbers import number
from workbook.spec import NUMBER, Column


def read(raw, unit="", title="数量"):
    reading = number(raw, Column("n", title, NUMBER, unit=unit), Around())
    return reading.value, reading.form


def test_a_number_needs_no_remark():
    assert read(12.0) == (12.0, "")
    assert read(0.0) == (0.0, "")


def test_digits_typed_as_text_are_a_number():
    assert read("12") == (12.0, "text_number")
    assert read("1,200") == (1200.0, "text_number")
    assert read("-3.5") == (-3.5, "text_number")


def test_full_width_digits_and_stray_spaces_are_read():
    assert read("１２") == (12.0, "full_width")
    assert read("３．５") == (3.5, "full_width")
    assert read(" 12　") == (12.0, "stray_space")


@pytest.mark.parametrize(
    ("raw", "unit", "title", "value"),
    [("5小时", "小时", "每人时长", 5.0), ("1.5学时", "学时", "学时", 1.5), ("3小时", "学时", "学时", 3.0),
     ("2.5个小时", "学时", "学时", 2.5), ("3次", "", "计划次数", 3.0),
     ("26人", "人", "应到", 26.0), ("26 名", "人", "应到", 26.0), ("96.5%", "%", "满意度", 96.5),
     ("９６．５％", "%", "满意度", 96.5), ("50元", "元", "经费", 50.0), ("￥50", "元", "经费", 50.0),
     ("2022年", "", "年度", 2022.0), ("15天", "", "临期提醒天数", 15.0), ("2h", "小时", "每人时长", 2.0)],
)  # fmt: skip
def test_the_columns_own_unit_may_stand_behind_the_number(raw, unit, title, value):
    assert read(raw, unit, title)[0] == value


def test_a_dropped_unit_is_noticed():
    assert read("5小时", "小时") == (5.0, "unit_suffix")


def test_another_unit_is_not_dropped():
    assert read("3次", "小时") == (None, "bad_number")
    assert read("96.5%", "人") == (None, "bad_number")
    assert read("90分钟", "小时") == (None, "bad_number")


@pytest.mark.parametrize(
    "raw",
    ["至少2次", "3—5个", "16期…6期", "无", "—", "达40人以上", "2万", "超过20项", "三次", "近六成", "300余",
     "√", "X", "65篇（部）", "12 34", "1.2.3", "1,20", "9" * 400, float("inf"),
     dt.date(2022, 3, 5), dt.time(1, 30), dt.timedelta(1)],
)  # fmt: skip
def test_anything_vague_is_not_read(raw):
    assert read(raw, "个") == (None, "bad_number")


def test_a_blank_is_not_zero_and_a_sign_for_nothing_is_neither():
    assert number("无", Column("n", "数量", NUMBER), Around()).meant is None
    assert number("　", Column("n", "数量", NUMBER), Around())[:2] == (None, "stray_space")


def test_true_is_no_number():
    assert read(True) == (None, "boolean")
