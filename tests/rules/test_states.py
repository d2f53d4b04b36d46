"""Shortfalls stay silent while what is asked is still possible, and where it is not asked at all."""

import pytest

from tests.rules.example import Example
from tests.rules.examples import branch, dues_rates, ideology, plausible, study

MODULES = (branch, dues_rates, ideology, plausible, study)
SILENT = tuple(each for module in MODULES for each in (*module.STILL_POSSIBLE, *module.NOT_APPLICABLE))


def named(example: Example) -> str:
    return f"{example.code}-{SILENT.index(example)}"


@pytest.mark.parametrize("example", SILENT, ids=named)
def test_nothing_is_said_of_what_is_still_possible_or_not_asked(example: Example) -> None:
    assert [finding.address for finding in example.found_in_wrong()] == []
