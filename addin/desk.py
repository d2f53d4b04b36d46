"""The desk a click works on: the open workbook, the screen, and what stands there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from addin.judgement import Judgement, judge
from addin.night.news import home_line
from addin.results import ABOUT_THE_CHECK, LAST_CHECK, Line, Patch, finding_lines, last_check, patch
from addin.scattered import Scattered
from addin.where import why_not_here
from workbook.grid.model import Book
from workbook.ledger import Ledgers
from workbook.read import read
from workbook.tables import FINDINGS, TABLES
from workbook.trouble import NOT_OURS, Trouble


class Desk(Protocol):
    """The open workbook and the screen, as far as a click needs them."""

    @property
    def path(self) -> Path | None:
        """Return where the workbook is saved on this machine, or None."""

    def read(self) -> Book:
        """Return everything that stands in the workbook at this moment."""

    def typed(self, sheet: str, height: int, width: int) -> Sequence[Sequence[Any]]:
        """Return what was typed into the cells from A1 on: formulas as such."""

    def write(self, patch: Patch) -> None:
        """Write into a sheet of the program."""

    def mend(self, cells: Scattered) -> None:
        """Write into cells of a person and into none between them, so that dates and numbers become such."""

    def name(self, name: str, *texts: str) -> None:
        """Write `texts` into the cell that bears a defined name and those below, where there is one."""

    def show(self, sheet: str, cell: str) -> None:
        """Bring a cell in view."""

    def reveal(self, sheet: str) -> bool:
        """Bring a hidden sheet into sight; return whether it was hidden."""

    def tell(self, text: str) -> None:
        """Tell the person something and wait until it is read."""

    def ask(self, text: str) -> bool:
        """Ask the person a question of yes or no."""

    def open(self, path: Path) -> None:
        """Open a file or folder with the machine's own program."""


@dataclass(frozen=True)
class Seen:
    """The workbook as a click found it, and what it comes to."""

    book: Book
    judged: Judgement

    @property
    def ledgers(self) -> Ledgers:
        """Return the entries as they were read."""
        return self.judged.ledgers

    def patch(self, key: str, lines: Sequence[Line]) -> Patch:
        """Return the write that puts `lines` into the result sheet of the table `key`."""
        ledger = self.ledgers[key]
        return patch(ledger, lines, self.book.grids.get(ledger.table.sheet))


def look(desk: Desk) -> Seen:
    """Read the open workbook and judge what stands there."""
    book = desk.read()
    return Seen(book, judge(read(book, TABLES)))


def saved(desk: Desk) -> Path:
    """Return where the workbook lies; raise Trouble where its outputs would be lost."""
    reason = why_not_here(desk.path)
    if reason or desk.path is None:
        raise Trouble(NOT_OURS, reason)
    return desk.path


def list_findings(desk: Desk, seen: Seen) -> list[str]:
    """Fill 校验结果, by which the cells light up, and say on 首页 when that was.

    Return what to tell of 首页 where it takes nothing: the findings stand all the same.
    """
    findings, missing = seen.judged.findings, len(seen.judged.summary.missing)
    desk.write(seen.patch(FINDINGS.key, finding_lines(findings, seen.book)))
    try:
        checked = last_check(dt.datetime.now(), findings, missing)
        desk.name(LAST_CHECK, checked, home_line() or ABOUT_THE_CHECK)
    except Trouble as trouble:
        return [trouble.message]
    return []
