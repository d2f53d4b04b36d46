"""A timer of the user's own systemd, which also runs what fell due while the machine was off."""

from __future__ import annotations

import getpass
import os
from contextlib import suppress
from pathlib import Path

from addin.schedule.job import Job, put
from addin.schedule.machine import Found, call, demand, lacking
from addin.schedule.plan import DAILY, MONTHLY, QUARTER, WEEKLY, WORKDAYS, Plan

SERVICE = """[Unit]
Description=党建台账：{plan} 重算总结和报告

[Service]
Type=oneshot
WorkingDirectory={folder}
ExecStart={command}
SuccessExitStatus=1
TimeoutStartSec=2h
"""
TIMER = """[Unit]
Description=党建台账：{plan}

[Timer]
OnCalendar={calendar}
Persistent=true
AccuracySec=10s
Unit={name}.service

[Install]
WantedBy=timers.target
"""
ABBREVIATIONS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WANTED = "timers.target.wants"
LINGER = Path("/var/lib/systemd/linger")
HINT = (
    "注意：只在您登录着的时候运行，错过的在登录后补上。要没有人登录也运行，请管理员执行一次："
    "loginctl enable-linger {}"
)


class Systemd:
    """The user's own systemd."""

    title = "systemd 用户定时器"

    def available(self) -> str:
        """Return why it cannot be used here, or nothing."""
        if missing := lacking("systemctl", "systemd"):
            return missing
        said = call("systemctl", "--user", "show-environment")
        return f"这个用户的 systemd 没有回答（{said.gist}）" if said.code else ""

    def texts(self, job: Job) -> dict[str, str]:
        """Return the two units by file name."""
        service = SERVICE.format(plan=job.plan, folder=_specifier(str(job.home)), command=exec_start(job))
        timer = TIMER.format(plan=job.plan, calendar=calendar(job.plan), name=job.name)
        return {f"{job.name}.service": service, f"{job.name}.timer": timer}

    def folders(self) -> tuple[Path, ...]:
        """Return the folders it may make."""
        return unit_folder(), _stamps()

    def install(self, job: Job) -> None:
        """Write the units and start the timer."""
        _stamp(job.name).unlink(missing_ok=True)  # or what was due before would be run at once
        for name, text in self.texts(job).items():
            put(unit_folder() / name, text)
        demand("systemctl", "--user", "daemon-reload")
        demand("systemctl", "--user", "enable", f"{job.name}.timer")
        demand("systemctl", "--user", "restart", f"{job.name}.timer")

    def found(self, job: Job) -> Found:
        """Tell whether the units are there, enabled and active."""
        texts = self.texts(job)
        there = {name: unit_folder() / name for name in texts if (unit_folder() / name).exists()}
        if not there:
            return Found.ABSENT
        read = {name: place.read_text(encoding="utf-8", errors="replace") for name, place in there.items()}
        enabled = (unit_folder() / WANTED / f"{job.name}.timer").is_symlink()
        return Found.SAME if read == texts and enabled and not _stopped(job.name) else Found.OTHER

    def remove(self, name: str) -> bool:
        """Stop the timer and remove the units; also where the user's systemd does not answer."""
        places = [unit_folder() / f"{name}.timer", unit_folder() / f"{name}.service"]
        there = [place for place in places if place.exists()]
        if there:
            call("systemctl", "--user", "disable", "--now", f"{name}.timer")
        for place in (*there, unit_folder() / WANTED / f"{name}.timer", _stamp(name)):
            place.unlink(missing_ok=True)
        with suppress(OSError):  # others' timers are in it
            (unit_folder() / WANTED).rmdir()
        if there:
            call("systemctl", "--user", "daemon-reload")
            call("systemctl", "--user", "reset-failed", f"{name}.timer", f"{name}.service")
        return bool(there)

    def hint(self) -> str:
        """Say that it runs only while the user is logged in, unless that was changed."""
        with suppress(OSError, KeyError, ImportError):
            user = getpass.getuser()
            return "" if (LINGER / user).exists() else HINT.format(user)
        return ""


def calendar(plan: Plan) -> str:
    """Return the plan as OnCalendar= reads it; ~ counts the days from the end of the month."""
    days = {
        DAILY: "*-*-*",
        WORKDAYS: "Mon..Fri *-*-*",
        WEEKLY: f"{ABBREVIATIONS[plan.weekday]} *-*-*",
        MONTHLY: f"*-*-{plan.on:02}" if plan.on else "*-*~01",
        QUARTER: "*-03,06,09,12~01",
    }
    return f"{days[plan.every]} {plan.at:%H:%M}:00"


def exec_start(job: Job) -> str:
    """Return the command line as ExecStart= reads it: quoted, with nothing left to be put in its place.

    A shell starts it, because systemd takes no program whose own name has a quote or a $ in it.
    """
    return " ".join(["/bin/sh", *map(_quoted, ("-c", 'exec "$@"', "sh", *job.command()))])


def unit_folder() -> Path:
    """Return where the user's own units lie."""
    chosen = os.environ.get("XDG_CONFIG_HOME")
    return (Path(chosen) if chosen else Path.home() / ".config") / "systemd" / "user"


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("$", "$$")
    return f'"{_specifier(escaped)}"'


def _specifier(text: str) -> str:
    return text.replace("%", "%%")


def _stamps() -> Path:
    chosen = os.environ.get("XDG_DATA_HOME")
    return (Path(chosen) if chosen else Path.home() / ".local" / "share") / "systemd" / "timers"


def _stamp(name: str) -> Path:
    """Return the file in which systemd keeps when a timer last ran."""
    return _stamps() / f"stamp-{name}.timer"


def _stopped(name: str) -> bool:
    """Tell whether systemd says that the timer does not run; where it does not answer, nobody knows."""
    return call("systemctl", "--user", "is-active", f"{name}.timer").out.strip() in (b"inactive", b"failed")
