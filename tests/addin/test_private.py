"""Private hints stand in 校验结果 alone: in no count, in no report, and only where asked for."""

import datetime as dt
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from addin.finding import ENTRY, HINT, Finding, open_ones
from addin.judgement import judge
from addin.pipeline import Order, run
from addin.results import finding_lines, ranked, totals
from addin.rules import RULES
from tests.given import BASICS, ledgers
from tests.workbook.build.built import blank, package
from workbook.grid.model import Book
from workbook.ledger import Cell, Ledgers

EVENT = "| 日期 | 类型 | 主题内容 |\n| 2022-03-05 | 党课 | 甲 |"
PRIVATE = [rule for rule in RULES if rule.private]


def given(asked: str) -> Ledgers:
    return ledgers({"基本信息": BASICS.format(year=2022) + f"\n| 合理性提示 | {asked} |", "活动台账": EVENT})


def built(folder: Path, asked: str) -> Path:
    """Return a workbook of one event at a weekend."""
    content = blank()
    content.of("basics").rows = [{"年度": 2022, "单位全称": "某局", "合理性提示": asked}]
    content.of("activities").rows = [{"日期": dt.date(2022, 3, 5), "类型": "党课", "主题内容": "甲"}]
    folder.mkdir()
    (folder / "台账.xlsx").write_bytes(package(content))
    return folder / "台账.xlsx"


def hint(private: bool) -> Finding:
    cell = Cell("活动台账", "日期", "A", 2)
    return Finding("X-001", ENTRY, HINT, cell, "坏了。", "因为。", "请改。", "约定", private=private)


@pytest.mark.parametrize(("asked", "codes"), [("是", {"LIKELY-002"}), ("否", set()), ("", set())])
def test_hints_are_there_only_where_they_are_asked_for(asked: str, codes: set[str]) -> None:
    assert {found.code for found in judge(given(asked)).findings if found.private} == codes


def test_a_private_rule_is_a_hint_and_never_blocks() -> None:
    assert PRIVATE
    assert {(rule.kind, rule.severity) for rule in PRIVATE} == {(ENTRY, HINT)}


def test_hints_are_not_counted_and_come_last() -> None:
    findings = [hint(private=True), hint(private=False)]
    assert "提示 1" in totals(findings, 0)
    assert [found.private for found in ranked(findings)] == [False, True]
    assert open_ones(findings) == [findings[1]]
    assert [line["kind"] for line in finding_lines(findings, Book("台账", {}))] == ["录入", "仅供参考"]


def test_a_run_neither_counts_nor_reports_hints(tmp_path: Path) -> None:
    outcomes = {
        asked: run(built(tmp_path / asked, asked), Order(as_of=dt.date(2022, 12, 31)))
        for asked in ("是", "否")
    }
    assert outcomes["是"][1:6] == outcomes["否"][1:6]
    report = CalamineWorkbook.from_path(outcomes["是"].report)
    assert not [row for row in report.get_sheet_by_name("校验结果").to_python() if "LIKELY" in str(row)]
