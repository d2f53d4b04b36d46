"""Raw cell → value, one module a group of kinds. Nothing here raises for what stands in a cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from workbook.parse.dates import date, month
from workbook.parse.deadlines import deadline
from workbook.parse.numbers import number
from workbook.parse.people import people
from workbook.parse.reading import BLANKING, PARTIAL, SAFE, UNREADABLE, Around, Reading
from workbook.parse.text import any_value, choice, reference, text
from workbook.spec import Column

Parser = Callable[[Any, Column, Around], Reading]

PARSERS: dict[str, Parser] = {
    "text": text,
    "number": number,
    "date": date,
    "month": month,
    "deadline": deadline,
    "people": people,
    "choice": choice,
    "reference": reference,
    "any": any_value,
}

# Values of these types need no parser.
UNTOUCHED: dict[str, set[type]] = {"number": {float}, "date": {dt.date}}

__all__ = [
    "BLANKING", "PARSERS", "PARTIAL", "SAFE", "UNREADABLE", "UNTOUCHED", "Around", "Parser", "Reading",
]  # fmt: skip
