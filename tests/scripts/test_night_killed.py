"""Runs killed at 200 points, between and in the middle of writes: whole files, and a next night like any."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import pytest

from addin.night.log import LARGEST
from tests.scripts.nights import SIGN, Files, Runs, age, changed, edit, files, left, runs
from workbook.files import RECORD

BOOK, LOG = "台账.xlsx", "日志.log"
WORDS = ("--todo", "--keep", "2", "--if-changed")
LONG_AGO = 1.7e9  # when the outputs of earlier nights were written
NIGHTS = tuple(f"2026-11-{day}T09:30:00" for day in (20, 21, 22, 23))
POINTS = 40  # of each scene
LINE = re.compile(rf"\d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d (/.*{BOOK}：|共 1 本：).*")


class Scene(NamedTuple):
    """What the night that is killed finds, and how it is asked to run."""

    words: tuple[str, ...] = WORDS
    nights: int = 3  # before it
    more: dict[str, Any] = {}  # noqa: RUF012 (nobody changes it)
    edited: bool = False  # the 送审稿, by a person


SCENES = {
    "outputs of an earlier night": Scene((*WORDS, "--final")),
    "nothing": Scene(nights=0),
    "a disk that knows no second names": Scene(more={"no_links": True}),
    "folders that depend on the year": Scene((*WORDS, "--out", "{文件夹}/存档/{年度}/{单位}"), 1),
    "a paper that a person edited": Scene(edited=True),
}


class Night:
    """One night over a workbook that changed: `old` is what it finds, `new` what it leaves."""

    def __init__(self, runs: Runs, root: Path, scene: Scene, books: list[Path]) -> None:
        self.runs, self.scene = runs, scene
        self.root, self.kept = root / "台账", root / "前夜"
        self.root.mkdir(parents=True)
        (self.root / LOG).write_text("", encoding="utf-8")
        for number, book in enumerate(books[: scene.nights]):
            shutil.copy(book, self.root / BOOK)
            assert self.go(now=NIGHTS[number])["code"] == 0
            self._let_time_pass(number)
        if scene.edited:
            edit(next(self.root.glob("自动生成/*（送审稿）.docx")))
        shutil.copy(books[-1], self.root / BOOK)
        shutil.copytree(self.root, self.kept)
        self.old = files(self.root)
        self.events = self.go()["events"]
        self.new = files(self.root)

    def _let_time_pass(self, number: int) -> None:
        """Outputs of one night lie a night before those of the next, as the names in 以前的版本 tell."""
        for path in self.root.rglob("*.*"):
            if path.stat().st_mtime > LONG_AGO + 1e6:
                os.utime(path, (LONG_AGO + number * 1000, LONG_AGO + number * 1000))

    def go(self, now: str = NIGHTS[-1], **more: Any) -> dict[str, Any]:
        words = (*self.scene.words, "--log", str(self.root / LOG))
        return self.runs(self.root, *words, now=now, **self.scene.more, **more)

    def kill(self, point: int) -> None:
        """Go back to the evening before and kill the night at an event."""
        shutil.rmtree(self.root)
        shutil.copytree(self.kept, self.root)
        assert self.go(fatal=point)["code"] == -signal.SIGKILL


@pytest.fixture(scope="module")
def books(workshop: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("books")
    return [changed(workshop / "示例.xlsx", folder / f"{hours}.xlsx", hours) for hours in (2, 4, 5, 6)]


@pytest.fixture(scope="module")
def lanes(workshop: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Runs]]:
    """Return two processes that run side by side."""
    warm = tmp_path_factory.mktemp("warm")
    with runs(workshop, warm / "0") as first, runs(workshop, warm / "1") as second:
        yield [first, second]


@pytest.fixture
def going(lanes: list[Runs]) -> Runs:
    return lanes[0]


def spread(events: int, seed: int) -> list[int]:
    """Return POINTS events, one from each equal part of them."""
    chance, part = random.Random(seed), events / POINTS
    return [1 + int(part * number + chance.random() * part) for number in range(POINTS)]


def whole(place: str, data: bytes, night: Night) -> bool:
    """Tell whether a file is what it was or what it will be."""
    if Path(place).name == RECORD:
        return bool(json.loads(data))  # it tells of each output that was moved so far
    if place == LOG:
        return data.startswith(night.old[place])
    return data in (night.old.get(place), night.new.get(place))


def torn(night: Night) -> list[str]:
    now = files(night.root)
    lost = [place for place in night.old if place not in now and place in night.new]
    return lost + [place for place, data in now.items() if not whole(place, data, night)]


def lines(data: bytes) -> list[str]:
    return data.decode("utf-8", "replace").splitlines()


def others(found: Files, wanted: Files) -> list[str]:
    """Return the files that are not as they are wanted, the log aside."""
    return [place for place in found | wanted if place != LOG and found.get(place) != wanted.get(place)]


@pytest.mark.parametrize("name", SCENES)
def test_a_night_killed_anywhere_leaves_whole_files_and_the_next_makes_up_for_it(
    lanes: list[Runs], books: list[Path], tmp_path: Path, name: str
) -> None:
    def kill(lane: int) -> None:
        night = Night(lanes[lane], tmp_path / str(lane), SCENES[name], books)
        assert night.events > POINTS
        for point in spread(night.events, list(SCENES).index(name))[lane :: len(lanes)]:
            kill_and_make_up(night, point)

    with ThreadPoolExecutor() as pool:
        list(pool.map(kill, range(len(lanes))))


def kill_and_make_up(night: Night, point: int) -> None:
    night.kill(point)
    assert torn(night) == [], point
    age(night.root)
    done = night.go()
    assert done["code"] == 0 and "Traceback" not in done["said"], (point, done)
    assert others(files(night.root), night.new) == [], point
    assert left(night.root) == [], point


def test_a_line_of_the_log_that_was_cut_off_does_not_run_into_the_next(
    going: Runs, books: list[Path], tmp_path: Path
) -> None:
    night = Night(going, tmp_path, Scene(), books)
    night.kill(night.events - 1)  # the last event removes the sign, the one before is the middle of the line
    assert (night.root / LOG).read_bytes()[-1:] != b"\n"
    night.go()
    assert all(LINE.fullmatch(line) for line in lines((night.root / LOG).read_bytes())[-2:])


def test_a_full_log_that_was_moved_aside_when_the_run_was_killed_is_not_lost(
    going: Runs, books: list[Path], tmp_path: Path
) -> None:
    night = Night(going, tmp_path, Scene(nights=0), books)
    full = "x" * LARGEST
    (night.kept / LOG).write_text(full, encoding="utf-8")
    night.kill(night.events - 1)
    night.go()
    assert (night.root / f"{LOG}.1").read_text(encoding="utf-8") == full


@pytest.mark.parametrize("share", [0.4, 0.6, 0.75, 0.9])
def test_a_run_killed_from_outside_at_any_moment_is_made_up_for(
    workshop: Path, books: list[Path], tmp_path: Path, share: float
) -> None:
    (tmp_path / "夜").mkdir()
    shutil.copy(books[0], tmp_path / "夜" / BOOK)
    python = str(Path(sys.executable).resolve())
    command = [python, str(workshop / "scripts" / "regenerate.py"), str(tmp_path / "夜"), "--todo", "--final"]
    began = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    takes = time.monotonic() - began
    shutil.copy(books[1], tmp_path / "夜" / BOOK)
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(takes * share)
        process.kill()
    outputs = tmp_path / "夜" / "自动生成"
    for path in (*outputs.glob("[!.]*.docx"), *outputs.glob("[!.]*.xlsx")):
        assert ZipFile(path).testzip() is None
    age(tmp_path)
    subprocess.run(command, check=True, capture_output=True)
    assert len(list(outputs.glob("[!.]*"))) == 4 and not list(outputs.glob("*（2）*"))
    assert left(tmp_path) == [] and not (outputs / SIGN).exists()
