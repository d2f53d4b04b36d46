"""From the click to the task and back: what a person is told when it does not go well."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
import xlwings

from addin import outputs
from addin.buttons import DOUBLE_CLICK, one_click
from addin.launch import arguments
from addin.libreoffice import click, launch
from addin.libreoffice.apps import App
from addin.libreoffice.engine import register
from addin.libreoffice.install import install
from addin.libreoffice.launch import main
from addin.libreoffice.running import look
from tests.addin.libreoffice.live import Live, add_macro, run_macro, wait_for
from tests.scripts.clone import clone, furnish
from workbook.faults import LOG
from workbook.trouble import ALREADY_RUNNING, CANNOT_WRITE, NOT_OURS, OUR_FAULT, UNAVAILABLE, Trouble
from workbook.turn import SIGN

pytestmark = pytest.mark.uno

SAMPLE = Path(__file__).parents[3] / "workbook" / "党建台账（示例）.xlsm"
STAND_IN = """

def run(task):
    import sys
    from addin.lean import HEAVY

    book = xw.Book.caller()
    OpenBook(book).read()
    loaded = [name for name in (*HEAVY, "openpyxl") if name in sys.modules]
    book.sheets[0]["A1"].value = [[task, book.fullname, "、".join(loaded) or "没有"]]
"""
Task = Callable[[str], object]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the sentences shown in boxes."""
    sentences: list[str] = []

    def note(self: App, prompt: str, *rest: Any) -> str:
        sentences.append(prompt)
        return "ok"

    monkeypatch.setattr(App, "alert", note)
    return sentences


