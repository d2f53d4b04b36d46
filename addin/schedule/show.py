"""What a person, or another program, is told about the schedule."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from addin.schedule.control import BESIDE, MINE, standing
from addin.schedule.job import LOG, Job, Status, load_job, load_status
from addin.schedule.machine import Found
from addin.schedule.machines import MACHINES
from addin.schedule.state import CLOCK, MOVED, NONE, last, problem
from workbook.trouble import Trouble

GONE = "系统里已经没有这个任务，请重新设定一次（schedule.py install）"
OTHER = "系统里的任务与设定的不一样（被改过或停用），请重新设定一次（schedule.py install）"
NO_PYTHON = "定时任务要用的 Python 不在了（{}），请重新设定一次（schedule.py install）"
STANDING = {Found.ABSENT: GONE, Found.OTHER: OTHER, Found.SAME: ""}


def show(home: Path, now: datetime, as_json: bool = False) -> tuple[int, str]:
    """Return the exit code, 1 where a person has to see to something, and what to say."""
    job = load_job(home)
    if job is None:
        nothing = {"installed": False, "ok": True}
        return 0, json.dumps(
            nothing
        ) if as_json else f"定时任务：{NONE}。要设定，请运行 schedule.py install。"
    status, unread = _status(home)
    found = standing(job, home)
    faults = [MOVED if job.home != home else _unlike(job, found), problem(job, status, now), unread]
    faults = list(filter(None, faults))
    text = _json(job, status, found, faults, now) if as_json else "\n".join(_lines(job, status, faults, now))
    return int(bool(faults)), text


def _unlike(job: Job, found: Found) -> str:
    """Say how the machine's task differs from what would be installed now."""
    return STANDING[found] or ("" if job.python.exists() else NO_PYTHON.format(job.python))


def _status(home: Path) -> tuple[Status, str]:
    try:
        return load_status(home), ""
    except Trouble as trouble:
        return Status(), trouble.message.splitlines()[0]


def _lines(job: Job, status: Status, faults: list[str], now: datetime) -> list[str]:
    rows = [
        ("定时任务", f"{job.plan}（{_title(job)}），{CLOCK.format(job.since)} 设定"),
        ("工作簿", "、".join(job.books) or MINE),
        ("写到", job.out or BESIDE),
        ("写什么", job.extras),
        ("上次运行", last(status, now).removeprefix("上次 ")),
        ("上次成功", CLOCK.format(status.success) if status.success else "还没有"),
        ("下次运行", CLOCK.format(job.plan.next_after(now))),
        ("运行记录", status.log or str(job.home / LOG)),
    ]
    return [
        *(f"{name}：{text}" for name, text in rows),
        *(f"请处理：{fault.rstrip('。')}。" for fault in faults),
    ]


def _json(job: Job, status: Status, found: Found, faults: list[str], now: datetime) -> str:
    times = {name: getattr(status, name) for name in ("started", "ended", "success", "failure")}
    return json.dumps(
        {
            "installed": True,
            "ok": not faults,
            "problems": faults,
            "schedule": str(job.plan),
            "machine": job.machine,
            "standing": found.value,
            "name": job.name,
            "home": str(job.home),
            "books": list(job.books),
            "out": job.out,
            "final": job.final,
            "todo": job.todo,
            "keep": job.keep,
            "since": job.since.isoformat(),
            "next": job.plan.next_after(now).isoformat(),
            "last": {name: time and time.isoformat() for name, time in times.items()}
            | {"code": status.code, "reason": status.reason, "log": status.log},
        },
        ensure_ascii=False,
        indent=1,
    )


def _title(job: Job) -> str:
    return MACHINES[job.machine].title if job.machine in MACHINES else job.machine
