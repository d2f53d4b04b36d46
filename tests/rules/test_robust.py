"""Whatever stands in the cells, every rule ends with findings and none with an error."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from addin.indicator import compute
from addin.rules import RULES
from addin.validate import validate
from tests.coverage.loaded import Rows, ledgers, sample_rows
from workbook.spec import Table
from workbook.tables import TABLES

SAMPLE = sample_rows()
JUNK = (
    *(None, "", " ", 0, -1, 2022.1, 1e9, 44624, True, False),
    *(dt.date(1900, 1, 1), dt.date(2099, 12, 31), dt.time(8, 30), dt.datetime(2022, 3, 4, 9, 0)),
    *("无", "—", "√", "全体", "全体除张三", "张三等5人", "外请（甲）", "秘密★", "×月", "每月", "4月底前"),
    *("2022年2月30日", "{甲", "【乙", "{甲:丙}", "类型=", "类型≥3", "且", "合计(日期)", "人次()", "填报"),
    *("《甲", "1、2、3", "HD-001", "是", "完成", "自定", "党小组", "党课", "ＡＢ１", "a" * 400),
)
FILLED = [table for table in TABLES if not table.written]


def spoilt(seed: int) -> Rows:
    """Return the sample year with every eighth cell replaced by junk, 基本信息 included."""
    chance = random.Random(seed)
    rows: Rows = {}
    for table in TABLES:
        titles = [column.title for column in table.sheet_columns]
        rows[table.key] = [
            {title: chance.choice(JUNK) if chance.random() < 1 / 8 else row.get(title) for title in titles}
            for row in SAMPLE.get(table.key, [])
        ]
    rows["basics"][0]["模板版本"] = None
    return rows


@pytest.mark.parametrize("seed", range(12))
def test_no_junk_breaks_a_rule_or_a_figure(seed: int) -> None:
    given = ledgers(spoilt(seed))
    findings = validate(given, RULES)
    assert len({finding.code for finding in findings}) > 30
    assert set(compute(given)) == {row["name"] for row in given["indicators"] if row["name"]}


@pytest.mark.parametrize("table", FILLED, ids=lambda table: table.key)
def test_no_blank_sheet_breaks_a_rule(table: Table) -> None:
    rows = {key: lines for key, lines in SAMPLE.items() if key != table.key}
    assert {finding.cell.sheet for finding in validate(ledgers(rows), RULES)} <= {t.sheet for t in TABLES}
