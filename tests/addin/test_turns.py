"""下次变化日: until the day a run names, the same entries come to the same findings, figures and text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Hashable
from pathlib import Path

import pytest

from addin.judgement import judge
from workbook.grid import open_book
from workbook.grid.model import Book
from workbook.read import read
from workbook.tables import SHEETS, TABLES
from workbook.watched import Watched

SAMPLE = Path(__file__).parents[2] / "workbook" / "党建台账（示例）.xlsm"
COUNTED = re.compile(r"\d+")  # days left are counted down in a message, which is the same message
DAY = dt.timedelta(1)


@pytest.fixture(scope="module")
def book() -> Book:
    return open_book(SAMPLE, SHEETS)


def come_to(book: Book, day: dt.date) -> tuple[Hashable, dt.date | None]:
    """Return what the sample comes to on a day, and the day on which that is said to change."""
    today = Watched.of(day)
    judged = judge(read(book, TABLES, None, today))
    findings = sorted((f.code, f.cell.address, COUNTED.sub("", f.says), f.explained) for f in judged.findings)
    figures = [(figure.name, figure.value, figure.state) for figure in judged.figures.values()]
    return (tuple(findings), tuple(map(str, figures)), COUNTED.sub("", str(judged.summary))), today.turns


# the first days of the year, a busy autumn, and the turn of the year with its grace
@pytest.mark.parametrize("begin", [dt.date(2021, 12, 20), dt.date(2022, 9, 20), dt.date(2022, 12, 10)])
def test_what_a_workbook_comes_to_changes_on_no_day_before_the_one_named(book: Book, begin: dt.date) -> None:
    now, turns = come_to(book, begin)
    changes = named = 0
    for day in (begin + n * DAY for n in range(1, 30)):
        then, following = come_to(book, day)
        assert then == now or turns == day, f"{day} was not foreseen"
        changes += then != now
        named += turns == day
        now, turns = then, following
    assert changes and named <= 2 * changes + 3  # naming every day would foresee all and be of no use


def test_a_year_long_over_changes_no_more(book: Book) -> None:
    assert come_to(book, dt.date(2024, 5, 1))[1] is None
