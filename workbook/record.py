""".生成记录.json: what was generated in a folder, so that what a person made of it is told apart."""

from __future__ import annotations

import hashlib
import json
import os
import re
from pathlib import Path
from typing import Any, NamedTuple

RECORD = ".生成记录.json"
MARKS, BOOK = "内容", "台账"
REPAIRED = re.compile(r"（已修复）(（\d+）)?$")  # a copy whose buttons were put back is the same workbook


class Made(NamedTuple):
    """What is known of an output: the marks of what was generated, and of which workbook it tells.

    The workbook is written as seen from the folder, so that both may move together; empty where unknown.
    """

    marks: tuple[str, ...] = ()
    book: str = ""


class Record:
    """What was generated in `folder`; `is_damaged` where the record is there and cannot be read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.is_damaged = False
        self.made = self._read()

    def _read(self) -> dict[str, Made]:
        try:
            told = json.loads((self.folder / RECORD).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            told = None
        self.is_damaged = not isinstance(told, dict)
        return {} if self.is_damaged else {name: _made(entry) for name, entry in told.items()}

    def is_generated(self, place: Path) -> bool:
        """Tell whether the file at `place` is as it was generated."""
        return digest(place) in self.made.get(place.name, Made()).marks

    def is_edited(self, place: Path) -> bool:
        """Tell whether there is a file at `place` that nobody generated just so."""
        mark = digest(place)
        return mark is not None and mark not in self.made.get(place.name, Made()).marks

    def owner(self, place: Path) -> Path | None:
        """Return the workbook the output at `place` tells of, or None where that is not known."""
        book = self.made.get(place.name, Made()).book
        return Path(os.path.normpath(self.folder / book)) if book else None

    def with_entry(self, name: str, marks: list[str], workbook: Path | None) -> str:
        """Return the text of the record with one output more; what is there no more is left out."""
        kept = {old: made for old, made in self.made.items() if (self.folder / old).exists()}
        kept[name] = Made(tuple(marks), _seen_from(self.folder, workbook) if workbook else "")
        told = {name: {MARKS: list(made.marks), BOOK: made.book} for name, made in kept.items()}
        return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)


def same_workbook(one: Path, other: Path) -> bool:
    """Tell whether two files are one workbook: in another form, or with its buttons put back."""
    return one == other or _name(one) == _name(other)


def digest(path: Path) -> str | None:
    """Return the fingerprint of the file's content, or None where there is nothing to read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, PermissionError):
        return None


def _name(workbook: Path) -> Path:
    return workbook.with_name(REPAIRED.sub("", workbook.stem))


def _seen_from(folder: Path, workbook: Path) -> str:
    try:
        return Path(os.path.relpath(workbook, folder)).as_posix()
    except ValueError:  # another drive of Windows
        return workbook.as_posix()


def _made(entry: Any) -> Made:
    """Return a remembered output; whatever else stands there tells nothing."""
    told = entry if isinstance(entry, dict) else {}
    marks, book = told.get(MARKS), told.get(BOOK)
    return Made(
        tuple(map(str, marks)) if isinstance(marks, list) else (), book if isinstance(book, str) else ""
    )
