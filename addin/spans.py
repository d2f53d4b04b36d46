"""Worksheet rows in short, for a person to find them again: 5–18、22, and the first of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbook.ledger import Row


def spans(rows: Iterable[Row]) -> str:
    """Write worksheet rows in short: 5–18、22."""
    numbers = sorted({row.number for row in rows})
    ends: list[list[int]] = []
    for number in numbers:
        if ends and number == ends[-1][1] + 1:
            ends[-1][1] = number
        else:
            ends.append([number, number])
    return "、".join(str(a) if a == b else f"{a}–{b}" for a, b in ends)


def first_cell(rows: Sequence[Row]) -> str:
    """Return the first cell of the first of `rows`: 活动台账!A5."""
    ledger = rows[0].ledger
    letters = min(ledger.letters.values(), key=lambda each: (len(each), each), default="A")
    return f"{ledger.table.sheet}!{letters}{min(row.number for row in rows)}"
