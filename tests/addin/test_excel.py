"""A click in Excel: one box of our own for whatever goes wrong, and no library that is not needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from addin import buttons, excel
from addin.launch import arguments
from tests.addin.fakebook import Fake
from tests.addin.pretend import book
from workbook.faults import LOG
from workbook.trouble import NOT_OURS, Trouble

HOME = Path(__file__).parents[2]
ASKED = arguments(["--task=check", "--path=C:/党 建/台账.xlsm", "--wb=台账.xlsm", "--from_xl=1", "--hwnd=1"])


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Return what is shown in boxes of Windows; logs and locks stay in a folder of the test."""
    shown: list[str] = []
    monkeypatch.setattr(excel, "tell", lambda sentence: shown.append(sentence) or 0)
    for module in (excel, buttons):
        monkeypatch.setattr(module, "HOME", tmp_path)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return shown


def calling(monkeypatch: pytest.MonkeyPatch, answer: Fake | Exception) -> None:
    def find(name: str, path: str) -> Fake:
        assert (name, path) == (ASKED["wb"], ASKED["path"])
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(buttons, "caller", find)


def test_a_click_runs_its_task_on_the_workbook_it_came_from(
    boxes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = Fake(book())
    calling(monkeypatch, fake)
    assert (excel.main(ASKED), boxes) == (0, [])
    assert len(fake.boxes) == 1 and fake.calls["write"] == 2


def test_what_a_person_has_to_know_is_told_once_and_the_macro_tells_nothing_more(
    boxes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    calling(monkeypatch, Trouble(NOT_OURS, "没有找到工作簿。"))
    assert (excel.main(ASKED), boxes) == (0, ["没有找到工作簿。"])
    fake = Fake(book())
    calling(monkeypatch, fake)
    assert excel.main({**ASKED, "task": "dance"}) == 0
    assert len(boxes) == 2 and "dance" in boxes[1] and fake.boxes == []


def test_a_fault_of_ours_goes_to_the_log_that_the_box_names(
    boxes: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    calling(monkeypatch, ZeroDivisionError("张三"))
    assert excel.main(ASKED) == 0
    (told,) = boxes
    assert told.endswith(str(tmp_path / LOG)) and "Traceback" not in told
    log = (tmp_path / LOG).read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log and "张三" not in log


def test_a_library_that_is_missing_is_named(boxes: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "addin.buttons", None)
    assert excel.main(ASKED) == 0
    assert "start.py" in boxes[0]


def test_where_there_are_no_boxes_the_macro_shows_the_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert excel.tell("没有找到工作簿。") != 0
    assert capsys.readouterr().err == "没有找到工作簿。"


CLICK = """
import sys
from types import SimpleNamespace
sys.path.insert(0, ".")
from addin import launch
launch.sys = SimpleNamespace(platform="win32")
from addin import excel
print(*sorted(name for name in sys.modules if name.partition(".")[0] in ("xlwings", "lxml", "docx")))
from addin.lean import lean
with lean():
    from addin import buttons
from tests.addin.fakebook import Fake
from tests.addin.pretend import book
buttons.caller = lambda name, path: Fake(book(), path, answer="no")
code = launch.main([f"--task={sys.argv[1]}", f"--path={sys.argv[2]}", "--wb=台账.xlsm"])
large = ("pandas", "numpy", "polars", "matplotlib", "PIL", "openpyxl", "plotly")
print(code, *sorted(name for name in large if sys.modules.get(name)))
"""


@pytest.mark.parametrize("task", ["check", "write", "accept", "undo", "folder", "doctor"])
def test_a_click_loads_no_large_library(task: str, tmp_path: Path) -> None:
    command = [sys.executable, "-X", "utf8", "-c", CLICK, task, str(tmp_path / "台账.xlsm")]
    done = subprocess.run(command, cwd=HOME, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == ["", "0"]
