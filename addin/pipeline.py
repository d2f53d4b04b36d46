"""The straight line: read → validate → compute → compose → write. The only place the steps meet."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from addin.finding import ENTRY, ERROR, HINT, REMINDER, SHORTFALL, WARNING, open_ones
from addin.indicator import STATES
from addin.judgement import Judgement, judge
from addin.night.memory import Memory
from addin.night.place import DATE, UNIT, USUAL, YEAR, filled, fixed
from addin.outputs import Papers, write_papers
from addin.papers import DRAFT, FINAL
from addin.report import Report, write_report
from addin.shelf import Shelf
from addin.since import Differences
from workbook.bulk import many_objects
from workbook.files import is_open, output_folder
from workbook.grid import open_book
from workbook.read import read
from workbook.tables import SHEETS, TABLES
from workbook.watched import Watched

CLEAN, WITH_ERRORS = 0, 1
UNSAVED = "工作簿正打开着：按上次存盘的内容计算，还没有存盘的改动没有算进去。"

__all__ = ["CLEAN", "DRAFT", "FINAL", "WITH_ERRORS", "Judgement", "Order", "Outcome", "judge", "run"]


class Order(NamedTuple):
    """What a run is asked for: the folder (see addin.night.place), the day, and what beside the usual.

    `as_of` cuts everything later; `final` asks for the 正式稿 as well, `todo` for the page 还差什么; of each
    output `keep` earlier versions stay.
    """

    out: str = USUAL
    as_of: dt.date | None = None
    final: bool = False
    todo: bool = False
    keep: int = 0


PLAIN = Order()


class Outcome(NamedTuple):
    """What a run made of one workbook: counts for the screen, and where the outputs lie.

    `turns` is the first day on which the same entries come to something else (下次变化日), or None;
    `changed` tells findings and figures from those of the last time.
    """

    workbook: Path
    errors: int
    warnings: int
    hints: int
    shortfalls: int
    figures: dict[str, int]
    papers: Papers
    report: Path
    todo: Path | None = None
    turns: dt.date | None = None
    changed: Differences | None = None
    blocking: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    reminders: int = 0

    @property
    def draft(self) -> Path:
        """Return the 送审稿: the one that was written, or the one that a person works on."""
        return self.papers.draft

    @property
    def final(self) -> Path | None:
        """Return the 正式稿, or None where none was written."""
        return self.papers.final

    @property
    def written(self) -> tuple[Path, ...]:
        """Return every file that holds what the run came to, a 送审稿 that a person edited among them."""
        papers = (self.papers.draft, self.papers.notice, self.papers.final)
        return tuple(path for path in (*papers, self.report, self.todo) if path)

    @property
    def code(self) -> int:
        """Return the exit code: 1 when anything keeps the 正式稿 from being written, else 0."""
        return WITH_ERRORS if self.blocking else CLEAN


@many_objects()
def run(path: Path, order: Order = PLAIN, data: bytes | None = None) -> Outcome:
    """Read the workbook at `path` and write its summary and report; raise Trouble when it cannot be.

    `data` is what stands in the workbook, where it was read before.
    """
    today = Watched.of(dt.date.today())
    judged = judge(read(open_book(path, SHEETS, data), TABLES, order.as_of, today))
    shelf = Shelf(filled(order.out, path, _facts(judged)), path, order.keep)
    shelf.notes += [*_lost_buttons(path), *_too_early(judged, order.as_of)]
    shelf.notes += [UNSAVED] if is_open(path) else []
    memory = Memory(fixed(order.out, path), path)
    changed = memory.compare(judged, dt.datetime.now())
    report = _write_report(judged, shelf, changed)
    page = _write_todo(judged, shelf) if order.todo else None
    papers = write_papers(judged, shelf, order.final, _desks(shelf))
    memory.keep()
    return _outcome(path, judged, papers, report)._replace(todo=page, turns=today.turns, changed=changed)


def _facts(judged: Judgement) -> dict[str, str]:
    """Return what the name of a folder may hold."""
    ledgers = judged.ledgers
    year, unit = ledgers.year, ledgers.setting("unit_short") or ledgers.setting("unit")
    return {YEAR: str(year or "未填年度"), UNIT: unit or "未填单位", DATE: ledgers.now.isoformat()}


def _desks(shelf: Shelf) -> tuple[Path, ...]:
    """Return the other folder in which a person may work on the 送审稿: the one the button writes to."""
    own = output_folder(shelf.workbook)
    return () if own == shelf.folder else (own,)


def _write_report(judged: Judgement, shelf: Shelf, changed: Differences) -> Path:
    found = open_ones(judged.findings)
    told = changed.on_paper
    report = Report(judged.ledgers, shelf.workbook, found, judged.figures, judged.blocking, told)
    name = f"{shelf.workbook.stem}-校验报告.xlsx"
    return shelf.put(name, lambda draft: write_report(report, draft, shelf.folder))


def _too_early(judged: Judgement, as_of: dt.date | None) -> list[str]:
    """Return the sentence about a chosen day on which the workbook's year had not begun."""
    year = judged.ledgers.year
    if as_of is None or year is None or as_of.year >= year:
        return []
    return [f"指定的日期 {as_of} 在工作簿的年度 {year} 以前，本年的登记都没有计入。"]


def _write_todo(judged: Judgement, shelf: Shelf) -> Path:
    from addin import report_todo, todo  # only who asks for the page pays for it

    page = todo.todo(judged)
    name = f"{shelf.workbook.stem}-还差什么.xlsx"
    return shelf.put(name, lambda draft: report_todo.write_todo(page, draft))


def _lost_buttons(path: Path) -> list[str]:
    """Return the sentence about buttons that LibreOffice dropped, if it did."""
    if path.suffix.lower() != ".xlsm":
        return []
    from addin.libreoffice.stripped import what_was_lost

    return list(filter(None, [what_was_lost(path)]))


def _outcome(path: Path, judged: Judgement, papers: Papers, report: Path) -> Outcome:
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
        papers=papers,
        report=report,
        blocking=judged.blocking,
        notes=papers.notes,
        reminders=sum(found.kind == REMINDER for found in findings),
    )
