"""Bridge.bas as far as LibreOffice's Basic can run what is meant for Excel."""

from __future__ import annotations

import re

import pytest

from tests.addin.libreoffice.live import Live, add_macro, run_macro
from tests.addin.vba.test_bridge import SOURCE, procedure

PROBE = """
Function Probe()
    StartTask "check"
    StartTask "check"
    StartTask "write"
    doneAt = doneAt - 1.5
    StartTask "write"
    Probe = started
End Function
"""


STARTS = """
Function Tried(ByVal interpreter As Boolean, ByVal below As String, ByVal baseThere As Boolean)
    hasInterpreter = interpreter
    baseLine = below
    hasBase = baseThere
    done = ""
    StartExcel "check"
    Tried = done & ";"
End Function
Function Probe()
    Probe = Tried(True, "b", True) & Tried(True, "", False) & Tried(True, "b", False) & _
        Tried(False, "b", False) & Tried(False, "b", True)
End Function
Function GetConfig(key, otherwise, source)
    GetConfig = IIf(InStr(key, "BASE") > 0, baseLine, key)
End Function
Function IsThere(name)
    IsThere = IIf(name = "b", hasBase, hasInterpreter)
End Function
Sub RunFrozenPython(program, words)
    done = "run"
End Sub
Sub TellNoPython()
    done = "no Python"
End Sub
Sub TellNotStarted()
    done = "not started"
End Sub
"""


@pytest.mark.uno
def test_a_click_starts_python_only_where_the_one_it_rests_on_is_there(live: Live) -> None:
    keys = [line for line in SOURCE.splitlines() if re.match(r"Private Const \w+_KEY As", line)]
    state = "Private hasInterpreter As Boolean, hasBase As Boolean, baseLine As String, done As String"
    kept = [procedure(name) for name in ("StartExcel", "IsBaseLost", "Arguments")]
    kept[0] = kept[0].replace("ThisWorkbook.Path", '""')  # this document has no VBA project
    kept = [each.replace("FileExists(", "IsThere(") for each in kept]  # Basic has one of its own
    document = live.office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
    try:
        add_macro(document, "\n".join(["Option VBASupport 1", *keys, state, *kept, STARTS]))
        assert run_macro(document, "Probe").split(";")[:-1] == [
            "run",
            "run",  # settings of an older start.py do not name it
            "no Python",
            "no Python",
            "not started",
        ]
    finally:
        document.close(True)


@pytest.mark.uno
def test_the_second_half_of_a_double_click_is_dropped_and_a_later_click_is_not(live: Live) -> None:
    names = ("ECHO_SECONDS", "doneTask", "doneAt")
    lines = [
        line for line in SOURCE.splitlines() if re.match(rf"Private (Const )?({'|'.join(names)}) As", line)
    ]
    excel = 'Private Sub StartExcel(ByVal task As String)\n    started = started & task & " "\nEnd Sub'
    never = "Private Function InLibreOffice() As Boolean\n    InLibreOffice = False\nEnd Function"
    told = "Private Sub TellNotStarted()\nEnd Sub\nPrivate Sub StartOffice(ByVal task As String)\nEnd Sub"
    parts = ["Option VBASupport 1", *lines, "Private started As String", excel, never, told]
    parts += [procedure("StartTask"), procedure("IsEcho"), PROBE]
    document = live.office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
    try:
        add_macro(document, "\n".join(parts))
        assert run_macro(document, "Probe") == "check write write "
    finally:
        document.close(True)
