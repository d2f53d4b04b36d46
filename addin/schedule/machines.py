"""All schedulers by name, and which one is taken where none is asked for."""

from __future__ import annotations

import sys

from addin.schedule.cron import Cron
from addin.schedule.launchd import Launchd
from addin.schedule.machine import Machine
from addin.schedule.systemd import Systemd
from addin.schedule.windows import Windows
from workbook.trouble import UNAVAILABLE, Trouble

MACHINES: dict[str, Machine] = {
    "systemd": Systemd(),
    "cron": Cron(),
    "windows": Windows(),
    "launchd": Launchd(),
}
USUAL = {"win32": ("windows",), "darwin": ("launchd",)}
ON_LINUX = ("systemd", "cron")
UNUSABLE = "{title}用不了：{reason}。"
NONE_USABLE = "这台电脑没有能定时运行的程序：{reasons}。请装上或启动其中一个，再设定一次。"


def machine(name: str) -> Machine:
    """Return the scheduler of that name; raise Trouble where it cannot be used here."""
    found = MACHINES[name]
    if reason := found.available():
        raise Trouble(UNAVAILABLE, UNUSABLE.format(title=found.title, reason=reason))
    return found


def usual(platform: str = sys.platform) -> str:
    """Return the name of the scheduler this machine has; raise Trouble that says what to install."""
    names = USUAL.get(platform, ON_LINUX)
    reasons = []
    for name in names:
        reason = MACHINES[name].available()
        if not reason:
            return name
        reasons.append(reason)
    raise Trouble(UNAVAILABLE, NONE_USABLE.format(reasons="；".join(reasons)))
