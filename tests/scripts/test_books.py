"""Which workbooks are meant where none is named: those a person keeps in 我的台账."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.scripts.clone import clone, run, run_code

NOT_OURS = 2
ASK = "from _books import meant\nprint('|'.join(path.name for path in meant().books))"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return clone(tmp_path)


def keep(place: Path, *names: str) -> None:
    """Let workbooks of these names lie in 我的台账, each saved later than the one before."""
    (place / "我的台账").mkdir(exist_ok=True)
    for saved, name in enumerate(names):
        (place / "我的台账" / name).touch()
        os.utime(place / "我的台账" / name, (saved, saved))


def meant(place: Path) -> list[str]:
    return run_code(place, ASK, PYTHONUTF8="1").stdout.strip().split("|")


def test_every_workbook_is_meant_but_no_other_file(place: Path) -> None:
    keep(place, "一.xlsm", "二.ODS", "三.xlsx", "~$一.xlsm", ".~lock.二.ods#", "体检.bat", "说明.txt")
    assert sorted(meant(place)) == ["一.xlsm", "三.xlsx", "二.ODS"]


def test_of_one_name_in_several_forms_the_one_saved_last_is_meant(place: Path) -> None:
    keep(place, "台账.xlsx", "台账.xlsm", "另.xlsm", "另.ods")
    assert meant(place) == ["另.ods", "台账.xlsm"]


def test_a_copy_whose_buttons_were_put_back_is_the_same_workbook(place: Path) -> None:
    keep(
        place,
        "台账.xlsm",
        "台账（已修复）.xlsm",
        "党建台账（示例）.xlsm",
        "党建台账（示例）（已修复）（2）.xlsm",
    )
    assert meant(place) == ["台账（已修复）.xlsm"]
    keep(place, "台账（已修复）.xlsm", "台账.xlsm")
    assert meant(place) == ["台账.xlsm"]


def test_what_was_left_out_for_which_other_one_is_told(place: Path) -> None:
    keep(place, "台账.xlsx", "台账.ods", "另.xlsm")
    told = run_code(place, "from _books import meant\nprint(*meant().remarks, sep='|')", PYTHONUTF8="1")
    (line,) = told.stdout.strip().split("|")
    assert line.startswith("“台账.xlsx”没有算：“台账.ods”")


def test_the_sample_year_is_meant_only_where_there_is_nothing_else(place: Path) -> None:
    keep(place, "党建台账（示例）.xlsm")
    assert meant(place) == ["党建台账（示例）.xlsm"]
    keep(place, "党建台账.xlsm")
    assert meant(place) == ["党建台账.xlsm"]


def test_a_run_without_a_name_says_which_workbook_it_left_out(workshop: Path, tmp_path: Path) -> None:
    place = tmp_path / "程序"
    shutil.copytree(workshop, place, symlinks=True)
    keep(place, "台账.xlsx")
    shutil.copy(place / "示例.xlsx", place / "我的台账" / "台账.xlsm")
    done = run(place, "regenerate.py")
    assert "“台账.xlsx”没有算：“台账.xlsm”" in done.stdout
    assert "没有算" not in run(place, "regenerate.py", str(place / "示例.xlsx")).stdout


def test_without_any_the_folder_is_named(workshop: Path) -> None:
    done = run(workshop, "regenerate.py")
    assert done.returncode == NOT_OURS and str(workshop / "我的台账") in done.stderr
