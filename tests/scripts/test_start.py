"""start.py sets up what is missing and leaves alone what is there; --undo takes the settings back."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from addin.doors import TASKS
from tests.scripts.clone import base_python, clone, furnish, run
from workbook.grid import open_book

MINE = "我的台账"
BLANK, SAMPLE, EARLIER = "党建台账.xlsm", "党建台账（示例）.xlsm", "党建台账.xlsx"
LAUNCHER = Path(".local", "bin", "dangjian-taizhang-office")
TRUSTED = Path(".config", "libreoffice", "4", "user", "registrymodifications.xcu")
DOORS = {f"{name}.desktop" for name in TASKS}
STATUS = ".运行状态.json"
WRONG_ARGUMENTS, INTERRUPTED = 64, 130

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for what LibreOffice on Linux needs")


def begin(place: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run start.py for a person whose home is an empty folder, on a machine with LibreOffice."""
    home = place.parent / "家"
    programs = place.parent / "programs"
    for folder in (home, programs):
        folder.mkdir(exist_ok=True)
    (programs / "soffice").touch(0o755)
    path = os.pathsep.join(map(str, (home / LAUNCHER.parent, programs, "/usr/bin", "/bin")))
    own = {"HOME": str(home), "XDG_CONFIG_HOME": "", "PATH": path}
    return run(place, "start.py", *words, **{**own, **more})


