import io
from pathlib import Path

import pytest

from addin import word
from addin.summary import Number, Paragraph, Summary
from tests.addin.word.sample import SUMMARY, written


def test_the_figures_of_a_written_document_are_read_back_in_order(tmp_path: Path):
    path = tmp_path / "总结.docx"
    word.write(SUMMARY, path)
    expected = [("主题党日次数", "12"), ("心得体会篇数", "〔待补：心得体会篇数〕"), ("主题党日次数", "12")]
    assert word.figures(path) == expected


def test_a_name_of_64_characters_is_its_own_tag():
    assert word.tag("数" * 64) == "数" * 64


def test_longer_names_get_tags_of_64_characters_that_differ():
    one, other = "数" * 64 + "甲", "数" * 64 + "乙"
    assert len(word.tag(one)) == len(word.tag(other)) == 64
    assert word.tag(one) != word.tag(other)
    assert word.tag(one) == word.tag(one)


def test_a_figure_with_a_long_name_is_found_by_its_tag():
    name = "很长的指标名称" * 12
    document = written(Summary("标题", (Paragraph((Number(name, "3"),)),)))
    assert word.figures(io.BytesIO(document)) == [(word.tag(name), "3")]


def test_a_document_without_figures_has_none():
    assert word.figures(io.BytesIO(written(Summary("标题", ())))) == []


@pytest.mark.office
def test_figures_are_found_after_libreoffice_saved_the_document(tmp_path: Path, convert):
    path = tmp_path / "总结.docx"
    word.write(SUMMARY, path)
    assert ("主题党日次数", "12") in word.figures(convert(path, "docx:MS Word 2007 XML"))
