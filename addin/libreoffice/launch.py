"""A click in LibreOffice: connects to the LibreOffice it was clicked in and runs its task."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from addin.lean import lean
from addin.libreoffice.office import Office
from addin.libreoffice.running import Running, find, reach, show_text
from workbook.faults import record_fault
from workbook.trouble import CANNOT_WRITE, OUR_FAULT, Trouble

HOME = Path(__file__).parents[2]
GONE = "LibreOffice 在处理过程中关闭了，这次点击没有做完。请重新打开工作簿，再点一次。"
FAULT = "程序自身出了错，这次点击没有做完，工作簿没有被保存。请把这个文件交给维护的人：{}"


class Launch:
    """One start of the program: the LibreOffice that started it, and the way into it once it is open."""

    def __init__(self, asked: Mapping[str, str]) -> None:
        self.asked = asked
        self.running: Running | None = None
        self.office: Office | None = None

    def run(self) -> None:
        """Connect and run the task that was asked for."""
        self.running = find()
        self.office = reach(self.running)
        with lean():
            from addin.libreoffice.click import click
        click(self.office, self.asked["task"], self.asked["path"], self.asked["wb"])

    def fault(self, error: Exception) -> tuple[int, str]:
        """Return the exit code and the sentence for an error nobody foresaw."""
        if self.office and self.office.is_closed():
            return CANNOT_WRITE, GONE
        return OUR_FAULT, FAULT.format(record_fault(error, HOME))

    def tell(self, sentence: str) -> None:
        """Show `sentence` in a box; before there is a way in, as a text file that LibreOffice opens."""
        sys.stderr.write(f"{sentence}\n")
        if self.running and not (self.office and (self.office.is_closed() or box(self.office, sentence))):
            show_text(self.running, sentence)


def box(office: Office, sentence: str) -> bool:
    """Show `sentence` in a box; tell whether the libraries were there that a box needs."""
    try:
        with lean():
            from addin.libreoffice.engine import register
    except Trouble:
        return False
    register(office).alert(sentence, mode="critical")
    return True


def main(asked: Mapping[str, str]) -> int:
    """Do what a click asks for, tell the person in one sentence what went wrong; return the exit code."""
    launch = Launch(asked)
    try:
        launch.run()
    except Trouble as trouble:
        code, sentence = trouble.code, trouble.message
    except Exception as error:  # the last door before a traceback would meet the person
        code, sentence = launch.fault(error)
    else:
        return 0
    if sentence:
        launch.tell(sentence)
    return code
