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
