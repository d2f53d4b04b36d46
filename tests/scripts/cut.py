"""Run regenerate.py many times from one process that has its libraries loaded, and kill it at a given point.

Started inside the environment of a copy of the program, it reads a line of JSON for each run and answers with
one. A run is a forked child; each of its operations on files is an event: opening for writing, renaming,
removing, linking, making a folder, flushing, locking, and each write twice, before it and in its middle.
"""

from __future__ import annotations

import builtins
import datetime as dt
import errno
import io
import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

# ruff: noqa: E402 (the copy of the program is found first)
sys.path[:0] = ["scripts", "."]
sys.argv[0] = str(Path("scripts/regenerate.py").absolute())

import _shift
import addin.night.log
import addin.pipeline
import regenerate

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "shutil.copyfile"}
real_open, real_exit = io.open, os._exit


class Blade:
    """Counts what happens to files below `root`, and kills its process at the event `fatal`."""

    def __init__(self, root: str, fatal: int) -> None:
        self.root, self.fatal, self.count = root, fatal, 0

    def step(self) -> bool:
        """Count an event; tell whether it is the last one."""
        self.count += 1
        return self.count == self.fatal

    def cut(self) -> None:
        if self.step():
            os.kill(os.getpid(), signal.SIGKILL)

    def hook(self, event: str, words: tuple[Any, ...]) -> None:
        if event in EVENTS and self.concerns(words[0]) and (event != "open" or words[2] & WRITING):
            self.cut()

    def concerns(self, place: object) -> bool:
        return isinstance(place, str | Path) and str(place).startswith(self.root)

    def flush(self, _: int) -> None:
        """Stand in for os.fsync: a kill, unlike a power cut, loses nothing of what was written."""
        self.cut()

    def open(self, file: Any, mode: str = "r", *words: Any, **more: Any) -> Any:
        if not self.concerns(file) or not set(mode) & set("wax+"):
            return real_open(file, mode, *words, **more)
        raw = Halved(self, file, mode.replace("b", "").replace("t", ""))
        buffered = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
        return buffered if "b" in mode else io.TextIOWrapper(buffered, more.get("encoding"))


class Halved(io.FileIO):
    """A file whose writing may end in the middle."""

    def __init__(self, blade: Blade, file: Any, mode: str) -> None:
        super().__init__(file, mode)
        self.blade = blade

    def write(self, data: Any) -> int:
        self.blade.cut()
        if self.blade.step():
            super().write(bytes(data)[: len(data) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return super().write(data)


def set_clock(moment: str) -> None:
    """Let the program believe that it is `moment`, and that no time passes."""
    now = dt.datetime.fromisoformat(moment)
    clock = SimpleNamespace(now=lambda: now, combine=dt.datetime.combine)
    calendar = SimpleNamespace(today=now.date, fromordinal=dt.date.fromordinal)
    times = SimpleNamespace(datetime=clock, date=calendar, time=dt.time, timedelta=dt.timedelta)
    for module in (_shift, addin.pipeline, addin.night.log):
        vars(module)["dt"] = times
    vars(_shift)["time"] = SimpleNamespace(monotonic=lambda: 0.0)


def no_links(*_: object) -> NoReturn:
    raise OSError(errno.EPERM, "this disk knows no second names")


def child(asked: dict[str, Any], report: int) -> NoReturn:
    """Run regenerate.py as `asked`; it leaves by os._exit, where its events are reported."""
    os.dup2(os.open(asked["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
    os.dup2(1, 2)
    blade = Blade(asked["root"], asked.get("fatal", 0))

    def leave(code: int) -> NoReturn:
        os.write(report, str(blade.count).encode())
        real_exit(code)

    os._exit = leave  # type: ignore[assignment]
    os.fsync = blade.flush  # type: ignore[assignment]
    builtins.open = io.open = blade.open  # type: ignore[assignment]
    if asked.get("no_links"):
        os.link = no_links
        vars(shutil)["_USE_CP_SENDFILE"] = False  # so that a copy is written piece by piece
    set_clock(asked["now"])
    regenerate.HOME = Path(asked["root"])
    os.environ["TMPDIR"] = tempfile.tempdir = asked["root"]
    sys.argv[1:] = asked["words"]
    sys.addaudithook(blade.hook)
    regenerate.end(regenerate.main, collecting=False)


def serve(asked: dict[str, Any]) -> dict[str, Any]:
    """Let a child do what is `asked`; return its exit code, negative where a signal ended it, and events."""
    reading, writing = os.pipe()
    number = os.fork()
    if not number:
        child(asked, writing)
    os.close(writing)
    events = os.read(reading, 20)
    os.close(reading)
    _, status = os.waitpid(number, 0)
    return {"code": os.waitstatus_to_exitcode(status), "events": int(events or 0)}


def warm(words: list[str], speak: Callable[[dict[str, Any]], None]) -> None:
    """Load what a run needs, once for all children."""
    speak({"code": regenerate.main(words)})


def main() -> None:
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

    def speak(answer: dict[str, Any]) -> None:
        print(json.dumps(answer), file=answers, flush=True)

    warm(sys.argv[1:], speak)
    for line in sys.stdin:
        speak(serve(json.loads(line)))


main()
