"""The crontab says what the plan says, and the lines of others stay byte by byte as they are."""

from __future__ import annotations

import re
import shlex
import subprocess
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings

from addin.schedule.cron import Cron, entries
from addin.schedule.job import Job
from addin.schedule.machine import Found
from addin.schedule.plan import Plan
from tests.addin.schedule.given import EVERY_KIND, NASTY, PLANS, Programs, days, job_in, runs, times
from workbook.trouble import UNAVAILABLE, Trouble

BEGIN, UNTIL = datetime(2027, 1, 1), datetime(2029, 4, 1)  # a leap year is among them
TABLE = '"$HOME/crontab"'
KEEPING = (
    f'case "$1" in -l) test -f {TABLE} || {{ echo "no crontab for x" >&2; exit 1; }}; cat {TABLE};;',
    f"-r) rm {TABLE};; -) cat > {TABLE};; esac",
)


def among(field: str, value: int) -> bool:
    """Tell whether a field of a crontab names a value."""
    if field == "*":
        return True
    ranges = (part.partition("-") for part in field.split(","))
    return any(int(low) <= value <= int(high or low) for low, _, high in ranges)


def fired(line: str) -> list[datetime]:
    """Return when cron runs a line."""
    minute, hour, day, month, weekday = line.split()[:5]
    assert "*" in (day, weekday)  # otherwise cron would take either
    return [
        each + timedelta(hours=int(hour), minutes=int(minute))
        for each in days(BEGIN, UNTIL)
        if among(day, each.day) and among(month, each.month) and among(weekday, each.isoweekday() % 7)
    ]


def plan_of(job: Job) -> list[datetime]:
    """Return when the lines of a crontab begin a run."""
    *lines, hourly = entries(job)
    assert hourly.startswith("@hourly ") and "--if-missed" in hourly
    plain = [moment for line in lines if "--if-due" not in line for moment in fired(line)]
    asking = [moment for line in lines if "--if-due" in line for moment in fired(line)]
    return sorted(plain) + runs(replace(job, since=BEGIN), asking, UNTIL)


@settings(deadline=None, max_examples=60)
@given(PLANS)
def test_the_lines_run_at_the_times_of_the_plan(plan: Plan) -> None:
    assert plan_of(job_in(Path("/x"), plan)) == times(plan, BEGIN, UNTIL)


@pytest.mark.parametrize("name", NASTY)
def test_the_shell_is_given_the_words_of_the_command(tmp_path: Path, name: str) -> None:
    job = job_in(tmp_path / name)
    for line in entries(job):
        assert not re.search(r"(?<!\\)%", line)
        command = line.replace("\\%", "%")
        words = shlex.split(command.removeprefix("@hourly").lstrip("0123456789*- "))
        assert words[: len(job.command())] == job.command()


def crontab(text: bytes | None = None) -> bytes | None:
    """Return the crontab of the stand-in, after it was given one."""
    place = Path.home() / "crontab"
    if text is not None:
        place.write_bytes(text)
    return place.read_bytes() if place.exists() else None


@pytest.fixture
def keeping(programs: Programs) -> Programs:
    programs.add("crontab", *KEEPING)
    return programs


@pytest.mark.parametrize(
    "others",
    [
        b"",
        b"# mine\n5 4 * * * /bin/true\n",
        b"MAILTO=\xe6\x9f\x90\n\n\n@daily x %y\\%z\n",
        b"\xff\xfe not text \x80\n",
        b"* * * * * a\r\n\t# <<< dangjian-taizhang-00000000\n",
    ],
)
def test_the_lines_of_others_stay(tmp_path: Path, keeping: Programs, others: bytes) -> None:
    crontab(others)
    job = job_in(tmp_path)
    assert Cron().found(job) is Found.ABSENT
    Cron().install(job)
    now = crontab()
    assert now is not None and now.startswith(others) and Cron().found(job) is Found.SAME
    Cron().install(job)
    assert crontab() == now
    crontab(now + b"# added later\n")
    later = replace(job, plan=EVERY_KIND[2])
    assert Cron().found(later) is Found.OTHER
    Cron().install(later)
    assert Cron().found(later) is Found.SAME
    assert Cron().remove(job.name) and crontab() == others + b"# added later\n"
    assert not Cron().remove(job.name)


def test_a_crontab_that_was_not_there_is_gone_afterwards(tmp_path: Path, keeping: Programs) -> None:
    Cron().install(job_in(tmp_path))
    assert crontab()
    Cron().remove(job_in(tmp_path).name)
    assert crontab() is None


def test_two_programs_on_one_machine_do_not_meet(tmp_path: Path, keeping: Programs) -> None:
    one, two = job_in(tmp_path / "一"), job_in(tmp_path / "二")
    Cron().install(one)
    before = crontab()
    Cron().install(two)
    assert Cron().found(one) is Cron().found(two) is Found.SAME
    Cron().remove(two.name)
    assert crontab() == before


def test_a_person_without_permission_is_told_so(tmp_path: Path, programs: Programs) -> None:
    complaint = "You (x) are not allowed to use this program (crontab)"
    programs.add(
        "crontab", f'echo "{complaint}" >&2', "echo 'See crontab(1) for more information' >&2", "exit 1"
    )
    with pytest.raises(Trouble) as caught:
        Cron().install(job_in(tmp_path))
    assert caught.value.code == UNAVAILABLE and "crontab" in caught.value.message
    assert "not allowed" in caught.value.message


def test_a_crontab_that_is_refused_is_told(tmp_path: Path, programs: Programs) -> None:
    programs.add("crontab", 'test "$1" = -l && exit 0', 'echo "crontab: disk full" >&2', "exit 1")
    with pytest.raises(Trouble) as caught:
        Cron().install(job_in(tmp_path))
    assert "disk full" in caught.value.message


def test_a_path_cron_cannot_read_is_refused(tmp_path: Path, keeping: Programs) -> None:
    for name in ("a\\b", "a\nb"):
        with pytest.raises(Trouble) as caught:
            Cron().install(job_in(tmp_path / name))
        assert caught.value.code == UNAVAILABLE and crontab() is None


def test_without_cron_it_is_said_what_to_install(programs: Programs) -> None:
    programs.alone()
    assert "apt install cron" in Cron().available()


def test_where_cron_was_removed_there_is_nothing_to_take_back(tmp_path: Path, programs: Programs) -> None:
    programs.alone()
    assert Cron().found(job_in(tmp_path)) is Found.ABSENT and not Cron().remove(job_in(tmp_path).name)


@pytest.mark.scheduler
@pytest.mark.parametrize("plan", EVERY_KIND, ids=str)
def test_the_real_program_takes_the_lines(tmp_path: Path, plan: Plan) -> None:
    (text,) = Cron().texts(job_in(tmp_path / NASTY[1], plan)).values()
    (tmp_path / "table").write_text(text, encoding="utf-8")
    done = subprocess.run(["crontab", "-n", str(tmp_path / "table")], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
