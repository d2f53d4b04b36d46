"""One LibreOffice on a desktop nobody sees for all tests here, and a fresh workbook for each."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.addin.libreoffice.live import Live
from tests.addin.vba.screen import desktop
from tests.desktop.clerk import HOME, Clerk, Workbook, furnish

SAMPLE = HOME / "workbook" / "党建台账（示例）.xlsm"
FOLDER = "党建 台账"
Open = Callable[..., Workbook]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("desktop")


@pytest.fixture(scope="session")
def clerk(folder: Path) -> Iterator[Clerk]:
    workbooks = folder / FOLDER
    workbooks.mkdir()
    programs = furnish(folder, workbooks)
    with desktop(folder, programs) as on:
        live = Live(folder, environment=on.environment)
        live.office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())  # stays to the end
        yield Clerk(on, live, folder)
        live.kill()


@pytest.fixture(scope="session")
def open_edition(folder: Path) -> Path:
    """Build the sample year in LibreOffice's own form, as a person does."""
    path = folder / "示例.ods"
    command = [sys.executable, str(HOME / "scripts" / "build_workbook.py"), "--sample", "-o", str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return path


@pytest.fixture(params=["xlsm", "ods"])
def sample(request: pytest.FixtureRequest) -> Path:
    """Return the sample year in each form that has buttons."""
    return SAMPLE if request.param == "xlsm" else request.getfixturevalue("open_edition")


@pytest.fixture
def opened(clerk: Clerk, folder: Path, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Return a function that opens a copy of the sample year in a folder of the test's own."""
    books: list[Workbook] = []
    place = folder / FOLDER / request.node.name
    place.mkdir(exist_ok=True)

    def open_copy(name: str = "示例 一.xlsm", given: Path = SAMPLE) -> Workbook:
        path = (place / name).with_suffix(given.suffix)
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(given, path)
        books.append(clerk.open(path))
        return books[-1]

    yield open_copy
    for book in books:
        book.document.close(True)
