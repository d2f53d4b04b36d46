"""The schedulers a machine may have: what each must be able to do, and how its programs are called."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol

from addin.schedule.job import Job
from workbook.trouble import UNAVAILABLE, Trouble

PATIENCE = 60  # seconds a program of the machine may take
REFUSED = "{}没有照办：{}"
SILENT = "没有说明原因（结束码 {}）"


class Found(Enum):
    """What the machine has under a job's name."""

    ABSENT = "absent"
    SAME = "same"
    OTHER = "other"


class Machine(Protocol):
    """One scheduler."""

    title: str

    def available(self) -> str:
        """Return why it cannot be used here, or nothing."""

    def texts(self, job: Job) -> dict[str, str]:
        """Return what is installed for `job`: name of a file or place to its text."""

    def folders(self) -> tuple[Path, ...]:
        """Return the folders it may make."""

    def install(self, job: Job) -> None:
        """Install `job` in place of one of that name; raise Trouble where the machine refuses."""

    def found(self, job: Job) -> Found:
        """Tell whether the machine has `job` as it would be installed now."""

    def remove(self, name: str) -> bool:
        """Remove the job of that name; tell whether there was one."""

    def hint(self) -> str:
        """Return what a person should know who installed a job with it, or nothing."""


@dataclass(frozen=True)
class Said:
    """What a program of the machine answered."""

    code: int
    out: bytes
    complaint: str

    @property
    def gist(self) -> str:
        """Return the first line of its complaint; what follows is advice in the words of the program."""
        lines = self.complaint.strip().splitlines() or [SILENT.format(self.code)]
        return lines[0].strip()


def call(*command: str, given: bytes = b"", encoding: str = "utf-8") -> Said:
    """Run a program of the machine and return what it said; one that hangs or is missing says so too."""
    try:
        done = subprocess.run(
            command,
            input=given,
            capture_output=True,
            timeout=PATIENCE,
            env={**os.environ, "LC_ALL": "C"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Said(-1, b"", f"{PATIENCE} 秒没有回答")
    except OSError:
        return Said(-1, b"", f"没有 {command[0]} 这个程序，或不能运行它")
    said = done.stderr if done.stderr.strip() else done.stdout
    return Said(done.returncode, done.stdout, said.decode(encoding, "replace"))


def demand(*command: str, given: bytes = b"", encoding: str = "utf-8") -> Said:
    """Run a program of the machine; raise Trouble with the gist of its complaint where it fails."""
    said = call(*command, given=given, encoding=encoding)
    if said.code:
        raise Trouble(UNAVAILABLE, REFUSED.format(f"系统的 {command[0]} ", said.gist))
    return said


def lacking(program: str, what: str) -> str:
    """Return that the machine has no such program, or nothing."""
    return "" if shutil.which(program) else f"这台电脑没有 {program}（{what}）"
