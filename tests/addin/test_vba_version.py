"""The version of xlwings in a workbook's macros, read from the file."""

import zipfile
from importlib.metadata import distribution, version
from pathlib import Path

import pytest

from addin.vba.cfb import compound_file
from addin.vba.ovba import compress
from addin.vba_version import PROJECT, macro_version, unpacked, version_in

QUICK = Path(str(distribution("xlwings").locate_file("xlwings/quickstart_standalone.xlsm")))
MODULE = b'Attribute VB_Name = "xlwings"\r\n' + b"' words and words, over and over\r\n" * 200


def project(*modules: bytes) -> bytes:
    return compound_file({"VBA": {f"M{number}": compress(text) for number, text in enumerate(modules)}})


def workbook(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name.replace("_", "/"), data)
    return path


def test_a_workbook_that_excel_wrote_is_read() -> None:
    assert macro_version(QUICK) == version("xlwings")


def test_the_version_is_found_in_whatever_module_it_stands() -> None:
    line = b'Public Const XLWINGS_VERSION As String = "1.2.3"\r\n'
    assert version_in(project(b'Attribute VB_Name = "A"\r\n', MODULE + line + MODULE)) == "1.2.3"


def test_other_macros_have_no_version() -> None:
    assert version_in(project(MODULE)) is None


def test_a_workbook_without_macros_is_told_from_an_unreadable_one(tmp_path: Path) -> None:
    assert macro_version(workbook(tmp_path / "甲.xlsx", xl_workbook=b"")) == ""
    (tmp_path / "乙.xlsm").write_bytes(b"no package")
    assert macro_version(tmp_path / "乙.xlsm") is None
    assert macro_version(tmp_path / "没有.xlsm") is None


@pytest.mark.parametrize("cut", range(0, 60, 7))
def test_a_broken_project_has_no_version_and_raises_nothing(tmp_path: Path, cut: int) -> None:
    whole = project(MODULE + b'Const XLWINGS_VERSION As String = "1.2.3"')
    start = whole.find(b"\x00Attribut")
    broken = whole[: start + cut] + bytes(range(256)) * 2
    with zipfile.ZipFile(tmp_path / "甲.xlsm", "w") as package:
        package.writestr(PROJECT, broken)
    assert macro_version(tmp_path / "甲.xlsm") in (None, "1.2.3")


def test_what_is_packed_comes_out_again() -> None:
    text = MODULE[:4096]
    assert unpacked(compress(text)[3:]) == text
