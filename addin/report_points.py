"""The sheet 积分 of the report: each member's points, in the order of the roster."""

from __future__ import annotations

from typing import Any

from addin.points import items, points
from workbook.ledger import Ledgers

SHEET, WIDTH = "积分", 16
Columns = tuple[tuple[str, float], ...]


def points_table(ledgers: Ledgers) -> tuple[Columns, list[tuple[Any, ...]]] | None:
    """Return the columns and the lines of the sheet, or None where no row of 积分台账 is in use."""
    used = items(ledgers)
    if not used:
        return None
    columns = (("姓名", 12), *((item.name, WIDTH) for item in used), ("合计", 10))
    return columns, [(each.name, *each.by_item, each.total) for each in points(ledgers)]
