"""start.py sets up what is missing and leaves alone what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.scripts.clone import clone, furnish, run

MINE = "我的台账"
BLANK, SAMPLE = "党建台账.xlsx", "党建台账（示例）.xlsx"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a copy in which start.py ran once, and what it said."""
    place = clone(tmp_path_factory.mktemp("started"))
    furnish(place)
    done = run(place, "start.py")
    assert done.returncode == 0, done.stderr
    return place, done.stdout


def test_start_builds_both_workbooks_and_writes_the_summary(started: tuple[Path, str]) -> None:
    mine = started[0] / MINE
    assert {path.name for path in mine.iterdir()} == {BLANK, SAMPLE, "输出"}
    assert len(list((mine / "输出").glob("*（送审稿）.docx"))) == 1


def test_start_says_where_everything_lies(started: tuple[Path, str]) -> None:
    place, said = started
    named = [Path(found) for found in re.findall(re.escape(str(place)) + r"[^\"\n]*\.(?:docx|xlsx)", said)]
    assert {path.suffix for path in named} == {".docx", ".xlsx"}
    assert all(path.exists() for path in named)


def test_start_speaks_briefly(started: tuple[Path, str]) -> None:
    assert len(started[1].splitlines()) <= 20


def test_started_again_it_replaces_nothing(started: tuple[Path, str]) -> None:
    place, _ = started
    (place / MINE / BLANK).write_bytes(b"filled in meanwhile")
    before = {path: path.read_bytes() for path in (place / MINE).rglob("*") if path.is_file()}
    done = run(place, "start.py")
    assert done.returncode == 0
    assert {path: path.read_bytes() for path in (place / MINE).rglob("*") if path.is_file()} == before


@pytest.mark.fresh
def test_on_a_fresh_machine_one_command_ends_with_the_summary(tmp_path: Path) -> None:
    place = clone(tmp_path)
    done = run(place, "start.py")
    assert done.returncode == 0, done.stdout + done.stderr
    assert list((place / MINE / "输出").glob("*（送审稿）.docx"))
    assert (place / ".venv" / "pyvenv.cfg").exists()
