"""What a double-click starts: the workbooks of 我的台账 or those dropped, and a window that waits."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.scripts.clone import base_python, run, run_code

CLEAN, NOT_OURS, UNAVAILABLE = 0, 2, 69


@pytest.fixture
def place(workshop: Path, tmp_path: Path) -> Path:
    """Return a furnished copy of the program with a filled workbook in 我的台账, and the sample year."""
    place = tmp_path / "程序 & 100%!（新）"
    shutil.copytree(workshop, place, symlinks=True)
    (place / "我的台账").mkdir()
    for name in ("党建台账.xlsx", "党建台账（示例）.xlsx"):
        shutil.copy(workshop / "示例.xlsx", place / "我的台账" / name)
    return place


def reports(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("输出/*-校验报告.xlsx")}


def test_a_double_click_checks_the_workbook_in_the_persons_folder(place: Path) -> None:
    done = run(place, "double_click.py", "write")
    assert done.returncode == CLEAN, done.stderr
    assert reports(place / "我的台账") == {"党建台账-校验报告.xlsx"}


def test_workbooks_dropped_on_it_are_checked_instead(place: Path, tmp_path: Path) -> None:
    other = tmp_path / "另&一处" / "台账.xlsx"
    other.parent.mkdir()
    shutil.copy(place / "示例.xlsx", other)
    line = rf'C:\Windows\system32\cmd.exe /c ""D:\党 建\校验并生成总结.bat" {other}"'
    assert run(place, "double_click.py", "write", DROPPED=line).returncode == CLEAN
    assert reports(other.parent) == {"台账-校验报告.xlsx"} and reports(place / "我的台账") == set()
    assert run(place, "double_click.py", "write", str(other), "没有.xlsx").returncode == NOT_OURS


@pytest.mark.parametrize(
    ("rest", "files"),
    [
        ('"', []),
        (' "', []),
        (r' D:\a&b\台账.xlsm"', [r"D:\a&b\台账.xlsm"]),
        (r' "D:\党 建\一.xlsm" D:\二(2)%!^.ods"', [r"D:\党 建\一.xlsm", r"D:\二(2)%!^.ods"]),
        (r' D:\二.ods "D:\党 建\一.xlsm""', [r"D:\二.ods", r"D:\党 建\一.xlsm"]),
    ],
)
def test_the_command_line_of_explorer_is_taken_apart(place: Path, rest: str, files: list[str]) -> None:
    line = rf'C:\Windows\system32\cmd.exe /c ""D:\a & b\体检.bat"{rest}'
    code = f"from double_click import dropped\nprint(ascii(dropped({line!r})), ascii(dropped('cmd.exe')))"
    assert run_code(place, code).stdout.strip() == f"{files!a} []"


def test_the_machine_is_looked_at_with_the_workbook(place: Path) -> None:
    done = run(place, "double_click.py", "doctor")
    assert str(place / "我的台账" / "党建台账.xlsx") in done.stdout


def test_the_window_stays_until_the_person_has_read_it(place: Path) -> None:
    (place / ".venv").rename(place / "gone")
    ours, theirs = os.openpty()
    command = [base_python(), "-X", "utf8", str(place / "scripts" / "double_click.py"), "write"]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs) as window:
        said = b""
        while "回车".encode() not in said:
            said += os.read(ours, 4096)
        assert "start.py" in said.decode() and window.poll() is None
        os.write(ours, b"\n")
        assert window.wait(30) == UNAVAILABLE
    os.close(ours)
    os.close(theirs)
