"""Preparing this machine for the buttons and for double-clicks, and taking all of it back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from addin import doors, excel_settings
from addin.compiled import compile_ahead
from addin.libreoffice import install as libreoffice
from addin.schedule.control import follow
from addin.schedule.control import remove as remove_schedule
from addin.schedule.job import JOB_FILE
from workbook.files import cannot_write
from workbook.trouble import Trouble

SETTINGS = "已让 Excel 里的按钮找到程序（xlwings 设置里只加了本程序的几行）：{}"
NO_SETTINGS = "已从 xlwings 设置里去掉本程序的几行：{}"
ON_A_MAC = "macOS 上工作簿里的按钮用不了，请双击“我的台账”里的文件。"


def prepare(mine: Path, say: Callable[[str], object]) -> int:
    """Compile, let the buttons find the program, put files to double-click into `mine`.

    Say in Chinese what was done and what is in the way; return the exit code of the latter.
    """
    compile_ahead()
    return _told([_buttons(), doors.put(mine), _schedule(mine.parent)], say)


def undo(mine: Path, say: Callable[[str], object]) -> int:
    """Take back what `prepare` did, except what it compiled, and a schedule that was installed.

    Say what was done, return the exit code.
    """
    return _told([_no_buttons(), doors.take_away(mine), _no_schedule(mine.parent)], say)


def _buttons() -> Iterator[str]:
    if sys.platform == "win32":
        if excel_settings.write():
            yield SETTINGS.format(excel_settings.settings_file())
    elif sys.platform == "darwin":
        yield ON_A_MAC
    else:
        yield from libreoffice.install()


def _no_buttons() -> Iterator[str]:
    if sys.platform == "win32":
        if excel_settings.remove():
            yield NO_SETTINGS.format(excel_settings.settings_file())
    elif sys.platform != "darwin":
        yield from libreoffice.undo()


def _schedule(home: Path) -> Iterator[str]:
    """Install a schedule anew that was installed where the program lay before."""
    if (home / JOB_FILE).exists():
        python = Path(getattr(sys, "_base_executable", None) or sys.executable)
        yield from follow(home, python, datetime.now())


def _no_schedule(home: Path) -> Iterator[str]:
    if (home / JOB_FILE).exists():
        yield from remove_schedule(home)


def _told(steps: list[Iterator[str]], say: Callable[[str], object]) -> int:
    """Take every step, whatever stands in the way of the one before; return the highest exit code."""
    code = 0
    for step in steps:
        try:
            with cannot_write(Path.home()):
                for line in step:
                    say(line)
        except Trouble as trouble:
            say(trouble.message)
            code = max(code, trouble.code)
    return code
