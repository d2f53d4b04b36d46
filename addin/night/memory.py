"""What the last regenerations of a workbook found, so that the next one can tell what changed."""

from __future__ import annotations

import datetime as dt
import os
import zlib
from pathlib import Path

from addin.judgement import Judgement
from addin.since import Differences, differences
from addin.snapshot import Snapshot, from_json, snapshot
from workbook.files import replace_text

REMEMBERED = ".上次"
LONGEST = 40  # characters of the workbook's name in that of the file


class Memory:
    """The last two different states of a workbook: the one it is in, and the one before.

    Two, so that a night without a change still tells the last change there was, and a run that was cut off
    can be made again without losing it.
    """

    def __init__(self, folder: Path, workbook: Path) -> None:
        name = f"{workbook.stem[:LONGEST]}-{_mark(folder, workbook):08x}.json"
        self.place = folder / REMEMBERED / name
        self.last, self.before = _read(self.place)
        self.now: Snapshot | None = None

    def compare(self, judged: Judgement, taken: dt.datetime) -> Differences:
        """Return what changed since the last time, where nothing did since the time before."""
        now = snapshot(judged, taken, self.last)
        changed = differences(self.last, now)
        if self.last and changed.before and changed.nothing:
            return self._unchanged(self.last, now, changed)
        if not judged.ledgers.named:  # what a chosen day cut off is not gone
            self.now = now
        return changed

    def _unchanged(self, last: Snapshot, now: Snapshot, changed: Differences) -> Differences:
        """Return the last change there was; a first run, or one of another year, is told of for a day."""
        again = last.taken.date() >= now.taken.date()
        older = differences(self.before, now)
        told = older if again or older.before else changed
        return told._replace(checked=last.taken, again=again)

    def keep(self) -> None:
        """Remember the state that was compared, once it is told."""
        if self.now:
            states = filter(None, (self.now, self.last))
            replace_text(self.place, "\n".join(state.to_json() for state in states))


def _mark(folder: Path, workbook: Path) -> int:
    """Return what tells workbooks of one name apart, also after they moved with the folder."""
    try:
        way = Path(os.path.relpath(workbook, folder))
    except ValueError:  # another drive of Windows
        way = workbook
    return zlib.crc32(way.as_posix().encode())


def _read(place: Path) -> tuple[Snapshot | None, Snapshot | None]:
    """Return the last state and the one before; what cannot be read is not remembered."""
    try:
        lines = place.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return None, None
    last, before = (*map(from_json, lines[:2]), None, None)[:2]
    return last, before
