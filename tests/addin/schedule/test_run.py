"""A run does what is installed, and how it ended is kept whatever happens."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from addin.schedule.job import JOB_FILE, STATUS_FILE, load_status, save_job, save_status
from addin.schedule.plan import Plan
from addin.schedule.run import command, not_ready, nothing_missed, run
from tests.addin.schedule.given import job_in
from workbook.trouble import CANNOT_WRITE, NOT_OURS, WRONG_ARGUMENTS, Trouble

NOON = datetime(2026, 11, 26, 12)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    save_job(tmp_path, job_in(tmp_path))
    return tmp_path


class Ticking:
    """A clock that is a minute later each time it is looked at."""

    def __init__(self) -> None:
        self._minutes: Iterator[int] = count()

    def __call__(self) -> datetime:
        return NOON + timedelta(minutes=next(self._minutes))


@pytest.mark.parametrize("code", [0, 1])
def test_a_run_that_went_well_is_kept(home: Path, code: int) -> None:
    save_status(home, replace(load_status(home), failure=NOON, reason="上次的"))
    assert run(home, lambda words: (code, ""), Ticking()) == (code, "")
    status, later = load_status(home), NOON + timedelta(minutes=1)
    assert (status.started, status.ended, status.code, status.success) == (NOON, later, code, later)
    assert (status.failure, status.reason) == (NOON, "上次的")


def test_a_failure_is_kept_with_its_reason_and_the_last_success_stays(home: Path) -> None:
    run(home, lambda words: (0, ""), Ticking())
    success = load_status(home).success
    assert run(home, lambda words: (3, "写不进\n这里。"), Ticking()) == (3, "写不进\n这里。")
    status = load_status(home)
    assert (status.code, status.reason, status.success) == (3, "写不进 这里。", success)


def test_what_a_run_says_is_the_reason_and_is_still_heard(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def complain(words: list[str]) -> tuple[int, str]:
        sys.stderr.write("没有这个文件：甲.xlsm\n")
        return 2, ""

    run(home, complain)
    assert load_status(home).reason == "没有这个文件：甲.xlsm"
    assert capsys.readouterr().err == "没有这个文件：甲.xlsm\n"


@pytest.mark.parametrize("code", [2, 3, 4, 64, 70, 130])
def test_every_failure_has_a_reason(home: Path, code: int) -> None:
    run(home, lambda words: (code, ""))
    assert load_status(home).reason


def test_a_long_reason_is_cut(home: Path) -> None:
    run(home, lambda words: (2, "长" * 5000))
    assert len(load_status(home).reason) < 400


def test_wrong_arguments_are_kept(home: Path) -> None:
    def leave(words: list[str]) -> tuple[int, str]:
        raise SystemExit(64)

    assert run(home, leave)[0] == 64 and load_status(home).code == 64


def test_a_run_that_is_stopped_is_kept(home: Path) -> None:
    def stop(words: list[str]) -> tuple[int, str]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(home, stop)
    assert load_status(home).code == 130 and "停下" in load_status(home).reason


def test_while_it_runs_it_has_begun_and_not_ended(home: Path) -> None:
    seen = []
    run(home, lambda words: (seen.append(load_status(home)), (0, ""))[1], Ticking())
    assert (seen[0].started, seen[0].ended, seen[0].code) == (NOON, None, None)


def test_without_anything_installed_nothing_runs_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        run(tmp_path, lambda words: pytest.fail())
    assert caught.value.code == WRONG_ARGUMENTS and "install" in caught.value.message
    assert list(tmp_path.iterdir()) == []


def test_terms_that_cannot_be_read_are_a_failure(home: Path) -> None:
    (home / JOB_FILE).write_bytes(b"{")
    code, told = run(home, lambda words: pytest.fail())
    assert code == NOT_OURS and JOB_FILE in told and JOB_FILE in load_status(home).reason


def test_an_outcome_that_cannot_be_read_is_written_anew(home: Path) -> None:
    (home / STATUS_FILE).write_bytes(b"{")
    assert run(home, lambda words: (0, "")) == (0, "")
    assert load_status(home).code == 0


def test_where_the_outcome_cannot_be_kept_the_run_goes_on(home: Path) -> None:
    (home / STATUS_FILE).mkdir()
    done: list[list[str]] = []
    code, told = run(home, lambda words: (done.append(words), (0, ""))[1])
    assert code == CANNOT_WRITE and str(home) in told and len(done) == 1


def test_an_environment_that_is_not_ready_is_a_failure(home: Path) -> None:
    not_ready(home, "请先运行 start.py", NOON)
    status = load_status(home)
    assert (status.code, status.reason, status.started) == (69, "请先运行 start.py", NOON)


def test_the_words_are_those_that_were_installed(tmp_path: Path) -> None:
    job = job_in(tmp_path)
    assert command(job)[:1] == ["--if-changed"] and str(tmp_path / "日志" / "重算日志.txt") in command(job)
    more = replace(job, books=("/a b.xlsm", "/*.ods"), out="/出/{年度}", final=True, todo=True, keep=3)
    words = command(more)
    assert words[:2] == ["/a b.xlsm", "/*.ods"] and words[words.index("--out") + 1] == "/出/{年度}"
    assert {"--final", "--todo"} <= set(words) and words[words.index("--keep") + 1] == "3"


def test_what_was_missed_is_known(home: Path) -> None:
    save_job(home, replace(job_in(home), plan=Plan()))
    none = timedelta()
    due = datetime(2026, 11, 26, 9, 30)
    assert nothing_missed(home, due - timedelta(seconds=1), none)
    assert not nothing_missed(home, due, none)
    assert nothing_missed(home, due + timedelta(minutes=4), timedelta(minutes=5))
    assert not nothing_missed(home, due + timedelta(minutes=6), timedelta(minutes=5))
    run(home, lambda words: (2, ""), lambda: due + timedelta(minutes=7))
    assert nothing_missed(home, NOON, none)
    (home / STATUS_FILE).write_bytes(b"{")
    assert not nothing_missed(home, NOON, none)
