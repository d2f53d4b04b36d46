"""Rows and the ledgers they stand in: what reading hands to every later step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from workbook.spec import Column, Derived, Table
from workbook.values import show

if TYPE_CHECKING:
    import pandas as pd

DAY = dt.timedelta(days=1)


class Cell(NamedTuple):
    """A cell by sheet, column title, column letters and worksheet row.

    `facts` and the row it stands in (`of`) fill the words of a message.
    """

    sheet: str
    title: str
    letters: str
    row: int
    facts: Mapping[str, Any] = MappingProxyType({})
    of: Row | None = None

    @property
    def address(self) -> str:
        """Return the address as a person types it: 活动台账!F12."""
        return f"{self.sheet}!{self.letters}{self.row}"


class Mark(NamedTuple):
    """What the reader noticed in one cell: `form` names it, `raw` is what stood there.

    `meant` is the value it was read as, or None where it could not be read; `hint` says what to type.
    """

    form: str
    table: str
    row: Row
    column: Column
    raw: Any
    meant: Any = None
    hint: str = ""


class Gap(NamedTuple):
    """A sheet or column that is not where it should be; `nearest` is the likeliest title, if any."""

    form: str
    table: Table
    title: str
    nearest: str = ""
    place: str = ""


class Row:
    """One row of a ledger: values by column key, and the worksheet row they stand in."""

    __slots__ = ("ledger", "number", "plain", "values")

    def __init__(self, ledger: Ledger, number: int, values: list[Any]) -> None:
        self.ledger = ledger
        self.number = number
        self.plain = ledger.plain
        self.values = values

    def __getitem__(self, key: str) -> Any:
        """Return the value of column `key`; a Derived one is computed unless a person typed it."""
        place = self.plain[key]
        if place is not None:  # nearly always, and all steps come through here
            return self.values[place]
        typed = self.typed(key)
        return self.computed(key) if typed is None else typed

    def typed(self, key: str) -> Any:
        """Return what a person typed into column `key`, or None."""
        place = self.ledger.places.get(key)
        return None if place is None else self.values[place]

    def computed(self, key: str) -> Any:
        """Return the value the reader computes for the Derived column `key`; many rules ask for it."""
        memo, place = self.ledger.ledgers.memo, (self, key)
        if place not in memo:
            memo[place] = self.ledger.derived[key].compute(self)
        return memo[place]

    def at(self, key: str, **facts: Any) -> Cell:
        """Return the cell of column `key`; `facts` are further words for a message."""
        return self.ledger.cell(key, self.number, facts, self)

    def later(self, key: str) -> Any:
        """Return what stands in the cell of column `key` but came only after the as-of date, or None."""
        return self.ledgers.later.get((self.ledger.table.key, self.number, key))

    @property
    def ledgers(self) -> Ledgers:
        """Return the workbook the row belongs to."""
        return self.ledger.ledgers

    @property
    def day(self) -> dt.date | None:
        """Return the day that dates the row, or None."""
        dated = self.ledger.table.dated
        day: dt.date | None = self[dated] if dated else None
        return day

    @property
    def year(self) -> int | None:
        """Return the year the row belongs to: 归属年度, else the year of its day, else the workbook's."""
        stated = self["year"] if "year" in self.ledger.places else None
        if stated is not None:
            return int(stated)
        return self.day.year if self.day else self.ledgers.year

    @property
    def is_later(self) -> bool:
        """Tell whether the row lies after the as-of date and is not counted.

        Without a day that a person chose, a row whose 归属年度 is the workbook's is later only after today:
        last year's 组织生活会, 民主评议 and 述职 are held by March, and the end of the year is there to keep
        out what has not come, not what belongs to the year.
        """
        day, ledgers = self.day, self.ledgers
        if day is None or day <= ledgers.as_of:
            return False
        belongs = "year" in self.ledger.places and self["year"] is not None and self.year == ledgers.year
        return ledgers.named or not belongs or day > ledgers.today

    @property
    def name(self) -> str:
        """Return the 编号, or where there is none, date, kind and title: how people call the row."""
        number = self["id"] if "id" in self.ledger.places else None
        if number:
            return show(number)
        return " ".join(filter(None, (show(self[key]) for key in self.ledger.table.identity)))

    def __repr__(self) -> str:
        return f"<{self.ledger.table.sheet} row {self.number}>"