def everything(*folders: Path) -> dict[Path, int]:
    """Return every file below some folders, and when it was written; but for what a run notes of itself."""
    found = (path for folder in folders for path in folder.rglob("*"))
    return {path: path.stat().st_mtime_ns for path in found if path.is_file() and path.name != STATUS}


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a copy in which start.py ran once, and what it said."""
    place = clone(tmp_path_factory.mktemp("started"))
    furnish(place)
    done = begin(place)
    assert done.returncode == 0, done.stderr
    return place, done.stdout


def test_start_builds_both_workbooks_and_writes_the_summary(started: tuple[Path, str]) -> None:
    mine = started[0] / MINE
    assert {path.name for path in mine.iterdir()} == {BLANK, SAMPLE, "输出", *DOORS}
    assert len(list((mine / "输出").glob("*（送审稿）.docx"))) == 1


def test_start_says_where_everything_lies(started: tuple[Path, str]) -> None:
    place, said = started
    named = [Path(found) for found in re.findall(re.escape(str(place)) + r"[^\"\n]*\.(?:docx|xls[xm])", said)]
    assert {path.suffix for path in named} == {".docx", ".xlsx", ".xlsm"}
    assert all(path.exists() for path in named)


def test_start_prepares_the_buttons_and_says_so(started: tuple[Path, str]) -> None:
    place, said = started
    home = place.parent / "家"
    assert os.access(home / LAUNCHER, os.X_OK) and str(home / LAUNCHER) in said
    text = (home / TRUSTED).read_text(encoding="utf-8")
    for folder in (place / MINE, place / "workbook"):
        assert f"<it>{folder.as_uri()}</it>" in text and str(folder) in said
    assert "MacroSecurityLevel" not in text
    assert list((place / "addin").rglob("launch.*.pyc"))


def test_start_speaks_briefly(started: tuple[Path, str]) -> None:
    assert len(started[1].splitlines()) <= 22


def test_started_again_it_replaces_nothing(started: tuple[Path, str]) -> None:
    place, _ = started
    (place / MINE / BLANK).write_bytes(b"filled in meanwhile")
    before = everything(place, place.parent / "家")
    done = begin(place)
    assert done.returncode == 0
    assert everything(place, place.parent / "家") == before
    assert "可信位置" not in done.stdout and "双击：" not in done.stdout


def test_undo_takes_back_what_lies_outside_and_leaves_the_workbooks(started: tuple[Path, str]) -> None:
    place = Path(shutil.copytree(started[0].parent, started[0].parent.with_name("undone"), symlinks=True))
    place /= started[0].name
    begin(place)
    before = everything(place / MINE)
    done = begin(place, "--undo")
    assert done.returncode == 0 and str(place / MINE) in done.stdout
    gone = {path.name for path in before} - {path.name for path in everything(place / MINE)}
    assert gone == DOORS
    home = place.parent / "家"
    assert not (home / LAUNCHER).exists()
    assert place.as_uri() not in (home / TRUSTED).read_text(encoding="utf-8")
    again = everything(place, home)
    assert begin(place, "--undo").returncode == 0 and everything(place, home) == again


def test_wrong_words_are_answered_with_the_right_ones(started: tuple[Path, str]) -> None:
    done = begin(started[0], "--und", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == WRONG_ARGUMENTS and "--undo" in done.stderr and done.stdout == ""


@pytest.mark.parametrize("word", ["-h", "--help"])
def test_who_asks_for_help_gets_it(started: tuple[Path, str], word: str) -> None:
    done = begin(started[0], word)
    assert done.returncode == 0 and "用法" in done.stdout and "--undo" in done.stdout and done.stderr == ""


def test_a_listener_who_leaves_causes_no_complaint(started: tuple[Path, str]) -> None:
    command = [base_python(), "scripts/start.py", "--help"]
    with subprocess.Popen(command, cwd=started[0], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == INTERRUPTED


def test_without_libreoffice_this_is_said_and_is_no_failure(tmp_path: Path) -> None:
    place = clone(tmp_path)
    furnish(place)
    done = begin(place, PATH=str(tmp_path))
    assert done.returncode == 0 and "没有找到 LibreOffice" in done.stdout
    assert everything(tmp_path / "家") == {}


def test_a_workbook_of_an_earlier_version_stays_and_its_entries_are_taken_over(
    started: tuple[Path, str], tmp_path: Path
) -> None:
    place = clone(tmp_path)
    furnish(place)
    (place / MINE).mkdir()
    run(place, "build_workbook.py", "--sample", "-o", str(place / MINE / EARLIER))
    before = (place / MINE / EARLIER).read_bytes()
    done = begin(place)
    assert done.returncode == 0 and EARLIER in done.stdout
    assert (place / MINE / EARLIER).read_bytes() == before
    assert sum(1 for row in open_book(place / MINE / BLANK).grids["活动台账"].rows if row[0]) > 20


def test_a_workbook_of_an_earlier_version_that_cannot_be_read_does_not_matter(tmp_path: Path) -> None:
    place = clone(tmp_path)
    furnish(place)
    (place / MINE).mkdir()
    (place / MINE / EARLIER).write_bytes(b"broken")
    done = begin(place)
    assert done.returncode == 0 and EARLIER in done.stderr and "Traceback" not in done.stderr
    assert (place / MINE / EARLIER).read_bytes() == b"broken" and (place / MINE / BLANK).exists()


@pytest.mark.uno
def test_where_libreoffice_is_the_workbooks_have_the_form_in_which_it_keeps_the_buttons(
    tmp_path: Path,
) -> None:
    place = clone(tmp_path)
    furnish(place)
    done = begin(place, PATH=os.pathsep.join((str(tmp_path / "家" / LAUNCHER.parent), "/usr/bin", "/bin")))
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (place / MINE).glob("党建台账*")} == {
        "党建台账.ods",
        "党建台账（示例）.ods",
    }
    assert str(place / MINE / "党建台账.ods") in done.stdout
    assert len(list((place / MINE / "输出").glob("*（送审稿）.docx"))) == 1


@pytest.mark.fresh
def test_on_a_fresh_machine_one_command_ends_with_the_summary(tmp_path: Path) -> None:
    place = clone(tmp_path)
    pip = Path.home() / ".config" / "pip" / "pip.conf"  # where packages come from is the machine's affair
    done = begin(place, **({"PIP_CONFIG_FILE": str(pip)} if pip.exists() else {}))
    assert done.returncode == 0, done.stdout + done.stderr
    assert list((place / MINE / "输出").glob("*（送审稿）.docx"))
    assert (place / ".venv" / "pyvenv.cfg").exists()
