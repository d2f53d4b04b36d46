""".生成记录.json: whose outputs lie in a folder, and which of them a person changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from workbook.files import edited_version, own_name, remove_generated, write_safely
from workbook.record import RECORD, Record, same_workbook


@pytest.fixture
def books(tmp_path: Path) -> tuple[Path, Path]:
    """Return the workbooks of two offices."""
    for office in ("一科", "二科"):
        (tmp_path / office).mkdir()
        (tmp_path / office / "台账.xlsx").touch()
    return tmp_path / "一科" / "台账.xlsx", tmp_path / "二科" / "台账.xlsx"


def put(target: Path, text: str, workbook: Path | None) -> Path:
    return write_safely(target, lambda draft: draft.write_text(text), workbook=workbook)


def test_an_output_of_another_workbook_gets_what_tells_the_two_apart_in_front(
    books: tuple[Path, Path], tmp_path: Path
) -> None:
    target, (one, two) = tmp_path / "报告.xlsx", books
    assert own_name(target, two) == target
    put(target, "一", one)
    assert own_name(target, one) == target and own_name(target, two).name == "二科-报告.xlsx"
    put(tmp_path / "二科-报告.xlsx", "一", one)
    assert own_name(target, two).name == "二科（2）-报告.xlsx"
    assert own_name(target, one.with_name("另一本.xlsx")).name == "另一本-报告.xlsx"
    one.unlink()
    assert own_name(target, two) == target  # what it told of is there no more


def test_a_workbook_in_another_form_or_repaired_is_the_same(tmp_path: Path) -> None:
    assert same_workbook(tmp_path / "台账.xlsm", tmp_path / "台账.ods")
    assert same_workbook(tmp_path / "台账.xlsm", tmp_path / "台账（已修复）（2）.xlsm")
    assert not same_workbook(tmp_path / "台账.xlsm", tmp_path / "台账二.xlsm")
    assert not same_workbook(tmp_path / "甲" / "台账.xlsm", tmp_path / "乙" / "台账.xlsm")


def test_a_paper_that_a_person_edited_is_never_taken_for_that_of_another_workbook(
    books: tuple[Path, Path], tmp_path: Path
) -> None:
    target, (one, two) = tmp_path / "总结.docx", books
    put(target, "一", one).write_text("改过")
    assert edited_version(target, one) == target == edited_version(target, one, sure=True)
    assert edited_version(target, two) is None
    assert own_name(target, two) != target


def test_a_paper_of_which_nobody_knows_counts_as_edited_but_is_not_claimed_elsewhere(
    books: tuple[Path, Path], tmp_path: Path
) -> None:
    target = tmp_path / "总结.docx"
    target.write_text("from somewhere")
    assert edited_version(target, books[0]) == target
    assert edited_version(target, books[0], sure=True) is None


def test_the_record_holds_after_folder_and_workbook_moved(tmp_path: Path) -> None:
    (tmp_path / "局" / "输出").mkdir(parents=True)
    book = tmp_path / "局" / "台账.xlsx"
    book.touch()
    put(tmp_path / "局" / "输出" / "总结.docx", "一", book)
    shutil.move(tmp_path / "局", tmp_path / "新局")
    moved = tmp_path / "新局"
    assert Record(moved / "输出").owner(moved / "输出" / "总结.docx") == moved / "台账.xlsx"


@pytest.mark.parametrize("text", ["{", "[]", "5", "[" * 9999])
def test_a_damaged_record_says_so_and_protects_what_is_there(tmp_path: Path, text: str) -> None:
    target = put(tmp_path / "总结.docx", "一", None)
    assert not Record(tmp_path).is_damaged and not Record(tmp_path / "没有").is_damaged
    (tmp_path / RECORD).write_text(text)
    assert Record(tmp_path).is_damaged
    assert put(tmp_path / "总结.docx", "二", None) != target and target.read_text() == "一"


@pytest.mark.parametrize("entry", ["5", '"abc"', '{"内容": 5}', '{"内容": [5], "台账": []}', "null", "[]"])
def test_an_entry_that_somebody_changed_tells_nothing(tmp_path: Path, entry: str) -> None:
    (tmp_path / "总结.docx").write_text("一")
    (tmp_path / RECORD).write_text(f'{{"总结.docx": {entry}}}', encoding="utf-8")
    record = Record(tmp_path)
    assert record.is_edited(tmp_path / "总结.docx") and record.owner(tmp_path / "总结.docx") is None


def test_what_no_longer_holds_is_removed_only_where_nobody_changed_it(tmp_path: Path) -> None:
    kept, gone = put(tmp_path / "甲.xlsx", "一", None), put(tmp_path / "乙.xlsx", "一", None)
    kept.write_text("改过")
    for place in (kept, gone, tmp_path / "没有.xlsx"):
        remove_generated(place)
    assert kept.exists() and not gone.exists()
