"""What a click tells of the runs nobody watched."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from addin import clicks, desk
from addin.doctor import Machine
from addin.doctor_schedule import schedule
from addin.night import news
from addin.night.register import Entry, Register
from addin.results import ABOUT_THE_CHECK
from addin.schedule.job import LOG, STATUS_FILE, Job, Status, save_job, save_status
from addin.schedule.plan import DAILY, Plan
from tests.addin.pretend import PretendedDesk, book
from tests.addin.schedule.given import job_in

NOW = dt.datetime.now().replace(microsecond=0)
EARLIER = NOW - dt.timedelta(minutes=5)
REASON = "没有这个文件：台账.xlsm"
WELL = Status(EARLIER, EARLIER, 0, EARLIER)
ILL = Status(EARLIER, EARLIER, 2, None, EARLIER, REASON)
PASSED = dt.timedelta(hours=1)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a program's folder, the one that clicks ask."""
    home = tmp_path / "程序"
    home.mkdir()
    monkeypatch.setattr(desk, "home_line", lambda: news.home_line(home))
    monkeypatch.setattr(clicks, "bad_news", lambda workbook: news.bad_news(workbook, home))
    return home


@pytest.fixture
def job(home: Path) -> Job:
    """Return what is scheduled there: daily, at an hour that passed long enough ago or is far off."""
    at = dt.time((NOW.hour + 12) % 24)
    job = replace(job_in(home, Plan(DAILY, at)), since=NOW - PASSED)
    save_job(home, job)
    return job


def below_the_check(given: PretendedDesk) -> str:
    ((_, _, line),) = given.of("name")
    return str(line)


def test_the_home_sheet_says_when_the_last_run_was_and_when_the_next_comes(home: Path, job: Job) -> None:
    save_status(home, WELL)
    given = PretendedDesk(book())
    clicks.check(given)
    line = below_the_check(given)
    assert f"{EARLIER:%m-%d %H:%M} 成功" in line and f"{job.plan.next_after(NOW):%m-%d %H:%M}" in line
    assert "自动重算" not in given.said


def test_where_nothing_is_scheduled_the_line_is_about_the_check(home: Path) -> None:
    given = PretendedDesk(book())
    clicks.check(given)
    assert below_the_check(given) == ABOUT_THE_CHECK and "自动重算" not in given.said


@pytest.mark.parametrize("click", [clicks.check, clicks.board, clicks.todo])
def test_a_failed_run_is_told_in_the_box_of_the_next_click(home: Path, job: Job, click: object) -> None:
    save_status(home, ILL)
    (home / LOG).parent.mkdir(parents=True)
    (home / LOG).touch()
    given = PretendedDesk(book())
    click(given)  # type: ignore[operator]
    assert "上次没有成功" in given.said and REASON in given.said and str(home / LOG) in given.said
    assert len(given.of("tell")) == 1


def test_a_click_without_bad_news_opens_no_box_of_its_own(home: Path, job: Job) -> None:
    save_status(home, WELL)
    given = PretendedDesk(book())
    clicks.todo(given)
    assert given.of("tell") == []


def test_a_workbook_that_the_last_run_left_out_is_told_also_without_a_schedule(
    home: Path, tmp_path: Path
) -> None:
    register = Register(tmp_path / "自动生成")
    register[tmp_path / "台账.xlsm"] = Entry(failed="2022-11-26T09:30:05", reason="读不了\n台账.xlsm。")
    register.save("", None)
    (line,) = news.bad_news(tmp_path / "台账.xlsm", home)
    assert line == "自动重算：上次没有成功（2022-11-26 09:30）：读不了 台账.xlsm。"
    assert news.bad_news(tmp_path / "另.xlsm", home) == [] == news.bad_news(None, home)


def test_what_cannot_be_read_never_stops_a_click(home: Path, job: Job) -> None:
    (home / STATUS_FILE).write_text("{", encoding="utf-8")
    given = PretendedDesk(book())
    clicks.check(given)
    assert "校验完成" in given.said and "自动重算" in below_the_check(given)


def test_the_doctor_says_how_it_stands(home: Path, job: Job) -> None:
    save_status(home, WELL)
    (found,) = schedule(Machine(home=home))
    assert found.well and "成功" in found.found
    save_status(home, ILL)
    (found,) = schedule(Machine(home=home))
    assert not found.well and REASON in found.found and "run-now" in found.cure
    (found,) = schedule(Machine(home=home / "别处"))
    assert found.well and found.found == "没有设定"
