"""Disks for the tests: a small one that can be filled, and a folder that lets nobody write."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOT_ALLOWED = "only who may mount can have a disk of its own"


def mount(*words: str) -> None:
    """Mount something, or leave the test out where that is not allowed."""
    try:
        done = subprocess.run(["mount", *words], capture_output=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        pytest.skip(NOT_ALLOWED)
    if done.returncode:
        pytest.skip(f"{NOT_ALLOWED}: {done.stderr.strip()}")


@contextmanager
def small_disk(place: Path, size: str = "400k") -> Iterator[Path]:
    """Let `place` be a disk of `size`."""
    place.mkdir()
    mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place))
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


@contextmanager
def full(disk: Path, but: int = 0) -> Iterator[None]:
    """Fill `disk` but for some bytes."""
    filling = disk / "填充"
    with filling.open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            file.truncate(max(file.tell() - but, 0))
    try:
        yield
    finally:
        filling.unlink()


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """Let nobody write in `folder`; the superuser, whom no permission stops, needs a mount for that."""
    if os.geteuid():
        folder.chmod(0o555)
    else:
        mount("--bind", str(folder), str(folder))
        subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
    try:
        yield folder
    finally:
        if os.geteuid():
            folder.chmod(0o755)
        else:
            subprocess.run(["umount", str(folder)], check=True)
