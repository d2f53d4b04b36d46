"""What a run found and counted, as plain data and as JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from itertools import chain
from typing import Any, NamedTuple

VERSION = 2

Value = float | str | None
Identity = tuple[str, str, str, str, str]


class Named(NamedTuple):
    """A row as people call it wherever it is sorted to: its sheet, and its 编号 or date, kind and title."""

    sheet: str
    name: str


class KeptFinding(NamedTuple):
    """A finding with the day `since` which it is known; `address` is where it stood that time."""

    code: str
    sheet: str
    name: str
    title: str
    period: str
    kind: str
    severity: str
    address: str
    says: str
    explained: bool
    since: dt.date

    @property
    def identity(self) -> Identity:
        """Return what makes it the same finding after the rows were sorted."""
        return self[:5]

    @property
    def row(self) -> Named:
        """Return the row it stands in; its name is empty where it stands in none."""
        return Named(self.sheet, self.name)


class KeptFigure(NamedTuple):
    """A figure; `rows` and `doubtful` are places in the snapshot's table of rows.

    No row is in both. `gives` is what each of `rows` gives: a number, or a fingerprint of what stands in the
    cell; it is empty where each row counts for one.
    """

    value: Value
    text: str
    unit: str
    state: str
    reason: str
    definition: str
    rows: tuple[int, ...] = ()
    gives: tuple[Value, ...] = ()
    doubtful: tuple[int, ...] = ()


class Snapshot(NamedTuple):
    """What a run found and counted: when, for which year, and up to which day.

    `named` tells that a person chose that day. `marks` are fingerprints of what else stands in each of
    `rows`, beside its 编号, and of a row without 编号 a second one, beside its day; a mark is empty where
    several rows of the sheet, twins, are called so. `asked` are the codes of what was required.
    """

    taken: dt.datetime
    year: int | None
    as_of: dt.date
    named: bool
    findings: tuple[KeptFinding, ...] = ()
    rows: tuple[Named, ...] = ()
    figures: dict[str, KeptFigure] = {}  # noqa: RUF012  # a NamedTuple's default is never written to
    marks: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    @property
    def twins(self) -> frozenset[Named]:
        """Return what several rows of a sheet are called."""
        return frozenset(row for row, mark in zip(self.rows, self.marks, strict=False) if not mark)

    @property
    def numbered(self) -> frozenset[Named]:
        """Return the rows that are called by their 编号."""
        return frozenset(
            row for row, mark in zip(self.rows, self.marks, strict=False) if len(mark.split()) == 1
        )

    def to_json(self) -> str:
        """Return the snapshot as JSON, in one line."""
        rows: dict[str, dict[str, str]] = {}
        for row, mark in zip(self.rows, self.marks, strict=True):  # which stand sheet by sheet
            rows.setdefault(row.sheet, {})[row.name] = mark
        content = {"version": VERSION, **self._asdict(), "rows": rows}
        del content["marks"]
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=_iso)


def from_json(text: str) -> Snapshot | None:
    """Return the snapshot that `text` holds; None where it is damaged or of another version."""
    try:
        content = json.loads(text, parse_constant=_refuse)
        return _snapshot(content) if content["version"] == VERSION else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _iso(day: dt.date) -> str:
    return day.isoformat()


def _refuse(word: str) -> None:
    raise ValueError(word)


def _snapshot(content: dict[str, Any]) -> Snapshot:
    """Build a snapshot from what JSON gave; raise ValueError or TypeError where it is not as it must be."""
    rows = tuple(Named(sheet, name) for sheet, names in content["rows"].items() for name in names)
    marks = tuple(chain.from_iterable(names.values() for names in content["rows"].values()))
    _must(str, chain(marks, chain.from_iterable(rows)))
    _must((int, type(None)), [content["year"]])
    _must(bool, [content["named"]])
    _must(str, content["asked"])
    return Snapshot(
        dt.datetime.fromisoformat(content["taken"]),
        content["year"],
        dt.date.fromisoformat(content["as_of"]),
        content["named"],
        tuple(_kept_finding(*cells) for cells in content["findings"]),
        rows,
        {name: _kept_figure(len(rows), *cells) for name, cells in content["figures"].items()},
        marks,
        tuple(content["asked"]),
    )


def _must(kinds: type | tuple[type, ...], values: Iterable[object]) -> None:
    if not all(isinstance(value, kinds) for value in values):
        raise TypeError


def _kept_finding(*cells: Any) -> KeptFinding:
    *words, explained, since = cells
    _must(str, words)
    _must(bool, [explained])
    return KeptFinding._make([*words, explained, dt.date.fromisoformat(since)])


def _kept_figure(known: int, value: Any, *cells: Any) -> KeptFigure:
    """Build a figure; its rows are places in a table of `known` ones."""
    *words, rows, gives, doubtful = cells
    _must(str, words)
    _must((int, float, str, type(None)), [value, *gives])
    _must(int, (places := [*rows, *doubtful]))
    if (places and not 0 <= min(places) <= max(places) < known) or len(gives) not in (0, len(rows)):
        raise ValueError
    return KeptFigure._make([value, *words, tuple(rows), tuple(gives), tuple(doubtful)])
