"""Texts that a spreadsheet program would take for something else."""

import pytest

from addin.typed import LONGEST, as_text, link


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+86", "-3", "@甲", "'甲", "＝甲", "001", "2022-03-04", "2022.3", "3月5日", "2022年3月5日",
     "96%", "1e5", "(5)", "8:30", "3/4", "MAR-01", "Dec 3", "TRUE", "false", "￥5"],
)  # fmt: skip
def test_what_would_be_read_as_something_else_gets_an_apostrophe(text: str) -> None:
    assert as_text(text) == "'" + text


@pytest.mark.parametrize(
    "text", ["", "主题党日", "HD-001", "第3次", "3次", "张三、李四", "活动台账!F12", "2022年学习计划", "一、"]
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert as_text(text) == text


def test_a_text_longer_than_a_cell_is_cut_with_a_sign() -> None:
    assert as_text("字" * 40_000) == "字" * (LONGEST - 1) + "…"


def test_a_link_shows_the_place_it_leads_to() -> None:
    assert link("活动台账!F12") == """=HYPERLINK("#'活动台账'!F12","活动台账!F12")"""


def test_quotation_marks_of_both_kinds_are_doubled_in_a_link() -> None:
    assert link("""甲'乙"丙!A1""", '“"”') == """=HYPERLINK("#'甲''乙""丙'!A1","“""”")"""


def test_a_link_that_would_be_too_long_for_a_formula_is_plain_text() -> None:
    assert link("活动台账!A1", "第" + "5、" * 200) == "第" + "5、" * 200
