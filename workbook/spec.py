"""The words a sheet is declared with: Kind, Column, Derived, Table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple


class Kind(NamedTuple):
    """What a column's cells hold.

    `source` names the option list (choice) or the key of the table (reference);
    `several` allows more than one value in a cell.
    """

    name: str
    source: str = ""
    several: bool = False


TEXT = Kind("text")
NUMBER = Kind("number")
DATE = Kind("date")  # a day
MONTH = Kind("month")  # a year and a month, read as the month's first day
DEADLINE = Kind("deadline")  # a day, or 4月底前, 上半年, 长期坚持 …
PEOPLE = Kind("people", several=True)
PERSON = Kind("people")
ANY = Kind("any")  # of a column a person added: whatever stands there

LASTING, UNFINISHED = "lasting", "unfinished"


def choice(source: str, several: bool = False) -> Kind:
    """Return the kind of a column whose values stand in the option list `source`."""
    return Kind("choice", source, several)


def reference(table: str, several: bool = False) -> Kind:
    """Return the kind of a column that holds the 编号 of rows of `table`."""
    return Kind("reference", table, several)


class Column(NamedTuple):
    """One column: builder, reader, drop-down, prompt, checks and docs follow from it.

    `also` names further columns in which a condition on this one looks as well.
    `printed` columns stand first on the sheet; `folded` ones are outlined and closed.
    `low` and `high` bound a number, both included. `width` counts half-width characters.
    `default` is what an empty setting means; `month` the month of the year whose amounts it holds;
    `yearly` cells are begun anew in next year's workbook; `compute`, `typed`, `of`, `words`, all it can
    hold, and `told_by`, the settings by which alone some of them are known, belong to Derived.
    """

    key: str
    title: str
    kind: Kind = TEXT
    required: bool = False
    help: str = ""
    width: float = 0
    unit: str = ""
    low: float | None = None
    high: float | None = None
    also: tuple[str, ...] = ()
    default: Any = None
    month: int | None = None
    yearly: bool = False
    printed: bool = True
    folded: bool = False
    compute: Callable[[Any], Any] = lambda row: None
    typed: bool = False
    of: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    told_by: Mapping[str, str] = MappingProxyType({})

    @property
    def on_sheet(self) -> bool:
        """Tell whether the column is one a person can type into."""
        return True


class Derived(Column):
    """A column the reader computes from those named by `of`; `typed` ones may be overridden by a person."""

    __slots__ = ()

    @property
    def on_sheet(self) -> bool:
        """Tell whether the column is one a person can type into."""
        return self.typed


@dataclass(frozen=True)
class Table:
    """One sheet, or one block of columns on a sheet.

    `dated` is the column that dates a row (a list of the year has none); `identity` the columns that
    name a row without 编号; `narrates` the heading and the sentence used in the summary; `attached`
    the columns of an attachment; `names` the column that drop-downs of other tables offer. An
    `upright` table has its titles in column A and one value beside each: the settings. `lasts` tells which
    rows go on into next year's workbook: all of them (LASTING), open ones (UNFINISHED), or none. A
    `one_page` sheet prints on a single page. Its rows are at least `lines` high.
    """

    key: str
    sheet: str
    columns: tuple[Column, ...]
    group: str = "台账"
    note: str = ""
    dated: str = ""
    identity: tuple[str, ...] = ()
    narrates: tuple[str, str] | None = None
    attached: tuple[str, ...] = ()
    names: str = "id"
    hidden: bool = False
    written: bool = False  # by the program, not by a person
    upright: bool = False
    lasts: str = ""
    landscape: bool = True
    one_page: bool = False
    lines: int = 1

    def __getitem__(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)

    @property
    def sheet_columns(self) -> tuple[Column, ...]:
        """Return the columns that stand on the sheet, in order."""
        return tuple(column for column in self.columns if column.on_sheet)

    def has(self, key: str) -> bool:
        """Tell whether the table declares the column `key`."""
        return any(column.key == key for column in self.columns)
