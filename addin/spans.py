"""Worksheet rows in short, for a person to find them again: 5–18、22."""

from __future__ import annotations

from collections.abc import Iterable

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
