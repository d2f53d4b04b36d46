"""The units are read by systemd itself as they are meant, and only what is ours is touched."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from addin.schedule.job import Job
from addin.schedule.machine import Found
from addin.schedule.plan import Plan
from addin.schedule.systemd import Systemd, calendar, exec_start, unit_folder
from tests.addin.schedule.given import EVERY_KIND, NASTY, Programs, job_in
from workbook.trouble import CANNOT_WRITE, UNAVAILABLE, Trouble

ITERATIONS = 40


@pytest.mark.scheduler
@pytest.mark.parametrize("plan", EVERY_KIND, ids=str)
def test_systemd_counts_the_same_times_as_the_plan(plan: Plan) -> None:
    base = datetime(2024, 1, 31, 9, 30)
    command = ["systemd-analyze", "calendar", f"--iterations={ITERATIONS}", f"--base-time={base}"]
    said = subprocess.run(
        [*command, calendar(plan)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TZ": "UTC"},
    ).stdout
    found = [datetime.fromisoformat(time) for time in re.findall(r": \w{3} (\d{4}-\S+ \S+) UTC", said)]
    assert len(found) == ITERATIONS
    for time in found:
        base = plan.next_after(base)
        assert time == base


def furnished(folder: Path) -> Job:
    """Return a job in a folder in which its Python lies."""
    folder.mkdir(parents=True)
    (folder / "python 3").symlink_to(Path(sys.executable).resolve())
    return replace(job_in(folder, machine="systemd"), python=folder / "python 3")


@pytest.mark.scheduler
@pytest.mark.parametrize("name", NASTY)
def test_systemd_finds_nothing_to_complain_about(tmp_path: Path, name: str) -> None:
    job = furnished(tmp_path / name)
    for unit, text in Systemd().texts(job).items():
        (tmp_path / unit).write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--user", "--man=no", *map(str, tmp_path.glob("*.timer"))],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)},
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", NASTY)
def test_the_command_line_is_read_back(tmp_path: Path, name: str) -> None:
    job = replace(job_in(tmp_path / name), python=Path("/usr/bin/python3"))
    line = exec_start(job)
    words = re.findall(r'"((?:[^"\\]|\\.)*)"', line)
    plain = [re.sub(r"\\(.)", r"\1", word).replace("$$", "$").replace("%%", "%") for word in words]
    assert plain[3:] == job.command() and line.startswith("/bin/sh ")
    assert not re.search(r"(?<!\$)(\$\$)*\$(?!\$)|(?<!%)(%%)*%(?!%)", line)


def test_a_failing_workbook_is_no_failing_unit_and_a_missed_run_is_caught_up(tmp_path: Path) -> None:
    service, timer = Systemd().texts(job_in(tmp_path)).values()
    assert "\nSuccessExitStatus=1\n" in service and "\nPersistent=true\n" in timer


ANSWERING = 'case "$*" in *is-active*) echo active;; esac'


def test_it_is_installed_found_and_removed_without_a_trace(tmp_path: Path, programs: Programs) -> None:
    job = job_in(tmp_path, machine="systemd")
    link = f'ln -sf ../x "$HOME/.config/systemd/user/timers.target.wants/{job.name}.timer"'
    make = 'mkdir -p "$HOME/.config/systemd/user/timers.target.wants"'
    programs.add("systemctl", ANSWERING, f'case "$*" in *enable*) {make}; {link};; esac')
    assert Systemd().available() == "" and Systemd().found(job) is Found.ABSENT
    Systemd().install(job)
    reload, enable, restart = programs.calls()[-3:]
    assert reload == "systemctl --user daemon-reload"
    assert enable == f"systemctl --user enable {job.name}.timer"
    assert restart == f"systemctl --user restart {job.name}.timer"
    assert Systemd().found(job) is Found.SAME
    assert Systemd().found(replace(job, python=Path("/other"))) is Found.OTHER
    stamp = Path.home() / ".local/share/systemd/timers" / f"stamp-{job.name}.timer"
    stamp.parent.mkdir(parents=True)
    stamp.touch()
    programs.calls()
    assert Systemd().remove(job.name)
    assert f"systemctl --user disable --now {job.name}.timer" in programs.calls()
    assert not stamp.exists() and list(unit_folder().iterdir()) == []
    assert not Systemd().remove(job.name)


def test_a_timer_somebody_stopped_is_not_as_it_was_installed(tmp_path: Path, programs: Programs) -> None:
    programs.add("systemctl", 'case "$*" in *is-active*) echo inactive; exit 3;; esac')
    job = job_in(tmp_path)
    Systemd().install(job)
    assert Systemd().found(job) is Found.OTHER


def test_the_units_of_others_stay(tmp_path: Path, programs: Programs) -> None:
    programs.add("systemctl")
    other = unit_folder() / "timers.target.wants" / "other.timer"
    other.parent.mkdir(parents=True)
    other.touch()
    Systemd().install(job_in(tmp_path))
    Systemd().remove(job_in(tmp_path).name)
    assert other.exists()


def test_a_refusal_is_told_with_its_gist(tmp_path: Path, programs: Programs) -> None:
    programs.add(
        "systemctl", "echo 'Failed to connect to bus: No medium' >&2", "echo 'Try this' >&2", "exit 1"
    )
    assert "Failed to connect to bus" in Systemd().available()
    with pytest.raises(Trouble) as caught:
        Systemd().install(job_in(tmp_path))
    assert caught.value.code == UNAVAILABLE and "Failed to connect to bus" in caught.value.message


def test_a_folder_for_units_that_cannot_be_written_is_named(tmp_path: Path, programs: Programs) -> None:
    programs.add("systemctl")
    (Path.home() / ".config").touch()
    with pytest.raises(Trouble) as caught:
        Systemd().install(job_in(tmp_path))
    assert caught.value.code == CANNOT_WRITE and str(unit_folder()) in caught.value.message


def test_without_systemd_this_is_said(programs: Programs) -> None:
    programs.alone()
    assert "systemctl" in Systemd().available()
