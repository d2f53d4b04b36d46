"""Safe fixes: what a finding offers to put into its cell, as before → after, and how it is put back."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from addin.finding import Finding
from addin.results import CLEARED, column_number
from addin.scattered import Scattered, Spot
from addin.secrecy import discreet, is_marked
from addin.typed import as_text
from workbook.grid.model import Book, Grid
from workbook.ledger import Ledger, Ledgers
from workbook.values import show

Who = tuple[str, ...]  # the cells that name a row: its 编号, or where it has none, those of its identity


@dataclass(frozen=True)
class Fix:
    """One cell put right: what stood there `before`, what shall stand there `after`, and in whose row."""

    table: str
    key: str
    sheet: str
    letters: str
    row: int
    before: Any
    after: Any
    who: Who = ()

    @property
    def address(self) -> str:
        """Return the cell as a person types it: 活动台账!F12."""
        return f"{self.sheet}!{self.letters}{self.row}"

    @property
    def place(self) -> tuple[str, str, int]:
        """Return sheet, column letters and row."""
        return self.sheet, self.letters, self.row


def offered(findings: Iterable[Finding], book: Book, ledgers: Ledgers) -> list[Fix]:
    """Return the fixes that `findings` offer, one a cell, in the order of sheets and cells."""
    fixes: dict[tuple[str, str, int], Fix] = {}
    for found in findings:
        fix = _fix(found, book)
        if fix:
            fixes.setdefault(fix.place, fix)
    return list(_with_names(fixes.values(), book, ledgers))


def _fix(found: Finding, book: Book) -> Fix | None:
    """Return the fix a finding offers; none where its cell holds no plain value of its own."""
    cell, row = found.cell, found.cell.of
    grid = book.grids.get(cell.sheet)
    if found.safe is None or row is None or grid is None or not _plain(grid, cell.letters, cell.row):
        return None
    before = value_at(grid, cell.letters, cell.row)
    key = row.ledger.by_title[cell.title].key
    there = key in (row.ledger.lines or row.ledger.letters)
    if not there or is_marked(before) or stamp(before) == stamp(found.safe):
        return None
    return Fix(row.ledger.table.key, key, cell.sheet, cell.letters, cell.row, before, found.safe)


def _plain(grid: Grid, letters: str, row: int) -> bool:
    """Tell whether a cell stands alone: no error value, and not one of several merged ones."""
    place = (row, column_number(letters))
    merged = any(a <= row <= c and b <= place[1] <= d for a, b, c, d in grid.merges)
    return not merged and place not in grid.faults


def value_at(grid: Grid, letters: str, row: int) -> Any:
    """Return what stands in a cell; outside the rows of `grid` nothing does."""
    column = column_number(letters)
    inside = 0 < row <= len(grid.rows) and column <= len(grid.rows[row - 1])
    return grid.rows[row - 1][column - 1] if inside else None


def _with_names(fixes: Iterable[Fix], book: Book, ledgers: Ledgers) -> Iterator[Fix]:
    """Yield `fixes` with the names their rows have once all of them stand in their cells."""
    by_row: dict[tuple[str, int], dict[str, Any]] = defaultdict(dict)
    found = list(fixes)
    for fix in found:
        by_row[fix.table, fix.row][fix.key] = fix.after
    for fix in found:
        changed = by_row[fix.table, fix.row]
        yield replace(fix, who=_who(ledgers[fix.table], book.grids[fix.sheet], fix.row, changed))


def _who(ledger: Ledger, grid: Grid, row: int, changed: dict[str, Any] | None = None) -> Who:
    """Return what names a row by what stands in its cells, those `changed` by column key."""
    stands = {key: stamp(value_at(grid, at, row)) for key, at in ledger.letters.items()}
    stands |= {key: stamp(value) for key, value in (changed or {}).items()}
    if stands.get("id"):
        return (stands["id"],)
    return tuple(stands.get(key, "") for key in ledger.table.identity)


def without_formulas(fixes: Iterable[Fix], formulas: Mapping[str, Sequence[Sequence[Any]]]) -> list[Fix]:
    """Leave out fixes of cells that hold a formula; `formulas` are what was typed, by sheet, from A1 on."""
    return [fix for fix in fixes if not _is_formula(formulas[fix.sheet], fix)]


def _is_formula(typed: Sequence[Sequence[Any]], fix: Fix) -> bool:
    there = typed[fix.row - 1][column_number(fix.letters) - 1]
    return str(there).startswith(("=", "{="))  # LibreOffice shows those of a whole block in braces


def preview(fixes: Sequence[Fix], most: int = 12) -> str:
    """Return one line a fix, before → after; beyond `most` how many more there are."""
    lines = [f"{fix.address}　{_quoted(fix.before)} → {_quoted(fix.after)}" for fix in fixes[:most]]
    if len(fixes) > most:
        lines.append(f"……另有 {len(fixes) - most} 处，都写在“校验结果”的“采纳后”一列")
    return "\n".join(lines)


def _quoted(value: Any) -> str:
    text = discreet(show(value)).replace("\n", " ")
    return f"“{text if len(text) <= 30 else text[:29] + '…'}”" if text else CLEARED


def writes(fixes: Iterable[Fix]) -> list[Scattered]:
    """Return the writes that put `fixes` into their cells: one a sheet, wherever on it they are."""
    sheets: dict[str, list[Spot]] = defaultdict(list)
    for fix in fixes:
        value = as_text(fix.after) if isinstance(fix.after, str) else fix.after
        sheets[fix.sheet].append((fix.letters, fix.row, value))
    return [Scattered(sheet, tuple(cells)) for sheet, cells in sheets.items()]


def standing(fixes: Iterable[Fix], book: Book, ledgers: Ledgers) -> tuple[list[Fix], list[Fix]]:
    """Return the fixes that now stand in their cells, as they stand there, and those that do not."""
    stood: list[Fix] = []
    failed: list[Fix] = []
    for fix in fixes:
        grid = book.grids[fix.sheet]
        now = value_at(grid, fix.letters, fix.row)
        if stamp(now) == stamp(fix.before):
            failed.append(fix)
        else:
            stood.append(replace(fix, after=now, who=_who(ledgers[fix.table], grid, fix.row)))
    return stood, failed


def restored(fixes: Iterable[Fix], book: Book, ledgers: Ledgers) -> tuple[list[Fix], list[Fix]]:
    """Return the fixes that put the former values back, and those whose cell or row changed since.

    A row is found by its name, wherever sorting or moving brought it.
    """
    back: list[Fix] = []
    kept: list[Fix] = []
    rows = _Rows(book, ledgers)
    for fix in fixes:
        there = rows.find(fix)
        if there is None or stamp(there.before) not in (stamp(fix.after), stamp(fix.before)):
            kept.append(fix)
        elif stamp(there.before) == stamp(fix.after):
            back.append(there)
    return back, kept


class _Rows:
    """Finds the rows of fixes again."""

    def __init__(self, book: Book, ledgers: Ledgers) -> None:
        self.ledgers = ledgers
        self.book = book
        self.named: dict[str, dict[Who, list[int]]] = {}

    def find(self, fix: Fix) -> Fix | None:
        """Return the fix that would undo `fix` where its cell is now, or None where nobody knows."""
        ledger = self.ledgers[fix.table]
        grid = self.book.grids.get(ledger.table.sheet)
        row = self._row(fix, ledger, grid) if grid else None
        if grid is None or row is None or fix.key not in ledger.letters:
            return None
        letters = ledger.letters[fix.key]
        now = value_at(grid, letters, row)
        return replace(fix, letters=letters, row=row, before=now, after=fix.before)

    def _row(self, fix: Fix, ledger: Ledger, grid: Grid) -> int | None:
        if ledger.lines:
            return ledger.lines.get(fix.key)
        if fix.table not in self.named:
            self.named[fix.table] = _by_name(ledger, grid)
        rows = self.named[fix.table].get(fix.who, [])
        if fix.row in rows:
            return fix.row
        return rows[0] if len(rows) == 1 else None


def _by_name(ledger: Ledger, grid: Grid) -> dict[Who, list[int]]:
    rows: dict[Who, list[int]] = defaultdict(list)
    for row in range(ledger.header + 1, len(grid.rows) + 1):
        rows[_who(ledger, grid, row)].append(row)
    return rows


def stamp(value: Any) -> str:
    """Return `value` as text that tells its kind: n:3.0, d:2022-03-04, s:张三; a blank gives nothing."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return f"b:{value}"
    if isinstance(value, (int, float)):
        return f"n:{float(value)!r}"
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    return f"{KINDS.get(type(value), 's')}:{value.isoformat() if hasattr(value, 'isoformat') else value}"


KINDS: dict[type, str] = {dt.datetime: "m", dt.date: "d", dt.time: "t"}
READERS: dict[str, Callable[[str], Any]] = {
    "b": lambda text: text == "True",
    "n": float,
    "m": dt.datetime.fromisoformat,
    "d": dt.date.fromisoformat,
    "t": dt.time.fromisoformat,
    "s": str,
}


def unstamp(text: str) -> Any:
    """Return the value that `stamp` made `text` of; a blank is None."""
    kind, _, words = text.partition(":")
    return READERS[kind](words) if text else None
