"""Reading a workbook that somebody is saving, holds open, or keeps on a drive that is away for a minute."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import takewhile
from pathlib import Path

from workbook.trouble import NOT_OURS, Trouble

PAUSE = 0.5  # seconds between two looks
SAVING = 10.0  # seconds a program may take to save, and to let go of the file
FRESH = 60.0  # seconds: a file that is cut short but older than that will not mend itself
MOST = 256 << 20  # bytes: a larger file is refused for its size by whoever opens it
END_OF_ZIP = b"PK\x05\x06"
SAVED = "{} 正在保存，还没有存完，这次没有算。过一会儿再运行；以前写好的没有动。"
UNREADABLE = "读不了 {}：它正被别的程序独占，或没有读取的权限，过一会儿再读、另拷一份读都不行。"
AWAY = "没有这个文件：{}\n它所在的文件夹找不到：网络盘没有连上，或文件夹移走、改名了。以前写好的没有动。"
GONE = "没有这个文件：{}\n请核对文件名和所在的文件夹。以前写好的没有动。"


class NotYet(Exception):
    """The file cannot be read at this moment, though perhaps in the next one."""


def appear(places: Iterable[Path], wait: float) -> float:
    """Wait up to `wait` seconds for what was named, on a drive that is away; return how many are left."""
    named, began = list(places), time.monotonic()
    _until(lambda: all(_may_be_looked_at(place) for place in named), wait)
    return max(wait - (time.monotonic() - began), 0.0)


def _may_be_looked_at(place: Path) -> bool:
    """Tell whether the folder is there in which a file lies or a pattern looks, or that was named itself."""
    fixed = Path(*takewhile(lambda part: not any(sign in part for sign in "*?"), place.parts))
    return fixed.exists() or (fixed == place and bool(place.suffix) and place.parent.is_dir())


def patiently(path: Path, away: float = 0.0, wait: float = 0.0) -> bytes:
    """Return what stands in the file at `path`, all of it as it stood at one moment.

    For a folder that is away it waits up to `away` seconds, for a file being saved or held by another
    program up to `wait`, at most SAVING; without `wait` it hardly waits at all, for somebody is looking. What
    cannot be read in the end raises Trouble.
    """
    _until(path.parent.is_dir, away)
    if not path.parent.is_dir():
        raise Trouble(NOT_OURS, AWAY.format(path))
    end = time.monotonic() + min(SAVING, wait or PAUSE)
    first = _size(path)
    while True:
        try:
            return _whole(path)
        except NotYet:
            if time.monotonic() >= end:
                return _at_last(path, grows=_size(path) != first)
            time.sleep(min(PAUSE, wait or PAUSE / 5))


def _size(path: Path) -> int:
    """Return how large the file is at this moment, -1 where there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _until(holds: Callable[[], bool], wait: float) -> None:
    """Wait for what `holds`, at most `wait` seconds."""
    end = time.monotonic() + wait
    while not holds() and time.monotonic() < end:
        time.sleep(PAUSE)


def _whole(path: Path) -> bytes:
    """Read the file; raise NotYet where it is being written, renamed, or held by another program."""
    try:
        before = path.stat()
        data = _read(path)
        after = path.stat()
    except OSError as error:
        raise NotYet from error
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size) or _cut_short(data, after):
        raise NotYet
    return data


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST)


def _cut_short(data: bytes, state: os.stat_result) -> bool:
    """Tell whether a package has no end though it was written a moment ago."""
    return END_OF_ZIP not in data[-70_000:] and abs(time.time() - state.st_mtime) < FRESH


def _at_last(path: Path, grows: bool) -> bytes:
    """Return what can be had of the file when waiting did not help: by a copy, or half as it stands."""
    if not path.exists():
        raise Trouble(NOT_OURS, GONE.format(path))
    if grows:
        raise Trouble(NOT_OURS, SAVED.format(path))
    try:
        return _read(path)
    except OSError:
        return _copied(path)


def _copied(path: Path) -> bytes:
    """Read a copy: the system may copy what another program lets nobody else open."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        try:
            shutil.copyfile(path, copy)
            return _read(copy)
        except OSError as error:
            raise Trouble(NOT_OURS, UNREADABLE.format(path)) from error