@pytest.fixture
def buttons(live: Live, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[Task], None]]:
    """Return a function that puts a task in the place of the real ones; clicks come from `live`."""
    monkeypatch.setattr(launch, "find", lambda: look(live.pid))
    monkeypatch.setattr(launch, "HOME", tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield lambda task: monkeypatch.setattr(click, "run", task)
    if hasattr(xlwings.Book, "_mock_caller"):
        del xlwings.Book._mock_caller


def clicked(book: xlwings.Book, task: str = "check") -> int:
    """Do what a click in a workbook never saved starts."""
    return start(f"--task={task}", "--path=", f"--wb={book.name}", "--from_xl=1")


def start(*words: str) -> int:
    return main(arguments(words))


def test_a_click_runs_its_task_on_its_workbook(
    book: xlwings.Book, buttons: Callable[[Task], None], told: list[str]
) -> None:
    def write(task: str) -> None:
        xlwings.Book.caller().sheets[0]["A1"].value = task

    buttons(write)
    assert clicked(book) == 0
    assert (book.sheets[0]["A1"].value, told) == ("check", [])


def test_screen_and_status_bar_are_given_back_after_a_failure(
    book: xlwings.Book, buttons: Callable[[Task], None], told: list[str]
) -> None:
    def fail(task: str) -> None:
        app = xlwings.Book.caller().app
        app.screen_updating = False
        app.status_bar = "正在校验……"
        raise Trouble(CANNOT_WRITE, "写不进去。")

    buttons(fail)
    assert (clicked(book), told) == (CANNOT_WRITE, ["写不进去。"])
    assert not book.api.hasControllersLocked()


def test_a_fault_of_ours_names_the_log_and_tells_nothing_of_the_rows(
    book: xlwings.Book, buttons: Callable[[Task], None], told: list[str], tmp_path: Path
) -> None:
    def fail(task: str) -> None:
        raise ValueError("张三")

    buttons(fail)
    assert clicked(book) == OUR_FAULT
    assert str(tmp_path / LOG) in told[0] and "Traceback" not in told[0]
    log = (tmp_path / LOG).read_text(encoding="utf-8")
    assert "ValueError" in log and "张三" not in log + told[0]


def test_a_workbook_closed_meanwhile_is_named(
    app: xlwings.App, buttons: Callable[[Task], None], told: list[str]
) -> None:
    other = app.books.add()
    assert start("--task=check", "--path=/nowhere/台账=1.xlsm", "--wb=台账=1.xlsm") == NOT_OURS
    other.close()
    assert "“台账=1.xlsm”" in told[0]


def test_a_second_click_while_the_first_runs_does_nothing(
    book: xlwings.Book, buttons: Callable[[Task], None], told: list[str], tmp_path: Path
) -> None:
    ran: list[str] = []
    buttons(ran.append)
    with one_click(book.name):
        assert (clicked(book), told) == (ALREADY_RUNNING, [])
        then = time.time() - DOUBLE_CLICK - 1
        os.utime(next(tmp_path.rglob(SIGN)), (then, then))
        assert (clicked(book), len(told)) == (ALREADY_RUNNING, 1)
    assert ran == []
    assert clicked(book) == 0 and ran == ["check"]


@pytest.mark.desktop
def test_before_there_is_a_way_in_the_sentence_is_shown_as_a_text(
    shown: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(running: object) -> None:
        raise Trouble(NOT_OURS, "请在终端运行：sudo apt install python3-uno。")

    monkeypatch.setattr(launch, "find", lambda: look(shown.pid))
    monkeypatch.setattr(launch, "reach", refuse)
    assert start("--task=check") == NOT_OURS
    text = wait_for(lambda: text_in(shown))
    assert "python3-uno" in text.Text.String
    text.close(True)


def test_the_office_closed_while_the_summary_is_written_leaves_only_whole_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Any
) -> None:
    own = Live(tmp_path, "--headless")
    path = Path(shutil.copy(SAMPLE, tmp_path / "台账.xlsm"))
    own.office.desktop.loadComponentFromURL(own.office.url(path), "_blank", 0, ())
    monkeypatch.setattr(launch, "find", lambda: look(own.pid))
    monkeypatch.setattr(launch, "HOME", tmp_path)
    real = outputs.write_papers

    def write_and_close(*given: Any) -> Any:
        own.kill()
        return real(*given)

    monkeypatch.setattr(outputs, "write_papers", write_and_close)
    before = path.read_bytes()
    assert start("--task=write", f"--path={path}", f"--wb={path.name}") == CANNOT_WRITE
    assert "LibreOffice 在处理过程中关闭了" in capfd.readouterr().err
    assert path.read_bytes() == before
    written = [each for each in (tmp_path / "输出").iterdir() if not each.name.startswith(".")]
    assert written and all(docx.Document(str(each)).paragraphs for each in written)


def test_the_office_closed_in_the_middle_is_told_from_a_fault(
    tmp_path: Path, buttons: Callable[[Task], None], monkeypatch: pytest.MonkeyPatch, capfd: Any
) -> None:
    own = Live(tmp_path, "--headless")
    own.office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
    monkeypatch.setattr(launch, "find", lambda: look(own.pid))

    def work_on(task: str) -> None:
        book = xlwings.Book.caller()
        own.kill()
        book.sheets[0]["A1"].value = "甲"

    buttons(work_on)
    assert start("--task=check", "--path=", "--wb=Untitled 1") == CANNOT_WRITE
    assert "LibreOffice" in capfd.readouterr().err
    assert not (tmp_path / LOG).exists()


def test_a_library_that_is_missing_is_named_in_a_text_for_a_box_needs_it_too(
    book: xlwings.Book, buttons: Callable[[Task], None], told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(launch, "show_text", lambda running, sentence: shown.append(sentence))
    for module in ("click", "engine"):
        monkeypatch.setitem(sys.modules, f"addin.libreoffice.{module}", None)
    assert (clicked(book), told) == (UNAVAILABLE, [])
    assert len(shown) == 1 and "start.py" in shown[0]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return a copy of the program with a stand-in for the tasks, and its launcher installed beside it."""
    home = clone(tmp_path)
    furnish(home)
    with (home / "addin" / "buttons.py").open("a", encoding="utf-8") as buttons:
        buttons.write(STAND_IN)
    list(install([], tmp_path / "unused", tmp_path / "programs", home))
    return home


def with_button(live: Live, program: Path) -> xlwings.Book:
    """Return a saved workbook in `live` whose macro starts the launcher as the button does."""
    path = program / "我的 台账.ods"
    book = register(live.office).books.add()
    launcher = next((program.parent / "programs").iterdir())
    line = f'{launcher} --task=check ""--path={path}"" ""--wb={path.name}"" --from_xl=1'
    add_macro(book.api, f'Sub OnCheck\n    Shell "{line}", 0\nEnd Sub\n')
    book.save(path)
    return book


def test_a_macro_in_the_office_reaches_the_task_by_way_of_the_launcher(live: Live, program: Path) -> None:
    book = with_button(live, program)
    run_macro(book.api, "OnCheck")
    wait_for(lambda: book.sheets[0]["A1"].value)
    assert book.sheets[0]["A1:C1"].value == ["check", book.fullname, "没有"]
    book.close()


@pytest.mark.desktop
def test_a_program_that_was_moved_away_says_so_in_the_office(shown: Live, program: Path) -> None:
    (program / ".venv").rename(program / "elsewhere")
    book = with_button(shown, program)
    run_macro(book.api, "OnCheck")
    text = wait_for(lambda: text_in(shown))
    assert str(program) in text.Text.String and "start.py" in text.Text.String
    text.close(True)
    book.close()


def text_in(live: Live) -> Any:
    """Return the text document that is open, or None."""
    found = live.office.desktop.Components.createEnumeration()
    while found.hasMoreElements():
        document = found.nextElement()
        if document.supportsService("com.sun.star.text.TextDocument"):
            return document
    return None
