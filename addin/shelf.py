"""The folder one run writes to: where each output goes, and what is said of those that could not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from workbook.files import own_name, safe_name, write_safely

NOTHING: Mapping[Path, Path] = MappingProxyType({})


class Shelf:
    """A folder for the outputs of one workbook.

    `taken` are outputs of other workbooks, each with its workbook, whose names this one leaves alone; `keep`
    says how many earlier versions of each output stay; `notes` gathers what a person should know.
    """

    def __init__(
        self, folder: Path, workbook: Path, taken: Mapping[Path, Path] = NOTHING, keep: int = 0
    ) -> None:
        self.folder = folder
        self.workbook = workbook
        self.taken = taken
        self.keep = keep
        self.notes: list[str] = []

    def place(self, name: str) -> Path:
        """Return where the output called `name` goes."""
        return own_name(self.folder / safe_name(name), self.workbook, self.taken)

    def put(
        self, name: str, writer: Callable[[Path], object], check: Callable[[Path], object] | None = None
    ) -> Path:
        """Let `writer` write the output called `name` and `check` read it back; return where it lies."""
        return write_safely(self.place(name), writer, check, self.notes, self.keep)
