"""doctor.py as a person runs it, also where the environment is gone."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.scripts.clone import clone, run

WELL, TO_DO, WRONG_ARGUMENTS = 0, 1, 64


def lines(text: str, sign: str) -> list[str]:
    return [line[2:].partition("：")[0] for line in text.splitlines() if line.startswith(sign)]


def test_everything_is_listed_and_a_fault_gives_code_1(workshop: Path, tmp_path: Path) -> None:
    done = run(workshop, "doctor.py", "示例.xlsx", PATH="", HOME=str(tmp_path))
    assert done.returncode == TO_DO, done.stderr
    assert {"Python", "运行环境", "所需的库", "工作簿的位置", "工作簿能否保存"} <= set(
        lines(done.stdout, "√")
    )
    assert "LibreOffice" in lines(done.stdout, "×")
    assert done.stdout.count("办法：") == len(lines(done.stdout, "×"))


def test_without_its_environment_it_says_what_to_run(tmp_path: Path) -> None:
    done = run(clone(tmp_path), "doctor.py")
    assert done.returncode == TO_DO, done.stderr
    assert {"运行环境", "所需的库"} <= set(lines(done.stdout, "×"))
    assert "scripts/start.py" in done.stdout and done.stderr == ""


def test_an_environment_whose_libraries_are_gone_is_looked_at(workshop: Path, tmp_path: Path) -> None:
    place = tmp_path / "台账"
    shutil.copytree(workshop, place, symlinks=True)
    (place / ".venv" / "installed-runtime.txt").unlink()
    done = run(place, "doctor.py")
    assert "运行环境" in lines(done.stdout, "√")


def test_a_workbook_that_is_not_there_is_said_so(workshop: Path) -> None:
    assert "工作簿的位置" in lines(run(workshop, "doctor.py", "没有.xlsm").stdout, "×")


def test_wrong_arguments_give_code_64(workshop: Path) -> None:
    assert run(workshop, "doctor.py", "甲", "乙").returncode == WRONG_ARGUMENTS
