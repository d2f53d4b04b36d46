"""Preparing a Linux machine for the buttons, and taking it back: the launcher and the trusted folders."""

from __future__ import annotations

import os
import shlex
import stat
from collections.abc import Sequence
from pathlib import Path

from addin.libreoffice.office import load_uno
from addin.libreoffice.running import NOTICE, PROFILE, every
from addin.libreoffice.trusted import default_profile, distrust, trust
from workbook.trouble import CANNOT_WRITE, Trouble

HOME = Path(__file__).parents[2]
PROGRAMS = Path(".local", "bin")
LAUNCHER = "dangjian-taizhang-office"
FOLDERS = (HOME / "workbook", HOME / "我的台账")
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

OPEN = "LibreOffice 正开着，它关闭时会盖掉新的设置。请先关闭 LibreOffice 的所有窗口，再运行一次。"
NOT_ON_PATH = "{} 还不在 PATH 里：请注销后重新登录一次，LibreOffice 里的按钮才能找到程序。"


def install(
    folders: Sequence[Path] = FOLDERS,
    profile: Path | None = None,
    programs: Path | None = None,
    home: Path = HOME,
) -> list[str]:
    """Write the launcher and trust `folders`; return in Chinese what was done.

    While LibreOffice is open, or uno is missing, nothing is done and Trouble says so.
    """
    profile, programs = _places(profile, programs)
    load_uno()
    _refuse_open(profile)
    launcher = programs / LAUNCHER
    programs.mkdir(parents=True, exist_ok=True)
    launcher.write_text(script(home), encoding="utf-8")
    launcher.chmod(launcher.stat().st_mode | stat.S_IXUSR)
    done = [f"已写好 LibreOffice 按钮的启动程序：{launcher}"]
    done += [
        f"已加入 LibreOffice 的可信位置（宏安全级别没有改）：{folder}" for folder in trust(folders, profile)
    ]
    if str(programs) not in os.environ.get("PATH", "").split(os.pathsep):
        done.append(NOT_ON_PATH.format(programs))
    return done


def undo(
    folders: Sequence[Path] = FOLDERS, profile: Path | None = None, programs: Path | None = None
) -> list[str]:
    """Take back what `install` did; return in Chinese what was done."""
    profile, programs = _places(profile, programs)
    _refuse_open(profile)
    done = [f"已移出 LibreOffice 的可信位置：{folder}" for folder in distrust(folders, profile)]
    launcher = programs / LAUNCHER
    if launcher.exists() and MARK in launcher.read_text(encoding="utf-8"):
        launcher.unlink()
        done.append(f"已删除启动程序：{launcher}")
    return done


def script(home: Path) -> str:
    """Return the launcher: a shell script, so that it can speak where our Python is gone."""
    named = {"mark": MARK, "home": shlex.quote(str(home)), "notice": NOTICE, "profile": PROFILE, "gone": GONE}
    return SCRIPT.format(**named)


def _places(profile: Path | None, programs: Path | None) -> tuple[Path, Path]:
    return profile or default_profile(), programs or Path.home() / PROGRAMS


def _refuse_open(profile: Path) -> None:
    """Raise Trouble while a LibreOffice runs with `profile`: it would write its own settings on leaving."""
    if any((each.folder or default_profile()) == profile for each in every()):
        raise Trouble(CANNOT_WRITE, OPEN)
