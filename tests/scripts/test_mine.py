"""Which workbooks are meant where none is named: those a person keeps in 我的台账."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.scripts.clone import clone, run, run_code

NOT_OURS = 2
ASK = "from _mine import mine\nprint('|'.join(path.name for path in mine()))"


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


def test_the_sample_year_is_meant_only_where_there_is_nothing_else(place: Path) -> None:
    keep(place, "党建台账（示例）.xlsm")
    assert meant(place) == ["党建台账（示例）.xlsm"]
    keep(place, "党建台账.xlsm")
    assert meant(place) == ["党建台账.xlsm"]


def test_without_any_the_folder_is_named(workshop: Path) -> None:
    done = run(workshop, "regenerate.py")
    assert done.returncode == NOT_OURS and str(workshop / "我的台账") in done.stderr
