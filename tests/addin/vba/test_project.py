"""The VBA project holds exactly the modules it was made from."""

from __future__ import annotations

import pytest

from addin.vba.project import PROJECT_ID, Kind, Module, vba_project
from tests.addin.vba.reading import decompressed, records, settings, streams, texts, theirs
from tests.addin.vba.test_ovba import revealed

COMPATIBLE = 0x4A  # a record only newer versions of Excel write
MODULES = [
    Module("ThisWorkbook", kind=Kind.WORKBOOK),
    Module("Sheet1", kind=Kind.SHEET),
    Module("Bridge", "Public Sub OnCheck()\nEnd Sub\n" + "' line\n" * 900),
    Module("Sheet2", kind=Kind.SHEET),
]


@pytest.fixture
def made() -> dict[str, bytes]:
    return streams(vba_project(MODULES))


def test_olevba_lists_every_module_with_its_text() -> None:
    expected = {module.name: module.source for module in MODULES}
    assert texts(vba_project(MODULES)) == expected


def test_every_line_ends_as_windows_ends_lines(made: dict[str, bytes]) -> None:
    for module in MODULES:
        text = decompressed(made[f"VBA/{module.name}"])
        assert text.endswith(b"\r\n")
        assert text.count(b"\n") == text.count(b"\r\n") == text.count(b"\r")


def test_documents_and_code_are_told_apart(made: dict[str, bytes]) -> None:
    found = settings(made)
    lines = made["PROJECT"].decode("ascii").split("\r\n")
    assert "Document=ThisWorkbook/&H00000000" in lines
    assert "Document=Sheet1/&H00000000" in lines
    assert [line for line in lines if line.startswith("Module=")] == ["Module=Bridge"]
    assert found["ID"] == PROJECT_ID
    base = {name: decompressed(made[f"VBA/{name}"]) for name in ("ThisWorkbook", "Sheet1", "Bridge")}
    assert b"{00020819-" in base["ThisWorkbook"]
    assert b"{00020820-" in base["Sheet1"]
    assert b"VB_Base" not in base["Bridge"]


def test_nothing_is_protected_under_the_key_of_this_project(made: dict[str, bytes]) -> None:
    key = sum(PROJECT_ID.encode()) & 0xFF
    found = [revealed(settings(made)[name]) for name in ("CMG", "DPB", "GC")]
    assert found == [(2, key, bytes(4)), (2, key, b"\x00"), (2, key, b"\xff")]


def test_every_module_is_named_in_the_code_page_and_in_unicode(made: dict[str, bytes]) -> None:
    expected = b"".join(
        module.name.encode() + b"\0" + module.name.encode("utf-16-le") + b"\0\0" for module in MODULES
    )
    assert made["PROJECTwm"] == expected + b"\0\0"


def test_the_catalogue_has_the_records_of_one_that_excel_wrote(made: dict[str, bytes]) -> None:
    ours, excels = (
        [number for number, _ in records(decompressed(project["VBA/dir"]))]
        for project in (made, theirs("quickstart.xlsm"))
    )
    own = slice(0, ours.index(0x16))  # up to the references
    assert ours[own] == [number for number in excels[: excels.index(0x16)] if number != COMPATIBLE]
    assert ours[ours.index(0x0F) :] == excels[excels.index(0x0F) :]


def test_the_text_of_every_module_starts_at_once(made: dict[str, bytes]) -> None:
    found = records(decompressed(made["VBA/dir"]))
    assert [data for number, data in found if number == 0x31] == [bytes(4)] * len(MODULES)
    assert [data.decode() for number, data in found if number == 0x1A] == [each.name for each in MODULES]


def test_office_is_told_to_compile_anew(made: dict[str, bytes]) -> None:
    assert made["VBA/_VBA_PROJECT"] == b"\xcc\x61\xff\xff\x00\x00\x00"
    assert not [name for name in made if "SRP" in name]


def test_equal_modules_give_equal_bytes() -> None:
    assert vba_project(MODULES) == vba_project(list(MODULES))


def test_a_letter_outside_ascii_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        vba_project([Module("Bridge", "' 中文")])
