"""The record of what clicks wrote: whole, bounded, by workbook, and never lost to an unreadable file."""

import datetime as dt
from pathlib import Path

import pytest

from addin import steps as record
from addin.fixes import Fix
from addin.steps import RECORD, Step, keep, last_open, steps

FIX = Fix("activities", "date", "活动台账", "A", 2, "2022.3.4", dt.date(2022, 3, 4), ("s:HD-01",))


def step(workbook: str = "台账.xlsm", undone: bool = False) -> Step:
    return Step("2022-03-04 08:30", workbook, (FIX,), undone)


def test_a_step_is_read_as_it_was_kept(tmp_path: Path) -> None:
    keep(tmp_path / "输出", [step(), step(undone=True)])
    assert steps(tmp_path / "输出") == [step(), step(undone=True)]


def test_where_nothing_was_kept_there_are_no_steps(tmp_path: Path) -> None:
    assert steps(tmp_path) == []


def test_the_oldest_steps_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "MOST", 2)
    keep(tmp_path, [step("甲"), step("乙"), step("丙")])
    assert [each.workbook for each in steps(tmp_path)] == ["乙", "丙"]


@pytest.mark.parametrize("text", ["", "{", "[1]", '[{"when": 1}]', '{"a": 1}', "[[]]"])
def test_an_unreadable_record_holds_no_steps_and_is_set_aside(tmp_path: Path, text: str) -> None:
    (tmp_path / RECORD).write_text(text, encoding="utf-8")
    assert steps(tmp_path) == []
    keep(tmp_path, [step()])
    assert steps(tmp_path) == [step()]
    assert [path.read_text(encoding="utf-8") for path in tmp_path.glob("*.旧")] == [text]


def test_the_last_step_of_a_workbook_that_is_not_undone_comes_first(tmp_path: Path) -> None:
    given = [step(), step("别的.xlsm"), step(), step(undone=True)]
    for name in ("台账.xlsm", "别的.xlsm"):
        (tmp_path / name).touch()
    assert last_open(given, tmp_path / "台账.xlsm") == 2
    assert last_open(given, tmp_path / "别的.xlsm") == 1
    assert last_open(given, tmp_path / "第三本.xlsm") is None


def test_a_renamed_workbook_finds_its_steps(tmp_path: Path) -> None:
    assert last_open([step("旧名.xlsm")], tmp_path / "新名.xlsm") == 0


def test_nothing_is_left_beside_the_record(tmp_path: Path) -> None:
    keep(tmp_path, [step()])
    assert [path.name for path in tmp_path.iterdir()] == [RECORD]
