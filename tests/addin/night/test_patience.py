"""Workbooks that are being saved, held by another program, or away for a while."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from addin.night import patience
from addin.night.patience import appear, patiently
from workbook.trouble import NOT_OURS, Trouble

SAVING = """
import itertools, os, sys, time
target, *states = sys.argv[1:]
for number, state in enumerate(itertools.cycle(states)):
    data = open(state, "rb").read()
    place = target + ".tmp" if number % 2 else target
    with open(place, "wb", buffering=0) as file:
        for start in range(0, len(data), 20_000):
            file.write(data[start : start + 20_000])
            time.sleep(0.0005)
    os.replace(place, target)
    time.sleep(0.01)
"""


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test wait as long as a network drive may be away."""
    monkeypatch.setattr(patience, "PAUSE", 0.02)
    monkeypatch.setattr(patience, "SAVING", 1.0)


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """Return a package that is whole."""
    with ZipFile(tmp_path / "台账.xlsm", "w") as package:
        package.writestr("a", "b" * 1000)
    return tmp_path / "台账.xlsm"


def soon(step: Callable[[], object]) -> threading.Timer:
    timer = threading.Timer(0.2, step)
    timer.start()
    return timer


def test_a_file_at_rest_is_read_at_once(whole: Path) -> None:
    began = time.monotonic()
    assert patiently(whole, 60, 60) == whole.read_bytes()
    assert time.monotonic() - began < 0.5


def test_a_file_that_is_renamed_while_it_is_saved_is_waited_for(whole: Path) -> None:
    content, aside = whole.read_bytes(), whole.with_name("~saving")
    whole.replace(aside)
    timer = soon(lambda: aside.replace(whole))
    assert patiently(whole, 60, 60) == content
    timer.join()


def test_a_file_half_written_is_waited_for(whole: Path) -> None:
    content = whole.read_bytes()
    whole.write_bytes(content[:500])
    timer = soon(lambda: whole.write_bytes(content))
    assert patiently(whole, 60, 60) == content
    timer.join()


def test_a_folder_that_is_away_is_waited_for(whole: Path, tmp_path: Path) -> None:
    content = whole.read_bytes()
    drive = tmp_path / "网络盘"
    made = tmp_path / "挂载"
    made.mkdir()
    whole.replace(made / "台账.xlsm")
    timer = soon(lambda: made.replace(drive))
    assert patiently(drive / "台账.xlsm", 60, 60) == content
    timer.join()


@pytest.mark.parametrize("name", ["台账.xlsm", "", "*.xlsm"], ids=["a file", "a folder", "a pattern"])
def test_what_was_named_on_a_drive_that_is_away_is_waited_for_once(tmp_path: Path, name: str) -> None:
    drive, away = tmp_path / "盘", tmp_path / "不在"
    (away / "台账").mkdir(parents=True)
    timer = soon(lambda: away.replace(drive))
    assert 0 < appear([drive / "台账" / name], 60) < 59.9
    timer.join()
    assert appear([drive / "台账" / name], 60) > 59.9
    assert appear([tmp_path / "没有" / name], 0.1) == 0


def test_a_file_that_is_not_in_its_folder_is_not_waited_for(tmp_path: Path) -> None:
    assert appear([tmp_path / "台账.xlsm"], 60) > 59.9


def test_of_a_workbook_that_is_replaced_and_rewritten_all_the_time_each_read_is_one_whole_state(
    whole: Path, tmp_path: Path
) -> None:
    states = []
    for letter in "abc":
        with ZipFile(tmp_path / letter, "w") as package:
            package.writestr(letter, random.Random(letter).randbytes(200_000))
        states.append((tmp_path / letter).read_bytes())
    whole.write_bytes(states[0])
    command = [sys.executable, "-c", SAVING, str(whole), *(str(tmp_path / letter) for letter in "abc")]
    with subprocess.Popen(command) as saving:
        read = []
        for _ in range(200):
            read.append(patiently(whole, 60, 60))
            time.sleep(0.004)
        saving.kill()
    assert {states.index(data) for data in read} == {0, 1, 2}


def test_what_stays_away_is_told_with_its_place(tmp_path: Path) -> None:
    for place, word in (
        (tmp_path / "没有" / "台账.xlsm", "网络盘"),
        (tmp_path / "台账.xlsm", "没有这个文件"),
    ):
        with pytest.raises(Trouble) as trouble:
            patiently(place, 0.1, 0.1)
        assert trouble.value.code == NOT_OURS
        assert str(place) in trouble.value.message and word in trouble.value.message


def test_a_file_another_program_lets_nobody_open_is_read_from_a_copy(
    whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, content = Path.open, whole.read_bytes()

    def refuse(self: Path, *words: object, **more: object) -> object:
        if self == whole:
            raise PermissionError(13, "in use", str(self))
        return real(self, *words, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    assert patiently(whole) == content
    monkeypatch.setattr(patience.shutil, "copyfile", lambda *_: (_ for _ in ()).throw(PermissionError(13)))
    with pytest.raises(Trouble) as trouble:
        patiently(whole)
    assert trouble.value.code == NOT_OURS and str(whole) in trouble.value.message


def test_a_file_that_is_damaged_for_good_is_handed_on_as_it_is(whole: Path) -> None:
    whole.write_bytes(whole.read_bytes()[:500])
    assert patiently(whole) == whole.read_bytes()  # who reads it says what is wrong with it


def test_a_file_that_is_still_being_saved_in_the_end_is_not_called_damaged(
    whole: Path,
) -> None:
    content = whole.read_bytes()
    whole.write_bytes(content[:500])
    timer = soon(lambda: whole.write_bytes(content[:700]))
    with pytest.raises(Trouble) as trouble:
        patiently(whole, 0, 0.6)
    timer.join()
    assert trouble.value.code == NOT_OURS and "正在保存" in trouble.value.message


def test_waiting_for_a_folder_leaves_the_patience_for_a_file_being_saved(whole: Path) -> None:
    content = whole.read_bytes()
    whole.write_bytes(content[:500])
    timer = soon(lambda: whole.write_bytes(content))
    assert patiently(whole, 0, 60) == content
    timer.join()
