"""A marked block in the user's crontab; the lines of others stay as they are, byte by byte.

Cron forgets what fell due while the machine was off, so a second line asks each hour whether that was so.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from addin.schedule.job import Job
from addin.schedule.machine import Found, Said, call, demand, lacking
from addin.schedule.plan import DAILY, MONTHLY, QUARTER, WEEKLY, WORKDAYS, Plan
from workbook.trouble import UNAVAILABLE, Trouble

BEGIN = "# >>> {name} 党建台账自动重算，请用 schedule.py remove 撤回，不要在这里改"
END = "# <<< {name}"
QUIET = ">/dev/null 2>&1"  # what came of it is kept elsewhere, and nobody reads local mail
MISSED, DUE = "--if-missed", "--if-due"
NONE = "no crontab for"
NO_LIST = "读不出您的 crontab：{}"
ASLEEP = (
    "注意：这台电脑的 cron 服务没有在运行，到时候不会自己算。"
    "请管理员启动它（如 sudo systemctl enable --now cron）。"
)
UNSUITABLE = "程序文件夹的路径里有反斜杠或换行，cron 认不出，请换一个文件夹名：{}"


class Cron:
    """The user's crontab."""

    title = "cron"

    def available(self) -> str:
        """Return why it cannot be used here, or nothing."""
        return lacking("crontab", "Debian、Ubuntu 可由管理员安装：sudo apt install cron")

    def texts(self, job: Job) -> dict[str, str]:
        """Return the block of the crontab."""
        lines = [BEGIN.format(name=job.name), *entries(job), END.format(name=job.name)]
        return {"crontab": "".join(f"{line}\n" for line in lines)}

    def folders(self) -> tuple[Path, ...]:
        """Return no folders: cron keeps the crontab."""
        return ()

    def install(self, job: Job) -> None:
        """Put the block at the end of the crontab, in place of an earlier one."""
        if re.search(r"[\\\n\r]", "".join(job.command())):
            raise Trouble(UNAVAILABLE, UNSUITABLE.format(job.home))
        kept = _without(_crontab(), job.name)
        if kept and not kept.endswith(b"\n"):
            kept += b"\n"
        demand("crontab", "-", given=kept + self.texts(job)["crontab"].encode("utf-8"))

    def found(self, job: Job) -> Found:
        """Tell whether the block is there, and as it would be written now."""
        block = _block(job.name).search(_crontab())
        if not block:
            return Found.ABSENT
        same = block[0] == self.texts(job)["crontab"].encode("utf-8")
        return Found.SAME if same else Found.OTHER

    def remove(self, name: str) -> bool:
        """Take the block off the crontab, and the crontab itself if nothing else is in it."""
        before = _crontab()
        kept = _without(before, name)
        if kept == before:
            return False
        if kept:
            demand("crontab", "-", given=kept)
        else:
            demand("crontab", "-r")
        return True

    def hint(self) -> str:
        """Say where nothing would start a job: the service that does is not running."""
        return "" if _is_running() else ASLEEP


def _is_running() -> bool:
    """Tell whether the service of cron runs; where nobody can look, it is taken for running."""
    names = list(Path("/proc").glob("[0-9]*/comm"))
    return not names or any(_text(name) in ("cron", "crond", "fcron") for name in names)


def _text(place: Path) -> str:
    try:
        return place.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:  # a process that just ended
        return ""


def entries(job: Job) -> list[str]:
    """Return the lines of the crontab that carry out a job."""
    last_day = job.plan.every == MONTHLY and not job.plan.on
    words = (DUE,) if last_day else ()
    lines = [
        f"{job.plan.at.minute} {job.plan.at.hour} {days} {_command(job, *words)}" for days in fields(job.plan)
    ]
    return [*lines, f"@hourly {_command(job, MISSED)}"]


def fields(plan: Plan) -> list[str]:
    """Return the fields for days, months and weekdays; cron knows no last day, so all it may be are there."""
    days = {
        DAILY: ["* * *"],
        WORKDAYS: ["* * 1-5"],
        WEEKLY: [f"* * {plan.on % 7}"],
        MONTHLY: [f"{plan.on or '28-31'} * *"],
        QUARTER: ["31 3,12 *", "30 6,9 *"],
    }
    return days[plan.every]


def _command(job: Job, *words: str) -> str:
    """Return the command line for the shell; what stands behind an unescaped % cron would give as input."""
    return f"{shlex.join(job.command(*words))} {QUIET}".replace("%", "\\%")


def _crontab() -> bytes:
    """Return the user's crontab, empty where there is none."""
    if lacking("crontab", ""):  # cron itself was removed, and what it was to do with it
        return b""
    said: Said = call("crontab", "-l")
    if said.code and NONE not in said.complaint:
        raise Trouble(UNAVAILABLE, NO_LIST.format(said.gist))
    return b"" if said.code else said.out


def _without(crontab: bytes, name: str) -> bytes:
    return _block(name).sub(b"", crontab)


def _block(name: str) -> re.Pattern[bytes]:
    begin, end = re.escape(f"# >>> {name} ".encode()), re.escape(END.format(name=name).encode())
    return re.compile(rb"^%b[^\n]*\n(?:.*\n)*?%b(?:\n|$)" % (begin, end), re.MULTILINE)
