"""How alike words are: what a message offers, and which topics name one event."""

import pytest

from addin.likeness import alike, likeliest, offer, offer_number, one_off


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [
        ("党课", "党课", False),
        ("完城", "完成", True),
        ("主题党", "主题党日", True),
        ("主题党日日", "主题党日", True),
        ("题主党日", "主题党日", False),
        ("进行", "未开始", False),
    ],
)
def test_one_off_means_one_character_more_less_or_other(word: str, other: str, expected: bool) -> None:
    assert one_off(word, other) is expected
    assert one_off(other, word) is expected


def test_the_one_word_a_character_off_is_sure() -> None:
    assert likeliest("张三三", ["张三", "李四"]) == ("张三", True)


def test_two_words_a_character_off_leave_it_open() -> None:
    assert likeliest("五季度", ["一季度", "二季度"])[1] is False


def test_nothing_alike_offers_nothing() -> None:
    assert offer("欧阳丹丹", ["张三", "李四"]) == {"near": "", "safe": None}


def test_a_likely_word_is_asked_for_and_not_put_in() -> None:
    assert offer("上党课次数", ["班子上党课的次数"]) == {"near": "是不是“班子上党课的次数”？", "safe": None}


@pytest.mark.parametrize("number", ["XM-1", "xm01", "XM—01", "XM 1"])
def test_a_number_written_otherwise_is_offered_before_one_that_looks_like_it(number: str) -> None:
    assert offer_number(number, ["XM-10", "XM-01", "XM-11"])["safe"] == "XM-01"


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("廉政专题党课", "讲授廉政专题党课", True),
        ("学习贯彻全会精神，讨论计划。", "学习贯彻全会精神讨论计划", True),
        ("读书班第一期", "读书班第二期", False),
        ("讲授廉政党课", "研究发展对象", False),
        ("", "党课", False),
    ],
)
def test_topics_are_alike_when_they_probably_name_one_event(text: str, other: str, expected: bool) -> None:
    assert alike(text, other) is expected


def test_among_very_many_words_none_is_looked_for() -> None:
    assert likeliest("HD-1x", [f"HD-{number}" for number in range(1000)]) == ("", False)
