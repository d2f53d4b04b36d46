"""Which cells leave open what a row counts for: not read, of no known year, of no known person or option."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbook.ledger import Ledger, Row
from workbook.nearest import nearest
from workbook.roster import IN_CHARGE, strangers
from workbook.spec import Column, Derived
from workbook.values import People

# Lists an office adds names to as they turn up; a value outside them is new rather than wrong.
OPEN_LISTS = ("主体", "社区", "科室", "党小组", "成果单位", "文件类别", "问题来源", "谈话时机")
TERM = ("joined", "arrived", "left")  # from when and until when a member of the roster is counted


def unreadable(row: Row, key: str) -> bool:
    """Tell whether the reader could not read the cell of column `key`."""
    marks = row.ledgers.memo.get("unreadable")
    if marks is None:
        marks = {(id(m.row), m.column.key) for m in row.ledgers.marks if m.meant is None}
        row.ledgers.memo["unreadable"] = marks
    return (id(row), key) in marks


def sources(row: Row, column: Column) -> tuple[str, ...]:
    """Return the columns whose cells the value of `column` comes from; what is typed comes from itself."""
    if isinstance(column, Derived) and row.typed(column.key) is None:
        return column.of
    return (column.key,)


def partly_read(row: Row, column: Column) -> bool:
    """Tell whether a cell that the value of `column` comes from was not read, or not to its end."""
    return bool(row.ledgers.marks) and any(unreadable(row, key) for key in sources(row, column))


def of_strangers(row: Row, column: Column) -> bool:
    """Tell whether the value of `column` comes from a name that may be a member's, written wrongly."""
    named = (row.typed(key) for key in _naming(row.ledger, column) if key in sources(row, column))
    return any(isinstance(value, People) and strangers(value, row.ledgers) for value in named)


def _naming(ledger: Ledger, column: Column) -> tuple[str, ...]:
    """Return the columns of names that the value of `column` may come from, those in charge left out."""
    key = ("naming", ledger.table.key, column.key)
    if key not in ledger.ledgers.memo:
        named = {each.key for each in ledger.columns if each.kind.name == "people"}.difference(IN_CHARGE)
        found = tuple(each for each in (column.key, *column.of) if each in named)
        ledger.ledgers.memo[key] = found
    naming: tuple[str, ...] = ledger.ledgers.memo[key]
    return naming


def of_no_known_year(ledger: Ledger) -> frozenset[Row]:
    """Return the rows whose cells that say to which year and time they belong leave it open.

    A day that must be entered and was not leaves it open as well; other blanks say that nothing was done.
    """
    key = ("of no known year", ledger.table.key)
    if key not in ledger.ledgers.memo:
        ledger.ledgers.memo[key] = frozenset(_of_no_known_year(ledger))
    found: frozenset[Row] = ledger.ledgers.memo[key]
    return found


def _of_no_known_year(ledger: Ledger) -> Iterator[Row]:
    dated = ledger.table.dated
    cells = TERM if ledger.table.key == "members" else ("year", dated)
    must = bool(dated) and ledger.table[dated].required
    read = not ledger.ledgers.marks
    for row in ledger:
        if (must and row.day is None) or not (read or not any(unreadable(row, cell) for cell in cells)):
            yield row


def strays(ledger: Ledger, column: Column, known: tuple[str, ...]) -> dict[int, set[str]]:
    """Return, by worksheet row, the options that a value outside the list `known` may have been meant for.

    It is the nearest one; where none is near, a required cell may mean any, and another none.
    """
    if column.kind.name != "choice" or column.kind.source in OPEN_LISTS or not known:
        return {}
    key = ("strays", ledger.table.key, column.key)
    if key not in ledger.ledgers.memo:
        offered, found = frozenset(known), dict[int, set[str]]()
        for each in (column.key, *column.also):
            anything = set(known if column.required and each == column.key else ())
            for number, word in _unlisted(ledger, each, offered):
                near = nearest(word, known)
                found.setdefault(number, set()).update({near} if near else anything)
        ledger.ledgers.memo[key] = found
    strays: dict[int, set[str]] = ledger.ledgers.memo[key]
    return strays


def _unlisted(ledger: Ledger, key: str, offered: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield the worksheet row of each value of the column `key` that is not `offered`."""
    place = ledger.places.get(key)
    if place is None or {row.values[place] for row in ledger} <= {*offered, None}:  # as nearly always
        return
    for row in ledger:
        value: Any = row.values[place]
        for word in value if isinstance(value, tuple) else (value,):
            if word is not None and word not in offered:
                yield row.number, word
