"""The rows of a year told again: the same structure, other words, other people, other days, and valid."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any

from workbook.spec import Column, Table

Row = dict[str, Any]
ID, DATE, THEME, EVENT = "编号", "日期", "年度主题", "活动编号"
SETTLED = ("存放位置", "单位", "授予单位", "依据")  # words that conditions and rules rest on
PLACES = ("地点", "社区")
OWN = "党员个人"
HALF_HOUR = 0.5  # people take part so often that whole hours would not fit a day
BETWEEN = re.compile("[，；]")
NUMBER = re.compile(r"(\d+)(?=号)")
PAIRS = ("“”", "《》", "（）")
STRIDE, DAYS = 37, 365  # every copy of a year has days of its own


@dataclass
class Retelling:
    """Tells the rows of `sample` again; everything follows from `random`."""

    random: Random
    sample: dict[str, list[Row]]

    def __post_init__(self) -> None:
        members = self.sample["members"]
        self.staying = [
            row for row in members if not row.keys() & {"转入日期", "转出日期"} and "转正日期" in row
        ]
        self.movers = {row["姓名"]: row["党小组"] for row in members if row not in self.staying}
        self.places = [row["社区"] for row in self.sample["options"] if "社区" in row]
        self.year = int(self.sample["basics"][0]["年度"])
        self.pools: dict[tuple[str, str], list[str]] = {}

    def rows(self, table: Table, copies: range) -> Iterator[Row]:
        """Yield the sample's rows of `table` for every number of `copies`; copy 0 is as it is."""
        rows = self.sample[table.key]
        again = [row for row in rows if not self._names_mover(row)] if table.key == "talks" else rows
        for copy in copies:
            yield from (self._row(table, row, copy) for row in again) if copy else rows

    def settled(self, row: Row) -> Row:
        """Return `row` as it can stand among many: one place for a day, themes of their time."""
        day = row[DATE]
        place = self.places[day.toordinal() % len(self.places)]
        row = {title: place if title in PLACES else value for title, value in row.items()}
        if THEME in row and not self._holds(row[THEME], day):
            del row[THEME]
        if "组织方式" in row and EVENT not in row:
            row["组织方式"] = OWN  # a service of the unit goes with an activity
        return row

    def _holds(self, theme: str, day: dt.date) -> bool:
        return any(
            row.get("起", day) <= day <= row.get("止", day)
            for row in self.sample["themes"]
            if row["简称"] == theme
        )

    def _row(self, table: Table, row: Row, copy: int) -> Row:
        days = dt.timedelta(copy * STRIDE % DAYS if DATE in row else 0)
        people = self._people(table, row)
        columns = {column.title: column for column in table.columns}
        told = {title: self._told(columns[title], value, copy, days, people) for title, value in row.items()}
        told |= {title: self._words(table, title, text, copy) for title, text in _prose(columns, row)}
        return told

    def _told(self, column: Column, value: Any, copy: int, days: dt.timedelta, people: dict[str, str]) -> Any:
        if isinstance(value, dt.date):
            return self._moved(value, days)
        if column.kind.name == "people":
            return self.name.sub(lambda found: people.get(found[0], found[0]), value)
        if column.kind.name == "reference" or column.title == ID:
            return self.id.sub(rf"\g<0>-{copy}", value)
        if column.title == "文号":
            return NUMBER.sub(lambda found: str(int(found[0]) + 1000 * copy), value)
        return HALF_HOUR if column.title == "每人时长" else value

    def _names_mover(self, row: Row) -> bool:
        return any(name in str(value) for value in row.values() for name in self.movers)

    def _moved(self, day: dt.date, days: dt.timedelta) -> dt.date:
        """Return `day` moved on, from the end of the year to its beginning."""
        moved = day + days
        return moved - dt.timedelta(DAYS) if days and moved.year > self.year else moved

    def _people(self, table: Table, row: Row) -> dict[str, str]:
        """Return who stands for whom: members of one group, without an office, change places.

        Somebody who was a member for a part of the year only is replaced by one the row does not name.
        """
        named = " ".join(str(value) for value in row.values())
        movers = [(name, group) for name, group in self.movers.items() if name in named]
        replaced: dict[str, str] = {}
        for name, group in movers:
            taken = (named, *replaced.values())
            free = [other for other in self.groups[group] if not any(other in each for each in taken)]
            replaced[name] = self.random.choice(free)
        if movers or table.key == "talks":  # two people talk once on a day
            return replaced
        pairs = [(group, self.random.sample(group, len(group))) for group in self.groups.values()]
        return {name: other for group, others in pairs for name, other in zip(group, others, strict=True)}

    def _words(self, table: Table, title: str, text: str, copy: int) -> str:
        """Return a text of as many clauses, taken from all texts of the column."""
        pool = self.pools.setdefault((table.key, title), list(_clauses(self.sample[table.key], title)))
        count = len(BETWEEN.split(text))
        named = any(table[key].title == title for key in (*table.identity, *(table.narrates or ())))
        if count == 1 and named:
            return f"{text}·{copy}"
        words = "，".join(self.random.sample(pool, min(count, len(pool)))) or text
        return f"{words}·{copy}" if named else words

    @cached_property
    def id(self) -> re.Pattern[str]:
        """Return the pattern of the sample's 编号."""
        ids = {str(row[ID]) for rows in self.sample.values() for row in rows if ID in row}
        return re.compile("|".join(sorted(map(re.escape, ids), key=len, reverse=True)))

    @cached_property
    def groups(self) -> dict[str, list[str]]:
        """Return the names of members without an office, by Party group."""
        groups: dict[str, list[str]] = {}
        for row in self.staying:
            if not row.keys() & {"党内职务", "党小组长"} and row["班子成员"] == "否":
                groups.setdefault(row["党小组"], []).append(row["姓名"])
        return groups

    @cached_property
    def name(self) -> re.Pattern[str]:
        """Return the pattern of the names that are exchanged."""
        return re.compile(
            "|".join([*self.movers, *(name for group in self.groups.values() for name in group)])
        )


def _prose(columns: dict[str, Column], row: Row) -> Iterator[tuple[str, str]]:
    """Yield title and text of the cells of `row` that hold words of a person's own."""
    for title, value in row.items():
        if columns[title].kind.name == "text" and title not in (ID, "文号", *PLACES, *SETTLED):
            yield title, value


def _clauses(rows: list[Row], title: str) -> Iterator[str]:
    """Yield the clauses of a column's texts whose marks come in pairs."""
    for row in rows:
        for clause in BETWEEN.split(str(row.get(title, ""))):
            if clause and all(clause.count(mark[0]) == clause.count(mark[1]) for mark in PAIRS):
                yield clause
