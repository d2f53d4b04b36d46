"""The task is one by the published schema, is read back as the plan, and is what Windows is asked for."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from addin.schedule.job import Job
from addin.schedule.machine import Found
from addin.schedule.plan import DAILY, MONTHLY, QUARTER, WEEKLY, WORKDAYS, Plan
from addin.schedule.windows import NAMESPACE, Windows
from tests.addin.schedule.given import EVERY_KIND, NASTY, PLANS, Programs, job_in
from workbook.trouble import UNAVAILABLE, Trouble

SCHEMA = etree.XMLSchema(etree.parse(str(Path(__file__).with_name("task.xsd"))))
WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def task(job: Job) -> etree._Element:
    (text,) = Windows().texts(job).values()
    return etree.fromstring(text.encode("utf-16"))


def texts(root: etree._Element, path: str) -> list[str]:
    """Return the texts of all elements below a path of names."""
    steps = "/".join(f"{{{NAMESPACE}}}{name}" for name in path.split("/"))
    return [element.text or "" for element in root.findall(f".//{steps}")]


def names(root: etree._Element, path: str) -> list[str]:
    """Return the names of the elements in the one of that name."""
    return [etree.QName(each).localname for found in root.iter(f"{{{NAMESPACE}}}{path}") for each in found]


def plan_of(root: etree._Element) -> Plan:
    """Return the plan a task carries out."""
    (start,) = texts(root, "CalendarTrigger/StartBoundary")
    at, weekdays = datetime.fromisoformat(start).time(), names(root, "DaysOfWeek")
    if texts(root, "ScheduleByDay/DaysInterval") == ["1"]:
        return Plan(DAILY, at)
    if weekdays:
        assert texts(root, "ScheduleByWeek/WeeksInterval") == ["1"]
        return Plan(WORKDAYS, at) if weekdays == WEEK[:5] else Plan(WEEKLY, at, WEEK.index(*weekdays) + 1)
    (day,), months = texts(root, "DaysOfMonth/Day"), names(root, "Months")
    if months == ["March", "June", "September", "December"] and day == "Last":
        return Plan(QUARTER, at)
    assert len(set(months)) == 12
    return Plan(MONTHLY, at, 0 if day == "Last" else int(day))


@given(PLANS)
def test_a_task_is_one_by_the_schema_and_is_read_back_as_the_plan(plan: Plan) -> None:
    job = job_in(Path("C:/党建 台账"), plan)
    SCHEMA.assertValid(task(job))
    assert plan_of(task(job)) == plan


def test_the_schema_refuses_what_is_no_task(tmp_path: Path) -> None:
    for old, new in (("IgnoreNew", "Ignore"), ("Last", "32"), ("PT2H", "2h"), ("Exec>", "Execute>")):
        (text,) = Windows().texts(job_in(tmp_path, EVERY_KIND[4])).values()
        assert old in text
        assert not SCHEMA.validate(etree.fromstring(text.replace(old, new).encode("utf-16")))


@pytest.mark.parametrize("name", [*NASTY, "<甲&乙>"])
def test_the_command_is_read_back(tmp_path: Path, name: str) -> None:
    job = replace(job_in(tmp_path / name), python=tmp_path / name / "pythonw.exe")
    root = task(job)
    SCHEMA.assertValid(root)
    assert texts(root, "Exec/Command") == [str(job.python)]
    assert texts(root, "Exec/Arguments") == [subprocess.list2cmdline(job.command()[1:])]
    assert texts(root, "Exec/WorkingDirectory") == [str(job.home)]


def test_a_missed_run_is_caught_up_and_batteries_do_not_matter(tmp_path: Path) -> None:
    root = task(job_in(tmp_path))
    expected = {
        "Settings/StartWhenAvailable": "true",
        "Settings/MultipleInstancesPolicy": "IgnoreNew",
        "Settings/DisallowStartIfOnBatteries": "false",
        "Settings/StopIfGoingOnBatteries": "false",
        "Settings/ExecutionTimeLimit": "PT2H",
        "Principal/LogonType": "InteractiveToken",
        "Principal/RunLevel": "LeastPrivilege",
    }
    assert {path: texts(root, path)[0] for path in expected} == expected


def test_it_begins_at_the_next_time_not_at_once(tmp_path: Path) -> None:
    job = replace(job_in(tmp_path), since=datetime(2026, 11, 27, 12))
    assert texts(task(job), "CalendarTrigger/StartBoundary") == ["2026-11-30T09:30:00"]


def test_it_is_a_task_of_the_user_who_installs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USERDOMAIN", "局机关")
    monkeypatch.setenv("USERNAME", "张 & 三")
    root = task(job_in(tmp_path))
    SCHEMA.assertValid(root)
    assert texts(root, "Principal/UserId") == ["局机关\\张 & 三"]


KEPT = '"$HOME/task.xml"'
KEEPING = (
    'case "$1" in',
    f'/Create) cp "$5" {KEPT};;',
    f'/Query) test -f {KEPT} || exit 1; test -z "$4" || iconv -f utf-16 -t utf-8 {KEPT};;',
    f"/Delete) rm {KEPT};; esac",
)


def test_it_is_created_queried_and_deleted(tmp_path: Path, programs: Programs) -> None:
    programs.add("schtasks", *KEEPING)
    job = job_in(tmp_path / "党 建", machine="windows")
    assert Windows().available() == "" and Windows().found(job) is Found.ABSENT
    programs.calls()
    Windows().install(job)
    (create,) = programs.calls()
    assert create.startswith(f"schtasks /Create /TN {job.name} /XML ") and create.endswith(" /F")
    kept = (Path.home() / "task.xml").read_bytes()
    assert kept.startswith(b"\xff\xfe") and b"\r\0\n\0" in kept
    assert Windows().found(job) is Found.SAME
    assert Windows().found(replace(job, since=datetime(2027, 5, 5))) is Found.SAME
    assert Windows().found(replace(job, plan=Plan(at=time(9, 31)))) is Found.OTHER
    assert Windows().found(replace(job, python=Path("C:/other.exe"))) is Found.OTHER
    programs.calls()
    assert Windows().remove(job.name)
    assert programs.calls()[-1] == f"schtasks /Delete /TN {job.name} /F"
    assert not Windows().remove(job.name)


def test_what_windows_adds_to_a_task_does_not_matter_but_one_switched_off_does(
    tmp_path: Path, programs: Programs
) -> None:
    programs.add("schtasks", *KEEPING)
    job = job_in(tmp_path)
    Windows().install(job)
    place = Path.home() / "task.xml"
    text = place.read_bytes().decode("utf-16")
    added = text.replace("<Settings>", "<Settings><Priority>7</Priority>").replace(
        "T09:30:00<", "T09:30:00+08:00<"
    )
    place.write_bytes(added.encode("utf-16"))
    assert Windows().found(job) is Found.SAME
    before, _, after = text.rpartition("<Enabled>true</Enabled>")
    off = f"{before}<Enabled>false</Enabled>{after}"
    place.write_bytes(off.encode("utf-16"))
    assert Windows().found(job) is Found.OTHER
    place.write_bytes("no task".encode("utf-16"))
    assert Windows().found(job) is Found.OTHER


def test_a_refusal_is_told_with_its_gist(tmp_path: Path, programs: Programs) -> None:
    programs.add("schtasks", "echo '错误: 拒绝访问。' >&2", "exit 1")
    with pytest.raises(Trouble) as caught:
        Windows().install(job_in(tmp_path))
    assert caught.value.code == UNAVAILABLE and "拒绝访问" in caught.value.message


def test_a_folder_windows_would_read_as_a_variable_is_refused(tmp_path: Path, programs: Programs) -> None:
    programs.add("schtasks")
    with pytest.raises(Trouble) as caught:
        Windows().install(job_in(tmp_path / "%台账%"))
    assert caught.value.code == UNAVAILABLE and programs.calls() == []
