import datetime as dt

import pytest

from workbook.grid.markdown import book
from workbook.read import read
from workbook.tables import TABLES
from workbook.values import Deadline, People

from .reading import ACTIVITIES, BASICS, ledgers, marks


def test_a_row_holds_typed_values_and_knows_its_place():
    read_in = ledgers(
        {
            "活动台账": "| 日期 | 类型 | 主题内容 | 请假缺席人员 | 学时 |\n"
            "| 2022-03-04 | 党课 | 学习 | 张三（公务）、李四 | 2 |"
        }
    )
    row = read_in["activities"].rows[0]
    assert [row[key] for key in ("date", "kind", "topic", "absent", "hours", "chair")] == [
        dt.date(2022, 3, 4), "党课", "学习", People(("张三", "李四"), notes=(("张三", "公务"),)), 2.0, None,
    ]  # fmt: skip
    assert (row.number, row.at("absent").address) == (2, "活动台账!D2")
    assert marks(read_in) == []


def test_every_table_has_a_ledger_in_the_order_of_the_tables():
    read_in = ledgers()
    assert list(read_in.tables) == [table.key for table in TABLES]
    assert len(read_in["volunteering"]) == 0
    assert [(gap.form, gap.title) for gap in read_in.gaps if gap.table.key == "volunteering"] == [
        ("missing_sheet", "志愿服务台账")
    ]


def test_sheets_the_program_writes_are_neither_read_nor_missed():
    read_in = ledgers({"校验结果": "| 类别 | 级别 | 位置 |\n| 录入 | 错误 | 活动台账!A1　|"})
    assert len(read_in["findings"]) == 0
    assert marks(read_in) == []
    assert not [gap for gap in read_in.gaps if gap.table.written]


def test_every_declared_column_has_a_place_and_a_typed_one_too():
    ledger = ledgers()["activities"]
    declared = [column.key for column in ledger.table.sheet_columns]
    assert [column.key for column in ledger.columns] == declared
    assert {"expected", "present"} <= set(ledger.places)
    assert "lecturer_rank" not in ledger.places
    assert ledger.letters == {"date": "A", "kind": "B", "topic": "C"}


def test_a_column_a_person_added_can_be_named():
    read_in = ledgers(
        {"活动台账": "| 日期 | 类型 | 联办单位 | 主题内容 |\n| 2022-03-04 | 党课 | 某社区 | 学习 |"}
    )
    ledger = read_in["activities"]
    assert ledger.column("联办单位").kind.name == "any"
    assert ledger.rows[0]["联办单位"] == "某社区"
    assert ledger.cell("联办单位", 2).address == "活动台账!C2"


def test_the_year_and_the_day_come_from_the_settings():
    assert (ledgers().year, ledgers().as_of) == (2022, dt.date(2022, 12, 31))
    assert ledgers(as_of=dt.date(2022, 6, 30)).as_of == dt.date(2022, 6, 30)


def test_a_year_to_come_is_looked_at_today():
    today = dt.date.today()
    assert ledgers(basics=f"| 年度 | {today.year + 1} |").as_of == today


@pytest.mark.parametrize("year", ["", "'二〇二二", "22", "2022-03-04"])
def test_an_unreadable_year_is_no_year(year):
    read_in = ledgers(basics=f"| 年度 | {year} |\n| 单位全称 | 某局 |")
    assert (read_in.year, read_in.as_of) == (None, dt.date.today())


def test_the_settings_stand_one_below_another():
    read_in = ledgers(basics=f"{BASICS}\n| 设党组 | √ |\n| 本届任期起 | '2020/5/6 |\n| 联系人 | 某人 |")
    row = read_in["basics"].rows[0]
    assert (row["unit"], row["has_leading_group"], row["term_from"]) == ("某局", "是", dt.date(2020, 5, 6))
    assert row["联系人"] == "某人"
    assert marks(read_in) == ["基本信息!B4", "基本信息!B5"]
    assert read_in.setting("due_soon_days") == 15


def test_settings_may_stand_below_a_title_and_beside_a_blank_column():
    read_in = ledgers(basics="| | 返回首页 | 基本信息 |\n| | 项目 | 内容 |\n| | 年 度＊ | 2021 |")
    assert read_in.year == 2021
    assert read_in["basics"].rows[0].at("year").address == "基本信息!C3"
    assert [column.title for column in read_in["basics"].columns] == [
        column.title for column in read_in["basics"].table.columns
    ]


def test_options_are_read_by_list_without_blanks():
    read_in = ledgers({"选项表": "| 活动类型 | 兼作标签 |\n| 党课 | 宣讲 |\n| | |\n| 主题党日 | |"})
    assert read_in.options["活动类型"] == ("党课", "主题党日")
    assert read_in.options["兼作标签"] == ("宣讲",)
    assert read_in.options["科室"] == ()


def test_two_tables_share_a_sheet_each_with_its_own_rows():
    shared = "| 规范表述 | 正确写法 | 活动类型 | 我的清单 |\n| 甲 | 甲全称 | 党课 | 一 |\n| | | 宣讲 | 二 |"
    read_in = ledgers({"选项表": shared})
    assert [row["right"] for row in read_in["wordings"]] == ["甲全称"]
    assert read_in.options["活动类型"] == ("党课", "宣讲")
    assert read_in.options["我的清单"] == ("一", "二")


def test_a_deadline_takes_the_workbooks_year():
    sheet = {"重点任务立项分解表": "| 重点任务 | 完成时限 |\n| 甲 | 4月底前 |\n| 乙 | 长期坚持 |"}
    read_in = ledgers(sheet)
    assert [row["due"] for row in read_in["tasks"]] == [
        Deadline("4月底前", dt.date(2022, 4, 30)),
        Deadline("长期坚持"),
    ]


def test_a_member_with_a_suffix_is_found_by_the_whole_name():
    read_in = ledgers(
        {
            "党员花名册": "| 姓名 | 入党日期 |\n| 李伟（办） | 2000-07-01 |",
            "活动台账": "| 日期 | 请假缺席人员 |\n| 2022-03-04 | 李伟(办)、张三(公务) |",
        }
    )
    assert read_in["activities"].rows[0]["absent"].names == ("李伟（办）", "张三")


def test_nothing_a_cell_holds_raises():
    odd = [
        "'=1+1",
        "'#REF!",
        "'（",
        "'、、",
        "1e999",
        "'" + "长" * 5000,
        "TRUE",
        "#N/A",
        "-0.0001",
        "'\u0000",
        "'🙂",
    ]
    titles = [column.title for table in TABLES if table.key == "tasks" for column in table.sheet_columns]
    lines = [f"| {' | '.join([each] * len(titles))} |" for each in odd]
    read_in = ledgers({"重点任务立项分解表": "\n".join([f"| {' | '.join(titles)} |", *lines])})
    assert len(read_in["tasks"]) == len(odd)


def test_raw_values_of_an_open_workbook_read_like_those_of_a_file():
    made = book({"基本信息": BASICS, "活动台账": ACTIVITIES})
    made.grids["活动台账"].rows[1][0] = dt.datetime(2022, 3, 4)
    assert read(made, TABLES)["activities"].rows[0]["date"] == dt.date(2022, 3, 4)
