"""What was done only after the as-of date stands as it stood on that day."""

import datetime as dt

from tests.given import ledgers

IN_JUNE = dt.date(2022, 6, 10)
TASKS = """
| 重点任务 | 所属项目 | 完成时限 | 状态 | 完成日期 |
| 甲 | XM-01 | 5月底前 | 完成 | 2022-06-10 |
| 乙 | XM-01 | 5月底前 | 完成 | 2022-06-11 |
| 丙 | | 5月底前 | 完成 | |
| 丁 | | 5月底前 | 调整取消 | 2022-07-01 |
"""
PROJECTS = "| 编号 | 项目名称 | 状态 |\n| XM-01 | 子 | 进行中 |"


def test_a_task_done_after_the_as_of_date_is_under_way_on_that_day() -> None:
    tasks = ledgers({"重点任务立项分解表": TASKS}, as_of=IN_JUNE)["tasks"]
    assert [row["status"] for row in tasks] == ["完成", "进行中", "完成", "调整取消"]
    assert [row["alert"] for row in tasks] == ["完成", "逾期", "完成", "完成"]
    assert [row["done"] for row in tasks][:2] == [IN_JUNE, None]


def test_what_a_person_entered_of_a_later_day_is_remembered() -> None:
    rows = ledgers({"重点任务立项分解表": TASKS}, as_of=IN_JUNE)["tasks"].rows
    assert (rows[1].later("status"), rows[1].later("done")) == ("完成", dt.date(2022, 6, 11))
    assert (rows[0].later("status"), rows[0].later("done")) == (None, None)


def test_the_progress_of_a_project_is_that_of_the_day() -> None:
    sheets = {"重点项目清单": PROJECTS, "重点任务立项分解表": TASKS}
    assert ledgers(sheets, as_of=IN_JUNE)["projects"].rows[0]["progress"] == 50
    assert ledgers(sheets)["projects"].rows[0]["progress"] == 100


def test_a_member_confirmed_after_the_as_of_date_is_probationary_on_that_day() -> None:
    roster = "| 姓名 | 党员类别 | 转正日期 |\n| 甲 | 正式党员 | 2022-06-10 |\n| 乙 | 正式党员 | 2022-06-24 |"
    rows = ledgers({"党员花名册": roster}, as_of=IN_JUNE)["members"].rows
    assert [row["standing"] for row in rows] == ["正式党员", "预备党员"]
    assert rows[1]["confirmed"] == dt.date(2022, 6, 24)


def test_dues_of_months_that_had_not_begun_are_not_paid_on_that_day() -> None:
    dues = "| 姓名 | 5月 | 6月 | 7月 |\n| 甲 | 50 | 50 | 60 |"
    row = ledgers({"党费台账": dues}, as_of=IN_JUNE)["dues"].rows[0]
    assert (row["m5"], row["m6"], row["m7"]) == (50, 50, None)
    assert (row.later("m6"), row.later("m7")) == (None, 60)
    assert row["paid"] == 100
