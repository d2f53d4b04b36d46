"""Shortfalls stay silent while what is asked is still possible, and where it is not asked at all."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.rules.example import Example
from tests.rules.examples import NOT_APPLICABLE, STILL_POSSIBLE

SILENT = (*STILL_POSSIBLE, *NOT_APPLICABLE)
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
