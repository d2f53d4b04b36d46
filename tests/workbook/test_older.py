"""Earlier versions of an output, and a record that a run cut off in the middle leaves true."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbook import older
from workbook.files import RECORD, edited_version, write_safely
from workbook.older import OLDER


def put(target: Path, text: str, keep: int = 0) -> Path:
    place = write_safely(target, lambda draft: draft.write_text(text), keep=keep)
    os.utime(place, (len(text) * 60, len(text) * 60))  # each text longer than the one before: written later
    return place


def kept(target: Path) -> list[str]:
    folder = target.parent / OLDER
    return [path.read_text() for path in sorted(folder.iterdir())] if folder.exists() else []


def test_as_many_earlier_versions_stay_as_were_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "报告[1].xlsx"
    for text in ("a", "ab", "abc", "abcd"):
        put(target, text, keep=2)
    assert target.read_text() == "abcd" and kept(target) == ["ab", "abc"]
    put(target, "abcd", keep=2)
    assert kept(target) == ["ab", "abc"]


def test_without_a_number_none_is_kept(tmp_path: Path) -> None:
    put(tmp_path / "报告.xlsx", "a")
    put(tmp_path / "报告.xlsx", "ab")
    assert not (tmp_path / OLDER).exists()


def test_what_a_person_put_there_stays(tmp_path: Path) -> None:
    target = tmp_path / "报告.xlsx"
    (tmp_path / OLDER).mkdir()
    own = tmp_path / OLDER / "报告 局长批过的.xlsx"
    own.write_text("mine")
    for text in ("a", "ab", "abc"):
        put(target, text, keep=1)
    assert sorted(kept(target)) == ["ab", "mine"]


def test_a_disk_that_knows_no_second_names_gets_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    for text in ("a", "ab"):
        put(tmp_path / "报告.xlsx", text, keep=1)
    assert kept(tmp_path / "报告.xlsx") == ["a"]


def test_a_copy_that_was_cut_off_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    def cut(_: Path, copy: Path) -> None:
        copy.write_text("half")
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "link", refuse)
    target = tmp_path / "报告.xlsx"
    put(target, "a whole version")
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(older.shutil, "copy2", cut)
        put(target, "new", keep=1)
    put(target, "new", keep=1)
    assert kept(target) == ["a whole version"]


@pytest.mark.parametrize("fatal", [1, 2])  # the move of the record, the move of the output
def test_a_run_cut_off_between_two_moves_leaves_nothing_that_looks_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fatal: int
) -> None:
    target = tmp_path / "总结.docx"
    put(target, "old")
    moves, real = [0], Path.replace

    def cut(self: Path, place: Path) -> Path:
        moves[0] += 1
        if moves[0] == fatal:
            raise KeyboardInterrupt
        return real(self, place)

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Path, "replace", cut)
        put(target, "new")
    assert target.read_text() == "old" and edited_version(target) is None
    assert put(target, "newer") == target and target.read_text() == "newer"
    assert sorted(path.name for path in tmp_path.iterdir()) == [RECORD, "总结.docx"]
