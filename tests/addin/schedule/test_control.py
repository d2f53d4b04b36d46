"""What is kept and what the machine has change together, or not at all."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from addin.schedule.control import follow, install, remove, standing
from addin.schedule.job import JOB_FILE, STATUS_FILE, Job, Status, load_job, name_of, save_job, save_status
from addin.schedule.machine import Found
from addin.schedule.machines import MACHINES, machine, usual
from addin.schedule.plan import DAILY, Plan
from tests.addin.schedule.fakes import Notebook
from tests.addin.schedule.given import job_in
from workbook.trouble import CANNOT_WRITE, UNAVAILABLE, Trouble


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "党 建").mkdir()
    return tmp_path / "党 建"


@pytest.fixture
def one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Notebook:
    notebook = Notebook("甲", tmp_path / "家" / "配置" / "任务")
    monkeypatch.setitem(MACHINES, "cron", notebook)
    return notebook


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> Notebook:
    monkeypatch.setitem(MACHINES, "systemd", Notebook("乙"))
    monkeypatch.setitem(MACHINES, "windows", Notebook("丙"))
    monkeypatch.setitem(MACHINES, "launchd", Notebook("丁"))
    notebook = MACHINES["systemd"]
    assert isinstance(notebook, Notebook)
    return notebook


def test_installed_twice_nothing_changes(home: Path, one: Notebook) -> None:
    job = job_in(home)
    said, terms = install(job)
    assert "每个工作日 9:30" in said and "2026-11-26 09:30" in said
    assert "“我的台账”里的" in terms and "自动生成" in terms and "还差什么" in terms
    before = (home / JOB_FILE).stat().st_mtime_ns
    (said,) = install(replace(job, since=datetime(2027, 1, 1)))
    assert "没有改动" in said and (home / JOB_FILE).stat().st_mtime_ns == before
    assert one.jobs[job.name].since == job.since


def test_other_terms_take_the_place_of_the_first(home: Path, one: Notebook) -> None:
    list(install(job_in(home)))
    later = job_in(home, Plan(DAILY))
    assert any("已改为：每天" in line for line in install(later))
    kept = load_job(home)
    assert kept and kept.plan == Plan(DAILY) and one.found(later) is Found.SAME


def test_a_program_that_was_moved_takes_its_schedule_along_and_a_copy_does_not(
    tmp_path: Path, home: Path, one: Notebook
) -> None:
    list(install(job_in(home, Plan(DAILY))))
    moved, now = home.with_name("新家"), datetime(2026, 11, 27, 8)
    assert follow(home, Path(sys.executable), now) == []  # it is where it was
    shutil.copytree(home, moved)
    assert follow(moved, Path(sys.executable), now) == []  # a copy
    shutil.rmtree(home)
    assert any("已改为：每天" in line for line in follow(moved, Path(sys.executable), now))
    kept = load_job(moved)
    assert kept and kept.home == moved and list(one.jobs) == [kept.name]
    assert follow(tmp_path, Path(sys.executable), now) == []  # nothing is installed there


def test_what_the_machine_lost_is_installed_again(home: Path, one: Notebook) -> None:
    job = job_in(home)
    list(install(job))
    one.jobs.clear()
    assert standing(job, home) is Found.ABSENT
    assert not any("没有改动" in line for line in install(job))
    assert standing(job, home) is Found.SAME


def test_another_scheduler_takes_over(home: Path, one: Notebook, two: Notebook) -> None:
    list(install(job_in(home)))
    list(install(job_in(home, machine="systemd")))
    assert one.jobs == {} and len(two.jobs) == 1


def test_no_trace_is_left(tmp_path: Path, home: Path, one: Notebook) -> None:
    (tmp_path / "家").mkdir()
    list(install(job_in(home)))
    list(install(job_in(home, Plan(DAILY))))
    save_status(home, Status())
    assert any("已撤回" in line for line in remove(home))
    assert list(home.iterdir()) == list((tmp_path / "家").iterdir()) == [] and one.jobs == {}
    (said,) = remove(home)
    assert "没有要撤回的" in said


def test_a_folder_others_use_meanwhile_stays(tmp_path: Path, home: Path, one: Notebook) -> None:
    list(install(job_in(home)))
    other = tmp_path / "家" / "配置" / "别人的"
    other.touch()
    list(remove(home))
    assert other.exists() and not (tmp_path / "家" / "配置" / "任务").exists()


def test_where_the_machine_refuses_nothing_is_installed(tmp_path: Path, home: Path, one: Notebook) -> None:
    one.refuses = True
    with pytest.raises(Trouble) as caught:
        list(install(job_in(home)))
    assert caught.value.code == UNAVAILABLE
    assert list(home.iterdir()) == [] and not (tmp_path / "家").exists()


def test_where_the_machine_refuses_other_terms_the_first_stay(
    home: Path, one: Notebook, two: Notebook
) -> None:
    job = job_in(home)
    list(install(job))
    two.refuses = True
    with pytest.raises(Trouble):
        list(install(job_in(home, machine="systemd")))
    kept = load_job(home)
    assert kept and kept.machine == "cron" and standing(kept, home) is Found.SAME


def test_a_folder_that_was_moved_takes_its_job_along(tmp_path: Path, home: Path, one: Notebook) -> None:
    list(install(job_in(home)))
    moved = home.rename(tmp_path / "新地方")
    kept = load_job(moved)
    assert kept and standing(kept, moved) is Found.OTHER
    list(install(job_in(moved)))
    assert set(one.jobs) == {name_of(moved)}
    moved_again = moved.rename(tmp_path / "又一处")
    assert any("已撤回" in line for line in remove(moved_again)) and one.jobs == {}


def test_a_copy_leaves_the_job_of_the_first_folder_alone(tmp_path: Path, home: Path, one: Notebook) -> None:
    job = job_in(home)
    list(install(job))
    copy = tmp_path / "拷贝"
    copy.mkdir()
    save_job(copy, job)
    assert any(str(home) in line for line in remove(copy))
    assert set(one.jobs) == {job.name} and list(copy.iterdir()) == []
    save_job(copy, job)
    list(install(job_in(copy)))
    assert set(one.jobs) == {job.name, name_of(copy)}


@pytest.mark.parametrize("content", ["{", '{"machine": "sundial"}'])
def test_what_cannot_be_read_is_taken_back_all_the_same(
    home: Path, one: Notebook, two: Notebook, content: str
) -> None:
    list(install(job_in(home)))
    (home / JOB_FILE).write_text(content, encoding="utf-8")
    (home / STATUS_FILE).write_text("{", encoding="utf-8")
    assert any("已撤回" in line for line in remove(home))
    assert one.jobs == {} and list(home.iterdir()) == []


def test_what_cannot_be_read_is_installed_anew(home: Path, one: Notebook) -> None:
    (home / JOB_FILE).write_text("{", encoding="utf-8")
    list(install(job_in(home)))
    assert load_job(home) and len(one.jobs) == 1


def test_a_workbook_that_is_not_there_yet_is_mentioned(home: Path, one: Notebook) -> None:
    (home / "有.xlsm").touch()
    books = (str(home / "有.xlsm"), str(home / "没有.xlsm"), str(home / "*.ods"))
    notes = [line for line in install(replace(job_in(home), books=books)) if line.startswith("注意")]
    assert len(notes) == 1 and "没有.xlsm" in notes[0]


def test_a_program_folder_that_cannot_be_written_is_named(tmp_path: Path, one: Notebook) -> None:
    (tmp_path / "文件").touch()
    with pytest.raises(Trouble) as caught:
        list(install(job_in(tmp_path / "文件")))
    assert caught.value.code == CANNOT_WRITE and one.jobs == {}


def test_the_scheduler_that_is_there_is_taken(one: Notebook, two: Notebook) -> None:
    assert (usual("linux"), usual("win32"), usual("darwin")) == ("systemd", "windows", "launchd")
    two.lacks = "没有回答"
    assert usual("linux") == "cron"
    one.lacks = "请装上 cron"
    with pytest.raises(Trouble) as caught:
        usual("linux")
    assert caught.value.code == UNAVAILABLE
    assert "没有回答" in caught.value.message and "请装上 cron" in caught.value.message
    with pytest.raises(Trouble) as caught:
        machine("cron")
    assert "请装上 cron" in caught.value.message


def test_a_job_of_the_other_kind_is_no_job_of_ours(home: Path) -> None:
    unknown: Job = replace(job_in(home), machine="sundial")
    assert standing(unknown, home) is Found.ABSENT
