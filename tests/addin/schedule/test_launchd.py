"""The property list is read back as the plan, and is loaded and unloaded."""

from __future__ import annotations

import plistlib
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from addin.schedule.launchd import Launchd
from addin.schedule.machine import Found
from addin.schedule.plan import Plan
from tests.addin.schedule.given import EVERY_KIND, NASTY, PLANS, Programs, days, job_in, runs, times
from workbook.trouble import UNAVAILABLE, Trouble

BEGIN, UNTIL = datetime(2027, 1, 1), datetime(2029, 4, 1)


def content(text: str) -> dict[str, Any]:
    found: dict[str, Any] = plistlib.loads(text.encode("utf-8"))
    return found


def fired(interval: dict[str, int]) -> list[datetime]:
    """Return when launchd fires for one entry of StartCalendarInterval."""
    hours = timedelta(hours=interval["Hour"], minutes=interval["Minute"])
    wanted = {key: value for key, value in interval.items() if key not in ("Hour", "Minute")}
    return [
        day + hours
        for day in days(BEGIN, UNTIL)
        if wanted.items() <= {"Month": day.month, "Day": day.day, "Weekday": day.isoweekday() % 7}.items()
    ]


@settings(deadline=None, max_examples=60)
@given(PLANS)
def test_the_intervals_are_the_times_of_the_plan(plan: Plan) -> None:
    job = replace(job_in(Path("/x"), plan), since=BEGIN)
    (text,) = Launchd().texts(job).values()
    moments = [moment for each in content(text)["StartCalendarInterval"] for moment in fired(each)]
    assert runs(job, moments, UNTIL) == times(plan, BEGIN, UNTIL)


def test_a_mac_that_slept_or_was_off_catches_up_once(tmp_path: Path) -> None:
    job = replace(job_in(tmp_path, EVERY_KIND[4]), since=BEGIN)
    woken = [datetime(2027, 2, 1, 8), datetime(2027, 2, 1, 9, 30), datetime(2027, 2, 28, 9, 30)]
    assert runs(job, woken, UNTIL) == [woken[0], woken[2]]
    (text,) = Launchd().texts(job).values()
    assert content(text)["RunAtLoad"] is True


@pytest.mark.parametrize("name", NASTY)
def test_the_words_of_the_command_are_read_back(tmp_path: Path, name: str) -> None:
    job = job_in(tmp_path / name / "<&>")
    (text,) = Launchd().texts(job).values()
    assert content(text)["ProgramArguments"] == job.command("--if-due")
    assert content(text)["WorkingDirectory"] == str(job.home) and content(text)["Label"] == job.name


def test_it_is_loaded_found_and_removed(tmp_path: Path, programs: Programs) -> None:
    programs.add("launchctl")
    job = job_in(tmp_path)
    place = Path.home() / "Library" / "LaunchAgents" / f"{job.name}.plist"
    assert Launchd().available() == "" and Launchd().found(job) is Found.ABSENT
    Launchd().install(job)
    bootout, bootstrap = programs.calls()
    assert bootout.startswith("launchctl bootout gui/") and bootout.endswith(f"/{job.name}")
    assert bootstrap.startswith("launchctl bootstrap gui/") and bootstrap.endswith(str(place))
    assert Launchd().found(job) is Found.SAME
    assert Launchd().found(replace(job, plan=EVERY_KIND[1])) is Found.OTHER
    programs.calls()
    assert Launchd().remove(job.name) and not place.exists()
    assert programs.calls()[0].startswith("launchctl bootout gui/")
    assert not Launchd().remove(job.name)


def test_what_is_not_loaded_is_not_as_it_was_installed(tmp_path: Path, programs: Programs) -> None:
    programs.add("launchctl", 'test "$1" != print')
    Launchd().install(job_in(tmp_path))
    assert Launchd().found(job_in(tmp_path)) is Found.OTHER


def test_a_refusal_is_told_with_its_gist(tmp_path: Path, programs: Programs) -> None:
    programs.add("launchctl", "echo 'Bootstrap failed: 5: Input/output error' >&2", "exit 5")
    with pytest.raises(Trouble) as caught:
        Launchd().install(job_in(tmp_path))
    assert caught.value.code == UNAVAILABLE and "Bootstrap failed" in caught.value.message
