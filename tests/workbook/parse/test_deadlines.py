import datetime as dt

import pytest

from workbook.parse import Around
from workbook.parse.deadlines import deadline
from workbook.spec import DEADLINE, Column
from workbook.values import Deadline

COLUMN = Column("due", "完成时限", DEADLINE)
YEAR = Around(year=2022)


def day(raw, around=YEAR):
    value = deadline(raw, COLUMN, around).value
    return value.day.isoformat() if value else None


ENDS = """
2022-04-30: 4月底前 4月底 4月末 4月 4月份 四月底前 4月30日前 4月下旬 4月下旬前 4月内 3-4月 3月-4月 ４月底前
2022-04-30: 4月30
2022-02-28: 2月底前
2022-12-31: 十二月底前 年底前 年底 年内 全年 下半年 第四季度前 今年底 2022年 2022年度 4~12月 5—12月
2022-12-31: 4月至12月底
2022-03-31: 4月前 第一季度 一季度 1季度 第1季度
2021-12-31: 1月前
2022-04-15: 4月15日 4月15号前 3月1日至4月15日
2022-04-10: 4月上旬 4月初 4月初前
2022-04-20: 4月中旬 4月中
2022-09-30: 9月底前完成 三季度末 2022年第三季度
2022-06-30: 上半年 年中 Q2 上半年前
2023-03-31: 2023年3月底前 明年3月底前
2023-12-31: 2023年底前 次年底
2023-06-30: 2023年上半年 2023年度上半年
2022-05-31: 2022年3—5月 3月至5月
"""
CASES = [
    (raw, line.split(":")[0]) for line in ENDS.strip().splitlines() for raw in line.split(":")[1].split()
]


@pytest.mark.parametrize(("raw", "expected"), [*CASES, (" 4 月底前 ", "2022-04-30")])
def test_a_stretch_of_time_ends_on_its_last_day(raw, expected):
    assert day(raw) == expected


@pytest.mark.parametrize(
    "raw",
    ["每月", "每季度", "每周", "每月25日前", "每季度末", "长期坚持", "长期", "常态", "常态化", "常态化开展",
     "持续推进", "常年", "随时", "全程"],
)  # fmt: skip
def test_a_standing_task_has_no_day(raw):
    assert deadline(raw, COLUMN, YEAR) == (Deadline(raw), "", "")


@pytest.mark.parametrize(
    "raw",
    ["3月：甲\n4月：乙", "第一季度:甲第二季度:乙", "11月12月", "尽快", "13月底前", "4月31日前", "五一节前",
     "年月日", "年前", "2022年前", 12.0],
)  # fmt: skip
def test_what_no_rule_understands_is_not_read(raw):
    reading = deadline(raw, COLUMN, YEAR)
    assert (reading.value, reading.form) == (None, "bad_deadline")
    assert reading.hint


def test_words_are_kept_and_a_date_is_written_out():
    assert deadline("4月底前", COLUMN, YEAR).value.text == "4月底前"
    assert deadline(dt.date(2022, 4, 5), COLUMN, YEAR) == (
        Deadline("2022年4月5日", dt.date(2022, 4, 5)),
        "",
        "",
    )


def test_a_date_as_text_or_as_a_serial_number_is_read_with_a_remark():
    for raw, form in (("2022/4/5", "text_date"), ("20220405", "text_date"), (44656.0, "serial_date")):
        reading = deadline(raw, COLUMN, YEAR)
        assert (reading.value.day, reading.form) == (dt.date(2022, 4, 5), form)


def test_without_a_year_nothing_is_guessed_and_the_year_is_asked_for():
    reading = deadline("4月底前", COLUMN, Around())
    assert (reading.value, reading.form) == (None, "no_year")
    assert "年度" in reading.hint
    assert day("2022年4月底前", Around()) == "2022-04-30"
    assert deadline("长期坚持", COLUMN, Around()).value == Deadline("长期坚持")


def test_a_sign_for_nothing_is_a_blank():
    assert deadline("无", COLUMN, YEAR)[:2] == (None, "empty_sign")
    assert deadline(0.0, COLUMN, YEAR)[:2] == (None, "empty_sign")


def test_the_ambiguous_number_stays_ambiguous():
    assert deadline(2022.1, COLUMN, YEAR)[:2] == (None, "ambiguous_date")
    assert deadline(True, COLUMN, YEAR)[:2] == (None, "boolean")
