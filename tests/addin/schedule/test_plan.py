"""A plan knows its times as somebody would find them who looked at each minute."""

from __future__ import annotations

from calendar import monthrange
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addin.schedule.plan import (
    DAILY,
    MONTHLY,
    QUARTER,
    WEEKLY,
    WORKDAYS,
    Plan,
    as_data,
    clock,
    frequency,
    from_data,
    plan,
)
from tests.addin.schedule.given import PLANS

MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2033, 1, 1))
YEAR = timedelta(days=366)


def due(each: Plan, moment: datetime) -> bool:
    """Tell in other words than the plan's whether it falls on this minute."""
    if (moment.hour, moment.minute) != (each.at.hour, each.at.minute):
        return False
    last = monthrange(moment.year, moment.month)[1]
    return {
        DAILY: True,
        WORKDAYS: moment.weekday() not in (5, 6),
        WEEKLY: moment.weekday() + 1 == each.on,
        MONTHLY: moment.day == (each.on or last),
        QUARTER: moment.month % 3 == 0 and moment.day == last,
    }[each.every]


@settings(deadline=None, max_examples=300)
@given(PLANS, MOMENTS)
def test_the_next_time_is_the_first_minute_that_is_due(each: Plan, moment: datetime) -> None:
    found = each.next_after(moment)
    assert found > moment and due(each, found)
    start = datetime.combine(moment.date(), each.at)
    between = (start + timedelta(days=number) for number in range((found - start).days + 1))
    assert not any(due(each, time) for time in between if moment < time < found)


@settings(deadline=None, max_examples=300)
@given(PLANS, MOMENTS)
def test_the_last_time_is_the_one_after_which_the_next_comes(each: Plan, moment: datetime) -> None:
    found = each.last_before(moment)
    assert found <= moment and due(each, found)
    assert each.next_after(found) > moment
    assert each.last_before(found) == found
    assert each.last_before(each.next_after(moment)) == each.next_after(moment)


@pytest.mark.parametrize("each", [Plan(), Plan(WEEKLY, time(23, 59), 7), Plan(MONTHLY), Plan(DAILY, time())])
def test_each_minute_of_some_weeks_agrees(each: Plan) -> None:
    minute, moment = timedelta(minutes=1), datetime(2024, 2, 20)
    minutes = [moment + number * minute for number in range(1, 60 * 24 * 20)]
    expected = [time for time in minutes if due(each, time)]
    found = [each.next_after(moment)]
    while found[-1] <= minutes[-1]:
        found.append(each.next_after(found[-1]))
    assert found[:-1] == expected


@given(PLANS)
def test_a_plan_survives_being_kept(each: Plan) -> None:
    assert from_data(as_data(each)) == each and str(each)


@pytest.mark.parametrize(
    ("words", "expected", "says"),
    [
        ((), Plan(WORKDAYS, time(9, 30)), "每个工作日 9:30"),
        (("每天", "18:05"), Plan(DAILY, time(18, 5)), "每天 18:05"),
        (("每周",), Plan(WEEKLY, time(9, 30), 1), "每周一 9:30"),
        (("weekly", "9：00", "星期天"), Plan(WEEKLY, time(9), 7), "每周日 9:00"),
        (("每月",), Plan(MONTHLY, time(9, 30)), "每月最后一天 9:30"),
        (("每月", "09:30", "5"), Plan(MONTHLY, time(9, 30), 5), "每月 5 日 9:30"),
        (("MONTHLY", "0:00", "末"), Plan(MONTHLY, time()), "每月最后一天 0:00"),
        (("季末", "16:00"), Plan(QUARTER, time(16)), "每季度最后一天 16:00"),
    ],
)
def test_a_plan_is_written_and_read_by_people(words: tuple[str, ...], expected: Plan, says: str) -> None:
    every, at, on = (*words, None, None, None)[:3]
    found = plan(every and frequency(every), at and clock(at), on)
    assert found == expected and str(found) == says


@pytest.mark.parametrize("word", ["", "24:00", "9:60", "9", "0930", "9:3", "九点半", "-1:00"])
def test_a_clock_is_a_clock(word: str) -> None:
    with pytest.raises(ValueError, match="09:30"):
        clock(word)


@pytest.mark.parametrize(
    ("every", "on", "hint"),
    [
        (DAILY, "周一", "--every 每周"),
        (QUARTER, "末", "--every 每月"),
        (WEEKLY, "1", "周日"),
        (WEEKLY, "周八", "周日"),
        (MONTHLY, "29", "末"),
        (MONTHLY, "0", "末"),
        (MONTHLY, "²", "末"),
        (MONTHLY, "周一", "末"),
    ],
)
def test_wrong_days_are_answered_with_the_right_ones(every: str, on: str, hint: str) -> None:
    with pytest.raises(ValueError, match=hint):
        plan(every, None, on)


def test_a_wrong_frequency_is_answered_with_all_there_are() -> None:
    with pytest.raises(ValueError, match="每天（daily）、工作日（workdays）"):
        frequency("每年")
