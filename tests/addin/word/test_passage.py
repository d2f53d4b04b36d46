"""Figures read back from a document with the sentence they stand in, also once a person changed the text."""

import io
import re
import zipfile

import pytest

from addin import word
from addin.summary import Number, Paragraph, Summary, Text
from addin.word import Passage
from tests.addin.word.sample import SUMMARY, written

BODY = (
    Text("上半年开会"),
    Number("会", "3"),
    Text("次；下半年"),
    Number("会", "5"),
    Text("次。写稿"),
    Number("稿", "8"),
)


def edited(old: str, new: str, summary: Summary = SUMMARY) -> io.BytesIO:
    """Return the document with `old` replaced by `new` in its XML, as a person's editing would leave it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written(summary))) as given, zipfile.ZipFile(made, "w") as target:
        for name in given.namelist():
            text, count = re.subn(old, new, given.read(name).decode(), flags=re.DOTALL)
            target.writestr(name, text)
            assert count or name != "word/document.xml"
    return made


def test_each_figure_comes_with_its_sentence() -> None:
    document = io.BytesIO(written(Summary("标题", (Paragraph(BODY, lead="（一）开会。"),))))
    assert word.passages(document) == [
        Passage("会", "3", "上半年开会3次；"),
        Passage("会", "5", "下半年5次。"),
        Passage("稿", "8", "写稿8"),
    ]


def test_passages_are_the_figures_of_the_document() -> None:
    document = io.BytesIO(written())
    assert [(each.tag, each.text) for each in word.passages(document)] == word.figures(document)


def test_words_a_person_typed_around_a_figure_are_its_sentence() -> None:
    first, *_ = word.passages(edited("开展“主题党日”", "先后认真开展主题党日"))
    assert first == Passage(
        "主题党日次数", "12", "先后认真开展主题党日12次，撰写心得体会〔待补：心得体会篇数〕篇；"
    )


def test_a_figure_a_person_typed_over_is_read_as_it_stands() -> None:
    assert word.passages(edited(">12<", ">13<"))[0].text == "13"


def test_a_missing_figure_counts_where_its_control_is_gone() -> None:
    control = r"<w:sdt>(?:(?!</w:sdt>).)*?〔待补：心得体会篇数〕(?:(?!</w:sdt>).)*?</w:sdt>"
    found = word.passages(edited(control, "<w:r><w:t>〔待补：心得体会篇数〕</w:t></w:r>"))
    assert [each.tag for each in found] == ["主题党日次数", "心得体会篇数", "主题党日次数"]
    assert found[1].text == "〔待补：心得体会篇数〕"


def test_deleted_figures_are_gone() -> None:
    assert word.passages(edited("<w:sdt>.*</w:sdt>", "<w:r><w:t>若干</w:t></w:r>")) == []


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [("甲。乙3次。丙", 3, "乙3次。"), ("甲。乙", 3, "乙"), ("", 0, ""), ("3", 0, "3"), ("甲！3；", 2, "3；")],
)
def test_a_sentence_ends_at_its_stop(text: str, at: int, expected: str) -> None:
    assert word.sentence(text, at) == expected
