"""Where a table's columns stand on its sheet: the header row is found by its titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from workbook.grid.model import Grid
from workbook.ledger import Gap
from workbook.nearest import nearest
from workbook.parse.text import tidy
from workbook.spec import ANY, Column, Table

SEARCHED_ROWS = 15

_NOISE = re.compile(r"[\s*＊]")
_REMARK = re.compile(r"[（(][^（）()]*[）)]$")


@dataclass
class Layout:
    """Where one table stands: the header's worksheet row, and each column's place, counted from 0.

    A place is None where the column is missing.
    """

    table: Table
    header: int
    places: dict[str, int | None]
    added: list[Column] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns that have a place in a row, those a person added last."""
        return (*self.table.sheet_columns, *self.added)

    @property
    def letters(self) -> dict[str, str]:
        """Return the column letters by key."""
        return {key: letters(place) for key, place in self.places.items() if place is not None}


def letters(place: int) -> str:
    """Return the letters of the column at `place`, counted from 0: 27 gives AB."""
    first, last = divmod(place, 26)
    return (letters(first - 1) if first else "") + chr(ord("A") + last)


def title_of(raw: Any) -> str:
    """Return a title as it is compared: without spaces, line breaks, ＊ and a remark in brackets."""
    return _bare(raw) if isinstance(raw, str) else ""


@lru_cache(1024)
def _bare(raw: str) -> str:
    text = _NOISE.sub("", tidy(raw)[0])
    return _REMARK.sub("", text) or text


def layouts(grid: Grid, tables: Sequence[Table]) -> list[Layout]:
    """Return where each of `tables` stands on the sheet `grid`; one that is not there is left out."""
    found = [layout for table in tables if (layout := _layout(grid, table, tables))]
    for layout in found:
        layout.gaps += _untitled(grid, layout) if layout is found[-1] else ()
    return found


def titles(grid: Grid, number: int) -> list[str]:
    """Return the titles in worksheet row `number`; a title merged down over the header counts in each row."""
    row = list(grid.rows[number - 1])
    for top, left, bottom, _ in grid.merges:
        if top < number <= bottom and left <= len(row):
            row[left - 1] = grid.rows[top - 1][left - 1]
    return [title_of(raw) for raw in row]


def _layout(grid: Grid, table: Table, tables: Sequence[Table]) -> Layout | None:
    wanted = {title_of(column.title): column for column in table.columns}
    header, found = _header(grid, wanted)
    if not header:
        return None
    layout = Layout(table, header, {column.key: None for column in table.sheet_columns})
    _place(layout, found, wanted)
    _add(layout, _strangers(found, table, tables))
    layout.gaps += _missing(layout, found)
    return layout


def _header(grid: Grid, wanted: Mapping[str, Column]) -> tuple[int, list[str]]:
    """Return the row with most of the `wanted` titles, and its titles; 0 where no row has any."""
    best: tuple[int, list[str]] = (0, [])
    most = 0
    for number in range(1, min(SEARCHED_ROWS, len(grid.rows)) + 1):
        found = titles(grid, number)
        known = wanted.keys() & set(found)
        if len(known) > most:
            best, most = (number, found), len(known)
        if all(title in known for title, column in wanted.items() if column.on_sheet):
            break
    return best


def _place(layout: Layout, found: list[str], wanted: dict[str, Column]) -> None:
    """Give each declared column the first place that bears its title."""
    for place, title in enumerate(found):
        column = wanted.get(title)
        if column is None:
            continue
        if not column.on_sheet:
            layout.gaps.append(_gap("computed_column", layout, column.title, place))
        elif layout.places[column.key] is None:
            layout.places[column.key] = place
        else:
            layout.gaps.append(_gap("duplicate_column", layout, column.title, place))


def _strangers(found: list[str], table: Table, tables: Sequence[Table]) -> Iterator[tuple[int, str]]:
    """Yield the columns no table of the sheet declares, where `table` is the nearest to their left."""
    owners = {title_of(column.title): owner for owner in tables for column in owner.columns}
    last = next((owners[title] for title in found if title in owners), None)
    for place, title in enumerate(found):
        last = owners.get(title, last)
        if title and title not in owners and last is table:
            yield place, title


def _add(layout: Layout, strangers: Iterator[tuple[int, str]]) -> None:
    for place, title in strangers:
        if title not in layout.places:
            layout.added.append(Column(title, title, ANY))
            layout.places[title] = place
        else:
            layout.gaps.append(_gap("duplicate_column", layout, title, place))


def _missing(layout: Layout, found: list[str]) -> Iterator[Gap]:
    """Yield a gap for each declared column that is not there, naming the nearest title that is."""
    strange = [column.title for column in layout.added]
    for column in layout.table.sheet_columns:
        if layout.places[column.key] is None:
            near = nearest(column.title, strange)
            yield _gap("missing_column", layout, column.title, found.index(near) if near else None, near)


def _untitled(grid: Grid, layout: Layout) -> Iterator[Gap]:
    """Yield one gap where entries stand under no title: they are not read."""
    bare = [place for place, title in enumerate(titles(grid, layout.header)) if not title]
    below = grid.rows[layout.header :]
    place = next((place for place in bare if any(row[place] is not None for row in below)), None)
    if place is not None:
        yield _gap("untitled_column", layout, letters(place), place)


def _gap(form: str, layout: Layout, title: str, place: int | None, nearest: str = "") -> Gap:
    where = f"{layout.table.sheet}!{letters(place)}{layout.header}" if place is not None else ""
    return Gap(form, layout.table, title, nearest, where)
