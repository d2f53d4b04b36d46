"""The straight line: read → validate → compute → compose → write. The only place the steps meet."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from addin.finding import ENTRY, ERROR, HINT, SHORTFALL, WARNING, open_ones
from addin.indicator import STATES
from addin.judgement import Judgement, judge
from addin.papers import DRAFT, FINAL, write_paper
from addin.report import Report, write_report
from workbook.bulk import many_objects
from workbook.files import output_folder, own_name, safe_name, write_safely
from workbook.grid import open_book
from workbook.read import read
from workbook.tables import SHEETS, TABLES

CLEAN, WITH_ERRORS = 0, 1
NOTHING: Mapping[Path, Path] = {}

__all__ = ["CLEAN", "DRAFT", "FINAL", "WITH_ERRORS", "Judgement", "Outcome", "judge", "run"]


class Outcome(NamedTuple):
    """What a run made of one workbook: counts for the screen, and where the outputs lie."""

    workbook: Path
    errors: int
    warnings: int
    hints: int
    shortfalls: int
    figures: dict[str, int]
    draft: Path
    report: Path
    final: Path | None = None
    todo: Path | None = None
    blocking: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def code(self) -> int:
        """Return the exit code: 1 when anything keeps the 正式稿 from being written, else 0."""
        return WITH_ERRORS if self.blocking else CLEAN


@many_objects()
def run(
    path: Path,
    out: Path | None = None,
    as_of: dt.date | None = None,
    final: bool = False,
    taken: Mapping[Path, Path] = NOTHING,
    todo: bool = False,
) -> Outcome:
    """Read the workbook at `path` and write summary and report to `out`; raise Trouble when it cannot be.

    `as_of` cuts everything later; `final` asks for the 正式稿 as well, `todo` for the page 还差什么; `taken`
    are outputs of other workbooks of the same run, each with its workbook, whose names this one leaves alone.
    """
    judged = judge(read(open_book(path, SHEETS), TABLES, as_of))
    folder, notes = output_folder(path, out), [*_lost_buttons(path), *_too_early(judged, as_of)]

    def place(name: str) -> Path:
        return own_name(folder / safe_name(name), path, taken)

    report = Report(judged.ledgers, path, open_ones(judged.findings), judged.figures, judged.blocking)
    reported = write_safely(
        place(f"{path.stem}-校验报告.xlsx"),
        lambda draft: write_report(report, draft, folder),
        notes=notes,
    )
    draft = write_paper(judged, place, DRAFT, notes)
    granted = final and not judged.blocking
    finished = write_paper(judged, place, FINAL, notes) if granted else None
    page = _write_todo(judged, place(f"{path.stem}-还差什么.xlsx"), notes) if todo else None
    return _outcome(path, judged, draft, reported, finished, notes)._replace(todo=page)


def _too_early(judged: Judgement, as_of: dt.date | None) -> list[str]:
    """Return the sentence about a chosen day on which the workbook's year had not begun."""
    year = judged.ledgers.year
    if as_of is None or year is None or as_of.year >= year:
        return []
    return [f"指定的日期 {as_of} 在工作簿的年度 {year} 以前，本年的登记都没有计入。"]


def _write_todo(judged: Judgement, target: Path, notes: list[str]) -> Path:
    from addin import report_todo, todo  # only who asks for the page pays for it

    page = todo.todo(judged)
    return write_safely(target, lambda draft: report_todo.write_todo(page, draft), notes=notes)


def _lost_buttons(path: Path) -> list[str]:
    """Return the sentence about buttons that LibreOffice dropped, if it did."""
    if path.suffix.lower() != ".xlsm":
        return []
    from addin.libreoffice.stripped import what_was_lost

    return list(filter(None, [what_was_lost(path)]))


def _outcome(
    path: Path, judged: Judgement, draft: Path, report: Path, final: Path | None, notes: list[str]
) -> Outcome:
    findings = open_ones(judged.findings)
    counts = Counter((finding.kind, finding.severity) for finding in findings)
    states = Counter(figure.state for figure in judged.figures.values())
    return Outcome(
        workbook=path,
        errors=counts[ENTRY, ERROR],
        warnings=counts[ENTRY, WARNING],
        hints=counts[ENTRY, HINT],
        shortfalls=sum(found.kind == SHORTFALL and not found.explained for found in findings),
        figures={state: states[state] for state in STATES},
        draft=draft,
        report=report,
        final=final,
        blocking=judged.blocking,
        notes=tuple(notes),
    )
