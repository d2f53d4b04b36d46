""".运行状态.json: what is remembered from one run to the next."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from addin.night.register import STATUS, Entry, Register

ENTRY = Entry("c", "p", "a", "2022-11-26T09:30:00", "2022-12-01", ("总结.docx",), 1, "2022-11-26T09:30:00")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of outputs beside a workbook."""
    (tmp_path / "局" / "自动生成").mkdir(parents=True)
    (tmp_path / "局" / "台账.xlsm").touch()
    return tmp_path / "局" / "自动生成"


def test_what_is_saved_is_read_again_also_after_both_moved(folder: Path, tmp_path: Path) -> None:
    register = Register(folder)
    assert not register.is_changed and register[folder.parent / "台账.xlsm"] == Entry()
    register[folder.parent / "台账.xlsm"] = ENTRY
    assert register.is_changed
    register.save("2022-11-26T09:31:00", Path("/日志/重算日志.txt"))
    shutil.move(folder.parent, tmp_path / "别处")
    moved = tmp_path / "别处"
    assert Register(moved / "自动生成")[moved / "台账.xlsm"] == ENTRY
    told = json.loads((moved / "自动生成" / STATUS).read_text(encoding="utf-8"))
    assert told["运行"] == {"结束": "2022-11-26T09:31:00", "日志": "/日志/重算日志.txt"}


@pytest.mark.parametrize(
    "damaged",
    ["", "{", "[]", '{"工作簿": []}', '{"工作簿": {"../台账.xlsm": 5}}', "\x00\x00",
     '{"工作簿": {"../台账.xlsm": {"文件": 5, "上次成功": {}}}}'],
)  # fmt: skip
def test_a_damaged_file_tells_nothing_and_stops_nothing(folder: Path, damaged: str) -> None:
    (folder / STATUS).write_text(damaged, encoding="utf-8")
    register = Register(folder)
    assert register[folder.parent / "台账.xlsm"] == Entry()
    register[folder.parent / "台账.xlsm"] = ENTRY
    register.save("", None)
    assert Register(folder)[folder.parent / "台账.xlsm"] == ENTRY


def test_a_failure_after_the_last_success_is_a_failing_workbook() -> None:
    assert not Entry().is_failing and not ENTRY.is_failing
    assert ENTRY._replace(failed="2022-11-27T09:30:00").is_failing
    assert not ENTRY._replace(failed="2022-11-25T09:30:00").is_failing