class Ledger:
    """The rows of one table, with the place of each column on the worksheet."""

    def __init__(
        self,
        ledgers: Ledgers,
        table: Table,
        columns: tuple[Column, ...],
        letters: dict[str, str],
        header: int,
    ) -> None:
        self.ledgers = ledgers
        self.table = table
        self.columns = columns
        self.places = {column.key: place for place, column in enumerate(columns)}
        self.letters = letters
        self.header = header
        self.lines: dict[str, int] = {}  # worksheet rows by column key, in an upright table
        self.derived = {column.key: column for column in table.columns if isinstance(column, Derived)}
        self.plain: dict[str, int | None] = self.places | dict.fromkeys(self.derived)  # None: not that simple
        self.rows: list[Row] = []

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, title: str) -> Column | None:
        """Return the column titled `title`, added ones and Derived ones included, or None."""
        return self.by_title.get(title)

    @cached_property
    def by_title(self) -> dict[str, Column]:
        """Return every column a condition can name, by its title."""
        derived = {column.title: column for column in self.derived.values()}
        return derived | {column.title: column for column in self.columns}

    @cached_property
    def longest_titles(self) -> tuple[str, ...]:
        """Return the titles a condition can name, the longest first."""
        return tuple(sorted(self.by_title, key=len, reverse=True))

    @cached_property
    def by_id(self) -> dict[str, Row]:
        """Return the rows by their 编号; of two equal ones the first."""
        if "id" not in self.places:
            return {}
        return {str(row["id"]): row for row in reversed(self.rows) if row["id"]}

    def cell(self, key: str, number: int, facts: dict[str, Any] | None = None, of: Row | None = None) -> Cell:
        """Return the cell of column `key` in worksheet row `number`."""
        column = next(c for c in (*self.columns, *self.table.columns) if c.key == key)
        line = self.lines.get(key, number)
        return Cell(self.table.sheet, column.title, self.letters.get(key, "A"), line, facts or {}, of)

    def frame(self) -> pd.DataFrame:
        """Return the ledger as a data frame: columns by title, worksheet rows as the index."""
        import pandas as pd

        keys = {column.key: column.title for column in (*self.columns, *self.derived.values())}
        records = [{title: row[key] for key, title in keys.items()} for row in self.rows]
        return pd.DataFrame(records, index=[row.number for row in self.rows], columns=[*keys.values()])


@dataclass
class Ledgers:
    """A whole workbook as read: ledgers by table key, settings, option lists, and what was noticed.

    `year` is the workbook's year (None while 基本信息 names none); `as_of` the day it is looked at, `named`
    where a person chose that day; `later` what was entered of a later day, by table, row and column key.
    """

    name: str
    year: int | None = None
    as_of: dt.date = field(default_factory=dt.date.today)
    today: dt.date = field(default_factory=dt.date.today)
    named: bool = False
    tables: dict[str, Ledger] = field(default_factory=dict)
    options: dict[str, tuple[str, ...]] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    later: dict[tuple[str, int, str], Any] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Ledger:
        return self.tables[key]

    def __iter__(self) -> Iterator[Ledger]:
        return iter(self.tables.values())

    def __contains__(self, key: str) -> bool:
        return key in self.tables

    def setting(self, key: str) -> Any:
        """Return the entry `key` of 基本信息, or what an empty one means."""
        basics = self.tables.get("basics")
        value = basics.rows[0][key] if basics and basics.rows else None
        if value is None and basics:
            return basics.table[key].default
        return value

    @property
    def now(self) -> dt.date:
        """Return the day the workbook is looked at: the one a person chose, else today."""
        return self.as_of if self.named else self.today

    @property
    def ends_early(self) -> bool:
        """Tell whether a person chose a day before the last one of the workbook's year."""
        return self.named and self.year is not None and self.as_of < dt.date(self.year, 12, 31)

    def soon(self, key: str) -> dt.date:
        """Return the last day that is near: so many days from now as the entry `key` of 基本信息 says."""
        try:
            return self.now + dt.timedelta(self.setting(key))
        except OverflowError:
            return dt.date.max

    def has_passed(self, day: dt.date) -> bool:
        """Tell whether what was due on `day` is late; once a year is over, its last day has passed too."""
        return day < min(self.now, self.as_of + DAY)

    def has_begun(self, month: int, day: dt.date | None = None) -> bool:
        """Tell whether `month` of the workbook's year had begun on `day` (None: the as-of date)."""
        return self.year is None or dt.date(self.year, month, 1) <= (day or self.as_of)

    def is_over(self, month: int) -> bool:
        """Tell whether `month` of the workbook's year was over at the end of the as-of date."""
        if self.year is None:
            return False
        following = dt.date(self.year + month // 12, month % 12 + 1, 1)
        return following <= self.as_of + DAY

    def by_sheet(self, sheet: str) -> Ledger | None:
        """Return the ledger whose sheet is named `sheet`, or None."""
        return next((ledger for ledger in self if ledger.table.sheet == sheet), None)

    @cached_property
    def memo(self) -> dict[Any, Any]:
        """Return a place where costly look-ups (the roster of a day) are kept for one run."""
        return {}
