"""The log of runs nobody watches: a line a workbook and a closing one; full, it makes room for a new one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from workbook.files import cannot_write

LARGEST = 1 << 20  # bytes
KEPT = 5  # full logs beside the one that is written
MOVE = "请管理员开通权限，或用 --log 写到别处；报告和总结照样写了"


class Log:
    """A text file that lines are added to; without a path they go nowhere.

    It holds names of files, counts and reasons, nothing that stands in a row.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def add(self, *lines: str) -> None:
        """Add `lines`, each with the moment; raise Trouble where the log cannot be written."""
        if self.path is None or not lines:
            return
        moment = f"{dt.datetime.now():%Y-%m-%d %H:%M:%S}"
        with cannot_write(self.path.parent, MOVE):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            _make_room(self.path)
            with self.path.open("a", encoding="utf-8") as file:
                file.writelines((_end_of_line(self.path), *(f"{moment} {line}\n" for line in lines)))


def _end_of_line(path: Path) -> str:
    """Return what ends the last line, where a run was cut off or the disk was full in its middle."""
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - 1, 0))
        return "" if file.read() in (b"", b"\n") else "\n"


def _make_room(path: Path) -> None:
    """Move a full log aside as 名.1, those before it to 名.2 and so on; the oldest goes."""
    if not path.exists() or path.stat().st_size < LARGEST:
        return
    names = [path, *(path.with_name(f"{path.name}.{number}") for number in range(1, KEPT + 1))]
    for older, newer in zip(reversed(names[1:]), reversed(names[:-1]), strict=True):
        if newer.exists():
            newer.replace(older)
