"""The sample year is entered without a fault; each flaw put into it is found at its cell, nothing else."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

import pytest

from addin.finding import ENTRY
from addin.rules import RULES
from addin.validate import validate
from tests.coverage.loaded import Rows, ledgers, sample_rows
from workbook.tables import TABLES

SAMPLE = sample_rows()
SHEETS = {table.key: table for table in TABLES}


def found(rows: Rows) -> list[tuple[str, str]]:
    findings = validate(ledgers(rows), RULES)
    return [(finding.code, finding.address) for finding in findings if finding.kind == ENTRY]


def place(key: str, number: int, title: str) -> str:
    """Return the cell of column `title` in the row at index `number`, as the test's workbook is laid out."""
    titles = [column.title for column in SHEETS[key].sheet_columns]
    return f"{SHEETS[key].sheet}!{chr(ord('A') + titles.index(title))}{number + 2}"


def row_with(key: str, **wanted: Any) -> int:
    """Return the index of the first row whose columns hold what is `wanted`."""
    rows = SAMPLE[key]
    return next(n for n, row in enumerate(rows) if all(row.get(k) == v for k, v in wanted.items()))


def flawed(key: str, number: int, title: str, value: Any) -> Rows:
    rows = copy.deepcopy(SAMPLE)
    rows[key][number][title] = value
    return rows


# A table, a row of it, the column that is spoilt, what is typed there, and the rules that say so there.
FLAWS: list[tuple[str, int, str, Any, list[str]]] = [
    ("activities", row_with("activities", 编号="HD-001"), "日期", 2022.1, ["READ-001"]),
    ("activities", row_with("activities", 编号="HD-009"), "类型", "班子会", ["COL-002"]),
    ("activities", row_with("activities", 编号="HD-009"), "记录人", "秦晓兰", ["WHO-001"]),
    ("activities", row_with("activities", 编号="HD-009"), "兼作二", "支委会", ["MEET-011"]),
    ("activities", row_with("activities", 编号="HD-009"), "实到", 30, ["MEET-003"]),
    ("activities", row_with("activities", 编号="HD-011"), "主题内容", "传达××会议精神", ["TEXT-001"]),
    ("activities", row_with("activities", 编号="HD-011"), "同日活动编号", "HD-999", ["REF-003"]),
    ("activities", row_with("activities", 编号="HD-011"), "地点", "秘密★一年", ["SECRET-001"]),
    ("volunteering", row_with("volunteering", 编号="FW-09"), "活动编号", None, ["TWICE-004"]),
    ("volunteering", row_with("volunteering", 编号="FW-01"), "每人时长", 30, ["COL-005", "HOUR-001"]),
    ("talks", 0, "谈话对象", "周恒远", ["TALK-001"]),
    ("talks", 0, "日期", dt.date(2012, 2, 22), ["DATE-001"]),
    ("tasks", row_with("tasks", 编号="RW-01"), "所属项目", "XM-99", ["TASK-001"]),
    ("tasks", row_with("tasks", 编号="RW-01"), "责任人", None, ["DUTY-001"]),
    ("tasks", row_with("tasks", 编号="RW-01"), "完成日期", None, ["DUE-001"]),
    ("projects", row_with("projects", 编号="XM-01"), "起始日期", dt.date(2022, 12, 31), ["DATE-006"]),
    ("self_checks", 0, "已整改数", 99, ["CHECK-001"]),
    ("votes", row_with("votes", 议题类别="发展党员"), "应到会", 24, ["VOTE-004"]),
    ("votes", row_with("votes", 议题类别="民主评议"), "评议合格", 18, ["LIFE-005"]),
    ("election", row_with("election", 步骤号=4), "完成日期", dt.date(2022, 3, 30), ["ELECT-001"]),
    ("election", row_with("election", 步骤号=11), "最低当选得票", 12, ["ELECT-010"]),
    ("indicators", row_with("indicators", 指标="党课次数"), "条件", "类别=党课", ["DEF-002"]),
    ("narrative", 1, "正文", "{支部名}现将全年工作总结如下。", ["NARR-001"]),
]
# What such a flaw brings about in other columns of its row.
ALSO = {
    "DATE-006": {("DATE-006", "完成时限"), ("DATE-006", "完成日期")},
    "TWICE-004": {("PLACE-001", "社区")},
    "LIFE-005": {("LIFE-005", "评议优秀")},
}
NOT_AT_ITS_OWN = ("DATE-006", "LIFE-005")  # told at the later of two days, at the first of four grades


def test_the_sample_year_is_entered_without_a_fault() -> None:
    assert found(SAMPLE) == []


@pytest.mark.parametrize(("key", "number", "title", "value", "codes"), FLAWS)
def test_a_flaw_is_found_at_its_cell_and_nothing_else(
    key: str, number: int, title: str, value: Any, codes: list[str]
) -> None:
    expected = {(code, title) for code in codes if code not in NOT_AT_ITS_OWN}
    expected |= {each for code in codes for each in ALSO.get(code, ())}
    told = found(flawed(key, number, title, value))
    assert set(told) == {(code, place(key, number, where)) for code, where in expected}


def test_a_book_full_of_flaws_is_told_all_at_once() -> None:
    rows = copy.deepcopy(SAMPLE)
    for key, number, title, value, _ in FLAWS:
        rows[key][number][title] = value
    told = {code for code, _ in found(rows)}
    spoilt_again = {"MEET-003", "TEXT-001", "TALK-001", "DATE-001", "TASK-001", "SECRET-001", "READ-001"}
    assert told >= spoilt_again


def test_findings_come_sheet_by_sheet_and_row_by_row() -> None:
    rows = copy.deepcopy(SAMPLE)
    for number in (5, 3):
        rows["activities"][number]["主题内容"] = "**"
        rows["projects"][number]["项目名称"] = "**"
    told = [address for code, address in found(rows) if code == "TEXT-001"]
    assert told == ["重点项目清单!C5", "重点项目清单!C7", "活动台账!F5", "活动台账!F7"]
