"""What a click starts, in Excel and in LibreOffice: finds the program around itself and does the task."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
ASKED = ("task", "path", "wb")
TITLE = "党建台账"
BROKEN = "党建台账的程序文件不全或已损坏。请把程序文件夹重新拷一份，在里面运行一次 start.py，再点按钮。"
NO_START = 70
WARNING = 0x30  # MB_ICONWARNING


def arguments(words: Sequence[str]) -> dict[str, str]:
    """Return the values of arguments such as --wb=名.xlsm by name; of ASKED those not given are empty."""
    given = (word.removeprefix("--").partition("=") for word in words if word.startswith("--"))
    return dict.fromkeys(ASKED, "") | {name: value for name, _, value in given}


def main(words: Sequence[str]) -> int:
    """Do what the macro asks for; return the exit code: at any but 0 Excel's macro shows what stderr got."""
    if sys.platform == "win32":
        from addin.excel import main as click
    else:
        from addin.libreoffice.launch import main as click
    return click(arguments(words))


def safely(words: Sequence[str]) -> int:
    """Run `main`; where not even its files can be read, say so in one sentence."""
    try:
        return main(words)
    except Exception:  # below every other door, so that no traceback meets the person
        if sys.platform == "win32":  # what stderr gets, the macro would show under an English title
            import ctypes

            ctypes.windll.user32.MessageBoxW(None, BROKEN, TITLE, WARNING)
            return 0
        sys.stderr.write(BROKEN)
        return NO_START


def start(words: Sequence[str]) -> None:
    """Run as a process of its own, and end it without tidying up.

    All is written by then; xlwings would now look for Excels without a window and end them.
    """
    beside = HOME / "addin"  # where Python looks first unless started with -I: its modules are no top ones
    sys.path[:] = [str(HOME), *(place for place in sys.path if Path(place).resolve() != beside)]
    if sys.platform == "win32":
        sys.stderr.reconfigure(encoding="mbcs", errors="replace")  # the macro reads it so
    code = safely(words)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    start(sys.argv[1:])
