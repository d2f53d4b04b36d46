"""Installing a schedule and taking it back: what is kept and what the machine has change together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from addin.night.place import GENERATED
from addin.schedule.job import JOB_FILE, Job, forget, load_job, name_of, save_job
from addin.schedule.machine import Found
from addin.schedule.machines import MACHINES, machine
from workbook.files import cannot_write
from workbook.trouble import Trouble

PERMISSION = "请检查这个文件夹的权限"
UNCHANGED = "已经装好，没有改动：{plan}（{title}）。"
INSTALLED = "已设定：{plan} 自动重算（{title}），下次 {next:%Y-%m-%d %H:%M}。"
REPLACED = "已改为：{plan} 自动重算（{title}），下次 {next:%Y-%m-%d %H:%M}。"
TERMS = "算 {books}；写到{out}：{extras}。"
MINE, BESIDE = "“我的台账”里的", f"工作簿旁边的“{GENERATED}”里"
NOT_YET = "注意：现在还没有这个文件，到时候再找：{}"
REMOVED = "已撤回定时任务（{title}），没有留下设置。"
NOTHING = "没有设定定时任务，没有要撤回的。"
COPIED = "这份设定是从“{}”拷来的，那里的定时任务没有动。"


def install(wanted: Job) -> list[str]:
    """Install `wanted` in place of what was installed; say in Chinese what was done."""
    chosen, before = machine(wanted.machine), earlier(wanted.home)
    if before and before.same_terms(wanted) and chosen.found(before) is Found.SAME:
        return [UNCHANGED.format(plan=wanted.plan, title=chosen.title)]
    with cannot_write(wanted.home, PERMISSION):
        job = _installed(wanted, before)
    said = (REPLACED if before else INSTALLED).format(
        plan=job.plan, title=chosen.title, next=job.plan.next_after(job.since)
    )
    notes = [TERMS.format(books="、".join(job.books) or MINE, out=job.out or BESIDE, extras=job.extras)]
    notes += [NOT_YET.format(book) for book in job.books if not _to_be_found(book)]
    return list(filter(None, [said, *notes, chosen.hint()]))


def _to_be_found(book: str) -> bool:
    """Tell whether a workbook is there, or is a pattern for those that are there then."""
    return any(sign in book for sign in "*?") or Path(book).exists()


def _installed(wanted: Job, before: Job | None) -> Job:
    """Install `wanted` and return it as it is kept; what was installed before is back where that fails."""
    chosen = MACHINES[wanted.machine]
    made = [str(folder) for folder in _missing(chosen.folders())]
    job = replace(wanted, made=tuple(dict.fromkeys([*(before.made if before else ()), *made])))
    save_job(job.home, job)
    try:
        chosen.install(job)
    except Trouble:
        _restore(job, before)
        raise
    if before and (before.machine, before.name) != (job.machine, job.name) and not _copied(before, job.home):
        with suppress(Trouble):  # the new one stands; what is left of the old one ends by itself
            MACHINES[before.machine].remove(before.name)
    return job


def _restore(job: Job, before: Job | None) -> None:
    with suppress(Trouble):
        MACHINES[job.machine].remove(job.name)
    if before is None:
        forget(job.home)
        _tidy(job.made)
        return
    save_job(job.home, before)
    if before.machine == job.machine and before.home == job.home:
        with suppress(Trouble):
            MACHINES[before.machine].install(before)


def follow(home: Path, python: Path, now: datetime) -> list[str]:
    """Install again, for where the program lies now, what was installed before its folder was moved."""
    before = earlier(home)
    if before is None or before.home == home or _copied(before, home):
        return []
    return install(replace(before, home=home, python=python, since=since(now)))


def remove(home: Path) -> list[str]:
    """Take back what is installed, whatever is left of it; say in Chinese what was done."""
    kept = earlier(home)
    copied = kept is not None and _copied(kept, home)
    job = None if copied else kept
    with cannot_write(home, PERMISSION):
        taken = [MACHINES[each].title for each, name in _names(home, job) if MACHINES[each].remove(name)]
        there = forget(home)
        _tidy(job.made if job else ())
    title = "、".join(taken) or (MACHINES[job.machine].title if job else "只有记录")
    done = REMOVED.format(title=title) if taken or there else NOTHING
    return [COPIED.format(kept.home), done] if kept and copied else [done]


def standing(job: Job, home: Path) -> Found:
    """Tell whether the machine has what is kept, as it would be installed now."""
    found = MACHINES[job.machine].found(job) if job.machine in MACHINES else Found.ABSENT
    return Found.OTHER if job.home != home and found is Found.SAME else found


def _names(home: Path, job: Job | None) -> Iterator[tuple[str, str]]:
    """Yield the schedulers to be asked and the name of the job there: all, where nothing tells which."""
    if job:
        yield job.machine, job.name
        return
    for name, each in MACHINES.items():
        if not each.available():
            yield name, name_of(home)


def earlier(home: Path) -> Job | None:
    """Return what is kept as installed, or None where there is nothing or it cannot be read."""
    try:
        job = load_job(home)
    except Trouble:
        return None
    return job if job and job.machine in MACHINES else None


def _copied(job: Job, home: Path) -> bool:
    """Tell whether what is kept here belongs to another folder that is still there."""
    return job.home != home and (job.home / JOB_FILE).exists()


def _missing(folders: tuple[Path, ...]) -> list[Path]:
    """Return the folders, and those above them, that are not there yet, the upper ones first."""
    chain = [place for folder in folders for place in (folder, *folder.parents) if not place.exists()]
    return sorted(set(chain))


def _tidy(made: tuple[str, ...]) -> None:
    """Remove the folders that were made and are empty, the lower ones first."""
    for place in sorted(made, reverse=True):
        with suppress(OSError):
            Path(place).rmdir()


def since(now: datetime) -> datetime:
    """Return when something is installed, in whole seconds as it is kept."""
    return now.replace(microsecond=0)
