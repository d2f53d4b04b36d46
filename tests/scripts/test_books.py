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


def remarks(place: Path) -> list[str]:
    told = run_code(place, "from _books import meant\nprint(*meant().remarks, sep='|')", PYTHONUTF8="1")
    return [line for line in told.stdout.strip().split("|") if line]


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
    (line,) = remarks(place)
    assert line.startswith("“台账.xlsx”没有算：“台账.ods”")


@pytest.mark.parametrize(
    "name",
    [
        "党建台账-DESKTOP-1A2B3C",
        "党建台账-LAPTOP-9K2LMN3P-2",
        "党建台账-LENOVO",
        "党建台账-张三的电脑",
        "党建台账 - 副本",
        "党建台账 - 副本 (2)",
        "党建台账-副本",
        "党建台账副本",
        "副本 党建台账",
        "副本党建台账",
        "党建台账(1)",
        "党建台账（1）",
        "党建台账 (2)",
        "党建台账_冲突文件",
        "党建台账_冲突文件_张三_20221126",
        "党建台账 (张三的冲突副本 2022-11-26)",
        "党建台账（冲突）",
        "党建台账 (conflicted copy 2022-11-26)",
        "党建台账 (zhang's conflicted copy 2022-11-26)",
    ],
)
def test_a_copy_that_a_cloud_drive_or_a_person_made_is_named_and_left_out(place: Path, name: str) -> None:
    keep(place, "党建台账.xlsm", f"{name}.xlsm")
    assert meant(place) == ["党建台账.xlsm"]
    (line,) = remarks(place)
    assert line.startswith(f"“{name}.xlsm”没有算") and "“党建台账.xlsm”" in line
    (place / "我的台账" / "党建台账.xlsm").unlink()
    assert meant(place) == [f"{name}.xlsm"]


@pytest.mark.parametrize(
    "name",
    [
        "党建台账-2022",
        "党建台账（2022）",
        "党建台账(2023)",
        "党建台账-一支部",
        "党建台账-BGS",
        "党建台账-Q1",
        "党建台账2",
        "党建台账（一支部）",
        "党建台账冲突整改",
        "一支部-党建台账",
        "支部副本党建台账",
    ],
)
def test_a_workbook_with_a_name_of_its_own_is_no_copy(place: Path, name: str) -> None:
    keep(place, "党建台账.xlsm", f"{name}.xlsm")
    assert sorted(meant(place)) == sorted(["党建台账.xlsm", f"{name}.xlsm"])
    assert remarks(place) == []


def test_a_copy_is_taken_where_it_is_named(place: Path) -> None:
    keep(place, "党建台账.xlsm", "党建台账(1).xlsm")
    named = "Path('我的台账/党建台账(1).xlsm')"
    ask = f"from pathlib import Path\nfrom _books import meant\nprint(meant([{named}]))"
    assert "党建台账(1).xlsm')], remarks=[], named=" in run_code(place, ask, PYTHONUTF8="1").stdout


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


def test_a_form_that_cannot_be_read_is_told_in_a_folder(place: Path) -> None:
    keep(place, "台账.xlsm", "旧.xls", "表.ET")
    told = run_code(
        place, "from _books import meant\nprint(*meant().remarks, sep='|')", PYTHONUTF8="1"
    ).stdout
    assert meant(place) == ["台账.xlsm"]
    assert sorted(line[: line.index("”")] for line in told.strip().split("|")) == ["“旧.xls", "“表.ET"]
