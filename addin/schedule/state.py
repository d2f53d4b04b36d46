"""How the schedule stands: whether the last run went well, whether one is overdue, when the next comes."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from addin.schedule.job import SUCCESSES, Job, Status, load_job, load_status
from workbook.trouble import Trouble

LATE = timedelta(hours=2)  # a PC may be started late, a run may wait for a workbook
LONGEST = timedelta(hours=2)  # no run takes longer, the machine's schedulers end it then
TITLE = "自动重算："
NONE = "没有设定"
MOVED = "程序文件夹移动过，请在新的地方重新设定一次（schedule.py install）"
NEVER = "还没有运行过"
SET_BACK = "上次运行记的是 {:%Y-%m-%d %H:%M}，比现在还晚：电脑的钟调回过，下次运行以后就准了"
CLOCK, SHORT = "{:%Y-%m-%d %H:%M}", "{:%m-%d %H:%M}"
SEE = "自动重算要看一下：点“校验”，会说怎么了"


def missed(job: Job, status: Status, now: datetime, grace: timedelta = timedelta()) -> datetime | None:
    """Return the time that passed `grace` ago or more without a run since, or None.

    Where a clock was set back, what lies in the future says nothing.
    """
    due = job.plan.last_before(now - grace)
    installed_later = due < job.since <= now
    served = status.started is not None and due <= status.started <= now
    return None if installed_later or served else due


def last(status: Status, now: datetime) -> str:
    """Say in Chinese when the last run was and how it ended."""
    started = status.started
    if started is None:
        return NEVER
    if started > now:
        return SET_BACK.format(started)
    return f"上次 {CLOCK.format(started)}，{_ending(status, started, now)}"


def problem(job: Job, status: Status, now: datetime) -> str:
    """Say in Chinese what needs a person: the last run failed or one is overdue; else nothing."""
    if status.started and status.started > now:
        return ""
    if _failed(status, now):
        return f"上次没有成功（{CLOCK.format(status.started)}）：{_why(status)}"
    due = None if job.since > now else missed(job, status, now, LATE)
    return f"{CLOCK.format(due)} 该运行，没有运行" if due else ""


def state_line(home: Path, now: datetime) -> str:
    """Return the one line for a person who looks in passing; it never fails."""
    try:
        job = load_job(home)
        if job is None:
            return TITLE + NONE
        if job.home != home:
            return TITLE + MOVED
        status = load_status(home)
    except Trouble as trouble:
        return TITLE + trouble.message.replace("\n", "")
    said = problem(job, status, now) or last(status, now)
    return f"{TITLE}{said}；下次 {CLOCK.format(job.plan.next_after(now))}"


def brief(home: Path, now: datetime) -> str:
    """Return the same for a narrow place, or nothing where nothing is installed; it never fails."""
    try:
        job, status = load_job(home), load_status(home)
    except Trouble:
        return SEE
    if job is None:
        return ""
    if job.home != home or problem(job, status, now):
        return SEE
    ran = f" {SHORT.format(status.started)} 成功" if status.started else "已设定"
    return f"自动重算{ran}，下次 {SHORT.format(job.plan.next_after(now))}"


def alarm(home: Path, now: datetime) -> str:
    """Return the line where a person has to see to it, else nothing; it never fails."""
    try:
        job, status = load_job(home), load_status(home)
    except Trouble:
        return state_line(home, now)
    return state_line(home, now) if job and (job.home != home or problem(job, status, now)) else ""


def _ending(status: Status, started: datetime, now: datetime) -> str:
    if _failed(status, now):
        return f"没有成功：{_why(status)}"
    if status.ended is None:
        return "正在运行"
    return "成功，有要改的或待补的" if status.code else "成功"


def _failed(status: Status, now: datetime) -> bool:
    if status.started is None:
        return False
    if status.ended is None:
        return now - status.started > LONGEST
    return status.code not in SUCCESSES


def _why(status: Status) -> str:
    return status.reason.rstrip("。") if status.ended else "没有跑完，中途被停下（如关机、断电）"
