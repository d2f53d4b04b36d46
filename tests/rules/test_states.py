"""Shortfalls stay silent while what is asked is still possible, and where it is not asked at all."""

import datetime as dt
from dataclasses import replace

import pytest

from addin.finding import REMINDER, SHORTFALL
from addin.rules import RULES
from tests.rules.example import Example
from tests.rules.examples import NOT_APPLICABLE, STILL_POSSIBLE

SILENT = (*STILL_POSSIBLE, *NOT_APPLICABLE)
SHORTFALLS = {rule.code for rule in RULES if rule.kind in (SHORTFALL, REMINDER)}
OF_THE_DAY = "a fact of the day that no period is given for: it holds or it does not"
NEVER_STILL_POSSIBLE = dict.fromkeys(
    ("BRANCH-001", "BRANCH-002", "BRANCH-005", "BRANCH-006", "BRANCH-007"), OF_THE_DAY
)
DAYS = 400  # to look ahead


def named(example: Example) -> str:
    return f"{example.code}-{SILENT.index(example)}"


@pytest.mark.parametrize("example", SILENT, ids=named)
def test_nothing_is_said_of_what_is_still_possible_or_not_asked(example: Example) -> None:
    assert [finding.address for finding in example.found_in_wrong()] == []


@pytest.mark.parametrize("example", STILL_POSSIBLE, ids=named)
def test_what_is_still_possible_is_told_when_its_time_has_come(example: Example) -> None:
    assert example.as_of is not None
    days = (example.as_of + dt.timedelta(days=each) for each in range(1, DAYS))
    assert any(replace(example, as_of=day).found_in_wrong() for day in days)


def test_every_shortfall_has_an_example_of_what_is_still_possible() -> None:
    shown = {example.code for example in STILL_POSSIBLE}
    assert SHORTFALLS - shown == set(NEVER_STILL_POSSIBLE)


def test_every_shortfall_has_an_example_of_where_it_is_not_asked() -> None:
    assert SHORTFALLS - {example.code for example in NOT_APPLICABLE} == set()
