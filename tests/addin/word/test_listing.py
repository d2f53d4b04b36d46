"""Tables read back from a document, also once a person changed them."""

import io
from pathlib import Path

import pytest

from addin import word
from addin.summary import Attachment, Sheet, Summary
from tests.addin.word.sample import PROJECTS, SUMMARY, TASKS, written
from tests.addin.word.test_passage import edited

NAMES = Summary(
    "标题", (), (Attachment(1, "清单", Sheet(("序号", "名称"), (6, 30), (("1", "甲\n乙\t丙"),))),)
)


def test_each_table_is_given_with_its_head_and_its_rows() -> None:
    first, second = word.tables(io.BytesIO(written()))
    assert first == [PROJECTS.titles, *PROJECTS.rows]
    assert second == [TASKS.titles, *TASKS.rows]


def test_breaks_and_tabs_are_read_as_they_were_meant() -> None:
    assert word.tables(io.BytesIO(written(NAMES)))[0][1] == ("1", "甲\n乙\t丙")


def test_a_cell_a_person_typed_over_is_read_as_it_stands_and_an_emptied_row_is_none() -> None:
    assert word.tables(edited(">支部规范化建设<", ">建设<"))[0][1] == ("Z01", "建设")
    assert word.tables(edited(">(Z01|支部规范化建设)<", "><"))[0] == [PROJECTS.titles, PROJECTS.rows[1]]


def test_a_cell_over_two_columns_is_followed_by_an_empty_one() -> None:
    first = '<w:tcPr><w:gridSpan w:val="2"/>'
    (table,) = word.tables(edited("<w:tcPr>", first, NAMES))
    assert table[0] == ("序号", "", "名称", "")


def test_a_table_inside_a_cell_is_text_of_the_cell() -> None:
    inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>内</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr>"
    (table,) = word.tables(edited("</w:tc></w:tr></w:tbl>", f"{inner}</w:tbl>", NAMES))
    assert len(table) == 2 and table[1][1].split() == ["甲", "乙", "丙", "内"]


@pytest.mark.office
def test_tables_are_found_after_libreoffice_saved_the_document(tmp_path: Path, convert) -> None:
    path = tmp_path / "总结.docx"
    word.write(SUMMARY, path)
    assert word.tables(convert(path, "docx:MS Word 2007 XML"))[0] == [PROJECTS.titles, *PROJECTS.rows]
