"""Ledgers from Markdown tables, read by the product's own reader: what most tests start from."""

from __future__ import annotations

import datetime as dt

from workbook.grid import markdown
from workbook.ledger import Ledgers
from workbook.read import read
from workbook.tables import TABLES

BASICS = "| 项目 | 内容 |\n| 年度 | {year} |\n| 单位简称 | 市某局 |"


def ledgers(
    sheets: dict[str, str],
    year: int = 2022,
    as_of: dt.date | None = None,
    today: dt.date | None = None,
) -> Ledgers:
    """Read Markdown `sheets` by name as a workbook of `year`."""
    given = {"基本信息": BASICS.format(year=year), **sheets}
    return read(markdown.book(given), TABLES, as_of, today)
