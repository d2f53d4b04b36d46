"""A workbook as a person has it open, and what is carried from it."""

import datetime as dt

import pytest

from tests.workbook.build.built import TABLES, blank, default_rows, opened, package
from workbook.carry import carry
from workbook.content import Content


@pytest.fixture
def filled():
    """Return a workbook with three talks and the settings, as a person has it open."""
    content = blank()
    content.of("basics").rows = [{"年度": 2022, "单位全称": "某局", "本届任期起": dt.date(2021, 5, 1)}]
    content.of("talks").rows = [
        {"日期": dt.date(2022, 3, day), "谈话人": f"甲{day}", "谈话对象": "乙", "关系": "党员之间"}
        for day in (1, 2, 3)
    ]
    return opened(package(content))


@pytest.fixture
def carried(filled, tmp_path):
    """Return what is carried from `filled` once a test has changed it."""

    def act(name: str = "旧.xlsx") -> Content:
        filled.save(tmp_path / name)
        return carry(tmp_path / name, TABLES, default_rows())

    return act
