"""A click in Excel: from the macro's words to the task, and the one box where it did not go well."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from addin.lean import lean
from workbook.faults import record_fault
from workbook.trouble import OUR_FAULT, Trouble

HOME = Path(__file__).resolve().parent.parent
TITLE = "党建台账"
BOX = 0x30 | 0x10000 | 0x40000  # MB_ICONWARNING, MB_SETFOREGROUND, MB_TOPMOST
FAULT = "程序自身出了错；工作簿没有存盘，文件里还是原样。请把这个文件交给维护的人：{}"


def main(asked: Mapping[str, str]) -> int:
    """Do what a click asks for, and tell the person in one sentence what went wrong; return the exit code."""
    try:
        sentence = _click(asked)
    except Trouble as trouble:
        sentence = trouble.message
    except Exception as error:  # the last door before a traceback would meet the person
        sentence = FAULT.format(record_fault(error, HOME))
    return tell(sentence) if sentence else 0


def _click(asked: Mapping[str, str]) -> str:
    """Run the task on the workbook it came from; return what to tell the person, mostly nothing."""
    with lean():
        from addin.buttons import attempt, caller
    _, sentence = attempt(asked["task"], caller(asked["wb"], asked["path"]))
    return sentence


def tell(sentence: str) -> int:
    """Show `sentence` in a box of Windows; return 0, for at any other exit code the macro shows one more.

    The box needs neither Excel nor a library, and writes Chinese on every Windows. What the macro shows
    goes through the code page of the machine.
    """
    if sys.platform != "win32":
        sys.stderr.write(sentence)
        return OUR_FAULT
    import ctypes

    ctypes.windll.user32.MessageBoxW(None, sentence, TITLE, BOX)
    return 0
