"""The folder one run writes to: where each output goes, and what is said of those that could not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from workbook.files import edited_version, own_name, remove_generated, safe_name, write_safely
from workbook.record import RECORD, Record

UNREADABLE = (
    f"“{{}}”里的 {RECORD} 读不出来：哪些文件有人改过，这次分不清，都当作改过的，没有动它们。"
    "没有人改过的，请移走，下次就重新写。"
)


class Shelf:
    """A folder for the outputs of one workbook.

    Names that outputs of other workbooks have there are left alone; `keep` says how many earlier versions
    of each output stay; `notes` gathers what a person should know.
    """

    def __init__(self, folder: Path, workbook: Path, keep: int = 0) -> None:
        self.folder = folder
        self.workbook = workbook
        self.keep = keep
        self.notes = [UNREADABLE.format(folder)] if Record(folder).is_damaged else []

    def place(self, name: str) -> Path:
        """Return where the output called `name` goes."""
        return own_name(self.folder / safe_name(name), self.workbook)

    def put(
        self, name: str, writer: Callable[[Path], object], check: Callable[[Path], object] | None = None
    ) -> Path:
        """Let `writer` write the output called `name` and `check` read it back; return where it lies."""
        book = self.workbook.resolve()
        return write_safely(self.place(name), writer, check, self.notes, self.keep, book)

    def edited(self, name: str, elsewhere: tuple[Path, ...] = ()) -> list[Path]:
        """Return the versions of an output that a person works on, here and in folders `elsewhere`.

        Elsewhere only those count that are known to be of this workbook.
        """
        here = edited_version(self.place(name), self.workbook)
        there = (
            edited_version(own_name(f / safe_name(name), self.workbook), self.workbook, True)
            for f in elsewhere
        )
        return [place for place in (here, *there) if place]

    def remove(self, name: str) -> None:
        """Remove an output of an earlier run that no longer holds, unless a person changed it."""
        remove_generated(self.place(name))
