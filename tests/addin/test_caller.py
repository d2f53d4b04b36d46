"""The workbook a click in Excel came from, among those that are open."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import xlwings as xw

from addin import buttons
from addin.buttons import caller
from workbook.faults import LOG
from workbook.trouble import NOT_OURS, Trouble

BY_WINDOW = SimpleNamespace(name="the one xlwings finds")


def open_books(monkeypatch: pytest.MonkeyPatch, *paths: str) -> None:
    """Let each path be the one workbook of an Excel of its own."""
    books = [SimpleNamespace(name=Path(path).name, fullname=path) for path in paths]
    monkeypatch.setattr(xw, "apps", [SimpleNamespace(books=[book]) for book in books])
    monkeypatch.setattr(xw.Book, "caller", lambda: BY_WINDOW)


def test_the_workbook_is_the_one_xlwings_finds_by_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    open_books(monkeypatch, "/甲/台账 一.xlsm")
    assert caller("台账 一.xlsm", "/甲/台账 一.xlsm") is BY_WINDOW


@pytest.mark.parametrize("name", ["台账=新.xlsm", " 台账.xlsm"])
def test_a_name_that_xlwings_would_cut_is_looked_for_in_every_excel(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    open_books(monkeypatch, f"/甲/{name}", f"/乙/{name}", "/丙/台账.xlsm")
    for folder in ("甲", "乙"):
        assert caller(name, f"/{folder}/{name}").fullname == f"/{folder}/{name}"


@pytest.mark.parametrize("name", ["台账.xlsm", "台账=新.xlsm"])
def test_a_workbook_that_was_closed_is_said_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    def gone() -> None:
        raise KeyError("张三.xlsm")

    open_books(monkeypatch)
    monkeypatch.setattr(buttons, "HOME", tmp_path)
    monkeypatch.setattr(xw.Book, "caller", gone)
    with pytest.raises(Trouble) as told:
        caller(name, "")
    assert told.value.code == NOT_OURS and "工作簿" in told.value.message
    assert "张三" not in (tmp_path / LOG).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["台账.xlsm", "台账 一（2022）&%!.xlsm"])
def test_xlwings_reads_window_and_name_from_our_command_line(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """What asks Windows is replaced; what is left is xlwings' own reading of the words."""
    windows: list[int] = []
    excel = SimpleNamespace(books={name: SimpleNamespace(impl=f"the open {name}")})
    words = ["--task=check", "--path=/甲/--hwnd=1.xlsm", f"--wb={name}", "--from_xl=1", "--hwnd=4711"]
    monkeypatch.setattr(xw.main, "App", lambda impl: windows.append(impl) or excel)
    monkeypatch.setattr(xw, "_xlwindows", SimpleNamespace(App=lambda xl: xl), raising=False)
    monkeypatch.setattr(xw.Book, "__init__", lambda self, impl: setattr(self, "impl", impl))
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "argv", ["launch.py", *words])
    assert caller(name, "/甲").impl == f"the open {name}"
    assert windows == [4711]
