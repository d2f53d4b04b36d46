"""What the tests of the schedule start from."""

from __future__ import annotations

import sys
from datetime import datetime, time
from pathlib import Path

from hypothesis import strategies as st

from addin.schedule.job import Job
from addin.schedule.plan import DAILY, MONTHLY, QUARTER, WEEKLY, WORKDAYS, Plan

AT = st.builds(time, st.integers(0, 23), st.integers(0, 59))
PLANS = st.one_of(
    st.builds(Plan, st.sampled_from([DAILY, WORKDAYS, QUARTER]), AT),
    st.builds(Plan, st.just(WEEKLY), AT, st.integers(1, 7)),
    st.builds(Plan, st.just(MONTHLY), AT, st.integers(0, 28)),
)
NASTY = ("党 建 台账", "100% $HOME 'a'", 'say "go"', "a;b&c`d`$(e)", "末尾 %d", "甲=乙#丙!丁~")


def job_in(home: Path, plan: Plan | None = None, machine: str = "cron") -> Job:
    """Return a job that does the usual in `home`."""
    return Job(home, plan or Plan(), machine, Path(sys.executable), datetime(2026, 11, 25, 12))
