"""How the schedule stands is said in one line, and what needs a person is not passed over."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from addin.schedule.job import STATUS_FILE, Job, Status, save_job, save_status
from addin.schedule.plan import Plan
from addin.schedule.state import alarm, missed, problem, state_line
from tests.addin.schedule.given import job_in

THURSDAY = datetime(2026, 11, 26, 9, 30)
NOW = THURSDAY + timedelta(hours=1)
BEGUN = THURSDAY + timedelta(seconds=2)
WELL = Status(BEGUN, BEGUN, 0, BEGUN)
ILL = Status(BEGUN, BEGUN, 2, None, BEGUN, "没有这个文件：台账.xlsm")
OPEN = Status(BEGUN)


@pytest.fixture
def job(tmp_path: Path) -> Job:
    return replace(job_in(tmp_path), plan=Plan(), since=datetime(2026, 11, 20, 12))


@pytest.mark.parametrize(
    ("status", "now", "line"),
    [
        (WELL, NOW, "自动重算：上次 2026-11-26 09:30，成功；下次 2026-11-27 09:30"),
        (
            replace(WELL, code=1),
            NOW,
            "自动重算：上次 2026-11-26 09:30，成功，有要改的或待补的；下次 2026-11-27 09:30",
        ),
        (
            ILL,
            NOW,
            "自动重算：上次没有成功（2026-11-26 09:30）：没有这个文件：台账.xlsm；下次 2026-11-27 09:30",
        ),
        (OPEN, NOW, "自动重算：上次 2026-11-26 09:30，正在运行；下次 2026-11-27 09:30"),
        (WELL, NOW + timedelta(days=1), "自动重算：上次 2026-11-26 09:30，成功；下次 2026-11-30 09:30"),
        (
            WELL,
            NOW + timedelta(days=1, hours=2),
            "自动重算：2026-11-27 09:30 该运行，没有运行；下次 2026-11-30 09:30",
        ),
    ],
)
def test_the_line_says_how_it_stands(
    tmp_path: Path, job: Job, status: Status, now: datetime, line: str
) -> None:
    save_job(tmp_path, job)
    save_status(tmp_path, status)
    assert state_line(tmp_path, now) == line


def test_a_run_that_was_cut_off_is_a_failure(tmp_path: Path, job: Job) -> None:
    save_job(tmp_path, job)
    save_status(tmp_path, OPEN)
    assert alarm(tmp_path, NOW) == ""
    assert "没有跑完" in alarm(tmp_path, NOW + timedelta(hours=2))


def test_nothing_installed_is_no_alarm(tmp_path: Path) -> None:
    assert state_line(tmp_path, NOW) == "自动重算：没有设定"
    assert alarm(tmp_path, NOW) == ""


def test_just_installed_it_has_not_run_and_nothing_is_overdue(tmp_path: Path, job: Job) -> None:
    save_job(tmp_path, replace(job, since=THURSDAY + timedelta(minutes=1)))
    assert state_line(tmp_path, NOW) == "自动重算：还没有运行过；下次 2026-11-27 09:30"
    assert alarm(tmp_path, THURSDAY + timedelta(hours=20)) == ""
    assert "该运行，没有运行" in alarm(tmp_path, THURSDAY + timedelta(hours=26, minutes=1))


def test_a_clock_set_back_is_said_and_is_no_failure(tmp_path: Path, job: Job) -> None:
    save_job(tmp_path, job)
    save_status(tmp_path, replace(ILL, started=NOW + timedelta(days=400)))
    assert "钟调回过" in state_line(tmp_path, NOW) and alarm(tmp_path, NOW) == ""
    save_status(tmp_path, Status())
    save_job(tmp_path, replace(job, since=NOW + timedelta(days=400)))
    assert alarm(tmp_path, NOW) == ""


def test_a_folder_that_was_moved_asks_for_a_new_schedule(tmp_path: Path, job: Job) -> None:
    save_job(tmp_path, replace(job, home=tmp_path / "原来"))
    assert "移动过" in state_line(tmp_path, NOW) and alarm(tmp_path, NOW)


def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path, job: Job) -> None:
    save_job(tmp_path, job)
    (tmp_path / STATUS_FILE).write_bytes(b"{")
    assert STATUS_FILE in state_line(tmp_path, NOW) and "\n" not in state_line(tmp_path, NOW)
    assert alarm(tmp_path, NOW)


@pytest.mark.parametrize(
    ("started", "now", "expected"),
    [
        (None, NOW, THURSDAY),
        (BEGUN, NOW, None),
        (THURSDAY, THURSDAY, None),
        (THURSDAY - timedelta(minutes=1), NOW, THURSDAY),
        (NOW + timedelta(days=30), NOW, THURSDAY),
    ],
)
def test_a_missed_time_is_one_without_a_run_since(
    job: Job, started: datetime | None, now: datetime, expected: datetime | None
) -> None:
    assert missed(job, Status(started), now) == expected


def test_what_was_due_before_it_was_installed_was_not_missed(job: Job) -> None:
    fresh = replace(job, since=THURSDAY + timedelta(seconds=1))
    assert missed(fresh, Status(), NOW) is None
    assert missed(replace(job, since=THURSDAY), Status(), NOW) == THURSDAY
    assert problem(fresh, Status(), NOW + timedelta(hours=5)) == ""
