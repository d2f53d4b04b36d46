"""Preparing a Linux machine for the buttons, and taking it back: the launcher and the trusted folders."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from addin.libreoffice.office import NO_UNO, PLACES
from addin.libreoffice.running import NOTICE, PROFILE, every
from workbook.files import replace_text
from workbook.trouble import CANNOT_WRITE, UNAVAILABLE, Trouble

HOME = Path(__file__).parents[2]
FOLDERS = ("workbook", "我的台账")
PROGRAMS = Path(".local", "bin")
LAUNCHER = "dangjian-taizhang-office"
SETTINGS = Path("user", "registrymodifications.xcu")  # in a profile
MARK = "# 党建台账：LibreOffice 里的按钮由此启动程序"

# $PPID is the LibreOffice that was clicked in: it shows the sentence where our own program is gone.
SCRIPT = """#!/bin/sh
{mark}
home={home}
python="$home/.venv/bin/python"
launch="$home/addin/launch.py"
if [ -x "$python" ] && [ -r "$launch" ]; then
    exec "$python" -I -X utf8 "$launch" "$@"
fi
notice="$(mktemp -d)/{notice}"
printf '\\357\\273\\277%s\\n' "{gone}" > "$notice"
office="$(readlink "/proc/$PPID/exe")"
profile="$(tr '\\0' '\\n' < "/proc/$PPID/cmdline" | grep '^{profile}')"
exec "${{office%.bin}}" ${{profile:+"$profile"}} --view "$notice"
"""
GONE = "找不到党建台账的程序或它的 .venv（原来在 $home）。请在程序现在的文件夹里运行一次 start.py，再点按钮。"

NO_OFFICE = "没有找到 LibreOffice，没有给它准备按钮；装好以后再运行一次 start.py。"
OPEN = (
    "LibreOffice 正开着，它关闭时会盖掉新的设置，所以可信位置没有动。"
    "请关闭 LibreOffice 的所有窗口，再运行一次。"
)
NOT_ON_PATH = "{} 还不在 PATH 里：请注销后重新登录一次，LibreOffice 里的按钮才能找到程序。"
WRITTEN = "已写好 LibreOffice 按钮的启动程序：{}"
TRUSTED = "已加入 LibreOffice 的可信位置（宏安全级别没有改）：{}"
REMOVED = "已删除启动程序：{}"
NOT_TRUSTED = "已移出 LibreOffice 的可信位置：{}"
MOVED = "程序已不在那里，已移出 LibreOffice 的可信位置：{}"
BY_HAND = (
    "运行环境不在，没法改 LibreOffice 的设置。"
    "请在 LibreOffice 的“工具—选项—安全—宏安全性—可信来源”里自己移除本程序的文件夹。"
)


def folders_of(home: Path) -> tuple[Path, ...]:
    """Return the folders whose macros may run: where our workbooks come from, and the person's own."""
    return tuple(home / name for name in FOLDERS)


def default_profile() -> Path:
    """Return the folder of the profile LibreOffice uses unless told otherwise."""
    base = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(base, "libreoffice", "4")


def has_uno() -> bool:
    """Tell whether the part of LibreOffice is installed that Python talks to."""
    return any(Path(place, "uno.py").exists() for place in PLACES)


def has_office() -> bool:
    """Tell whether LibreOffice is installed where its start program is found."""
    return any(shutil.which(name) for name in ("soffice", "libreoffice"))


def install(
    folders: Sequence[Path] | None = None,
    profile: Path | None = None,
    programs: Path | None = None,
    home: Path = HOME,
) -> Iterator[str]:
    """Write the launcher and trust `folders`; yield in Chinese what was done and what is still in the way.

    Where all is done already nothing is, whether LibreOffice is open or not.
    """
    if not has_office():
        yield NO_OFFICE
        return
    yield from _write_launcher(programs or Path.home() / PROGRAMS, home)
    yield from _trust(folders_of(home) if folders is None else folders, profile or default_profile())
    if not has_uno():
        yield NO_UNO


def _write_launcher(programs: Path, home: Path) -> Iterator[str]:
    launcher, wanted = programs / LAUNCHER, script(home)
    if not launcher.exists() or launcher.read_text(encoding="utf-8", errors="replace") != wanted:
        replace_text(launcher, wanted)
        yield WRITTEN.format(launcher)
    launcher.chmod(0o755)
    if str(programs) not in os.environ.get("PATH", "").split(os.pathsep):
        yield NOT_ON_PATH.format(programs)


def _trust(folders: Sequence[Path], profile: Path) -> Iterator[str]:
    from addin.libreoffice.trusted import distrust, left_behind, trust, trusted

    old = left_behind(profile)
    if len(trusted(folders, profile)) == len(folders) and not old:
        return
    if is_open(profile):
        yield OPEN
    else:
        yield from map(TRUSTED.format, trust(folders, profile))
        yield from map(MOVED.format, distrust(old, profile))


def undo(
    folders: Sequence[Path] | None = None, profile: Path | None = None, programs: Path | None = None
) -> Iterator[str]:
    """Take back what `install` did; yield in Chinese what was done.

    Where LibreOffice's settings cannot be changed, raise Trouble; the launcher is gone by then.
    """
    launcher = (programs or Path.home() / PROGRAMS) / LAUNCHER
    if launcher.exists() and MARK in launcher.read_text(encoding="utf-8", errors="replace"):
        launcher.unlink()
        yield REMOVED.format(launcher)
    yield from _distrust(folders_of(HOME) if folders is None else folders, profile or default_profile())


def _distrust(folders: Sequence[Path], profile: Path) -> Iterator[str]:
    try:
        from addin.libreoffice.trusted import distrust, left_behind, trusted
    except ImportError as error:
        raise Trouble(UNAVAILABLE, BY_HAND) from error
    ours = list(dict.fromkeys((*folders, *left_behind(profile))))
    if trusted(ours, profile):
        if is_open(profile):
            raise Trouble(CANNOT_WRITE, OPEN)
        yield from map(NOT_TRUSTED.format, distrust(ours, profile))


def script(home: Path) -> str:
    """Return the launcher: a shell script, so that it can speak where our Python is gone."""
    named = {"mark": MARK, "home": shlex.quote(str(home)), "notice": NOTICE, "profile": PROFILE, "gone": GONE}
    return SCRIPT.format(**named)


def is_open(profile: Path) -> bool:
    """Tell whether a LibreOffice runs with `profile`: it would write its own settings on leaving."""
    return any((each.folder or default_profile()) == profile for each in every())
