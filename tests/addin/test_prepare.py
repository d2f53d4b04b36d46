"""Preparing a machine: every step is tried, and what is in the way of one is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from addin import excel_settings
from addin import prepare as module
from addin.doors import TASKS
from addin.libreoffice import install as libreoffice
from addin.prepare import prepare, undo
from addin.schedule.job import JOB_FILE
from workbook.trouble import CANNOT_WRITE, Trouble


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "compile_ahead", lambda: None)


def refuse(*arguments: object) -> Iterator[str]:
    yield "第一步"
    raise Trouble(CANNOT_WRITE, "请先关闭 LibreOffice。")


def lock(*arguments: object) -> Iterator[str]:
    yield "第一步"
    raise PermissionError(13, "Permission denied", str(Path.home() / ".xlwings" / "xlwings.conf"))


@pytest.mark.parametrize(("step", "told"), [(refuse, "LibreOffice"), (lock, "写不进")])
def test_what_is_in_the_way_is_told_and_the_next_step_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: object, told: str
) -> None:
    monkeypatch.setattr(module, "sys", SimpleNamespace(platform="linux"))
    monkeypatch.setattr(libreoffice, "install", step)
    monkeypatch.setattr(libreoffice, "undo", step)
    said: list[str] = []
    assert prepare(tmp_path, said.append) == CANNOT_WRITE
    assert any(told in line for line in said) and len(list(tmp_path.iterdir())) == len(TASKS)
    assert undo(tmp_path, said.append) == CANNOT_WRITE
    assert list(tmp_path.iterdir()) == []


def test_on_windows_the_settings_of_xlwings_lead_to_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "xlwings.conf"
    monkeypatch.setattr(module, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(excel_settings, "settings_file", lambda: file)
    (tmp_path / "我的台账").mkdir()
    said: list[str] = []
    assert prepare(tmp_path / "我的台账", said.append) == 0
    assert str(file) in said[0] and file.exists()
    assert prepare(tmp_path / "我的台账", said.append) == 0 and said.count(said[0]) == 1
    assert undo(tmp_path / "我的台账", said.append) == 0 and not file.exists()


def test_on_a_mac_only_double_clicks_are_prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "sys", SimpleNamespace(platform="darwin"))
    said: list[str] = []
    assert prepare(tmp_path, said.append) == 0 and "macOS" in said[0]
    assert undo(tmp_path, said.append) == 0


def test_a_schedule_is_taken_back_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "sys", SimpleNamespace(platform="darwin"))
    monkeypatch.setattr(module, "remove_schedule", lambda home: [f"已撤回 {home}"])
    (tmp_path / "我的台账").mkdir()
    said: list[str] = []
    assert undo(tmp_path / "我的台账", said.append) == 0 and said == []
    (tmp_path / JOB_FILE).touch()
    assert undo(tmp_path / "我的台账", said.append) == 0 and said == [f"已撤回 {tmp_path}"]
