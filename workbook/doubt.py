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
    return any(key not in IN_CHARGE and _names_a_stranger(row, key) for key in sources(row, column))


def _names_a_stranger(row: Row, key: str) -> bool:
    value = row.typed(key)
    return isinstance(value, People) and bool(strangers(value, row.ledgers))


def of_no_known_year(row: Row) -> bool:
    """Tell whether the cells that say to which year and time a row belongs leave it open.

    A day that must be entered and was not leaves it open as well; other blanks say that nothing was done.
    """
    table = row.ledger.table
    if table.key == "members":
        return any(unreadable(row, key) for key in TERM)
    if unreadable(row, "year") or not table.dated:
        return unreadable(row, "year")
    return unreadable(row, table.dated) or (row.day is None and table[table.dated].required)


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
    rows = ledger.rows if key in ledger.places else ()
    for row in rows:
        value: Any = row[key]
        for word in value if isinstance(value, tuple) else (value,):
            if word is not None and word not in offered:
                yield row.number, word
