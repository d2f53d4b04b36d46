"""The .ods edition: what LibreOffice makes of the macro workbook keeps everything a person needs of it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from addin.libreoffice import conversion
from addin.libreoffice.conversion import convert
from addin.libreoffice.running import every
from addin.pipeline import run
from addin.vba.commands import COMMANDS
from tests.addin.libreoffice.live import Live
from tests.addin.libreoffice.test_repair import captions, opened
from tests.addin.vba.reading import macro_package
from tests.workbook.build.built import opened as read_with_openpyxl
from tests.workbook.build.built import script
from workbook.trouble import NOT_OURS, UNAVAILABLE, Trouble

HEADER = 2  # the row of the titles, counted from 0
LIST = "LIST"
CONFIG = "{urn:oasis:names:tc:opendocument:xmlns:config:1.0}"
FROZEN = "2"
SHIPPED = Path(__file__).parents[3] / "workbook" / "党建台账（示例）.xlsm"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample year as the script makes it for LibreOffice."""
    path = tmp_path_factory.mktemp("ods 版") / "示例.ods"
    done = script("--sample", "-o", str(path))
    assert (done.returncode, done.stderr) == (0, "")
    return path


@pytest.fixture(scope="module")
def both(live: Live, edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Any]]:
    """Return the .ods edition and the macro workbook it was made of, open in LibreOffice."""
    given = tmp_path_factory.mktemp("given") / "示例.xlsm"
    given.write_bytes(macro_package())
    documents = opened(live, edition), opened(live, given)
    yield documents
    for document in documents:
        document.close(True)


def sheets(document: Any) -> list[Any]:
    return [document.Sheets.getByIndex(number) for number in range(document.Sheets.Count)]


def lists(document: Any) -> list[tuple[str, str]]:
    """Return the drop-down of each column of each sheet, with the cell it was found in."""
    found = []
    for sheet in sheets(document):
        for column in range(30):
            cell = sheet.getCellByPosition(column, HEADER + 1)
            if cell.Validation.Type.value == LIST:
                found.append((cell.AbsoluteName, cell.Validation.getFormula1()))
    return found


def conditions(document: Any) -> dict[str, list[tuple[str, list[str]]]]:
    """Return range and formulas of each conditional format, by sheet."""
    return {sheet.Name: sorted(_conditions(sheet)) for sheet in sheets(document)}


def _conditions(sheet: Any) -> Iterator[tuple[str, list[str]]]:
    for each in sheet.ConditionalFormats.getConditionalFormats():
        entries = [each.getByIndex(number) for number in range(each.Count)]
        formulas = [entry.Formula1 for entry in entries if hasattr(entry, "Formula1")]
        yield each.Range.RangeAddressesAsString, formulas


@pytest.mark.uno
def test_the_sheets_are_the_same_and_those_out_of_sight_stay_so(both: tuple[Any, Any]) -> None:
    made, given = ([(sheet.Name, sheet.IsVisible) for sheet in sheets(each)] for each in both)
    assert made == given and len(made) > 30


@pytest.mark.uno
def test_every_drop_down_offers_the_same_list(both: tuple[Any, Any]) -> None:
    made, given = map(lists, both)
    assert made == given and len(made) > 60


@pytest.mark.uno
def test_every_conditional_format_is_kept(both: tuple[Any, Any]) -> None:
    made, given = map(conditions, both)
    assert {name: len(found) for name, found in made.items()} == {
        name: len(found) for name, found in given.items()
    }
    assert sum(map(len, made.values())) > 60


@pytest.mark.uno
def test_every_button_calls_its_macro(both: tuple[Any, Any]) -> None:
    made, given = map(captions, both)
    assert sorted(made) == sorted(given) == sorted(command.caption for command in COMMANDS)
    assert both[0].CodeName == both[1].CodeName == "ThisWorkbook"
    assert [sheet.CodeName for sheet in sheets(both[0])] == [sheet.CodeName for sheet in sheets(both[1])]


@pytest.mark.uno
def test_names_and_charts_are_kept(both: tuple[Any, Any]) -> None:
    made, given = both
    assert set(made.NamedRanges.ElementNames) == set(given.NamedRanges.ElementNames)
    assert {sheet.Name: sheet.Charts.Count for sheet in sheets(made)}["看板"] == 4


