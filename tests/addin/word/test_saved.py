"""A document that LibreOffice saved says what it said, and each of its figures is still found."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from addin import word
from addin.changes import changes
from addin.summary import Number, Paragraph, Summary, Text
from tests.addin.word.sample import W, find
from tests.addin.word.test_passage import edited

Convert = Callable[[Path, str], Path]
DOCX = "docx:MS Word 2007 XML"
# Digits and Chinese, Chinese alone, digits alone, two figures side by side, an odd name, one that is missing.
BODY = (
    Number("换届日期", "2022年5月13日"),
    Text("换届；写稿"),
    Number("稿（篇）", "60余"),
    Text("篇，"),
    Number("批次", "第三批"),
    Text("命名，收缴"),
    Number("党费", "31092.5"),
    Text("元；共"),
    Number("会", "3"),
    Number("率", "98.5%"),
    Number("奖", "“甲”、乙"),
    Number("课", "", missing=True),
    Text("次，再开会"),
    Number("会", "3"),
)
SUMMARY = Summary("标题", (Paragraph(BODY, lead="（一）开会。"), Paragraph((Number("结尾", "12人次"),))))


def said(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def begun(name: str, key: int = 1) -> str:
    return f'<w:bookmarkStart w:id="{key}" w:name="{name}"/>'


def ended(key: int = 1) -> str:
    return f'<w:bookmarkEnd w:id="{key}"/>'


def controlled(inside: str, name: str = "") -> str:
    mark = f'<w:tag w:val="{name}"/>' if name else ""
    return f"<w:sdt><w:sdtPr>{mark}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (begun("_甲_1") + controlled(said("3")) + ended() + said("次"), [("甲", "3")]),
        (controlled(begun("_甲_1") + said("3")) + ended() + said("次"), [("甲", "3")]),
        (controlled(begun("_甲_1") + said("3") + ended()) + said("次"), [("甲", "3")]),
        (begun("_甲_1") + said("3") + said("年") + ended() + said("次"), [("甲", "3年")]),
        (
            controlled(begun("_甲_1") + said("3") + controlled(begun("_乙_2", 2) + ended()) + said("五"))
            + ended(2)
            + said("次"),
            [("甲", "3"), ("乙", "五")],
        ),
        (begun("_甲_1") + controlled("") + ended() + said("次"), []),
        (begun("_甲_1") + said("3") + said("次。"), []),
        (begun("_甲_1") + said("约") + controlled(said("3"), "甲") + said("余") + ended(), [("甲", "3")]),
        (controlled(begun("_甲_1") + said("3") + ended(), "乙"), [("乙", "3")]),
        (begun("_Toc123456") + said("3") + ended() + begun("书签_1", 2) + said("5") + ended(2), []),
        (controlled(said("3")), []),
        (begun("_甲_1") + said("3") + ended(2) + said("次") + ended(), [("甲", "3次")]),
    ],
)
def test_a_figure_without_its_name_is_found_by_its_bookmark(line: str, found: list[tuple[str, str]]) -> None:
    document = edited("<w:p/>", f"<w:p>{line}</w:p>", Summary("标题", ()))
    assert [(each.tag, each.text) for each in word.passages(document)] == found


def test_a_figure_of_an_older_document_is_found_by_its_odd_name() -> None:
    line = controlled(said("60余"), "稿（篇）")
    document = edited("<w:p/>", f"<w:p>{line}</w:p>", Summary("标题", ()))
    assert [each.tag for each in word.passages(document)] == [word.tag("稿（篇）")]


def texts(path: Path) -> list[str]:
    """Return the text of each paragraph of a document."""
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return ["".join(find(each, ".//w:t/text()")) for each in root.iter(f"{W}p")]


@pytest.mark.office
@pytest.mark.parametrize("forms", [(DOCX,), (DOCX, DOCX, DOCX), ("odt", DOCX), (DOCX, "odt", DOCX)])
def test_libreoffice_leaves_texts_and_figures_as_they_were(
    tmp_path: Path, convert: Convert, forms: tuple[str, ...]
) -> None:
    path = made = tmp_path / "总结.docx"
    word.write(SUMMARY, made)
    for form in forms:
        path = convert(path, form)
    assert texts(path) == texts(made)
    assert word.passages(path) == word.passages(made)
    assert changes(word.passages(path), SUMMARY, {}) == ()
