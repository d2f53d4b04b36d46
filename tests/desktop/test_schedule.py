"""What the clerk sees of a schedule: a line on 首页, and in the box of a click why the last run failed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from addin.schedule.job import JOB_FILE, STATUS_FILE, Job, Status, save_job, save_status
from addin.schedule.plan import DAILY, Plan
from tests.addin.schedule.given import job_in
from tests.desktop.clerk import HOME, Clerk, Workbook
from tests.desktop.conftest import Open
from workbook.build.names import LAST_CHECK

pytestmark = [pytest.mark.desktop, pytest.mark.uno]

NOW = dt.datetime.now()
BEGUN = NOW - dt.timedelta(minutes=3)
REASON = "没有这个文件：/网络盘/台账.xlsm"


@pytest.fixture
def job() -> Iterator[Job]:
    """Keep a schedule in the program's folder for one test, and what was there before."""
    kept = {name: (HOME / name).read_bytes() for name in (JOB_FILE, STATUS_FILE) if (HOME / name).exists()}
    job = job_in(HOME, Plan(DAILY, dt.time((NOW.hour + 12) % 24)))
    save_job(HOME, job)
    yield job
    for name in (JOB_FILE, STATUS_FILE):
        (HOME / name).unlink(missing_ok=True)
    for name, content in kept.items():
        (HOME / name).write_bytes(content)


def below_the_check(book: Workbook) -> str:
    """Return what stands below the words about the last check."""
    cell = book.named_cell(LAST_CHECK)
    place = cell.CellAddress
    return str(cell.Spreadsheet.getCellByPosition(place.Column, place.Row + 1).String)


def test_the_line_on_the_home_sheet_says_when_the_last_run_was_and_when_the_next_comes(
    clerk: Clerk, opened: Open, job: Job
) -> None:
    save_status(HOME, Status(BEGUN, BEGUN, 0, BEGUN))
    book = opened()
    assert "自动重算" not in clerk.hear(book, "check")
    clerk.show(book, "首页!A1")
    clerk.picture("scheduled")
    line = below_the_check(book)
    assert f"{BEGUN:%m-%d %H:%M} 成功" in line and f"{job.plan.next_after(NOW):%m-%d %H:%M}" in line
    assert "录入错误 0" in book.named(LAST_CHECK)


def test_a_failed_run_is_told_in_the_box(clerk: Clerk, opened: Open, job: Job) -> None:
    save_status(HOME, Status(BEGUN, BEGUN, 2, None, BEGUN, REASON))
    book = opened()
    said = clerk.hear(book, "check")
    clerk.show(book, "首页!A1")
    clerk.picture("failed")
    assert "上次没有成功" in said and REASON in said and "校验完成" in said
    assert "点“校验”" in below_the_check(book)
