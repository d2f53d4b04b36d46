"""Bulk.bas: what Python asks of a workbook in one call; plain ASCII, known to both programs, never a box."""

from __future__ import annotations

import inspect
import re

import pytest

from addin.scattered import Scattered
from addin.vba.edition import BULK
from tests.addin.fakebook import Fake

SOURCE = BULK.read_text(encoding="ascii")
CODE = re.sub(r"'[^\"\n]*$", "", SOURCE, flags=re.M)
PUBLIC = dict(re.findall(r"^Public Function (\w+)\((.*?)\) As", SOURCE.replace(" _\n", ""), re.M))


def body(name: str) -> str:
    found = re.search(rf"^\w+ (Function|Sub) {name}\(.*?^End \1$", SOURCE, re.M | re.S)
    assert found, name
    return found[0]


def test_excel_lists_none_of_it_among_the_macros_of_the_person() -> None:
    assert not re.search(r"^(Public )?Sub ", SOURCE, re.M)  # a list of macros shows no functions
    assert all("ByVal book As Object" in given for given in PUBLIC.values())


def test_the_source_holds_nothing_libreoffice_or_excel_does_not_know() -> None:
    assert not re.search(r"^\s*#", CODE, re.M) and "Option Explicit" in CODE
    assert not re.search(r"ThisComponent|CreateUno|com\.sun\.star", CODE)
    assert max(map(len, SOURCE.splitlines())) <= 110


@pytest.mark.parametrize("name", PUBLIC)
def test_an_error_never_leaves_what_python_calls(name: str) -> None:
    first = next(line for line in body(name).splitlines() if "Dim" not in line and "ByVal" not in line)
    assert re.fullmatch(r"    On Error (Resume Next|GoTo failed)", first)


def test_each_cell_is_put_by_itself() -> None:
    for name in ("PutInExcel", "PutInOffice"):
        assert len(re.findall(r"places\(place\)", body(name))) == 1
        assert "If Err.Number <> 0 Then" in body(name)
    assert ".Value" not in CODE.replace(body("PutExcelCell"), "")


def test_the_tests_pretend_macros_take_what_the_real_ones_take() -> None:
    words = len(Scattered("表", ()).words)
    assert PUBLIC["PutCells"].count("ByVal") == 2 + words
    assert len(inspect.signature(Fake.put_cells).parameters) == 1 + 2 + words