@pytest.mark.uno
def test_conditional_formats_leave_the_letters_of_a_cell_as_they_are(both: tuple[Any, Any]) -> None:
    default = both[0].StyleFamilies.getByName("CellStyles").getByName("Default")
    assert default.getPropertyState("CharHeight").value == "DEFAULT_VALUE"
    assert default.getPropertyState("VertJustify").value == "DEFAULT_VALUE"


@pytest.mark.uno
def test_headers_stay_frozen_and_no_page_break_is_drawn(edition: Path) -> None:
    root, found = settings(edition), views(edition)
    book = read_with_openpyxl(SHIPPED.read_bytes())  # made by the same script of the same pages
    expected = {sheet.title: sheet.freeze_panes or "A1" for sheet in book}
    assert {sheet: corner(view) for sheet, view in found.items()} == expected
    breaks = [item.text for item in root.iter() if item.get(f"{CONFIG}name") == "ShowPageBreaks"]
    assert breaks and set(breaks) == {"false"}


def settings(path: Path) -> ElementTree.Element:
    with ZipFile(path) as parts:
        return ElementTree.fromstring(parts.read("settings.xml"))


def views(path: Path) -> dict[str, dict[str, str]]:
    """Return how each sheet of an .ods is shown."""
    tables = settings(path).find(f".//{CONFIG}config-item-map-named[@{CONFIG}name='Tables']")
    return {
        entry.get(f"{CONFIG}name"): {item.get(f"{CONFIG}name"): item.text for item in entry}
        for entry in tables
    }


def corner(view: dict[str, str]) -> str:
    """Return the first cell that scrolls, as openpyxl names it."""
    column, row = (
        int(view[f"{side}SplitPosition"]) if view.get(f"{side}SplitMode") == FROZEN else 0
        for side in ("Horizontal", "Vertical")
    )
    return f"{chr(ord('A') + column)}{row + 1}"


@pytest.mark.uno
def test_it_is_read_like_the_workbook_it_was_made_of(edition: Path, tmp_path: Path) -> None:
    written = run(Path(shutil.copy(edition, tmp_path)))
    assert (written.errors, written.warnings, written.figures["待补"], written.blocking) == (0, 0, 0, ())


@pytest.mark.uno
def test_a_filled_one_is_carried_into_a_new_template_and_back(edition: Path, tmp_path: Path) -> None:
    again, back = tmp_path / "新.ods", tmp_path / "新.xlsm"
    for target, old in ((again, edition), (back, again)):
        done = script("--from", str(old), "-o", str(target))
        assert done.returncode == 0, done.stderr
    kept, carried = (
        [[cell.value for cell in row] for row in read_with_openpyxl(package)["活动台账"]]
        for package in (macro_package(), back.read_bytes())
    )
    assert carried == kept


@pytest.mark.uno
def test_no_office_of_ours_is_left_running(edition: Path) -> None:
    assert not [each for each in every() if str(edition.parent) in each.profile]


@pytest.mark.uno
def test_what_libreoffice_cannot_open_is_told(tmp_path: Path) -> None:
    (tmp_path / "坏.ods").write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(Trouble) as caught:
        convert(tmp_path / "坏.ods", tmp_path / "新.xlsx")
    assert caught.value.code == UNAVAILABLE
    assert script("--from", str(tmp_path / "坏.ods"), "-o", str(tmp_path / "新.xlsm")).returncode == NOT_OURS


def test_without_libreoffice_one_sentence_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    done = script("-o", str(tmp_path / "新.ods"))
    assert done.returncode == UNAVAILABLE
    assert "LibreOffice" in done.stderr and ".xlsm" in done.stderr and done.stderr.count("\n") == 1
    assert not (tmp_path / "新.ods").exists()


def test_without_the_python_library_of_libreoffice_it_is_not_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise Trouble(NOT_OURS, "")

    monkeypatch.setattr(conversion, "load_uno", missing)
    monkeypatch.setattr(shutil, "which", lambda name: str(tmp_path / name))
    monkeypatch.setattr(subprocess, "Popen", lambda *words, **more: pytest.fail("started"))
    with pytest.raises(Trouble) as caught:
        convert(tmp_path / "旧.ods", tmp_path / "新.xlsx")
    assert caught.value.code == UNAVAILABLE
    assert not any(tmp_path.iterdir())
