"""A macro workbook that LibreOffice really saved gets its buttons back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from addin.libreoffice.parts import Parts
from addin.libreoffice.repair import TEMPLATE, repair_beside
from addin.libreoffice.stripped import needs_repair
from addin.vba.commands import COMMANDS
from tests.addin.libreoffice.live import Live
from tests.addin.vba.reading import macro_package, texts
from workbook.content import HOME
from workbook.grid import open_book

pytestmark = pytest.mark.uno
COMMENT = "这里的批注要留下"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "党建台账.xlsm"
    path.write_bytes(macro_package())
    return path


@pytest.fixture
def save(live: Live, tmp_path: Path) -> Callable[..., Path]:
    """Return a function that lets LibreOffice open and save a workbook in place, after some change."""

    def in_place(path: Path, change: Callable[[Any], object] = lambda document: None) -> Path:
        document = opened(live, path)
        change(document)
        document.store()
        document.close(True)
        return path

    return in_place


def opened(live: Live, path: Path) -> Any:
    return live.office.desktop.loadComponentFromURL(
        live.office.url(path), "_blank", 0, live.office.arguments(MacroExecutionMode=4)
    )


def captions(document: Any, sheet: str = HOME) -> list[str]:
    """Return what the buttons of a sheet say that still start a macro."""
    forms = document.Sheets.getByName(sheet).DrawPage.Forms
    found = [forms.getByIndex(number) for number in range(forms.Count)]
    return [
        form.getByIndex(number).Label
        for form in found
        for number in range(form.Count)
        if any("Bridge.On" in event.ScriptCode for event in form.getScriptEvents(number))
    ]


def comment(document: Any) -> None:
    """Write a comment beside the buttons."""
    sheet = document.Sheets.getByName(HOME)
    sheet.Annotations.insertNew(sheet.getCellByPosition(20, 3).CellAddress, COMMENT)


def comments(document: Any) -> list[str]:
    notes = document.Sheets.getByName(HOME).Annotations
    return [notes.getByIndex(number).String for number in range(notes.Count)]


def what_stands(live: Live, path: Path) -> tuple[list[str], list[str], str]:
    """Return the captions of the buttons, the comments and the code name found in a file."""
    document = opened(live, path)
    try:
        return captions(document), comments(document), document.CodeName
    finally:
        document.close(True)


def test_a_file_the_office_saved_gets_its_buttons_and_code_names_back(
    live: Live, template: Path, save: Callable[..., Path], tmp_path: Path
) -> None:
    wanted, notes, name = what_stands(live, template)
    assert len(wanted) == len(COMMANDS) and name
    saved = save(shutil.copy(template, tmp_path / "我的 台账.xlsm"), comment)
    assert needs_repair(saved) and not needs_repair(template)
    assert what_stands(live, saved)[0] == []
    repaired = repair_beside(saved, template)
    assert repaired == tmp_path / "我的 台账（已修复）.xlsm"
    assert what_stands(live, repaired) == (wanted, [*notes, COMMENT], name)


def test_a_file_saved_twice_has_no_trace_of_buttons_and_gets_them_all_the_same(
    live: Live, template: Path, save: Callable[..., Path], tmp_path: Path
) -> None:
    wanted, *_ = what_stands(live, template)
    saved = save(save(shutil.copy(template, tmp_path / "台账.xlsm")))
    repaired = repair_beside(saved, template)
    assert repaired and what_stands(live, repaired)[0] == wanted


def test_a_repaired_file_is_whole_and_names_each_part_once(
    live: Live, template: Path, save: Callable[..., Path], tmp_path: Path
) -> None:
    repaired = repair_beside(save(shutil.copy(template, tmp_path / "台账.xlsm"), comment), template)
    with ZipFile(str(repaired)) as file:
        names, types = file.namelist(), file.read("[Content_Types].xml").decode()
        drawings = "".join(file.read(name).decode() for name in names if name.endswith(".vml"))
    assert len(set(names)) == len(names)
    assert not any("ctrlProps" in name for name in names) and "ctrlProps" not in types
    assert "shape_0" not in drawings and drawings.count('ObjectType="Button"') == len(COMMANDS)


def test_entries_and_an_added_sheet_are_kept(
    live: Live, template: Path, save: Callable[..., Path], tmp_path: Path
) -> None:
    def fill(document: Any) -> None:
        document.Sheets.insertNewByName("自己的表", 0)
        document.Sheets.getByName("自己的表").getCellByPosition(0, 0).setString("自己的话")

    repaired = repair_beside(save(shutil.copy(template, tmp_path / "台账.xlsm"), fill), template)
    document = opened(live, Path(str(repaired)))
    assert document.Sheets.getByName("自己的表").getCellByPosition(0, 0).String == "自己的话"
    assert len(captions(document)) == len(COMMANDS)
    document.close(True)


def test_a_repaired_file_is_not_written_again_until_the_office_saves_once_more(
    live: Live, template: Path, save: Callable[..., Path], tmp_path: Path
) -> None:
    saved = save(shutil.copy(template, tmp_path / "台账.xlsm"))
    assert repair_beside(saved, template)
    assert repair_beside(saved, template) is None
    save(saved, comment)
    assert repair_beside(saved, template) == saved.with_name("台账（已修复）.xlsm")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [
        "党建台账.xlsm",
        "台账.xlsm",
        "台账（已修复）.xlsm",
    ]


def test_a_repaired_file_that_somebody_saved_or_has_open_stays(
    live: Live, template: Path, save: Callable[..., Path], tmp_path: Path
) -> None:
    saved = save(shutil.copy(template, tmp_path / "台账.xlsm"))
    first = save(Path(str(repair_beside(saved, template))), comment)
    before = first.read_bytes()
    save(saved)
    second = Path(str(repair_beside(saved, template)))
    assert second.name == "台账（已修复）（2）.xlsm" and first.read_bytes() == before
    (tmp_path / f".~lock.{second.name}#").touch()
    save(saved)
    assert Path(str(repair_beside(saved, template))).name == "台账（已修复）（3）.xlsm"


def test_the_workbook_in_the_tree_is_saved_by_the_office_and_repaired_whole(
    live: Live, save: Callable[..., Path], tmp_path: Path
) -> None:
    def fill(document: Any) -> None:
        document.Sheets.getByName("问题与打算").getCellByPosition(1, 20).setString("新登的一条")

    shipped = tmp_path / "我的 台账.xlsm"
    shutil.copy(TEMPLATE.with_name("党建台账（示例）.xlsm"), shipped)
    wanted, names, macros = captions_of(live, shipped), code_names_in(shipped), texts(shipped.read_bytes())
    repaired = repair_beside(save(shipped, fill))
    assert repaired and captions_of(live, repaired) == wanted and len(wanted) == len(COMMANDS)
    assert code_names_in(repaired) == names
    assert texts(repaired.read_bytes()).keys() == macros.keys()
    assert open_book(repaired).grids["问题与打算"].rows[20][1] == "新登的一条"
    assert open_book(repaired).grids["活动台账"].rows == open_book(shipped).grids["活动台账"].rows


def test_renamed_and_added_sheets_have_code_names_and_the_buttons_are_on_the_renamed_home(
    live: Live, template: Path, save: Callable[..., Path], tmp_path: Path
) -> None:
    def change(document: Any) -> None:
        document.Sheets.insertNewByName("自己的表", 0)
        document.Sheets.getByName(HOME).setName("我的 主页")
        document.Sheets.getByName("荣誉台账").setName("荣誉")

    saved = save(shutil.copy(template, tmp_path / "台账.xlsm"), change)
    repaired = Path(str(repair_beside(saved, template)))
    document = opened(live, repaired)
    try:
        assert len(captions(document, "我的 主页")) == len(COMMANDS)
    finally:
        document.close(True)
    names = code_names_in(repaired)
    assert names["我的 主页"] == code_names_in(template)[HOME]
    assert len(set(names.values())) == len(names)
    assert set(names.values()) == texts(repaired.read_bytes()).keys() - {
        "ThisWorkbook",
        "Bridge",
        "Bulk",
        "xlwings",
    }


def captions_of(live: Live, path: Path) -> list[str]:
    return what_stands(live, path)[0]


def code_names_in(path: Path) -> dict[str, str]:
    """Return the code names of the sheets as the file holds them."""
    parts = Parts(path)
    return {
        name: parts.tree(part).find("{*}sheetPr").get("codeName") for name, part in parts.sheets().items()
    }


def test_without_the_workbook_as_we_ship_it_nothing_is_written(
    template: Path, save: Callable[..., Path], tmp_path: Path
) -> None:
    saved = save(shutil.copy(template, tmp_path / "台账.xlsm"))
    assert repair_beside(saved, tmp_path / "没有.xlsm") is None
