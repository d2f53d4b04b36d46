"""The Snapshot of a run: what it found and counted, for the next run to be compared with."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any
from zlib import crc32

from addin.finding import Finding, open_ones
from addin.indicator import Figure, Indicator, people_in, understand
from addin.judgement import Judgement
from addin.kept import KeptFigure, KeptFinding, Named, Snapshot, Value, from_json
from addin.pairing import as_called_now, pairs
from addin.requirement import requirements
from addin.secrecy import discreet
from workbook.ledger import Row
from workbook.selection import Misstated
from workbook.values import show

SUMMED = ("合计", "人次")  # what a row gives to these is a number

__all__ = ["Snapshot", "from_json", "name_of", "snapshot"]


def snapshot(judged: Judgement, taken: dt.datetime, before: Snapshot | None = None) -> Snapshot:
    """Return what `judged` came to; what stood open in `before` keeps the day since which it does.

    A snapshot of another year has nothing to hand on.
    """
    ledgers, findings = judged.ledgers, open_ones(judged.findings)
    at_fault = [found.cell.of for found in findings if found.cell.of]
    rows = RowTable([*(figure.rows + figure.doubtful for figure in judged.figures.values()), at_fault])
    now = Snapshot(
        taken,
        ledgers.year,
        ledgers.as_of,
        ledgers.named,
        tuple(_keep(found, taken.date()) for found in findings),
        rows.named,
        dict(_kept_figures(judged, rows)),
        rows.marks,
        tuple(required.code for required in requirements(ledgers)),
    )
    if before is None or before.year != now.year:
        return now
    return now._replace(findings=tuple(_dated(before, now)))


def _keep(found: Finding, today: dt.date) -> KeptFinding:
    cell = found.cell
    return KeptFinding(
        found.code,
        cell.sheet,
        name_of(cell.of) if cell.of else "",
        cell.title,
        str(cell.facts.get("subject", "")),
        found.kind,
        found.severity,
        found.address,
        found.says,
        found.explained,
        today,
    )


def name_of(row: Row) -> str:
    """Return what people call `row`; a name with a 密级 mark is kept nowhere."""
    return discreet(row.name)


def _dated(before: Snapshot, now: Snapshot) -> Iterator[KeptFinding]:
    for old, new in pairs(as_called_now(before, now), now):
        if new:
            yield new._replace(since=old.since) if old else new


class RowTable:
    """The rows of figures and findings, each name once and sheet by sheet; `places` finds them again."""

    def __init__(self, groups: Iterable[Iterable[Row]]) -> None:
        rows = dict.fromkeys(chain.from_iterable(groups))
        words = {
            ledger: {row: name_of(row) for row in ledger} for ledger in {row.ledger: None for row in rows}
        }
        names = {row: Named(row.ledger.table.sheet, words[row.ledger][row]) for row in rows}
        called = {ledger: Counter(named.values()) for ledger, named in words.items()}
        sheets: dict[str, dict[Named, str]] = {}
        for row, named in names.items():
            alone = called[row.ledger][named.name] == 1
            sheets.setdefault(named.sheet, {})[named] = _mark(row) if alone else ""
        marks = {named: mark for known in sheets.values() for named, mark in known.items()}
        self.named, self.marks = tuple(marks), tuple(marks.values())
        numbers = {named: number for number, named in enumerate(self.named)}
        self.numbers = {row: numbers[named] for row, named in names.items()}

    def places(self, rows: Iterable[Row]) -> tuple[int, ...]:
        """Return where in the table the names of `rows` stand."""
        return tuple(self.numbers[row] for row in rows)


def _mark(row: Row) -> str:
    """Return fingerprints of what stands in `row` beside its 编号, and where it has none beside its day.

    Where nothing else does it is that of the name, which no other row has.
    """
    beside = _content(row, "id")
    numbered = "id" in row.ledger.places and row["id"]
    return beside if numbered else f"{beside} {_content(row, 'id', row.ledger.table.dated)}"


def _content(row: Row, *without: str | None) -> str:
    cells = zip(row.ledger.places, row.values, strict=True)
    content = [f"{key}={value!r}" for key, value in cells if value is not None and key not in without]
    return fingerprint("|".join(content) or f"name={row.name}")


def _kept_figures(judged: Judgement, rows: RowTable) -> Iterator[tuple[str, KeptFigure]]:
    defined = {str(row["name"]): row for row in judged.ledgers["indicators"] if row["name"]}
    for name, figure in judged.figures.items():
        row, counted = defined[name], sure(figure)
        kept = KeptFigure(
            _plain(figure.value),
            discreet(figure.text),
            figure.unit,
            figure.state,
            discreet(figure.reason),
            discreet(_defined(figure, row)),
            rows.places(counted),
            _gives(counted, row),
            rows.places(figure.doubtful),
        )
        yield name, kept


def _defined(figure: Figure, row: Row) -> str:
    """Write a figure's whole 口径: 活动台账：类型=党课，次数（2022年3月1日起）."""
    ends = {"begin": "起", "end": "止"}
    period = "，".join(f"{show(row[key])}{word}" for key, word in ends.items() if row[key])
    return f"{figure.definition}（{period}）" if period else figure.definition


def sure(figure: Figure) -> tuple[Row, ...]:
    """Return the rows that `figure` counts, without those that leave it open."""
    open_ = set(figure.doubtful)
    return tuple(row for row in figure.rows if row not in open_)


def _plain(value: Any) -> Value:
    """Return a figure's value as JSON can keep it."""
    if value is None or (isinstance(value, (int, float)) and math.isfinite(value)):
        return value
    return discreet(str(value))


def fingerprint(text: str) -> str:
    """Return a few letters that differ where texts do, the same in every run."""
    return f"{crc32(text.encode('utf-8', 'replace')):x}"


def _gives(rows: tuple[Row, ...], defined: Row) -> tuple[Value, ...]:
    """Return what each of `rows` gives to the figure `defined`; nothing where each counts for one."""
    try:
        indicator = understand(defined) if rows else None
    except Misstated:
        return ()
    if indicator is None or indicator.column is None:
        return ()
    return tuple(_gift(each, indicator) for each in rows)


def _gift(row: Row, indicator: Indicator) -> Value:
    column = indicator.column
    value = row[column.key] if column else None
    if column is None or value is None:
        return None
    if indicator.way in SUMMED and isinstance(value, (int, float)):
        return value
    people = people_in(row, column)
    return len(people) if indicator.way == "人次" else fingerprint("、".join(people))
