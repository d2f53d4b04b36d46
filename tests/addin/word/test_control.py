import io
import re
from pathlib import Path

import pytest

from addin import word
from addin.summary import Number, Paragraph, Summary
from addin.word import control
from tests.addin.word.sample import SUMMARY, W, body, find, written


def test_the_figures_of_a_written_document_are_read_back_in_order(tmp_path: Path):
    path = tmp_path / "总结.docx"
    word.write(SUMMARY, path)
    expected = [("主题党日次数", "12"), ("心得体会篇数", "〔待补：心得体会篇数〕"), ("主题党日次数", "12")]
    assert word.figures(path) == expected


def test_a_name_of_32_characters_is_its_own_tag():
    assert word.tag("数" * 32) == "数" * 32


def test_longer_names_get_tags_of_32_characters_that_differ():
    one, other = "数" * 32 + "甲", "数" * 32 + "乙"
    assert len(word.tag(one)) == len(word.tag(other)) == 32
    assert word.tag(one) != word.tag(other)


@pytest.mark.parametrize(
    "name", ["党员（含预备）", '"甲"<乙>&丙', "三 会", "第一·第二", "坏\udc80名", "数" * 65]
)
def test_a_tag_says_what_a_bookmark_may_hold_and_is_its_own_tag(name: str):
    assert re.fullmatch("[0-9A-Za-z_一-龥]+_[0-9a-f]{8}", word.tag(name))
    assert word.tag(word.tag(name)) == word.tag(name)


def test_a_bookmark_is_hidden_no_longer_than_word_allows_and_says_the_tag():
    (start,) = find(body(Summary("标题", (Paragraph((Number("数" * 99, "3"),)),))), "//w:bookmarkStart")
    name = start.get(f"{W}name")
    assert name.startswith("_") and len(name) <= 40
    assert control.bookmarked(start) == word.tag("数" * 99)


def test_a_figure_with_a_long_name_is_found_by_its_tag():
    name = "很长的指标名称" * 12
    document = written(Summary("标题", (Paragraph((Number(name, "3"),)),)))
    assert word.figures(io.BytesIO(document)) == [(word.tag(name), "3")]


def test_a_document_without_figures_has_none():
    assert word.figures(io.BytesIO(written(Summary("标题", ())))) == []
