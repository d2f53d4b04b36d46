"""A task of the Windows Task Scheduler, described in XML, without a password and without an administrator."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from addin.schedule.job import Job
from addin.schedule.machine import Found, call, demand, lacking
from addin.schedule.plan import DAILY, MONTHLY, QUARTER, WEEKLY, WORKDAYS, Plan
from workbook.trouble import UNAVAILABLE, Trouble

NAMESPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task"
CODE_PAGE = "oem" if sys.platform == "win32" else "utf-8"  # in which schtasks writes
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
TASK = """<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.3" xmlns="{namespace}">
  <RegistrationInfo>
    <Description>党建台账：{plan} 重算总结和报告</Description>
  </RegistrationInfo>
  <Triggers>
{triggers}
  </Triggers>
  <Principals>
    <Principal id="Author">{user}
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <Enabled>true</Enabled>
    <ExecutionTimeLimit>PT2H</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{command}</Command>
      <Arguments>{arguments}</Arguments>
      <WorkingDirectory>{folder}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
"""
TRIGGER = """    <CalendarTrigger>
      <Enabled>true</Enabled>
      <StartBoundary>{start:%Y-%m-%dT%H:%M:%S}</StartBoundary>
      {schedule}
    </CalendarTrigger>"""
UNSUITABLE = "程序文件夹的路径里有两个百分号，Windows 的任务计划程序会当成变量，请换一个文件夹名：{}"
HINT = "注意：只在您登录着的时候运行，错过的在登录后补上。"


class Windows:
    """The Task Scheduler of Windows."""

    title = "Windows 任务计划程序"

    def available(self) -> str:
        """Return why it cannot be used here, or nothing."""
        return lacking("schtasks", "Windows 的任务计划程序")

    def texts(self, job: Job) -> dict[str, str]:
        """Return the description of the task."""
        program, *words = job.command()
        trigger = TRIGGER.format(start=job.plan.next_after(job.since), schedule=schedule(job.plan))
        text = TASK.format(
            namespace=NAMESPACE,
            plan=job.plan,
            triggers=trigger,
            user=_user(),
            command=escape(program),
            arguments=escape(subprocess.list2cmdline(words)),
            folder=escape(str(job.home)),
        )
        return {f"{job.name}.xml": text}

    def folders(self) -> tuple[Path, ...]:
        """Return no folders: Windows keeps the tasks."""
        return ()

    def install(self, job: Job) -> None:
        """Register the task in place of one of that name."""
        if str(job.home).count("%") > 1:
            raise Trouble(UNAVAILABLE, UNSUITABLE.format(job.home))
        ((name, text),) = self.texts(job).items()
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder, name)
            place.write_bytes(text.replace("\n", "\r\n").encode("utf-16"))
            _schtasks("/Create", "/TN", job.name, "/XML", str(place), "/F")

    def found(self, job: Job) -> Found:
        """Tell whether the task is there and does the same at the same times."""
        said = call("schtasks", "/Query", "/TN", job.name, "/XML", encoding=CODE_PAGE)
        if said.code:
            return Found.ABSENT
        (text,) = self.texts(job).values()
        same = essence(_seen(text)) == essence(_decoded(said.out))
        return Found.SAME if same else Found.OTHER

    def remove(self, name: str) -> bool:
        """Delete the task."""
        if call("schtasks", "/Query", "/TN", name, encoding=CODE_PAGE).code:
            return False
        _schtasks("/Delete", "/TN", name, "/F")
        return True

    def hint(self) -> str:
        """Say that it runs only while the user is logged in."""
        return HINT


def schedule(plan: Plan) -> str:
    """Return the schedule of a calendar trigger."""
    days = {
        DAILY: _by_day(),
        WORKDAYS: _by_week(*DAYS[:5]),
        WEEKLY: _by_week(DAYS[plan.weekday]),
        MONTHLY: _by_month(str(plan.on or "Last"), *MONTHS),
        QUARTER: _by_month("Last", *MONTHS[2::3]),
    }
    return days[plan.every]


def essence(text: str) -> list[tuple[str, str]]:
    """Return what a task does and when; what Windows adds, leaves out or puts elsewhere does not matter."""
    try:
        task = ElementTree.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff")))
    except ElementTree.ParseError:
        return []
    parts = [found for path in ("Triggers", "Actions", "Settings/Enabled") for found in _all(task, path)]
    pairs = [(part.tag.rpartition("}")[2], (part.text or "").strip()) for part in parts]
    return sorted(
        (tag, value.partition("T")[2][:8] if tag == "StartBoundary" else value)
        for tag, value in pairs
        if (tag, value) != ("Enabled", "true")
    )


def _all(task: ElementTree.Element, path: str) -> list[ElementTree.Element]:
    top = task.find("/".join(f"{{{NAMESPACE}}}{name}" for name in path.split("/")))
    return [] if top is None else list(top.iter())


def _by_day() -> str:
    return "<ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>"


def _by_week(*days: str) -> str:
    inside = "".join(f"<{day} />" for day in days)
    return (
        f"<ScheduleByWeek><WeeksInterval>1</WeeksInterval><DaysOfWeek>{inside}</DaysOfWeek></ScheduleByWeek>"
    )


def _by_month(day: str, *months: str) -> str:
    inside = "".join(f"<{month} />" for month in months)
    days = f"<DaysOfMonth><Day>{day}</Day></DaysOfMonth>"
    return f"<ScheduleByMonth>{days}<Months>{inside}</Months></ScheduleByMonth>"


def _user() -> str:
    """Return whose task it is, where Windows says so."""
    domain, name = os.environ.get("USERDOMAIN", ""), os.environ.get("USERNAME", "")
    return f"\n      <UserId>{escape(domain)}\\{escape(name)}</UserId>" if domain and name else ""


def _schtasks(*words: str) -> None:
    demand("schtasks", *words, encoding=CODE_PAGE)


def _seen(text: str) -> str:
    """Return `text` as it comes back through the code page of the machine."""
    return text.encode(CODE_PAGE, "replace").decode(CODE_PAGE, "replace")


def _decoded(out: bytes) -> str:
    """Return what schtasks wrote: in its code page, though its first line may name UTF-16."""
    return out.decode("utf-16" if b"\0" in out[:8] else CODE_PAGE, "replace")
