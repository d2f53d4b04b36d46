"""Every number leads back to its rows: a row that changes moves exactly the figures that rest on it."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from addin.indicator import Figure, compute
from tests.coverage.loaded import Rows, ledgers, sample_rows
from workbook.ledger import Ledgers
from workbook.tables import TABLES

# The roster says who 全体 is, and definitions are no entries: all other rows are only counted.
COUNTED = [
    table for table in TABLES if table.group in ("清单", "台账", "党员", "专用") and table.key != "members"
]
ROWS_EACH = 6
SAMPLE = sample_rows()


def cases() -> Iterator[tuple[str, int]]:
    """Yield a few rows of every ledger, the same ones each time."""
    chance = random.Random(2022)
    for table in COUNTED:
        numbers = range(len(SAMPLE.get(table.key, [])))
        yield from ((table.key, number) for number in chance.sample(numbers, min(ROWS_EACH, len(numbers))))


def without(key: str, number: int) -> Rows:
    """Return the sample year with one row left blank, so that all others keep their places."""
    return SAMPLE | {key: [{} if place == number else row for place, row in enumerate(SAMPLE[key])]}


def told(figure: Figure) -> tuple[object, str, list[int]]:
    return figure.value, figure.state, [row.number for row in figure.rows]


@pytest.fixture(scope="module")
def year() -> Ledgers:
    return ledgers(SAMPLE)


@pytest.fixture(scope="module")
def before(year: Ledgers) -> dict[str, Figure]:
    return compute(year)


@pytest.mark.parametrize(("key", "number"), list(cases()))
def test_a_row_taken_out_changes_exactly_the_figures_that_name_it(
    key: str, number: int, year: Ledgers, before: dict[str, Figure]
) -> None:
    after = compute(ledgers(without(key, number)))
    changed = {name for name, figure in before.items() if told(after[name]) != told(figure)}
    row = year[key].rows[number]
    assert changed == {name for name, figure in before.items() if row in figure.rows}


def test_the_cases_touch_most_figures(year: Ledgers, before: dict[str, Figure]) -> None:
    """Guard the test above: rows that no figure names would let it pass with nothing traced."""
    rows = [year[key].rows[number] for key, number in cases()]
    touched = {name for name, figure in before.items() if any(row in rows for row in figure.rows)}
    assert len(touched) > len(before) / 2
