"""The module of xlwings is cut down so that LibreOffice compiles it, with its licence kept."""

from __future__ import annotations

import re
from importlib.metadata import version

import pytest

from addin.vba.xlwings_module import cut, needed, original, resolved, source

LINES = """Attribute VB_Name = "xlwings"
#Const App = "Microsoft Excel"
'Version: 1.0

'Copyright

#If Mac Then
Const PLACE As String = "Mac"
#ElseIf App = "Microsoft Excel" Then
Const PLACE As String = "Excel"
#Else
Const PLACE As String = "Word"
#End If
Public Const XLWINGS_VERSION As String = "1.0"
Private Declare PtrSafe Function Unused Lib "x" () As Long

Public Function RunFrozenPython(Path As String)
    ' Lonely would be wrong here
    RunFrozenPython = "Lonely" & HELPER(PLACE)
End Function
Function Helper(x)
    #If Not Mac Then
    Helper = x
    #End If
End Function
Sub Lonely()
    Helper 1
End Sub
Function GetConfig(key)
End Function
""".splitlines()


def test_of_each_condition_the_branch_of_excel_on_windows_remains() -> None:
    found = list(resolved(LINES))
    assert [line for line in found if "PLACE As" in line] == ['Const PLACE As String = "Excel"']
    assert "    Helper = x" in found
    assert not [line for line in found if line.lstrip().startswith("#")]


@pytest.mark.parametrize(
    ("condition", "kept"),
    [
        ("Mac", False),
        ("Not Mac", True),
        ('App = "Microsoft Excel"', True),
        ('App = "Microsoft Word"', False),
        ("MAC_OFFICE_VERSION >= 15", False),
        ("VBA7", True),
    ],
)
def test_a_condition_is_decided(condition: str, kept: bool) -> None:
    assert list(resolved([f"#If {condition} Then", "x", "#Else", "y", "#End If"])) == ["x" if kept else "y"]


@pytest.mark.parametrize("condition", ["Unheard", "Mac And VBA7", "MAC_OFFICE_VERSION < 15"])
def test_a_condition_of_another_kind_stops_the_build(condition: str) -> None:
    with pytest.raises(ValueError):
        list(resolved([f"#If {condition} Then", "#End If"]))


def test_a_branch_within_a_branch_left_out_is_left_out() -> None:
    lines = ["#If Mac Then", "#If VBA7 Then", "x", "#Else", "y", "#End If", "#End If", "z"]
    assert list(resolved(lines)) == ["z"]


def test_what_nobody_needs_is_left_out_and_the_notice_stays() -> None:
    found = list(cut(LINES))
    assert found[:2] == ["'Version: 1.0", "'Copyright"]
    text = "\n".join(found)
    kept = re.findall(r"(?:Const|Function|Sub) (\w+)", text)
    assert kept == ["PLACE", "XLWINGS_VERSION", "RunFrozenPython", "Helper", "GetConfig"]
    assert "Attribute" not in text


def test_a_root_that_is_gone_stops_the_build() -> None:
    with pytest.raises(KeyError):
        needed({"getconfig": set()}, ["RunFrozenPython"])


def test_the_real_module_keeps_its_licence_and_says_that_it_was_modified() -> None:
    notice = source().split("Option Private Module")[0]
    theirs = original()[original().index("'Version") : original().index("'Attribute VB_Name")]
    assert [line for line in theirs.splitlines() if line not in notice.splitlines()] == []
    assert "BSD 3-clause" in notice and "Copyright (C) 2014-present, Zoomer Analytics LLC." in notice
    assert "'Modified for this workbook" in notice


def test_the_real_module_is_the_one_of_the_installed_version() -> None:
    assert f'XLWINGS_VERSION As String = "{version("xlwings")}"' in source()


def test_the_real_module_has_no_conditions_and_needs_no_library_of_its_own() -> None:
    text = source()
    assert not re.search(r"^\s*#(If|Else|End|Const)", text, re.M)
    assert "Declare" not in text
    assert ".pro" not in text  # the part of xlwings that is not free
    assert text.isascii()


def test_every_procedure_the_real_module_calls_is_in_it() -> None:
    names = set(re.findall(r"(?:Function|Sub) (\w+)\(", "\n".join(resolved(original().splitlines()))))
    kept = set(re.findall(r"^(?:Public )?(?:Function|Sub) (\w+)\(", source(), re.M))
    code = re.sub(r'"[^"\n]*"|\'.*', "", source())
    called = {name for name in names if re.search(rf"\b{name}\b", code, re.I)}
    assert {"RunFrozenPython", "GetConfig", "FileExists", "WScript"} <= kept
    assert called <= kept


def test_nothing_of_it_stands_in_the_list_of_macros() -> None:
    assert "\nOption Private Module\n" in source()
    assert "Sub ImportPythonUDFs" not in source() and "Sub KillPy" not in source()
