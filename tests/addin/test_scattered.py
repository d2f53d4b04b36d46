"""Scattered cells: what the macro is handed for them, and the writes that stand in for it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from addin.scattered import Scattered, format_of, plain

DAY = dt.date(2022, 3, 4)
CELLS = Scattered("活动台账", (("C", 4, "四"), ("D", 3, "'3-4"), ("C", 3, None), ("C", 700, DAY)))


def test_the_macro_is_handed_places_contents_and_formats_of_equal_number() -> None:
    assert CELLS.words == (
        ["C4", "D3", "C3", "C700"],
        ["四", "'3-4", "", 44624.0],
        ["", "", "", "yyyy-m-d"],
    )


def test_cells_below_one_another_are_one_write_without_it() -> None:
    assert [(each.place, each.rows) for each in CELLS.runs] == [
        ("D3", (("'3-4",),)),
        ("C3", ((None,), ("四",))),
        ("C700", ((DAY,),)),
    ]


@pytest.mark.parametrize(
    ("value", "given", "code"),
    [
        (None, "", ""),
        ("甲", "甲", ""),
        (2.5, 2.5, "General"),
        (True, True, "General"),
        (dt.date(1900, 3, 1), 61.0, "yyyy-m-d"),
        (dt.datetime(2022, 3, 4), 44624.0, "yyyy-m-d"),
        (dt.datetime(2022, 3, 4, 6), 44624.25, "yyyy-m-d h:mm"),
        (dt.time(18), 0.75, "h:mm"),
    ],
)
def test_days_and_times_are_handed_over_as_numbers_with_a_format(value: Any, given: Any, code: str) -> None:
    assert (plain(value), type(plain(value)), format_of(value)) == (given, type(given), code)
