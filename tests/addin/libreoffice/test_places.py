"""A button on a workbook opened from a mail or a cloud folder, in a live LibreOffice: nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import xlwings
from xlwings.utils import fullname_url_to_local_path

from addin import buttons
from addin.buttons import attempt
from addin.libreoffice.apps import App
from addin.libreoffice.books import Book
from addin.where import ATTACHED, UNSAVED
from tests.addin.vba.reading import macro_package
from workbook.trouble import CANNOT_WRITE, NOT_OURS

pytestmark = pytest.mark.uno
NAME = "台账 一.xlsm"
ADDRESS = f"https://d.docs.live.net/0123456789abcdef/党建/{NAME}"
MAIL = ("INetCache/Content.Outlook/8AB1CD2E", "tmp/mozilla_clerk0", "Temp/Temp1_台账.zip")
WRITING = ("write", "accept", "undo", "folder")
Opened = Callable[..., xlwings.Book]


@pytest.fixture
def opened(app: xlwings.App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    """Return a function that opens the sample year from a folder; locks and logs stay in the test's own."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr(buttons, "HOME", tmp_path)
    books: list[xlwings.Book] = []

    def open_from(folder: str, **how: Any) -> xlwings.Book:
        path = tmp_path / folder / NAME
        path.parent.mkdir(parents=True)
        path.write_bytes(macro_package())
        office = app.impl.office
        arguments = office.arguments(MacroExecutionMode=4, **how)
        document = office.desktop.loadComponentFromURL(office.url(path), "_blank", 0, arguments)
        books.append(xlwings.Book(impl=Book(app.impl, document)))
        return books[-1]

    yield open_from
    for book in books:
        book.close()


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what the boxes say; each is answered with no."""
    said: list[str] = []
    monkeypatch.setattr(App, "alert", lambda self, prompt, *more: said.append(prompt) or "no")
    return said


def left(folder: Path) -> list[str]:
    """Return what lies in a folder but the sign by which LibreOffice says that it has a file open."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith(".~lock"))


def findings(book: xlwings.Book) -> int:
    return sum(value is not None for value in book.sheets["校验结果"]["A4:A200"].value)


@pytest.mark.parametrize("folder", MAIL)
@pytest.mark.parametrize("task", WRITING)
def test_what_would_be_written_beside_an_attachment_is_not_and_she_is_told_to_save_it_first(
    opened: Opened, boxes: list[str], tmp_path: Path, folder: str, task: str
) -> None:
    book = opened(folder, ReadOnly=True)
    assert attempt(task, book) == (NOT_OURS, ATTACHED)
    assert boxes == [] and left(tmp_path / folder) == [NAME]
    assert (tmp_path / folder / NAME).read_bytes() == macro_package()


def test_an_attachment_she_may_edit_is_checked_on_the_screen_and_not_saved(
    opened: Opened, boxes: list[str], tmp_path: Path
) -> None:
    book = opened(MAIL[0])
    book.sheets["活动台账"]["A6"].value = "2022年13月5日"
    assert attempt("check", book) == (0, "")
    assert "活动台账!A6" in boxes[0] and findings(book) > 0
    assert left(tmp_path / MAIL[0]) == [NAME]
    assert (tmp_path / MAIL[0] / NAME).read_bytes() == macro_package()


def test_an_attachment_opened_to_be_read_is_said_to_be_read_only(opened: Opened, boxes: list[str]) -> None:
    book = opened(MAIL[0], ReadOnly=True)
    code, sentence = attempt("check", book)
    told = boxes[0] if boxes else sentence
    assert code in (0, CANNOT_WRITE) and "只读" in told and "另存" in told
    assert findings(book) == 0


def test_the_check_up_names_the_attachment_with_its_cure(opened: Opened, boxes: list[str]) -> None:
    assert attempt("doctor", opened(MAIL[0])) == (0, "")
    assert "工作簿的位置" in boxes[0] and "另存为" in boxes[0]


@pytest.fixture
def in_the_cloud(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Let every workbook bear an address on OneDrive; return where xlwings looks for it, as in Excel."""
    for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr(Book, "name", NAME)
    monkeypatch.setattr(Book, "fullname", property(lambda self: fullname_url_to_local_path(ADDRESS)))
    return tmp_path / "home" / "OneDrive"


@pytest.mark.parametrize("task", WRITING)
def test_nothing_is_written_for_a_workbook_that_is_in_the_cloud_only(
    opened: Opened, boxes: list[str], in_the_cloud: Path, tmp_path: Path, task: str
) -> None:
    book = opened("elsewhere")
    assert attempt(task, book) == (NOT_OURS, UNSAVED)
    assert boxes == [] and left(tmp_path / "elsewhere") == [NAME] and not in_the_cloud.exists()


def test_a_workbook_in_the_cloud_is_checked_on_the_screen(
    opened: Opened, boxes: list[str], in_the_cloud: Path
) -> None:
    book = opened("elsewhere")
    book.sheets["活动台账"]["A6"].value = "2022年13月5日"
    assert attempt("check", book) == (0, "")
    assert "活动台账!A6" in boxes[0] and findings(book) > 0


def test_of_a_synchronised_workbook_the_summary_is_written_beside_the_copy_on_the_disk(
    opened: Opened, boxes: list[str], in_the_cloud: Path
) -> None:
    book = opened("home/OneDrive/党建")
    assert attempt("write", book) == (0, "")
    assert left(in_the_cloud / "党建") == [NAME, "输出"]
    assert any(name.endswith("（送审稿）.docx") for name in left(in_the_cloud / "党建" / "输出"))
    assert str(in_the_cloud / "党建" / "输出") in boxes[-1]
