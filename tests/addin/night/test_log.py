"""The log of runs nobody watches."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from addin.night import log
from addin.night.log import Log
from workbook.trouble import CANNOT_WRITE, Trouble


def test_lines_are_added_each_with_the_moment(tmp_path: Path) -> None:
    place = tmp_path / "日志" / "重算.log"
    Log(place).add("台账.xlsm：没有变化", "共 1 本")
    Log(place).add("又一次")
    lines = place.read_text(encoding="utf-8").splitlines()
    assert [line[20:] for line in lines] == ["台账.xlsm：没有变化", "共 1 本", "又一次"]
    assert all(re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d ", line) for line in lines)


def test_a_line_that_was_cut_off_stands_for_itself(tmp_path: Path) -> None:
    place = tmp_path / "重算.log"
    place.write_bytes("2026-11-25 09:30:00 台账".encode()[:-1])
    Log(place).add("又一次")
    assert [line[20:] for line in place.read_text(encoding="utf-8", errors="replace").splitlines()] == [
        "台\ufffd",
        "又一次",
    ]


def test_a_full_log_makes_room_and_the_oldest_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "LARGEST", 1)
    place = tmp_path / "重算.log"
    for number in range(9):
        Log(place).add(str(number))
    kept = {path.name: path.read_text(encoding="utf-8").split()[-1] for path in tmp_path.iterdir()}
    assert kept == {"重算.log": "8"} | {f"重算.log.{n}": str(8 - n) for n in range(1, 6)}


def test_without_a_place_nothing_is_written(tmp_path: Path) -> None:
    Log(None).add("一行")
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "日志").write_text("a file")
    with pytest.raises(Trouble) as trouble:
        Log(tmp_path / "日志" / "重算.log").add("一行")
    assert trouble.value.code == CANNOT_WRITE and str(tmp_path / "日志") in trouble.value.message
