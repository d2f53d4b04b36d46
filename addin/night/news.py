"""What a click tells of the runs nobody watched: one line on 首页, and a sentence where a person must act."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from addin.night.place import GENERATED
from addin.night.register import Register
from addin.schedule.job import LOG
from addin.schedule.state import alarm, brief

HOME = Path(__file__).resolve().parents[2]
FAILED = "自动重算：上次没有成功（{}）：{}"
SEE = "经过记在 {}。"


def home_line(home: Path = HOME) -> str:
    """Return the line for 首页, or nothing where no run is scheduled."""
    return brief(home, dt.datetime.now())


def bad_news(workbook: Path | None, home: Path = HOME) -> list[str]:
    """Return what went wrong in the last run nobody watched: with the schedule, else with this workbook."""
    line = alarm(home, dt.datetime.now()) or _failure(workbook)
    if not line:
        return []
    log = home / LOG
    return [line, SEE.format(log)] if log.exists() else [line]


def _failure(workbook: Path | None) -> str:
    """Say why the last run left this workbook out, where one did since it last succeeded."""
    if workbook is None:
        return ""
    entry = Register(workbook.parent / GENERATED)[workbook]
    when = entry.failed.replace("T", " ")[:16]
    return FAILED.format(when, " ".join(entry.reason.split())) if entry.is_failing else ""
