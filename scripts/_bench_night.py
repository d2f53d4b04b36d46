"""A night over many workbooks: the first, one in which nothing changed, one in which a single book did."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from _bench_results import FEW_BOOKS, MANY_BOOKS, YEAR, Results

Took = Callable[..., tuple[float, float | None, str]]
SCRIPT = "regenerate.py"
USUAL = ("--if-changed", "--todo", "--wait", "90")  # what a schedule asks for


class Night:
    """Folders of copies of one year's workbook; `two` workbooks stand for it before and after a change."""

    def __init__(self, place: Path, two: tuple[Path, Path]) -> None:
        self.place = place
        self.versions: Iterator[Path] = cycle(reversed(two))
        for count in (FEW_BOOKS, MANY_BOOKS):
            self.folder(count).mkdir(parents=True)
            for number in range(count):
                shutil.copy(two[0], self.book(count, number))

    def folder(self, count: int) -> Path:
        """Return the folder of `count` workbooks."""
        return self.place / f"{count}本"

    def book(self, count: int, number: int) -> Path:
        """Return one of the workbooks of a folder."""
        return self.folder(count) / f"台账{number:02}.xlsx"

    def round(self, results: Results, took: Took) -> None:
        """Run the nights one after the other."""
        for count in (FEW_BOOKS, MANY_BOOKS):
            shutil.rmtree(self.out(count), ignore_errors=True)
            results.add("night first", count, *self._run(count, took))
        results.add("night same", MANY_BOOKS, *self._run(MANY_BOOKS, took))
        shutil.copy(next(self.versions), self.book(MANY_BOOKS, YEAR % MANY_BOOKS))
        results.add("night one", MANY_BOOKS, *self._run(MANY_BOOKS, took))

    def out(self, count: int) -> Path:
        """Return where the outputs of a folder go."""
        return self.place / f"{count}本的输出"

    def _run(self, count: int, took: Took) -> tuple[float, float | None]:
        log = str(self.place / "日志.txt")
        words = (str(self.folder(count)), "--out", str(self.out(count)), *USUAL, "--log", log)
        return took(SCRIPT, *words)[:2]
