"""Workbooks that are being saved, held by another program, or away for a while."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from addin.night import patience
from addin.night.patience import patiently
from workbook.trouble import NOT_OURS, Trouble


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
    assert patiently(whole, 60) == whole.read_bytes()
    assert time.monotonic() - began < 0.5


def test_a_file_that_is_renamed_while_it_is_saved_is_waited_for(whole: Path) -> None:
    content, aside = whole.read_bytes(), whole.with_name("~saving")
    whole.replace(aside)
    timer = soon(lambda: aside.replace(whole))
    assert patiently(whole, 60) == content
    timer.join()


def test_a_file_half_written_is_waited_for(whole: Path) -> None:
    content = whole.read_bytes()
    whole.write_bytes(content[:500])
    timer = soon(lambda: whole.write_bytes(content))
    assert patiently(whole, 60) == content
    timer.join()


def test_a_folder_that_is_away_is_waited_for(whole: Path, tmp_path: Path) -> None:
    content = whole.read_bytes()
    drive = tmp_path / "网络盘"
    made = tmp_path / "挂载"
    made.mkdir()
    whole.replace(made / "台账.xlsm")
    timer = soon(lambda: made.replace(drive))
    assert patiently(drive / "台账.xlsm", 60) == content
    timer.join()


def test_what_stays_away_is_told_with_its_place(tmp_path: Path) -> None:
    for place, word in (
        (tmp_path / "没有" / "台账.xlsm", "网络盘"),
        (tmp_path / "台账.xlsm", "没有这个文件"),
    ):
        with pytest.raises(Trouble) as trouble:
            patiently(place, 0.1)
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
