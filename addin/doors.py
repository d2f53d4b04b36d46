"""The second door: files to double-click beside the workbook, for PCs where Office may not start programs.

Each only starts scripts/double_click.py; all that can be decided is decided there.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from workbook.files import replace_bytes

HOME = Path(__file__).resolve().parent.parent
TASKS = {
    "校验并生成总结": "write",
    "体检": "doctor",
    "设定自动重算": "schedule",
    "撤回自动重算": "unschedule",
}
PLATFORMS = {"win32": ".bat", "darwin": ".command"}
LINUX = ".desktop"

# Pure ASCII, because a .bat is read in the code page of the machine. Explorer puts no quotes around a file
# dropped here whose path has an "&" but no space: only the command line as a whole still holds it, and
# only `exit` keeps the rest from being run. What comes out of !…! is not looked at again for signs.
BAT = """@echo off
set "HERE=%~dp0"
setlocal EnableDelayedExpansion
set "DROPPED=!cmdcmdline!"
py -3 -X utf8 "!HERE!..\\scripts\\double_click.py" {task}
if errorlevel 9009 pause
exit
"""
COMMAND = """#!/bin/sh
exec python3 -X utf8 "$(dirname "$0")/../scripts/double_click.py" {task} "$@"
"""
DESKTOP = """[Desktop Entry]
Type=Application
Name={name}
Icon=x-office-spreadsheet
Exec=python3 -X utf8 "{script}" {task} %F
Terminal=true
"""
TEXTS = {".bat": BAT, ".command": COMMAND, LINUX: DESKTOP}

PUT = "可以双击：“{}”里的{}"
CHANGED = "改过，没有动它：{}"
REMOVED = "已删除：{}"


def doors(folder: Path, script: str, platform: str = sys.platform) -> Iterator[tuple[Path, str]]:
    """Yield place and text of each file to double-click; `script` is the path of the script in it."""
    suffix = PLATFORMS.get(platform, LINUX)
    for name, task in TASKS.items():
        yield folder / f"{name}{suffix}", TEXTS[suffix].format(name=name, task=task, script=script)


def put(folder: Path, home: Path = HOME, platform: str = sys.platform) -> Iterator[str]:
    """Put the files into `folder`; one that a person changed stays. Yield in Chinese what was done."""
    script, made = quoted(home / "scripts" / "double_click.py"), list[str]()
    for place, text in doors(folder, script, platform):
        content = _encoded(place, text)
        if place.exists() and not _ours(place, platform):
            yield CHANGED.format(place)
        elif not place.exists() or place.read_bytes() != content:
            replace_bytes(place, content)
            place.chmod(0o755)
            made.append(f"“{place.stem}”")
    if made:
        yield PUT.format(folder, "".join(made))


def take_away(folder: Path, platform: str = sys.platform) -> Iterator[str]:
    """Remove the files again, but none that a person changed. Yield in Chinese what was done."""
    for place, _ in doors(folder, "", platform):
        if place.exists() and _ours(place, platform):
            place.unlink()
            yield REMOVED.format(place)
        elif place.exists():
            yield CHANGED.format(place)


def quoted(path: Path) -> str:
    """Return `path` as it stands between quotes in a line Exec of a .desktop file."""
    argument = re.sub(r'(["`$\\])', r"\\\1", str(path)).replace("%", "%%")
    return argument.replace("\\", "\\\\")


def _ours(place: Path, platform: str) -> bool:
    """Tell whether a file is as we make it; the program may have lain elsewhere when it was made."""
    anywhere = "\0"
    texts = dict(doors(place.parent, anywhere, platform))
    pattern = re.escape(_encoded(place, texts[place])).replace(re.escape(anywhere.encode()), rb"[^\n]*")
    return re.fullmatch(pattern, place.read_bytes()) is not None


def _encoded(place: Path, text: str) -> bytes:
    return text.replace("\n", "\r\n").encode("ascii") if place.suffix == ".bat" else text.encode("utf-8")
