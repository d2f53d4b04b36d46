"""Two runs never write into one folder at the same time."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from workbook.trouble import ALREADY_RUNNING, CANNOT_WRITE, Trouble
from workbook.turn import my_turn

HOLD = """
import sys, time
from pathlib import Path
from workbook.turn import my_turn
with my_turn(Path(sys.argv[1])):
    print("mine", flush=True)
    time.sleep(60)
"""


def hold(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLD, str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    assert process.stdout is not None and process.stdout.readline() == "mine\n"
    process.stdout.close()
    return process


def test_a_second_run_is_refused_while_the_first_is_at_work(tmp_path: Path) -> None:
    first = hold(tmp_path)
    try:
        with pytest.raises(Trouble) as caught, my_turn(tmp_path):
            raise AssertionError("two runs at once")
    finally:
        first.kill()
        first.wait()
    assert caught.value.code == ALREADY_RUNNING and str(tmp_path) in caught.value.message


def test_a_run_that_crashed_holds_nobody_up(tmp_path: Path) -> None:
    first = hold(tmp_path)
    first.kill()
    first.wait()
    started = time.monotonic()
    with my_turn(tmp_path):
        assert time.monotonic() - started < 5


def test_a_run_that_wrote_nothing_leaves_no_folder(tmp_path: Path) -> None:
    with my_turn(tmp_path / "输出"):
        assert list((tmp_path / "输出").iterdir()) != []
    assert list(tmp_path.iterdir()) == []


def test_a_finished_run_leaves_its_outputs_and_no_sign(tmp_path: Path) -> None:
    with my_turn(tmp_path / "输出"):
        (tmp_path / "输出" / "总结.docx").touch()
    assert [path.name for path in (tmp_path / "输出").iterdir()] == ["总结.docx"]


def test_a_run_that_fails_lets_go(tmp_path: Path) -> None:
    with pytest.raises(KeyError), my_turn(tmp_path):
        raise KeyError("row")
    with my_turn(tmp_path):
        pass


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "输出").touch()
    with pytest.raises(Trouble) as caught, my_turn(tmp_path / "输出"):
        raise AssertionError("no such folder")
    assert caught.value.code == CANNOT_WRITE


def test_a_folder_whose_name_is_too_long_is_named(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught, my_turn(tmp_path / ("长" * 300)):
        raise AssertionError("nothing can be written there")
    assert caught.value.code == CANNOT_WRITE
