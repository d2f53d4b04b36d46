"""Dues by the rates: of the whole base, in the band it falls into."""

import pytest

from addin.dues import by_rate


@pytest.mark.parametrize(
    ("base", "retired", "due"),
    [
        (3000, False, 15),
        (3000.01, False, 30),
        (5000, False, 50),
        (5001, False, 75.02),
        (10000, False, 150),
        (10001, False, 200.02),
        (5000, True, 25),
        (5001, True, 50.01),
    ],
)
def test_the_rate_of_its_band_is_taken_of_the_whole_base(base: float, retired: bool, due: float) -> None:
    assert by_rate(base, 2022, retired) == pytest.approx(due, abs=0.011)


def test_before_the_rates_began_nothing_is_computed() -> None:
    assert by_rate(5000, 2007) is None
