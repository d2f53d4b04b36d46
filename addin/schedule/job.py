"""What is installed and what its last run came to: two small files in the program's folder."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from addin.schedule.plan import Plan, as_data, from_data
from workbook.files import replace_bytes
from workbook.trouble import CANNOT_WRITE, NOT_OURS, Trouble

JOB_FILE, STATUS_FILE = ".定时任务.json", ".定时任务状态.json"
LOG = Path("日志", "重算日志.txt")
SUCCESSES = (0, 1)  # 1: written, but the entries have errors or numbers are missing
UNREADABLE = "定时任务的设定读不出来（文件不全或被改过）：{}\n请重新设定一次（schedule.py install）。"
UNWRITABLE = "写不进“{}”：没有写入的权限，或磁盘满了。请检查这个文件夹的权限，腾出空间后再试。"

Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Job:
    """One installed schedule: when, by which scheduler of the machine, and what regenerate.py is to do.

    `made` are the folders that were not there before, `since` is when it was installed.
    """

    home: Path
    plan: Plan
    machine: str
    python: Path
    since: datetime
    books: tuple[str, ...] = ()
    out: str = ""
    final: bool = False
    todo: bool = True
    keep: int = 0
    made: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return its name among the jobs of the machine."""
        return name_of(self.home)

    @property
    def extras(self) -> str:
        """Say in Chinese what is written beside the summary and the report, and kept of the past."""
        more = [name for name, wanted in (("还差什么", self.todo), ("正式稿", self.final)) if wanted]
        kept = f"以前的版本每种留 {self.keep} 份" if self.keep else ""
        return "；".join(filter(None, ["、".join(["送审稿", "校验报告", *more]), kept]))

    def command(self, *words: str) -> list[str]:
        """Return the command line the machine is to run, in the first place the Python."""
        script = self.home / "scripts" / "schedule.py"
        return [str(self.python), "-X", "utf8", str(script), "run-now", *words]

    def same_terms(self, other: Job) -> bool:
        """Tell whether `other` asks for the same, whenever it was installed."""
        return replace(self, since=other.since, made=other.made) == other


@dataclass(frozen=True)
class Status:
    """What the runs came to: the last one, the last that went well, and the last that did not, with why."""

    started: datetime | None = None
    ended: datetime | None = None
    code: int | None = None
    success: datetime | None = None
    failure: datetime | None = None
    reason: str = ""
    log: str = ""


def name_of(home: Path) -> str:
    """Return a name of its own for each folder of the program, so that two on one machine do not meet."""
    return "dangjian-taizhang-" + hashlib.sha256(str(home).encode("utf-8", "replace")).hexdigest()[:8]


def load_job(home: Path) -> Job | None:
    """Return what is installed from `home`, or None; raise Trouble where the file cannot be read."""
    return _load(home / JOB_FILE, _job)


def load_status(home: Path) -> Status:
    """Return what the runs came to; raise Trouble where the file cannot be read."""
    return _load(home / STATUS_FILE, _status) or Status()


def save_job(home: Path, job: Job) -> None:
    """Keep what is installed."""
    data: dict[str, object] = {"home": str(job.home), "plan": as_data(job.plan), "machine": job.machine}
    data |= {"python": str(job.python), "since": job.since.isoformat(" ", "seconds")}
    data |= {"books": list(job.books), "out": job.out, "final": job.final, "todo": job.todo}
    put(home / JOB_FILE, _text({**data, "keep": job.keep, "made": list(job.made)}))


def save_status(home: Path, status: Status) -> None:
    """Keep what the runs came to."""
    times = {name: getattr(status, name) for name in ("started", "ended", "success", "failure")}
    data = {name: time and time.isoformat(" ", "seconds") for name, time in times.items()}
    put(home / STATUS_FILE, _text({**data, "code": status.code, "reason": status.reason, "log": status.log}))


def forget(home: Path) -> bool:
    """Remove both files, and the folder of the log if nothing is in it; tell whether any file was there."""
    places = [home / name for name in (JOB_FILE, STATUS_FILE)]
    there = [place for place in places if place.exists()]
    for place in there:
        place.unlink()
    with suppress(OSError):
        (home / LOG).parent.rmdir()
    return bool(there)


def put(place: Path, text: str | bytes) -> None:
    """Let `text` take the place of a file in one step, or raise Trouble that says what is in the way."""
    try:
        replace_bytes(place, text.encode("utf-8") if isinstance(text, str) else text)
    except Trouble as trouble:  # that one speaks of workbooks
        raise Trouble(CANNOT_WRITE, UNWRITABLE.format(place.parent)) from trouble


def _text(data: Mapping[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _load(place: Path, make: Callable[[dict[str, object]], Kept]) -> Kept | None:
    try:
        data = json.loads(place.read_text(encoding="utf-8"))
        if not isinstance(data, dict):
            raise ValueError(place)
        return make(data)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Trouble(NOT_OURS, UNREADABLE.format(place)) from error


def _job(data: dict[str, object]) -> Job:
    plan, since = data["plan"], datetime.fromisoformat(str(data["since"]))
    if not isinstance(plan, dict):
        raise TypeError(plan)
    return Job(
        Path(str(data["home"])),
        from_data(plan),
        str(data["machine"]),
        Path(str(data["python"])),
        since.replace(tzinfo=None),
        _texts(data["books"]),
        str(data["out"]),
        data["final"] is True,
        data["todo"] is True,
        int(str(data["keep"])),
        _texts(data["made"]),
    )


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(map(str, value))


def _status(data: dict[str, object]) -> Status:
    return Status(
        _time(data["started"]),
        _time(data["ended"]),
        None if data["code"] is None else int(str(data["code"])),
        _time(data["success"]),
        _time(data["failure"]),
        str(data["reason"]),
        str(data["log"]),
    )


def _time(value: object) -> datetime | None:
    return None if value is None else datetime.fromisoformat(str(value)).replace(tzinfo=None)
