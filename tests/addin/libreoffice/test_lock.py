"""One click at a time on one workbook."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from addin.libreoffice.lock import DOUBLE_CLICK, alone
from workbook.trouble import ALREADY_RUNNING, Trouble

HOME = Path(__file__).parents[3]
HOLD = """
from addin.libreoffice.lock import alone
with alone("台账"):
    print("held", flush=True)
    input()
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return tmp_path


def test_a_double_click_is_refused_without_words() -> None:
    with alone("台账"), pytest.raises(Trouble) as refused, alone("台账"):
        pass
    assert (refused.value.code, refused.value.message) == (ALREADY_RUNNING, "")


def test_a_later_click_is_told_to_wait(place: Path) -> None:
    with alone("台账"):
        then = time.time() - DOUBLE_CLICK - 1
        os.utime(next(place.iterdir()), (then, then))
        with pytest.raises(Trouble) as refused, alone("台账"):
            pass
    assert refused.value.code == ALREADY_RUNNING and refused.value.message


def test_two_workbooks_do_not_wait_for_each_other() -> None:
    with alone("一/台账"), alone("二/台账"):
        pass


def test_the_next_click_goes_ahead() -> None:
    for _ in range(2):
        with alone("台账"):
            pass


def test_a_click_that_was_killed_holds_nothing() -> None:
    command = [sys.executable, "-X", "utf8", "-c", HOLD]
    with subprocess.Popen(command, cwd=HOME, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None and other.stdout.readline() == b"held\n"
        with pytest.raises(Trouble), alone("台账"):
            pass
        other.kill()
    with alone("台账"):
        pass
