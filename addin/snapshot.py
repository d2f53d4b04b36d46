"""The Snapshot of a run: what it found and counted, for the next run to be compared with."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any
from zlib import crc32

from addin.finding import Finding, open_ones
from addin.indicator import Figure, Indicator, people_in, understand
from addin.judgement import Judgement
from addin.kept import KeptFigure, KeptFinding, Named, Snapshot, Value, from_json, pairs
from addin.secrecy import discreet
from workbook.ledger import Row
from workbook.selection import Misstated

SUMMED = ("合计", "人次")  # what a row gives to these is a number

__all__ = ["Snapshot", "from_json", "name_of", "snapshot"]


def snapshot(judged: Judgement, taken: dt.datetime, before: Snapshot | None = None) -> Snapshot:
    """Return what `judged` came to; what stood open in `before` keeps the day since which it does.

    A snapshot of another year has nothing to hand on.
    """
    ledgers = judged.ledgers
    rows = RowTable(figure.rows + figure.doubtful for figure in judged.figures.values())
    now = [_keep(found, taken.date()) for found in open_ones(judged.findings)]
    handed_on = before.findings if before and before.year == ledgers.year else ()
    return Snapshot(
        taken,
        ledgers.year,
        ledgers.as_of,
        ledgers.named,
        tuple(_since(handed_on, now)),
        rows.named,
        dict(_kept_figures(judged, rows)),
    )


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


def _since(before: Iterable[KeptFinding], now: Iterable[KeptFinding]) -> Iterator[KeptFinding]:
    for old, new in pairs(before, now):
        if new:
            yield new._replace(since=old.since) if old else new


class RowTable:
    """The rows that figures rest on, each name once and sheet by sheet; `places` finds them again."""

    def __init__(self, groups: Iterable[tuple[Row, ...]]) -> None:
        rows = dict.fromkeys(chain.from_iterable(groups))
        names = {row: Named(row.ledger.table.sheet, name_of(row)) for row in rows}
        sheets: dict[str, dict[Named, None]] = {}
        for named in names.values():
            sheets.setdefault(named.sheet, {})[named] = None
        self.named = tuple(chain.from_iterable(sheets.values()))
        numbers = {named: number for number, named in enumerate(self.named)}
        self.numbers = {row: numbers[named] for row, named in names.items()}

    def places(self, rows: Iterable[Row]) -> tuple[int, ...]:
        """Return where in the table the names of `rows` stand."""
        return tuple(self.numbers[row] for row in rows)


def _kept_figures(judged: Judgement, rows: RowTable) -> Iterator[tuple[str, KeptFigure]]:
    defined = {str(row["name"]): row for row in judged.ledgers["indicators"] if row["name"]}
    for name, figure in judged.figures.items():
        row = defined[name]
        kept = KeptFigure(
            _plain(figure.value),
            discreet(figure.text),
            figure.unit,
            figure.state,
            discreet(figure.reason),
            fingerprint(f"{figure.definition}|{row['begin']}|{row['end']}"),
            rows.places(figure.rows),
            _gives(figure, row),
            rows.places(figure.doubtful),
        )
        yield name, kept


def _plain(value: Any) -> Value:
    """Return a figure's value as JSON can keep it."""
    if value is None or (isinstance(value, (int, float)) and math.isfinite(value)):
        return value
    return discreet(str(value))


def fingerprint(text: str) -> str:
    """Return a few letters that differ where texts do, the same in every run."""
    return f"{crc32(text.encode('utf-8', 'replace')):x}"


def _gives(figure: Figure, row: Row) -> tuple[Value, ...]:
    """Return what each row gives to `figure`, defined in `row`; nothing where each counts for one."""
    try:
        indicator = understand(row) if figure.rows else None
    except Misstated:
        return ()
    if indicator is None or indicator.column is None:
        return ()
    return tuple(_gift(each, indicator) for each in figure.rows)


def _gift(row: Row, indicator: Indicator) -> Value:
    column = indicator.column
    value = row[column.key] if column else None
    if column is None or value is None:
        return None
    if indicator.way in SUMMED and isinstance(value, (int, float)):
        return value
    people = people_in(row, column)
    return len(people) if indicator.way == "人次" else fingerprint("、".join(people))
