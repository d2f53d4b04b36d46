"""A day that notices on which later day a comparison with it would come out otherwise."""

from __future__ import annotations

import copy
import datetime as dt
import operator
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.watched import Watched

TODAY = dt.date(2022, 11, 26)
COMPARISONS = (operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne)
near = st.integers(-40, 40)


@given(st.sampled_from(COMPARISONS), near, near, st.booleans())
def test_the_day_noticed_is_the_first_on_which_the_answer_is_another(
    compare: Callable[[dt.date, dt.date], bool], ahead: int, away: int, turned: bool
) -> None:
    def ask(today: dt.date) -> bool:
        moved, other = today + dt.timedelta(ahead), TODAY + dt.timedelta(away)
        return compare(other, moved) if turned else compare(moved, other)

    today = Watched.of(TODAY)
    answer = ask(today)
    assert answer == ask(TODAY)
    days = (TODAY + dt.timedelta(n) for n in range(1, 200))
    assert today.turns == next((day for day in days if ask(day) != answer), None)


def test_of_several_comparisons_the_nearest_counts() -> None:
    today = Watched.of(TODAY)
    assert today.turns is None
    assert today < dt.date(2022, 12, 31) and today <= dt.date(2022, 12, 24)
    assert today.turns == dt.date(2022, 12, 25)
    assert today + dt.timedelta(15) < dt.date(2022, 12, 15)
    assert today.turns == dt.date(2022, 11, 30)


def test_two_days_that_move_together_never_turn() -> None:
    today = Watched.of(TODAY)
    assert today < today + dt.timedelta(1) and min(today, today - dt.timedelta(3)) < today
    assert today.turns is None


def test_the_day_that_stands_for_no_end_never_comes() -> None:
    today = Watched.of(TODAY)
    assert today < dt.date.max and today <= dt.date.max and today + dt.timedelta(15) != dt.date.max
    assert today.turns is None


def test_it_is_a_date_in_every_other_way() -> None:
    today = Watched.of(TODAY)
    assert {today: 1}[TODAY] == 1 and f"{today:%Y-%m-%d}" == "2022-11-26" == today.isoformat()
    assert today - TODAY == dt.timedelta(0) and (dt.date(2022, 12, 1) - today).days == 5
    assert copy.deepcopy(today) == today.replace(day=26) == TODAY
    assert today != "2022-11-26" and today is not None
    with pytest.raises(TypeError):
        assert today < 5  # type: ignore[operator]


def test_the_last_day_there_is_turns_nothing() -> None:
    today = Watched.of(TODAY)
    assert today <= dt.date.max and today.turns is None
