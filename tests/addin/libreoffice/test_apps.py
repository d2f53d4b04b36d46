"""The application: status bar, screen, calculation, and what a click that was killed leaves behind."""

from __future__ import annotations

import datetime as dt

import pytest
import xlwings

from addin.libreoffice.apps import unfreeze

pytestmark = pytest.mark.uno


def test_libreoffice_stands_in_for_excel(app: xlwings.App, book: xlwings.Book) -> None:
    assert xlwings.apps.active == app and list(xlwings.apps.keys()) == [app.pid]
    assert xlwings.apps[app.pid].books.active == book
    assert app.version >= 15
    assert book.app == app and book.app.engine.name == "libreoffice"


def test_its_number_is_that_of_the_running_process(app: xlwings.App) -> None:
    assert app.pid > 1


def test_the_status_bar_is_given_back(app: xlwings.App, book: xlwings.Book) -> None:
    with app.properties(status_bar="正在校验……"):
        assert app.status_bar == "正在校验……"
        app.status_bar = "正在写……"
        assert app.status_bar == "正在写……"
    assert app.status_bar is False


def test_the_screen_is_locked_and_freed_in_pairs(app: xlwings.App, book: xlwings.Book) -> None:
    with app.properties(screen_updating=False):
        app.screen_updating = False
        assert book.api.hasControllersLocked() and book.api.isActionLocked()
        book.sheets[0]["A1"].value = "甲"
    assert app.screen_updating
    assert not book.api.hasControllersLocked() and not book.api.isActionLocked()


def test_a_document_a_killed_click_left_locked_is_freed(book: xlwings.Book) -> None:
    for _ in range(2):
        book.api.lockControllers()
        book.api.addActionLock()
    unfreeze(book.api)
    assert not book.api.hasControllersLocked() and not book.api.isActionLocked()


def test_formulas_can_wait_to_be_calculated(app: xlwings.App, book: xlwings.Book) -> None:
    sheet = book.sheets[0]
    sheet["A1"].value = [[1, "=A1*2"]]
    with app.properties(calculation="manual"):
        assert app.calculation == "manual"
        sheet["A1"].value = 5
    app.calculate()
    assert (app.calculation, sheet["B1"].value) == ("automatic", 10)


def test_what_is_selected_is_known_unless_it_is_no_cells(app: xlwings.App, book: xlwings.Book) -> None:
    book.sheets[0]["B2:C3"].select()
    assert app.selection.address == "$B$2:$C$3"
    shape = book.api.createInstance("com.sun.star.drawing.RectangleShape")
    book.sheets[0].api.DrawPage.add(shape)
    book.api.CurrentController.select(shape)
    assert app.selection is None


def test_a_week_of_entries_is_written_and_read_back_as_it_was(book: xlwings.Book) -> None:
    day = dt.datetime(2022, 1, 1)
    rows = [[f"第{n}条", n, n / 4, day + dt.timedelta(days=n), None, n % 3 == 0] for n in range(400)]
    book.sheets[0]["A1"].value = rows
    assert book.sheets[0]["A1:F400"].value == rows
