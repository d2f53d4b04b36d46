"""Schedulers that only note what they hold, for what does not depend on which one it is."""

from __future__ import annotations

from pathlib import Path

from addin.schedule.job import Job
from addin.schedule.machine import Found
from workbook.trouble import UNAVAILABLE, Trouble


class Notebook:
    """A scheduler that keeps jobs in memory, and refuses where it is told to."""

    def __init__(self, title: str, folder: Path | None = None) -> None:
        self.title, self.jobs, self.refuses, self.lacks = title, dict[str, Job](), False, ""
        self._folder = folder

    def available(self) -> str:
        return self.lacks

    def texts(self, job: Job) -> dict[str, str]:
        return {job.name: str(job)}

    def folders(self) -> tuple[Path, ...]:
        return (self._folder,) if self._folder else ()

    def install(self, job: Job) -> None:
        if self._folder:
            self._folder.mkdir(parents=True, exist_ok=True)
        if self.refuses:
            raise Trouble(UNAVAILABLE, "系统没有照办。")
        self.jobs[job.name] = job

    def found(self, job: Job) -> Found:
        if job.name not in self.jobs:
            return Found.ABSENT
        return Found.SAME if self.jobs[job.name].same_terms(job) else Found.OTHER

    def remove(self, name: str) -> bool:
        return self.jobs.pop(name, None) is not None

    def hint(self) -> str:
        return ""
