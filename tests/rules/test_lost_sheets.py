"""What is said of rows whose fellow sheet or column was renamed or deleted."""

from collections.abc import Iterable

import pytest

from addin.rules import RULES
from addin.validate import validate
from tests.coverage.loaded import grids, sample_rows
from tests.given import ledgers
from workbook.grid.model import Book, Grid
from workbook.read import read
from workbook.tables import BASICS, MEMBERS, OPTIONS, TABLES, THEMES

LOST = ("READ-040", "READ-041", "READ-047", "READ-048")  # what says of a sheet or a column that it is lost
SAMPLE = grids(sample_rows())
SHEETS = [table.sheet for table in TABLES if not (table.written or table is BASICS)]


def said(sheets: dict[str, Grid]) -> set[tuple[str, str]]:
    findings = validate(read(Book("示例", sheets), TABLES), RULES)
    return {(finding.code, finding.address) for finding in findings}


def beyond(sheets: dict[str, Grid]) -> Iterable[tuple[str, str]]:
    """Return what is said beyond the loss itself and what the whole sample year is told anyway."""
    return sorted(each for each in said(sheets) - said(SAMPLE) if each[0] not in LOST)


def without_titles(sheet: str, *titles: str) -> dict[str, Grid]:
    first, *rest = SAMPLE[sheet].rows
    header = [f"另一列{place}" if title in titles else title for place, title in enumerate(first)]
    return SAMPLE | {sheet: Grid(sheet, [header, *rest])}


def test_nobody_is_sent_to_clear_what_names_rows_of_a_sheet_that_is_not_there() -> None:
    tasks = "| 编号 | 所属项目 | 重点任务 | 佐证编号 |\n| RW-01 | XM-01 | 甲 | HD-01 |"
    told = {finding.code for finding in validate(ledgers({"重点任务立项分解表": tasks}), RULES)}
    assert "READ-040" in told
    assert not told & {"TASK-001", "REF-003"}


@pytest.mark.parametrize("sheet", sorted(set(SHEETS)))
def test_one_finding_about_a_lost_sheet_is_enough(sheet: str) -> None:
    assert beyond({name: grid for name, grid in SAMPLE.items() if name != sheet}) == []


@pytest.mark.parametrize(
    ("sheet", "title"),
    [
        (MEMBERS.sheet, "姓名"),
        (MEMBERS.sheet, "党内职务"),
        (MEMBERS.sheet, "党小组"),
        (OPTIONS.sheet, "活动类型"),
        (OPTIONS.sheet, "兼作标签"),
        (OPTIONS.sheet, "规范表述"),
        (THEMES.sheet, "简称"),
        ("重点项目清单", "编号"),
        ("重点任务立项分解表", "所属项目"),
        ("重点任务立项分解表", "责任人"),
        ("统计口径", "指标"),
        ("活动台账", "主讲人"),
        ("活动台账", "编号"),
        ("活动台账", "归属年度"),
        ("活动台账", "同日活动编号"),
        ("志愿服务台账", "活动编号"),
        ("荣誉台账", "编号"),
        ("成果台账", "数量"),
        ("文件与报送台账", "完成日期"),
        ("专项自查台账", "自查日期"),
        ("重点工作台账", "状态"),
        ("党费台账", "月应交"),
        (MEMBERS.sheet, "入党日期"),
        (MEMBERS.sheet, "转正日期"),
        (MEMBERS.sheet, "转入日期"),
        (MEMBERS.sheet, "转出日期"),
        ("党员变动台账", "变动类型"),
        ("规定动作", "周期"),
        ("规定动作", "最少"),
    ],
)
def test_one_finding_about_a_lost_column_is_enough(sheet: str, title: str) -> None:
    assert beyond(without_titles(sheet, title)) == []


def test_a_lost_month_of_dues_hides_no_other_month_left_blank() -> None:
    dues = "| 姓名 | 月应交 | 1月 | 3月 |\n| 张三 | 50 | 50 | |"
    roster = "| 姓名 | 入党日期 | 转入日期 | 转出日期 |\n| 张三 | 1995-07-01 | | |"
    basics = "| 项目 | 内容 |\n| 年度 | 2022 |"
    given = ledgers({"党费台账": dues, MEMBERS.sheet: roster, BASICS.sheet: basics})
    (told,) = (found for found in validate(given, RULES) if found.code == "PAY-003")
    assert (told.address, told.says) == ("党费台账!D2", "3月空着，没有填实交金额。")


@pytest.mark.parametrize("title", ["设支部委员会", "支部名称", "党员学时要求", "合理性提示"])
def test_one_finding_about_a_lost_setting_is_enough(title: str) -> None:
    lines = [line for line in SAMPLE[BASICS.sheet].rows if line[0] != title]
    assert beyond(SAMPLE | {BASICS.sheet: Grid(BASICS.sheet, lines)}) == []


def test_the_rows_of_a_book_that_lost_nothing_are_judged_by_them() -> None:
    rows = sample_rows()
    rows["activities"][0] |= {"主持人": "甲某某", "类型": "班子会"}
    told = said(grids(rows)) - said(SAMPLE)
    assert {("WHO-001", "活动台账!L2"), ("COL-002", "活动台账!B2")} <= told
