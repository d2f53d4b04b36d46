"""Which workbook is which, sheets and names, and xlwings' own way to the calling workbook."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import xlwings

from addin.buttons import OpenBook
from addin.libreoffice.books import find_book
from workbook.trouble import NOT_OURS, Trouble

pytestmark = pytest.mark.uno


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "党 建 台账"
    place.mkdir()
    return place


def saved(app: xlwings.App, path: Path) -> xlwings.Book:
    """Save a new workbook at `path`; its only entry tells where."""
    path.parent.mkdir(exist_ok=True)
    book = app.books.add()
    book.sheets[0]["A1"].value = str(path)
    book.save(path)
    return book


def test_the_calling_workbook_is_found_by_xlwings_itself(
    app: xlwings.App, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = saved(app, folder / "台账 一.ods")
    monkeypatch.setattr(sys, "argv", ["launcher", "--wb=台账 一.ods", "--from_xl=1"])
    try:
        assert xlwings.Book.caller().fullname == str(folder / "台账 一.ods")
        assert xlwings.Book.caller() == book
    finally:
        book.close()


def test_of_two_workbooks_of_one_name_the_clicked_one_is_found(app: xlwings.App, folder: Path) -> None:
    paths = [folder / "一" / "台账.ods", folder / "二" / "台账.ods"]
    books = [saved(app, path) for path in paths]
    try:
        for path in paths:
            assert find_book(app, str(path), path.name).sheets[0]["A1"].value == str(path)
    finally:
        for book in books:
            book.close()


def test_a_workbook_is_found_through_a_link_to_its_folder(app: xlwings.App, folder: Path) -> None:
    book = saved(app, folder / "台账.ods")
    (folder.parent / "link").symlink_to(folder)
    try:
        assert find_book(app, str(folder.parent / "link" / "台账.ods"), "台账.ods") == book
    finally:
        book.close()


def test_a_workbook_never_saved_is_found_by_its_title(app: xlwings.App, book: xlwings.Book) -> None:
    assert find_book(app, "", book.name) == book
    assert book.fullname == book.name


def test_a_workbook_that_is_not_open_any_more_is_named(app: xlwings.App, folder: Path) -> None:
    with pytest.raises(Trouble) as told:
        find_book(app, str(folder / "台账.ods"), "台账.ods")
    assert told.value.code == NOT_OURS and "“台账.ods”" in told.value.message


def test_a_text_document_is_no_book(app: xlwings.App, book: xlwings.Book) -> None:
    text = app.api.loadComponentFromURL("private:factory/swriter", "_blank", 0, ())
    try:
        assert [each.name for each in app.books] == [book.name]
        assert app.books.active.name == book.name
    finally:
        text.close(True)


def test_without_any_book_none_is_active(app: xlwings.App) -> None:
    assert len(app.books) == 0
    with pytest.raises(KeyError):
        app.books.active  # noqa: B018


@pytest.mark.parametrize("suffix", [".ods", ".xlsx"])
def test_a_saved_workbook_is_opened_with_what_was_in_it(app: xlwings.App, folder: Path, suffix: str) -> None:
    path = folder / f"台账{suffix}"
    saved(app, path).close()
    book = app.books.open(path)
    try:
        assert book.sheets[0]["A1"].value == str(path)
        book.sheets[0]["A1"].value = "改了"
        book.save()
        assert not book.api.isModified()
    finally:
        book.close()


def test_sheets_are_found_by_name_and_number(book: xlwings.Book) -> None:
    book.sheets.add("活动台账")
    book.sheets.add("首页", before="活动台账")
    book.sheets.add("Log", after="首页")
    assert [sheet.name for sheet in book.sheets] == ["Sheet1", "首页", "Log", "活动台账"]
    assert book.sheets["LOG"].index == 3
    assert "活动台账" in book.sheets and "没有" not in book.sheets
    with pytest.raises(xlwings.NoSuchObjectError):
        book.sheets["没有"]


def test_sheets_are_renamed_hidden_and_removed(book: xlwings.Book) -> None:
    sheet = book.sheets.add("旧名")
    sheet.name = "新名"
    sheet.visible = False
    assert not book.sheets["新名"].visible
    book.sheets["新名"].delete()
    assert [each.name for each in book.sheets] == ["Sheet1"]


def test_a_hidden_sheet_is_shown_again_and_can_be_hidden_by_the_person(book: xlwings.Book) -> None:
    sheet = book.sheets.add("换届选举台账")
    sheet.visible = False
    assert [OpenBook(book).reveal("换届选举台账") for _ in range(2)] == [True, False]
    assert sheet.visible
    sheet.visible = False
    assert not sheet.visible


def test_adding_a_sheet_leaves_no_undo_step_that_would_miss_its_sheet(book: xlwings.Book) -> None:
    book.sheets[0].api.getCellByPosition(0, 0).setString("typed by the person")
    book.sheets.add("校验结果", before=book.sheets[0])
    assert list(book.api.getUndoManager().getAllUndoActionTitles()) == []


def test_names_lead_to_their_cells(book: xlwings.Book, sheet: xlwings.Sheet) -> None:
    other = book.sheets.add("活动 台账")
    other["B2"].value = "在这里"
    name = book.names.add("位置", "='活动 台账'!$B$2")
    assert name.refers_to == "='活动 台账'!$B$2"
    assert name.refers_to_range.value == "在这里"
    assert sheet["位置"].value == "在这里"
    name.refers_to = "=Sheet1!$A$1:$A$2"
    assert book.names["位置"].refers_to_range.address == "$A$1:$A$2"
    book.names["位置"].delete()
    assert "位置" not in book.names


def test_names_of_a_sheet_are_told_with_the_sheet(book: xlwings.Book, sheet: xlwings.Sheet) -> None:
    sheet.names.add("本表", "=Sheet1!$A$1")
    assert [name.name for name in sheet.names] == ["本表"]
    assert [name.name for name in book.names] == ["Sheet1!本表"]
    assert "Sheet1!本表" in book.names and "本表" not in book.names and "没有!本表" not in book.names
    assert book.names["Sheet1!本表"].refers_to == "=Sheet1!$A$1"
    with pytest.raises(KeyError):
        book.names["本表"]
    book.names[0].name = "改名"
    assert [name.name for name in sheet.names] == ["改名"]
