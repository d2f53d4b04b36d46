"""One run of what is installed: the same by the machine's scheduler and by hand, its outcome kept."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import redirect_stderr, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path

from addin.night.log import Log
from addin.schedule.job import JOB_FILE, LOG, SUCCESSES, Job, Status, load_job, load_status, save_status
from addin.schedule.state import missed
from workbook.trouble import ALREADY_RUNNING, CANNOT_WRITE, NOT_OURS, UNAVAILABLE, WRONG_ARGUMENTS, Trouble

INTERRUPTED = 130
GRACE = timedelta(minutes=5)  # until then the run that is due may just be starting
NOT_INSTALLED = "没有设定定时任务。要设定，请运行 schedule.py install；只想现在算一次，请运行 regenerate.py。"
REASONS = {
    NOT_OURS: "没有可以读的工作簿。",
    CANNOT_WRITE: "写不进输出文件夹。",
    ALREADY_RUNNING: "另一次运行还没有结束。",
    WRONG_ARGUMENTS: "定时任务的参数不对，请重新设定一次。",
    INTERRUPTED: "被人停下。",
}
UNKNOWN = "结束码 {}。"
MOST = 300  # characters of a reason

Work = Callable[[list[str]], tuple[int, str]]
Clock = Callable[[], datetime]


def command(job: Job) -> list[str]:
    """Return the words for regenerate.py."""
    words = [*job.books, "--if-changed"]
    words += ["--out", job.out] if job.out else []
    words += ["--final"] if job.final else []
    words += ["--todo"] if job.todo else []
    words += ["--keep", str(job.keep)] if job.keep else []
    return [*words, "--wait", "90", "--log", str(job.home / LOG)]


def run(home: Path, work: Work, clock: Clock = datetime.now) -> tuple[int, str]:
    """Let `work` do what is installed and keep how it ended; return its exit code and what to tell."""
    if not (home / JOB_FILE).exists():
        raise Trouble(WRONG_ARGUMENTS, NOT_INSTALLED)
    unkept = _keep(home, started=clock(), ended=None, code=None, log=str(home / LOG))
    ear = Ear()
    code, told = INTERRUPTED, ""
    try:
        job = installed(home)
        with redirect_stderr(ear):
            code, told = work(command(job))
    except Trouble as trouble:
        code, told = trouble.code, trouble.message
    except SystemExit as end:  # its own complaint about its arguments
        code = end.code if isinstance(end.code, int) else WRONG_ARGUMENTS
    finally:
        unkept = _finish(home, code, _reason(code, told or ear.heard), clock()) or unkept
    return (CANNOT_WRITE, "\n".join(filter(None, (told, unkept)))) if unkept else (code, told)


def installed(home: Path) -> Job:
    """Return what is installed, or raise Trouble: nothing is."""
    job = load_job(home)
    if job is None:
        raise Trouble(WRONG_ARGUMENTS, NOT_INSTALLED)
    return replace(job, home=home)


def nothing_missed(home: Path, now: datetime, grace: timedelta) -> bool:
    """Tell whether every time that passed `grace` ago or more had its run; what is unreadable tells no."""
    try:
        return missed(installed(home), load_status(home), now, grace) is None
    except Trouble:
        return False


def not_ready(home: Path, sentence: str, now: datetime) -> None:
    """Keep that a run could not even begin, because the environment is not what the program needs."""
    if not (home / JOB_FILE).exists():
        raise Trouble(UNAVAILABLE, sentence)
    _keep(home, started=now, ended=None, log=str(home / LOG))
    _finish(home, UNAVAILABLE, sentence, now)
    with suppress(Trouble):
        Log(home / LOG).add(f"没有成功：{_reason(UNAVAILABLE, sentence)}")


def _finish(home: Path, code: int, reason: str, now: datetime) -> str:
    if code in SUCCESSES:
        return _keep(home, ended=now, code=code, success=now)
    return _keep(home, ended=now, code=code, failure=now, reason=reason)


def _keep(home: Path, **changes: object) -> str:
    """Change what is kept; return the sentence where it could not be kept, for that must not stop a run."""
    try:
        status = load_status(home)
    except Trouble:  # half-written: it is written anew
        status = Status()
    try:
        save_status(home, replace(status, **changes))  # type: ignore[arg-type]
    except Trouble as trouble:
        return trouble.message
    return ""


def _reason(code: int, told: str) -> str:
    """Return in one line why a run failed."""
    line = " ".join(told.partition("\n用法：")[0].split()) or REASONS.get(code, UNKNOWN.format(code))
    return line if len(line) <= MOST else line[:MOST] + "……"


class Ear(StringIO):
    """Listens to what is said on stderr, and says it on."""

    def __init__(self) -> None:
        super().__init__()
        self._mouth = sys.stderr

    def write(self, text: str) -> int:
        """Keep `text` and say it."""
        self._mouth.write(text)
        return super().write(text)

    def flush(self) -> None:
        """See that what was said is heard."""
        self._mouth.flush()

    @property
    def heard(self) -> str:
        """Return all that was said."""
        return self.getvalue()
