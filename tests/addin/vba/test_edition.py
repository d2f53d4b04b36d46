"""A macro workbook: the VBA project knows every sheet, the buttons call it, and the package is whole."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from addin.vba import macros
from addin.vba.commands import COMMANDS
from addin.vba.edition import modules
from tests.addin.vba.reading import EXCEL, FREE, VML, buttons, directory, macro_package, part, streams, texts
from tests.addin.vba.test_cfb import siblings
from tests.workbook.build.built import HOME, TABLES, blank, opened, parts, sample, sample_package, script
from workbook.build import build, sheet_count
from workbook.content import ExtraSheet

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def packaged(content) -> bytes:
    made = BytesIO()
    build(content, TABLES, made, macros(sheet_count(content, TABLES)))
    return made.getvalue()


def code_names(package: bytes) -> list[str]:
    """Return the code names of the sheets in the order of the workbook."""
    names = []
    for number in range(1, len(opened(package).sheetnames) + 1):
        sheet = ElementTree.fromstring(part(package, f"xl/worksheets/sheet{number}.xml"))
        names.append(sheet.find(f"{MAIN}sheetPr").get("codeName"))
    return names


def entries(package: bytes) -> list[list[list[object]]]:
    """Return what stands in the cells of every sheet but 首页."""
    return [[[cell.value for cell in row] for row in sheet] for sheet in opened(package).worksheets[1:]]


def anchor(button: ElementTree.Element) -> list[int]:
    """Return column and dots, row and dots of the top left corner, then of the other one."""
    return [int(number) for number in button.find(f"{EXCEL}ClientData/{EXCEL}Anchor").text.split(",")]


def test_olevba_finds_every_module_with_its_text() -> None:
    names = code_names(macro_package())
    assert texts(macro_package()) == {module.name: module.source for module in modules(names)}


def test_code_names_are_equal_in_the_project_and_on_the_sheets() -> None:
    project = streams(part(macro_package(), "xl/vbaProject.bin"))["PROJECT"].decode("ascii")
    workbook = ElementTree.fromstring(part(macro_package(), "xl/workbook.xml"))
    named = [workbook.find(f"{MAIN}workbookPr").get("codeName"), *code_names(macro_package())]
    assert re.findall(r"Document=(\w+)/", project) == named
    assert len(named) == len(set(named)) == len(opened(macro_package()).sheetnames) + 1


@pytest.mark.parametrize("name", ["党建台账.xlsm", "党建台账（示例）.xlsm"])
def test_the_project_in_the_tree_is_whole_for_strict_readers(name: str) -> None:
    package = (HOME / "workbook" / name).read_bytes()
    project = part(package, "xl/vbaProject.bin")
    assert streams(project).keys() >= {"PROJECT", "PROJECTwm", "VBA/dir", "VBA/Bridge", "VBA/xlwings"}
    lines = directory(project)
    for line in (line for line in lines if line["child"] != FREE):
        found = siblings(lines, line["child"])
        assert found == sorted(found, key=lambda each: (len(each), each.upper()))
    assert texts(package) == {module.name: module.source for module in modules(code_names(package))}


def test_every_module_is_plain_ascii_and_no_line_is_longer_than_the_editor_takes() -> None:
    for module in modules(code_names(macro_package())):
        assert module.source.isascii()
        assert max(map(len, module.source.splitlines()), default=0) <= 1023


def test_the_buttons_call_procedures_that_are_in_the_project() -> None:
    source = texts(macro_package())["Bridge"]
    called = [each.find(f"{EXCEL}ClientData/{EXCEL}FmlaMacro").text for each in buttons(macro_package())]
    assert all(f"Public Sub {name.rpartition('.')[2]}()" in source for name in called)
    ribbon = part(macro_package(), "customUI/customUI14.xml").decode()
    callbacks = set(re.findall(r'onAction="(\w+)"', ribbon))
    assert all(f"Public Sub {name}(control As Object)" in source for name in callbacks)


def test_sheets_a_person_added_are_known_to_the_project() -> None:
    content = blank()
    content.sheets.append(ExtraSheet("我的表", {(1, 1): "甲"}))
    assert len(code_names(packaged(content))) == len(code_names(packaged(blank()))) + 1
    assert None not in code_names(packaged(content))


def test_a_project_of_another_workbook_is_refused() -> None:
    with pytest.raises(ValueError):
        build(blank(), TABLES, BytesIO(), macros(sheet_count(blank(), TABLES) + 1))


@pytest.mark.parametrize("content", [blank, sample])
def test_built_twice_every_part_is_equal(content) -> None:
    assert parts(packaged(content())) == parts(packaged(content()))


def test_but_for_its_macros_it_is_the_plain_workbook() -> None:
    plain, with_macros = parts(sample_package()), parts(macro_package())
    assert {"xl/vbaProject.bin", "customUI/customUI14.xml"} <= with_macros.keys() - plain.keys()
    assert plain.keys() <= with_macros.keys()
    assert entries(sample_package()) == entries(macro_package())


def test_the_package_says_that_it_holds_macros_and_a_ribbon() -> None:
    types = part(macro_package(), "[Content_Types].xml").decode()
    assert "application/vnd.ms-excel.sheet.macroEnabled.main+xml" in types
    assert "application/vnd.ms-office.vbaProject" in types
    relations = ElementTree.fromstring(part(macro_package(), "_rels/.rels"))
    kinds = {each.get("Type").rpartition("/")[2]: each.get("Target") for each in relations}
    assert kinds["extensibility"] == "customUI/customUI14.xml"
    assert len({each.get("Id") for each in relations}) == len(relations)
    assert 'label="党建台账"' in part(macro_package(), "customUI/customUI14.xml").decode()


def test_every_command_has_a_button_that_calls_it() -> None:
    found = [
        (
            "".join(button.find(f"{VML}textbox").itertext()),
            button.find(f"{EXCEL}ClientData/{EXCEL}FmlaMacro").text,
        )
        for button in buttons(macro_package())
    ]
    assert sorted(found) == sorted((each.caption, f"[0]!{each.macro}") for each in COMMANDS)


def test_buttons_are_written_in_the_font_of_the_workbook_large_ones_large() -> None:
    fonts = [button.find(".//font") for button in buttons(macro_package())]
    assert {font.get("face") for font in fonts} == {"微软雅黑"}
    sizes = {"".join(font.itertext()): int(font.get("size")) for font in fonts}
    bold = {"".join(font.itertext()) for font in fonts if font.find("b") is not None}
    assert bold == {command.caption for command in COMMANDS if command.large}
    assert min(sizes[caption] for caption in bold) > max(sizes[caption] for caption in sizes.keys() - bold)


def test_every_button_is_described_to_those_who_cannot_see_it() -> None:
    assert sorted(button.get("alt") for button in buttons(macro_package())) == sorted(
        c.hint for c in COMMANDS
    )


def test_every_button_reaches_from_column_to_column_within_its_row() -> None:
    for left_dots, top, right_dots, bottom, bottom_dots in (
        (found[1], found[2], found[5], found[6], found[7]) for found in map(anchor, buttons(macro_package()))
    ):
        assert right_dots == 0 and left_dots < 10  # however wide the columns come out
        assert bottom == top or (bottom == top + 1 and bottom_dots == 0)


def test_no_button_covers_another_or_anything_written() -> None:
    sheet = opened(macro_package())["首页"]
    covered = [
        (found[2] + 1, column + 1)
        for found in map(anchor, buttons(macro_package()))
        for column in range(found[0], found[4])
    ]
    assert len(covered) == len(set(covered)) >= 15
    assert {sheet.cell(*cell).value for cell in covered} == {None}


def test_the_name_of_the_last_check_is_a_free_cell_beside_the_buttons() -> None:
    book = opened(macro_package())
    sheet, cell = book.defined_names["上次校验"].attr_text.split("!")
    assert book[sheet.strip("'")][cell.replace("$", "")].value == "还没有校验过"
    assert "上次校验" not in opened(sample_package()).defined_names


def test_the_script_builds_by_the_ending_of_the_name(tmp_path: Path) -> None:
    for name, kept in (("新.xlsm", True), ("新.xlsx", False), ("大.XLSM", True)):
        assert script("-o", str(tmp_path / name)).returncode == 0
        assert ("xl/vbaProject.bin" in parts((tmp_path / name).read_bytes())) is kept


@pytest.mark.parametrize(("form", "to"), [(".xlsm", ".xlsm"), (".xlsx", ".xlsm"), (".xlsm", ".xlsx")])
def test_a_workbook_is_carried_with_macros_or_without_as_the_new_name_says(
    tmp_path: Path, form: str, to: str
) -> None:
    old, new = tmp_path / f"旧{form}", tmp_path / f"新{to}"
    old.write_bytes(macro_package() if form == ".xlsm" else sample_package())
    done = script("--from", str(old), "-o", str(new))
    assert done.returncode == 0, done.stderr
    kept, carried = opened(macro_package())["活动台账"], opened(new.read_bytes())["活动台账"]
    assert [cell.value for cell in carried["A"]] == [cell.value for cell in kept["A"]]
    assert done.stdout.count("\n") == 2  # nothing to tell but what is always rewritten
    assert texts(new.read_bytes()) == (texts(macro_package()) if to == ".xlsm" else {})
