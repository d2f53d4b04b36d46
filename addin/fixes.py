"""Safe fixes: what a finding offers to put into its cell, as before → after, and how it is put back."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from addin.finding import Finding
from addin.preview import change
from addin.results import column_number
from addin.scattered import Scattered, Spot
from addin.secrecy import is_marked
from addin.typed import as_text
from workbook.grid.model import Book, Grid
from workbook.ledger import Ledger, Ledgers
from workbook.spec import Derived

CHANGED = "后来又改过，没有动"
GONE = "所在的行或列找不到了，没有动"
TWICE = "所在的行与别的行编号相同（没有编号的，内容相同），后来又改过，分不清是哪一行，没有动"

Who = tuple[str, ...]  # the cells that name a row: its 编号, or where it has none, those of its identity


@dataclass(frozen=True)
class Fix:
    """One cell put right: what stood there `before`, what shall stand there `after`, and in whose row.

    Of several rows of one name it is the `nth` of those whose cells come to `whole`; 0 where it is the only
    one, and as long as the fix does not stand.
    """

    table: str
    key: str
    sheet: str
    letters: str
    row: int
    before: Any
    after: Any
    who: Who = ()
    whole: str = ""
    nth: int = 0

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
    lines = [f"{fix.address}　{change(fix.before, fix.after)}" for fix in fixes[:most]]
    if len(fixes) > most:
        lines.append(f"……另有 {len(fixes) - most} 处，都写在“校验结果”的“采纳后”一列")
    return "\n".join(lines)


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
    rows = _Rows(book, ledgers)
    for fix in fixes:
        now = value_at(book.grids[fix.sheet], fix.letters, fix.row)
        if stamp(now) == stamp(fix.before):
            failed.append(fix)
        else:
            stood.append(rows.named(replace(fix, after=now)))
    return stood, failed


def restored(fixes: Iterable[Fix], book: Book, ledgers: Ledgers) -> tuple[list[Fix], dict[str, list[Fix]]]:
    """Return the fixes that put the former values back, and by the reason those that are left alone.

    A row is found by its name, wherever sorting, moving or inserting brought it.
    """
    back: list[Fix] = []
    kept: dict[str, list[Fix]] = defaultdict(list)
    rows = _Rows(book, ledgers)
    for fix in fixes:
        there = rows.find(fix)
        if isinstance(there, str):
            kept[there].append(fix)
        elif stamp(there.before) == stamp(fix.after):
            back.append(there)
        elif stamp(there.before) != stamp(fix.before):
            kept[CHANGED].append(fix)
    return back, dict(kept)


class _Rows:
    """Finds the rows of fixes again."""

    def __init__(self, book: Book, ledgers: Ledgers) -> None:
        self.ledgers = ledgers
        self.book = book
        self.names: dict[str, dict[Who, list[int]]] = {}

    def find(self, fix: Fix) -> Fix | str:
        """Return the fix that would undo `fix` where its cell is now, or why nobody knows where that is."""
        ledger = self.ledgers[fix.table]
        grid = self.book.grids.get(ledger.table.sheet)
        if grid is None or fix.key not in (ledger.lines or ledger.letters):
            return GONE
        row = ledger.lines[fix.key] if ledger.lines else self._row(fix, ledger, grid)
        if isinstance(row, str):
            return row
        letters = ledger.letters[fix.key]
        now = value_at(grid, letters, row)
        return replace(fix, letters=letters, row=row, before=now, after=fix.before)

    def named(self, fix: Fix) -> Fix:
        """Return `fix` with all by which its row can be told from others, as it stands now."""
        ledger, grid = self.ledgers[fix.table], self.book.grids[fix.sheet]
        who, whole = _who(ledger, grid, fix.row), _whole(ledger, grid, fix.row)
        rows = self._called(who, ledger, grid)
        alike = [row for row in rows if _whole(ledger, grid, row) == whole]
        return replace(fix, who=who, whole=whole, nth=alike.index(fix.row) + 1 if len(rows) > 1 else 0)

    def _row(self, fix: Fix, ledger: Ledger, grid: Grid) -> int | str:
        rows = self._called(fix.who, ledger, grid)
        alike = [row for row in rows if _whole(ledger, grid, row) == fix.whole]
        if len(rows) == 1 and (not fix.nth or alike):  # it alone bore the name then as well, or is unchanged
            return rows[0]
        if 0 < fix.nth <= len(alike):
            return alike[fix.nth - 1]
        if not fix.nth and fix.row in (alike if fix.whole else rows):
            return fix.row
        return TWICE if rows else GONE

    def _called(self, who: Who, ledger: Ledger, grid: Grid) -> list[int]:
        """Return the rows of a table that bear a name."""
        if ledger.table.key not in self.names:
            names = self.names[ledger.table.key] = defaultdict(list)
            for row in range(ledger.header + 1, len(grid.rows) + 1):
                names[_who(ledger, grid, row)].append(row)
        return self.names[ledger.table.key].get(who, [])


def _whole(ledger: Ledger, grid: Grid, row: int) -> str:
    """Return a short sign of everything a person put into a row, which tells nothing of it."""
    typed = [column.key for column in ledger.table.columns if not isinstance(column, Derived)]
    stands = [
        f"{key}={stamp(value_at(grid, ledger.letters[key], row))}" for key in typed if key in ledger.letters
    ]
    return hashlib.sha256("\0".join(stands).encode()).hexdigest()[:16]


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
