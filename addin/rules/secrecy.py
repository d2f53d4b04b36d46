"""Secrets do not belong in this workbook, and a message never repeats one."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from addin.basis import SECRECY
from addin.cells import filled_in
from addin.finding import ENTRY, ERROR
from addin.rule import Found, rule
from addin.secrecy import is_marked
from workbook.ledger import Ledgers, Row
from workbook.values import People


@rule(
    "SECRET-001",
    ENTRY,
    ERROR,
    basis=SECRECY,
    says="单元格里有密级标志。",
    why="本工作簿不得录入国家秘密、工作秘密。",
    fix="请立即删去这一格的内容，按保密规定处理本文件，并告知保密工作人员。",
)
def mark_of_secrecy(ledgers: Ledgers) -> Found:
    """Find 密级 marks in any cell a person fills, those that could not be read included."""
    seen = set()
    for row, key in (*_in_values(ledgers), *_in_marks(ledgers)):
        if (id(row), key) not in seen:
            seen.add((id(row), key))
            yield row.at(key)


def _in_values(ledgers: Ledgers) -> Iterator[tuple[Row, str]]:
    for ledger in filled_in(ledgers):
        for row in ledger:
            for place, value in enumerate(row.values):
                if value is not None and _marked(value):
                    yield row, ledger.columns[place].key


def _marked(value: Any) -> bool:
    """Tell whether a value of any kind shows a mark; numbers and days never do."""
    if type(value) is str:  # most cells
        return "密" in value and is_marked(value)
    if type(value) is float:
        return False
    if isinstance(value, People):
        return any(map(is_marked, (*value.names, *(note for _, note in value.notes))))
    return not isinstance(value, (float, dt.date)) and is_marked(str(value))


def _in_marks(ledgers: Ledgers) -> Iterator[tuple[Row, str]]:
    return ((mark.row, mark.column.key) for mark in ledgers.marks if is_marked(mark.raw))


RULES = (mark_of_secrecy,)
