"""Numbers as official documents write them."""

import pytest

from addin.numerals import counted, hanzi, roughly


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, "零"), (2, "二"), (10, "十"), (12, "十二"), (20, "二十"), (101, "一百零一"), (110, "一百一十"),
     (1005, "一千零五"), (9999, "九千九百九十九")],
)  # fmt: skip
def test_whole_numbers_are_written_in_chinese_characters(number: int, written: str) -> None:
    assert hanzi(number) == written


@pytest.mark.parametrize("number", [-1, 10_000])
def test_a_number_out_of_range_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        hanzi(number)


@pytest.mark.parametrize(("number", "written"), [(2, "两"), (12, "十二"), (2.5, "2.5"), (12_000, "12000")])
def test_two_before_a_measure_word_is_liang(number: float, written: str) -> None:
    assert counted(number) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [(8, "8"), (9.5, "9.5"), (10, "10"), (12, "10余"), (20, "20"), (326, "300余"), (300, "300"),
     (1234, "1200余"), (1200, "1200"), (45678, "45000余")],
)  # fmt: skip
def test_rounding_down_keeps_one_digit_and_two_from_a_thousand(number: float, written: str) -> None:
    assert roughly(number) == written
