"""What the tests of the schedule start from: jobs, plans, awkward folders, programs that only note calls."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st

from addin.schedule.job import Job, Status
from addin.schedule.plan import DAILY, MONTHLY, QUARTER, WEEKLY, WORKDAYS, Plan
from addin.schedule.state import missed

AT = st.builds(time, st.integers(0, 23), st.integers(0, 59))
PLANS = st.one_of(
    st.builds(Plan, st.sampled_from([DAILY, WORKDAYS, QUARTER]), AT),
    st.builds(Plan, st.just(WEEKLY), AT, st.integers(1, 7)),
    st.builds(Plan, st.just(MONTHLY), AT, st.integers(0, 28)),
)
EVERY_KIND = (
    Plan(),
    Plan(DAILY, time(0, 0)),
    Plan(WEEKLY, time(8, 5), 1),
    Plan(WEEKLY, time(23, 59), 7),
    Plan(MONTHLY, time(9, 30)),
    Plan(MONTHLY, time(16, 45), 28),
    Plan(MONTHLY, time(9, 30), 5),
    Plan(QUARTER, time(17, 0)),
)
NASTY = ("党 建 台账", "100% $HOME %h 'a'", 'say "go"', "a;b&c`d`$(e) ${F}", "甲=乙#丙!丁~ %%", "-x")


def job_in(home: Path, plan: Plan | None = None, machine: str = "cron") -> Job:
    """Return a job that does the usual in `home`."""
    return Job(home, plan or Plan(), machine, Path(sys.executable), datetime(2026, 11, 25, 12))


def runs(job: Job, fired: list[datetime], until: datetime) -> list[datetime]:
    """Return when a run begins that is tried at the times `fired` and ends at once where nothing is due."""
    status, begun = Status(), []
    for moment in sorted(fired):
        if moment < until and missed(job, status, moment):
            status = Status(moment)
            begun.append(moment)
    return begun


def times(plan: Plan, begin: datetime, until: datetime) -> list[datetime]:
    """Return all times of a plan from `begin` to before `until`."""
    found, moment = [], plan.next_after(begin - timedelta(seconds=1))
    while moment < until:
        found.append(moment)
        moment = plan.next_after(moment)
    return found


def days(begin: datetime, until: datetime) -> Iterator[datetime]:
    """Yield each day from `begin` to before `until`."""
    while begin < until:
        yield begin
        begin += timedelta(days=1)


class Programs:
    """A folder of programs in front of the machine's own, each of which notes how it was called."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder, self._notes = folder / "programs", folder / "called"
        self._folder.mkdir()
        self._monkeypatch = monkeypatch
        monkeypatch.setenv("PATH", f"{self._folder}:/usr/bin:/bin")

    def add(self, name: str, *lines: str) -> None:
        """Add a program that does what `lines` of a shell say after it noted the call."""
        text = "\n".join(["#!/bin/sh", f'printf "%s\\n" "{name} $*" >> "{self._notes}"', *lines, ""])
        place = self._folder / name
        place.write_text(text, encoding="utf-8")
        place.chmod(0o755)

    def alone(self) -> None:
        """Leave no other program on the path."""
        self._monkeypatch.setenv("PATH", str(self._folder))

    def calls(self) -> list[str]:
        """Return the calls since it was last asked."""
        lines = self._notes.read_text(encoding="utf-8").splitlines() if self._notes.exists() else []
        self._notes.unlink(missing_ok=True)
        return lines
