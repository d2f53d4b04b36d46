"""A macro workbook without buttons is known, and the way to get them back is named."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from addin import doctor_office
from addin.doctor import Machine
from addin.libreoffice import install
from addin.libreoffice.stripped import LOST, needs_repair, what_was_lost

HOME = Path(__file__).parents[3]
SHIPPED = HOME / "workbook" / "党建台账.xlsm"
CODE = """
import sys
from pathlib import Path
from addin.libreoffice.stripped import what_was_lost
print(bool(what_was_lost(Path(sys.argv[1]))), "lxml" in sys.modules)
"""


def strip(path: Path) -> Path:
    """Write a workbook without code names, as LibreOffice saves it."""
    with ZipFile(SHIPPED) as given, ZipFile(path, "w") as file:
        for name in given.namelist():
            file.writestr(name, given.read(name).replace(b" codeName=", b" noName="))
    return path


@pytest.fixture
def stripped(tmp_path: Path) -> Path:
    return strip(tmp_path / "我的 台账.xlsm")


@pytest.mark.parametrize(("there", "name"), [(True, "我的 台账.ods"), (False, "我的 台账（新）.xlsm")])
def test_the_command_makes_the_form_that_keeps_its_buttons_here(
    stripped: Path, monkeypatch: pytest.MonkeyPatch, there: bool, name: str
) -> None:
    monkeypatch.setattr(install, "has_office", lambda: there)
    said = what_was_lost(stripped)
    assert LOST in said and f'build_workbook.py --from "{stripped}" -o "{stripped.with_name(name)}"' in said


def test_a_copy_with_buttons_saved_since_is_named_instead(stripped: Path) -> None:
    copy = Path(shutil.copyfile(SHIPPED, stripped.with_name("我的 台账（已修复）.xlsm")))
    assert copy.name in what_was_lost(stripped) and "--from" not in what_was_lost(stripped)
    os.utime(copy, (1, 1))
    assert f'--from "{stripped}"' in what_was_lost(stripped)


def test_a_copy_that_lost_its_buttons_again_is_what_is_taken_over(stripped: Path) -> None:
    copy = strip(stripped.with_name("我的 台账（已修复）.xlsm"))
    assert f'--from "{copy}"' in what_was_lost(stripped)


def test_the_doctor_names_the_command_and_says_nothing_of_other_workbooks(stripped: Path) -> None:
    (found,) = doctor_office.buttons(Machine(workbook=stripped))
    assert not found.well and "LibreOffice" in found.found and "--from" in found.cure
    for other in (SHIPPED, stripped.with_name("没有.xlsm"), None):
        assert list(doctor_office.buttons(Machine(workbook=other))) == []


def test_nothing_costly_is_loaded_to_look(stripped: Path) -> None:
    command = [sys.executable, "-c", CODE, str(stripped)]
    done = subprocess.run(command, cwd=HOME, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == ["True", "False"]


@pytest.mark.parametrize("name", ["没有.xlsm", "台账.xlsx", "坏的.xlsm"])
def test_other_files_need_no_repair(tmp_path: Path, name: str) -> None:
    (tmp_path / "坏的.xlsm").write_bytes(b"not a zip")
    strip(tmp_path / "台账.xlsx")
    assert not needs_repair(tmp_path / name)
