"""A headless LibreOffice for all tests of the engine, and a new workbook in it for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import xlwings

from addin.libreoffice.engine import register
from tests.addin.libreoffice.live import Live
from tests.addin.vba.screen import desktop


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    live = Live(tmp_path_factory.mktemp("office"), "--headless")
    yield live
    live.kill()


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """Return a LibreOffice on a screen nobody sees, a workbook open in it."""
    folder = tmp_path_factory.mktemp("shown")
    with desktop(folder, folder) as on:
        live = Live(folder, environment=on.environment)
        live.office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
        yield live
        live.kill()


@pytest.fixture
def app(live: Live) -> Iterator[xlwings.App]:
    yield register(live.office)
    xlwings.engines.engines.clear()
    xlwings.engines.engines_by_name.clear()
    xlwings.engines.active = None


@pytest.fixture
def book(app: xlwings.App) -> Iterator[xlwings.Book]:
    book = app.books.add()
    yield book
    book.close()


@pytest.fixture
def sheet(book: xlwings.Book) -> xlwings.Sheet:
    return book.sheets[0]


@pytest.fixture
def cells(sheet: xlwings.Sheet) -> Any:
    """Return UNO's own view of the sheet, to see what really stands there."""
    return sheet.api
