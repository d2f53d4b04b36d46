"""Every example of every rule, through the product's own reader."""

import pytest

from tests.rules.example import Example
from tests.rules.examples import EXAMPLES


def named(example: Example) -> str:
    return f"{example.code}-{EXAMPLES.index(example)}"


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_wrong_rows_are_flagged_at_their_cells(example: Example) -> None:
    assert [finding.address for finding in example.found_in_wrong()] == example.flagged


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_right_rows_are_left_alone(example: Example) -> None:
    assert [finding.address for finding in example.found_in_right()] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_a_message_says_what_why_and_what_to_do(example: Example) -> None:
    for finding in example.found_in_wrong():
        assert all(part.endswith(("。", "？")) for part in (finding.says, finding.why, finding.fix))
        assert finding.message.endswith(f"（{finding.code}）")
        assert "None" not in finding.message
