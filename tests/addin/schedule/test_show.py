"""A person is told how the schedule stands; the exit code tells whether there is something to do."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from addin.schedule.control import install
from addin.schedule.job import JOB_FILE, LOG, STATUS_FILE, Status, load_job, save_job, save_status
from addin.schedule.machines import MACHINES
from addin.schedule.show import show
from tests.addin.schedule.fakes import Notebook
from tests.addin.schedule.given import job_in
from workbook.trouble import NOT_OURS, Trouble

NOW = datetime(2026, 11, 26, 10)
BEGUN = datetime(2026, 11, 26, 9, 30, 1)


@pytest.fixture
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Notebook:
    found = Notebook("甲")
    monkeypatch.setitem(MACHINES, "cron", found)
    list(install(job_in(tmp_path)))
    return found


def test_nothing_installed_is_no_failure(tmp_path: Path) -> None:
    code, text = show(tmp_path, NOW)
    assert code == 0 and "没有设定" in text
    assert json.loads(show(tmp_path, NOW, True)[1])["installed"] is False


@pytest.mark.parametrize("code", [0, 1])
def test_a_run_that_went_well(tmp_path: Path, notebook: Notebook, code: int) -> None:
    save_status(tmp_path, Status(BEGUN, BEGUN, code, BEGUN, log=str(tmp_path / LOG)))
    found, text = show(tmp_path, NOW)
    assert found == 0 and "请处理" not in text
    for word in ("每个工作日 9:30", "甲", "2026-11-26 09:30，成功", "2026-11-27 09:30", str(tmp_path / LOG)):
        assert word in text


def test_a_run_that_failed(tmp_path: Path, notebook: Notebook) -> None:
    save_status(tmp_path, Status(BEGUN, BEGUN, 3, None, BEGUN, "写不进。"))
    code, text = show(tmp_path, NOW)
    assert code == 1 and "写不进" in text and "请处理" in text
    data = json.loads(show(tmp_path, NOW, True)[1])
    assert data["ok"] is False and data["last"]["code"] == 3 and data["last"]["reason"] == "写不进。"
    assert data["next"] == "2026-11-27T09:30:00" and data["standing"] == "same"


def test_a_run_that_is_overdue(tmp_path: Path, notebook: Notebook) -> None:
    assert show(tmp_path, NOW)[0] == 0
    assert show(tmp_path, NOW + timedelta(hours=2))[0] == 1


def test_a_task_that_is_gone_or_changed_or_lacks_its_python(tmp_path: Path, notebook: Notebook) -> None:
    save_status(tmp_path, Status(BEGUN, BEGUN, 0, BEGUN))
    kept = load_job(tmp_path)
    assert kept
    gone = replace(kept, python=tmp_path / "没有")
    save_job(tmp_path, gone)
    assert "不一样" in show(tmp_path, NOW)[1]
    notebook.jobs[kept.name] = gone
    assert str(tmp_path / "没有") in show(tmp_path, NOW)[1]
    notebook.jobs.clear()
    code, text = show(tmp_path, NOW)
    assert code == 1 and "没有这个任务" in text


def test_a_folder_that_was_moved(tmp_path: Path, notebook: Notebook) -> None:
    save_job(tmp_path, replace(job_in(tmp_path), home=tmp_path / "原来"))
    code, text = show(tmp_path, NOW)
    assert code == 1 and "移动过" in text


def test_a_clock_set_back_is_one_sentence_and_no_failure(tmp_path: Path, notebook: Notebook) -> None:
    later = datetime(2030, 1, 1)
    save_status(tmp_path, Status(later, later, 0, later))
    code, text = show(tmp_path, NOW)
    assert code == 0 and text.count("钟调回过") == 1


def test_files_that_cannot_be_read(tmp_path: Path, notebook: Notebook) -> None:
    (tmp_path / STATUS_FILE).write_bytes(b"{")
    code, text = show(tmp_path, NOW)
    assert code == 1 and STATUS_FILE in text
    (tmp_path / JOB_FILE).write_bytes(b"{")
    with pytest.raises(Trouble) as caught:
        show(tmp_path, NOW)
    assert caught.value.code == NOT_OURS
