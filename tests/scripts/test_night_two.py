"""Two runs at once, of real processes: one works, one says that it did not begin; the outputs are whole."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.scripts.clone import HOME, base_python, run
from tests.scripts.nights import SIGN, changed, left

CLEAN, ALREADY_RUNNING = 0, 4
REFUSED = (ALREADY_RUNNING, "另一次自动重算还没有结束，这次没有开始，什么也没有改动。\n")
ROUNDS = 20
BOOKS = 3
HOLD = """
import sys
from pathlib import Path
from workbook.turn import my_turn
with my_turn(Path(sys.argv[1])):
    print("mine", flush=True)
    sys.stdin.read()
"""
TOGETHER = """
import runpy, sys
print("ready", flush=True)
sys.stdin.readline()
sys.path.insert(0, "scripts")
sys.argv[:1] = ["scripts/regenerate.py"]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@pytest.fixture
def folder(workshop: Path, tmp_path: Path) -> Path:
    (tmp_path / "台账").mkdir()
    for number in range(BOOKS):
        shutil.copy(workshop / "示例.xlsx", tmp_path / "台账" / f"{'甲乙丙'[number]}.xlsx")
    return tmp_path / "台账"


def start(workshop: Path, *words: str) -> subprocess.Popen[str]:
    """Start a run that waits for a line before it begins."""
    python = str(workshop / ".venv" / "bin" / "python")
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        [python, "-X", "utf8", "-c", TOGETHER, *words],
        cwd=workshop,
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        encoding="utf-8",
    )
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    return process


def both(workshop: Path, *words: str) -> list[tuple[int, str]]:
    """Let two runs begin together; return how each ended and what it complained of."""
    two = [start(workshop, *words) for _ in range(2)]
    for process in two:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    said = [process.communicate()[1] for process in two]
    return sorted((process.returncode, words) for process, words in zip(two, said, strict=True))


def check_outputs(folder: Path) -> None:
    outputs = [path for path in (folder / "自动生成").glob("[!.]*.*") if path.is_file()]
    assert len(outputs) == 2 * BOOKS and not [path for path in outputs if "（2）" in path.name]
    assert all(ZipFile(path).testzip() is None for path in outputs)
    assert len(json.loads((folder / "自动生成" / ".运行状态.json").read_text("utf-8"))["工作簿"]) == BOOKS
    assert left(folder) == []


def test_of_two_runs_that_begin_together_one_works_and_the_other_says_so(
    workshop: Path, folder: Path
) -> None:
    met = 0
    for number in range(ROUNDS):
        changed(workshop / "示例.xlsx", folder / "甲.xlsx", 2 + number % 2)
        for path in (folder / "自动生成").glob("乙-*.xlsx"):
            path.unlink()  # so that several are made anew
        (first, complaint), second = both(workshop, str(folder), "--if-changed")
        assert (first, complaint) == (CLEAN, ""), number
        assert second in ((CLEAN, ""), REFUSED), number
        met += second == REFUSED
        check_outputs(folder)
    assert met > ROUNDS / 2  # a machine under load may let one begin when the other is done
    assert not (workshop / SIGN).exists()


def test_two_runs_by_hand_never_write_into_one_folder_at_once(workshop: Path, folder: Path) -> None:
    for number in range(3):
        changed(workshop / "示例.xlsx", folder / "甲.xlsx", 2 + number % 2)
        (first, complaint), (second, refusal) = both(workshop, str(folder))
        assert (first, complaint) == (CLEAN, "")
        assert second in (CLEAN, ALREADY_RUNNING)
        assert (second == CLEAN) == (f"正在往“{folder / '自动生成'}”里写" not in refusal)
        check_outputs(folder)


def hold(folder: Path) -> subprocess.Popen[str]:
    """Start a process that holds `folder` as a button does, until it is told to stop or killed."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", HOLD, str(folder)]
    process = subprocess.Popen(command, cwd=HOME, stdin=pipe, stdout=pipe, encoding="utf-8")
    assert process.stdout is not None and process.stdout.readline() == "mine\n"
    return process


def test_the_sign_of_a_run_that_died_stops_nobody(workshop: Path, folder: Path) -> None:
    for place in (workshop, folder / "自动生成"):
        died = hold(place)
        died.kill()
        died.communicate()
        assert (place / SIGN).exists()
    done = run(workshop, "regenerate.py", str(folder), "--if-changed")
    assert done.returncode == CLEAN, done.stderr
    assert left(folder) == [] and not (workshop / SIGN).exists()


def test_a_button_that_writes_to_its_own_folder_does_not_stop_the_night(workshop: Path, folder: Path) -> None:
    button = hold(folder / "输出")
    done = run(workshop, "regenerate.py", str(folder))
    refused = run(workshop, "regenerate.py", str(folder), "--out", str(folder / "输出"))
    button.communicate()
    assert done.returncode == CLEAN
    assert refused.returncode == ALREADY_RUNNING and f"正在往“{folder / '输出'}”里写" in refused.stderr
    assert run(workshop, "regenerate.py", str(folder), "--out", str(folder / "输出")).returncode == CLEAN


def test_the_workbooks_of_other_folders_are_served_while_one_is_held(
    workshop: Path, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "另").mkdir()
    other = shutil.copy(folder / "甲.xlsx", tmp_path / "另" / "台账.xlsx")
    button = hold(folder / "自动生成")
    command = [base_python(), str(workshop / "scripts" / "regenerate.py"), str(folder), str(other)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    button.communicate()
    assert done.returncode == ALREADY_RUNNING
    assert list((tmp_path / "另" / "自动生成").glob("*.docx"))
    assert not list((folder / "自动生成").glob("*.docx"))
