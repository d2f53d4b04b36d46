"""积分: counted from the ledgers by the rows in use, capped, and never a ranking."""

import re
import zipfile
from pathlib import Path

from python_calamine import CalamineWorkbook

from addin.points import points
from addin.report import Report, write_report
from tests.given import ledgers
from workbook.ledger import Ledgers

ROWS = """
| 积分类别 | 积分事项 | 台账 | 条件 | 计分人员列 | 每次分值 | 年度上限 | 启用 |
| 学习教育 | 参加学习 | 活动台账 | 类型=集中学习 | 到场人员 | 2 | 3 | 是 |
| 志愿服务 | 志愿服务 | 志愿服务台账 | | 参加人员 | 1.5 | | 是 |
| 学习教育 | 写错的 | 活动台账 | 类形=集中学习 | 到场人员 | 9 | | 是 |
| 学习教育 | 不是人的 | 活动台账 | | 主题内容 | 9 | | 是 |
| 学习教育 | 没有启用 | 活动台账 | | 到场人员 | 9 | | 否 |
"""
SHEETS = {
    "党员花名册": "| 姓名 | 入党日期 | 转出日期 |\n| 王五 | 2010-01-01 | |\n| 张三 | 2010-01-01 | |\n"
    "| 李四 | 2010-01-01 | 2022-05-01 |\n| 赵六 | 2010-01-01 | |",
    "活动台账": "| 日期 | 类型 | 主题内容 | 参加范围 | 请假缺席人员 |\n"
    "| 2022-03-04 | 集中学习 | 甲 | 全体党员 | 赵六 |\n"
    "| 2022-04-04 | 集中学习 | 乙 | 全体党员 | 王五、赵六 |\n| 2021-04-04 | 集中学习 | 丙 | 全体党员 | |",
    "志愿服务台账": "| 日期 | 服务内容 | 参加人员 |\n| 2022-03-05 | 甲 | 王五、李四 |",
    "选项表": "| 活动类型 |\n| 集中学习 |",
}


def given(rows: str = ROWS) -> Ledgers:
    return ledgers({**SHEETS, "积分台账": rows})


def test_points_are_counted_and_capped_in_the_order_of_the_roster() -> None:
    assert [(each.name, each.by_item, each.total) for each in points(given())] == [
        ("王五", (2, 1.5), 3.5),
        ("张三", (3, 0), 3),
        ("赵六", (0, 0), 0),
    ]


def test_nobody_has_points_while_no_row_is_in_use() -> None:
    assert points(given(ROWS.replace("| 是 |", "| 否 |"))) == ()


def report(given: Ledgers, folder: Path) -> CalamineWorkbook:
    target = folder / "报告.xlsx"
    write_report(Report(given, folder / "台账.xlsx", [], {}, ()), target)
    return CalamineWorkbook.from_path(target)


def test_the_report_has_a_sheet_of_points_where_a_row_is_in_use(tmp_path: Path) -> None:
    assert report(given(), tmp_path).get_sheet_by_name("积分").to_python() == [
        ["姓名", "参加学习", "志愿服务", "合计"],
        ["王五", 2, 1.5, 3.5],
        ["张三", 3, 0, 3],
        ["赵六", 0, 0, 0],
    ]


def test_the_title_of_a_long_item_is_seen_whole(tmp_path: Path) -> None:
    long = "参加党员大会、主题党日和组织生活会"
    report(given(ROWS.replace("参加学习", long)), tmp_path)
    with zipfile.ZipFile(tmp_path / "报告.xlsx") as package:
        first = re.search(r'<row r="1"[^>]* ht="([\d.]+)"', package.read("xl/worksheets/sheet4.xml").decode())
    assert first and float(first[1]) > 30


def test_the_report_has_no_sheet_of_points_where_none_is_in_use(tmp_path: Path) -> None:
    assert "积分" not in report(given(ROWS.replace("| 是 |", "| 否 |")), tmp_path).sheet_names
