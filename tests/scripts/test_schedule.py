"""schedule.py as a person uses it and as the machine's own scheduler calls it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.scripts.clone import base_python
from tests.scripts.scheduled import Scheduled

JOB, STATUS = ".定时任务.json", ".定时任务状态.json"
WRONG_ARGUMENTS, UNAVAILABLE, NOT_OURS = 64, 69, 2


@pytest.fixture
def schedule(tmp_path: Path) -> Scheduled:
    return Scheduled(tmp_path)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Scheduled:
    """Return one copy for tests that change nothing in it."""
    return Scheduled(tmp_path_factory.mktemp("shared"))


def cron_line(schedule: Scheduled, which: int = 0) -> str:
    """Return the shell command of a line of our block."""
    lines = [line for line in schedule.crontab().splitlines() if not line.startswith("#")]
    fields = 1 if lines[which].startswith("@") else 5
    return lines[which].split(maxsplit=fields)[fields].replace("\\%", "%")


def in_shell(schedule: Scheduled, command: str) -> int:
    """Run a command as cron does: another folder, hardly any environment."""
    environment = {"HOME": str(schedule.person), "PATH": "/usr/bin:/bin", "LC_ALL": "C"}
    return subprocess.run(["/bin/sh", "-c", command], cwd="/", env=environment, check=False).returncode


def test_what_is_installed_runs_from_anywhere_in_the_environment_and_is_shown(schedule: Scheduled) -> None:
    done = schedule(
        "install", "甲 乙.xlsm", "*.ods", "--out", "出/{年度}", "--final", "--todo", "--keep", "3"
    )
    assert done.returncode == 0 and "每个工作日 9:30" in done.stdout and "甲 乙.xlsm" in done.stdout
    assert in_shell(schedule, cron_line(schedule)) == 0
    asked = schedule.asked()
    assert asked["words"][:2] == [str(schedule.place / "甲 乙.xlsm"), str(schedule.place / "*.ods")]
    assert str(schedule.place / "出" / "{年度}") in asked["words"]
    assert {"--final", "--todo", "--keep", "3"} <= set(asked["words"])
    assert asked["python"] == str(schedule.place / ".venv" / "bin" / "python") and asked["here"] == "/"
    by_schedule = schedule.asked()["words"]
    (schedule.place / "asked.json").unlink()
    assert schedule("run-now").returncode == 0 and schedule.asked()["words"] == by_schedule
    shown = schedule("show")
    assert shown.returncode == 0 and "成功" in shown.stdout and "日志" in shown.stdout
    assert json.loads(schedule("show", "--json").stdout)["last"]["code"] == 0


def test_what_is_not_said_again_stays_as_it_was(schedule: Scheduled) -> None:
    schedule("install", "甲.xlsm", "--out", "出", "--every", "每周", "--on", "周三", "--keep", "3", "--final")
    done = schedule("install", "--at", "16:00", "--no-final")
    assert "每周三 16:00" in done.stdout and "还差什么" in done.stdout and "留 3 份" in done.stdout
    schedule("run-now")
    words = schedule.asked()["words"]
    assert words[0] == str(schedule.place / "甲.xlsm") and str(schedule.place / "出") in words
    assert "--todo" in words and "--final" not in words
    assert "没有改动" in schedule("install").stdout
    assert "还差什么" not in schedule("install", "--no-todo").stdout
    assert "送审稿、校验报告" in schedule("show").stdout


def test_a_folder_beside_each_workbook_stays_one(schedule: Scheduled) -> None:
    assert schedule("install", "--out", "{文件夹}/{年度}").returncode == 0
    schedule("run-now")
    words = schedule.asked()["words"]
    assert words[words.index("--out") + 1] == "{文件夹}/{年度}"


def test_installed_twice_nothing_changes_and_removed_nothing_is_left(schedule: Scheduled) -> None:
    before = {path.name for path in schedule.place.iterdir()}
    assert schedule("install").returncode == 0
    table, kept = schedule.crontab(), (schedule.place / JOB).read_bytes()
    again = schedule("install", "--every", "workdays", "--at", "9:30", "--with", "cron")
    assert again.returncode == 0 and "没有改动" in again.stdout
    assert (schedule.crontab(), (schedule.place / JOB).read_bytes()) == (table, kept)
    assert schedule("install", "--every", "每周", "--on", "周五").returncode == 0
    assert "30 9 * * 5 " in schedule.crontab() and "1-5" not in schedule.crontab()
    schedule("run-now")
    assert schedule("remove").returncode == 0
    assert list(schedule.person.iterdir()) == []
    left = {path.name for path in schedule.place.iterdir()} - before
    assert left == {"asked.json"}
    again = schedule("remove")
    assert again.returncode == 0 and "没有要撤回的" in again.stdout


@pytest.mark.parametrize(("code", "shown"), [(1, 0), (2, 1), (3, 1), (70, 1)])
def test_the_outcome_is_passed_on_and_kept(schedule: Scheduled, code: int, shown: int) -> None:
    schedule("install")
    schedule.end_with(code)
    done = schedule("run-now")
    assert done.returncode == code and "甲.xlsm" in done.stderr
    found = schedule("show")
    assert found.returncode == shown and ("没有这个文件：甲.xlsm" in found.stdout) == bool(shown)


def test_nothing_runs_where_nothing_was_missed(schedule: Scheduled) -> None:
    schedule("install")
    for which in (1, -1):
        assert in_shell(schedule, cron_line(schedule, which)) == 0
    assert schedule("run-now", "--if-due").returncode == 0
    assert not (schedule.place / "asked.json").exists() and not (schedule.place / STATUS).exists()
    kept = json.loads((schedule.place / JOB).read_text(encoding="utf-8"))
    (schedule.place / JOB).write_text(json.dumps({**kept, "since": "2020-01-01 00:00:00"}), encoding="utf-8")
    assert in_shell(schedule, cron_line(schedule, 1)) == 0
    assert (schedule.place / "asked.json").exists()
    (schedule.place / "asked.json").unlink()
    assert in_shell(schedule, cron_line(schedule, 1)) == 0
    assert not (schedule.place / "asked.json").exists()


def test_an_environment_that_is_gone_is_told_and_kept(schedule: Scheduled) -> None:
    schedule("install")
    schedule.break_environment()
    assert in_shell(schedule, cron_line(schedule)) == UNAVAILABLE
    shown = schedule("show")
    assert shown.returncode == 1 and "start.py" in shown.stdout
    done = schedule("install", "--every", "每天")
    assert done.returncode == UNAVAILABLE and "start.py" in done.stderr
    assert schedule("remove").returncode == 0 and schedule.crontab() == ""


@pytest.mark.parametrize("python", ["base", "own"])
def test_a_half_updated_environment_is_told_and_kept(schedule: Scheduled, python: str) -> None:
    schedule("install")
    with (schedule.place / "requirements.txt").open("a", encoding="ascii") as file:
        file.write("another==1.0\n")
    own = schedule.place / ".venv" / "bin" / "python"
    command = [
        base_python() if python == "base" else str(own),
        str(schedule.place / "scripts" / "schedule.py"),
    ]
    done = subprocess.run([*command, "run-now"], capture_output=True, encoding="utf-8", check=False, cwd="/")
    assert done.returncode == UNAVAILABLE and "start.py" in done.stderr
    assert "start.py" in schedule("show").stdout and not (schedule.place / "asked.json").exists()


def test_a_library_that_is_missing_is_told_and_kept(schedule: Scheduled) -> None:
    schedule("install")
    script = schedule.place / "scripts" / "regenerate.py"
    script.write_text("import nothing_of_that_name\n", encoding="utf-8")
    done = schedule("run-now")
    assert done.returncode == UNAVAILABLE and "start.py" in done.stderr
    assert schedule("show").returncode == 1


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ([], "install"),
        (["instal"], "install"),
        (["install", "--every", "每年"], "季末"),
        (["install", "--at", "25:00"], "09:30"),
        (["install", "--on", "周一"], "每周"),
        (["install", "--every", "每周", "--on", "末"], "周日"),
        (["install", "--every", "每月", "--on", "31"], "末"),
        (["install", "--with", "sundial"], "systemd、cron"),
        (["install", "--keep", "-1"], "0、1、2"),
        (["install", "--out", "{省份}"], "{年度}"),
        (["install", "--out", ""], "文件夹"),
        (["install", "--ever"], "--ever"),
        (["show", "--final"], "--final"),
        (["remove", "now"], "now"),
        (["run-now", "甲.xlsm"], "甲.xlsm"),
    ],
)
def test_wrong_words_are_answered_with_the_right_ones(shared: Scheduled, words: list[str], hint: str) -> None:
    done = shared(*words, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == WRONG_ARGUMENTS and hint in done.stderr and "参数不对" in done.stderr
    assert done.stdout == "" and shared.crontab() == ""


@pytest.mark.parametrize("words", [["-h"], ["install", "-h"], ["show", "--help"], ["remove", "-h"]])
def test_who_asks_for_help_gets_it(shared: Scheduled, words: list[str]) -> None:
    done = shared(*words)
    assert done.returncode == 0 and "用法：schedule.py" in done.stdout and done.stderr == ""


def test_a_scheduler_that_is_not_here_is_told(shared: Scheduled) -> None:
    for name in ("windows", "launchd", "systemd"):
        done = shared("install", "--with", name)
        assert done.returncode == UNAVAILABLE and "用不了" in done.stderr and done.stdout == ""
    nothing = shared("install", PATH=str(shared.folder / "nothing"))
    assert nothing.returncode == UNAVAILABLE and "apt install cron" in nothing.stderr
    assert not (shared.place / JOB).exists()


def test_without_anything_installed_nothing_runs(shared: Scheduled) -> None:
    assert shared("run-now").returncode == WRONG_ARGUMENTS
    assert shared("run-now", "--if-missed").returncode == WRONG_ARGUMENTS
    shown = shared("show")
    assert shown.returncode == 0 and "没有设定" in shown.stdout
    assert not (shared.place / STATUS).exists()


def test_a_broken_file_is_one_sentence(schedule: Scheduled) -> None:
    schedule("install")
    (schedule.place / JOB).write_text('{"home": ', encoding="utf-8")
    for words in (["show"], ["run-now"], ["run-now", "--if-missed"]):
        done = schedule(*words)
        assert done.returncode == NOT_OURS and JOB in done.stderr and "Traceback" not in done.stderr
    assert schedule("install").returncode == 0 and schedule("run-now").returncode == 0
    assert schedule("remove").returncode == 0 and schedule.crontab() == ""
