"""A launch agent of the user on a Mac; it asks at each start whether something fell due meanwhile."""

from __future__ import annotations

import os
import plistlib
from pathlib import Path

from addin.schedule.job import Job, put
from addin.schedule.machine import Found, call, demand, lacking
from addin.schedule.plan import DAILY, MONTHLY, QUARTER, QUARTER_ENDS, WEEKLY, WORKDAYS, Plan

DUE = "--if-due"
ENDS = {1: 31, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


class Launchd:
    """The launchd of the user who is logged in."""

    title = "launchd"

    def available(self) -> str:
        """Return why it cannot be used here, or nothing."""
        return lacking("launchctl", "macOS 的任务管理程序")

    def texts(self, job: Job) -> dict[str, str]:
        """Return the property list by its name."""
        content = {
            "Label": job.name,
            "ProgramArguments": job.command(DUE),
            "WorkingDirectory": str(job.home),
            "StartCalendarInterval": intervals(job.plan),
            "RunAtLoad": True,  # at each login: what fell due while the machine was off
            "ProcessType": "Background",
        }
        return {f"{job.name}.plist": plistlib.dumps(content, sort_keys=False).decode("utf-8")}

    def folders(self) -> tuple[Path, ...]:
        """Return the folder it may make."""
        return (_agents(),)

    def install(self, job: Job) -> None:
        """Write the property list and load it."""
        for name, text in self.texts(job).items():
            put(_agents() / name, text)
        call("launchctl", "bootout", _target(job.name))
        demand("launchctl", "bootstrap", _domain(), str(_place(job.name)))

    def found(self, job: Job) -> Found:
        """Tell whether the property list is there and loaded."""
        place = _place(job.name)
        if not place.exists():
            return Found.ABSENT
        same = place.read_bytes() == self.texts(job)[place.name].encode("utf-8")
        loaded = call("launchctl", "print", _target(job.name)).code == 0
        return Found.SAME if same and loaded else Found.OTHER

    def remove(self, name: str) -> bool:
        """Unload the job and remove its property list."""
        place = _place(name)
        if not place.exists():
            return False
        call("launchctl", "bootout", _target(name))
        place.unlink()
        return True

    def hint(self) -> str:
        """Say that it runs only while the user is logged in."""
        return "注意：只在您登录着的时候运行，错过的在登录后补上。"


def intervals(plan: Plan) -> list[dict[str, int]]:
    """Return the times as StartCalendarInterval has them; 29 February is asked for, 28 February too.

    Which of the two it is, the run itself finds out: it ends at once where nothing is due.
    """
    days: dict[str, list[dict[str, int]]] = {
        DAILY: [{}],
        WORKDAYS: [{"Weekday": day} for day in range(1, 6)],
        WEEKLY: [{"Weekday": plan.on % 7}],
        MONTHLY: [{"Day": plan.on}] if plan.on else _dates({**ENDS, 2: 28}) + _dates({2: 29}),
        QUARTER: _dates(QUARTER_ENDS),
    }
    return [{**day, "Hour": plan.at.hour, "Minute": plan.at.minute} for day in days[plan.every]]


def _dates(ends: dict[int, int]) -> list[dict[str, int]]:
    return [{"Month": month, "Day": day} for month, day in ends.items()]


def _agents() -> Path:
    return Path.home() / "Library" / "LaunchAgents"


def _place(name: str) -> Path:
    return _agents() / f"{name}.plist"


def _domain() -> str:
    return f"gui/{os.getuid() if hasattr(os, 'getuid') else 0}"


def _target(name: str) -> str:
    return f"{_domain()}/{name}"
