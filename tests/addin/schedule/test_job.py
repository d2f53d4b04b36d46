"""What is installed and what came of it is kept whole, and a broken file is told in one sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from pathlib import Path

import pytest

from addin.schedule.job import (
    JOB_FILE,
    LOG,
    STATUS_FILE,
    Job,
    Status,
    forget,
    load_job,
    load_status,
    name_of,
    save_job,
    save_status,
)
from addin.schedule.plan import WEEKLY, Plan
from workbook.trouble import CANNOT_WRITE, NOT_OURS, Trouble

SINCE = datetime(2026, 11, 25, 17, 3, 9)
STATUS = Status(SINCE, SINCE, 2, None, SINCE, "没有这个文件。", "日志")


def job(home: Path) -> Job:
    plan = Plan(WEEKLY, time(8, 5), 3)
    return Job(home, plan, "cron", Path("/usr/bin/python3"), SINCE, ("/a b/台账.xlsm",), "/出/{年度}", True)


def test_what_is_installed_is_read_back(tmp_path: Path) -> None:
    for each in (job(tmp_path), replace(job(tmp_path), todo=True, keep=3, made=("/a", "/a/b"))):
        save_job(tmp_path, each)
        assert load_job(tmp_path) == each


@pytest.mark.parametrize("status", [STATUS, Status(), Status(SINCE)])
def test_what_came_of_it_is_read_back(tmp_path: Path, status: Status) -> None:
    save_status(tmp_path, status)
    assert load_status(tmp_path) == status


def test_nothing_kept_is_nothing_installed(tmp_path: Path) -> None:
    assert load_job(tmp_path) is None and load_status(tmp_path) == Status()
    assert not forget(tmp_path)


def test_no_trace_is_left(tmp_path: Path) -> None:
    save_job(tmp_path, job(tmp_path))
    save_status(tmp_path, STATUS)
    (tmp_path / LOG).parent.mkdir()
    assert forget(tmp_path) and list(tmp_path.iterdir()) == []


def test_a_log_somebody_may_want_to_read_stays(tmp_path: Path) -> None:
    (tmp_path / LOG).parent.mkdir()
    (tmp_path / LOG).touch()
    forget(tmp_path)
    assert (tmp_path / LOG).exists()


@pytest.mark.parametrize("name", [JOB_FILE, STATUS_FILE])
@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"{}", b"null", b"\xff\xfe", b'{"plan": 3, "since": "x"}']
)
def test_a_file_that_is_not_whole_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Trouble) as caught:
        load_job(tmp_path) if name == JOB_FILE else load_status(tmp_path)
    assert caught.value.code == NOT_OURS and str(tmp_path / name) in caught.value.message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"weekly"', '"yearly"'),
        ('"08:05"', '"25:00"'),
        ('"on": 3', '"on": 9'),
        ('"books": [', '"books": 3, "x": ['),
    ],
)
def test_a_plan_there_is_not_is_no_plan(tmp_path: Path, old: str, new: str) -> None:
    save_job(tmp_path, job(tmp_path))
    text = (tmp_path / JOB_FILE).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / JOB_FILE).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(Trouble):
        load_job(tmp_path)


def test_a_folder_nobody_can_write_into_is_named(tmp_path: Path) -> None:
    (tmp_path / "文件").touch()
    with pytest.raises(Trouble) as caught:
        save_status(tmp_path / "文件", STATUS)
    assert caught.value.code == CANNOT_WRITE and str(tmp_path / "文件") in caught.value.message


def test_each_folder_has_a_name_of_its_own() -> None:
    names = {name_of(Path(place)) for place in ("/a", "/b", "/党 建")}
    assert len(names) == 3 and all(name.isascii() for name in names)


def test_the_terms_are_the_same_whenever_it_was_installed(tmp_path: Path) -> None:
    later = replace(job(tmp_path), since=datetime(2027, 1, 1), made=("/x",))
    assert job(tmp_path).same_terms(later)
    assert not job(tmp_path).same_terms(replace(later, keep=2))


def test_the_command_names_everything_by_its_whole_path(tmp_path: Path) -> None:
    command = job(tmp_path).command("--if-missed")
    assert command[0] == "/usr/bin/python3" and str(tmp_path / "scripts" / "schedule.py") in command
    assert command[-2:] == ["run-now", "--if-missed"]
