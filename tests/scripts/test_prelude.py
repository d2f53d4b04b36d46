"""Scripts find or make their environment, or say in a sentence what is missing."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest

from tests.scripts.clone import HOME, clone, furnish, run, run_code

UNAVAILABLE = 69
SCRIPTS = sorted((HOME / "scripts").glob("*.py"))
COMMANDS = [path for path in SCRIPTS if not path.name.startswith("_")]
# these make the environment, all others want it made
FOUNDERS = [path.name for path in COMMANDS if "stand_up()" in path.read_text(encoding="utf-8")]
LOOKERS = ["doctor.py", "schedule.py"]  # go on without it, to say what is missing
FOLLOWERS = [path.name for path in COMMANDS if path.name not in (*FOUNDERS, *LOOKERS)]
PROBE = """
from _prelude import restart_in_environment
restart_in_environment()
import sys
print(sys.prefix, sys.argv[1:])
"""
AS_OLD = """
sys.version_info = (3, 9, 18)
import runpy
runpy.run_path("scripts/{}", {{}}, "__main__")
"""
WITHOUT_PART = """
import importlib.util as util
find = util.find_spec
util.find_spec = lambda name: None if name == "{}" else find(name)
import _prelude
_prelude.stand_up()
"""
ON_WINDOWS = """
import _prelude, subprocess, types
_prelude.os = types.SimpleNamespace(name="nt", environ={})
subprocess.call = lambda command: print(command) or 7
sys.argv = ["x.py", "甲 乙"]
_prelude._start_again()
"""
WITHOUT_CONSOLE = """
import sys
sys.stdout = sys.stderr = None
import _prelude, subprocess, types
_prelude._speak_utf8()
print("nobody hears this", flush=True)
print("nor this", file=sys.stderr, flush=True)
sys.executable = "pythonw.exe"
_prelude.os = types.SimpleNamespace(name="nt", environ={})
subprocess.call = lambda command: 7 if command[0].endswith("pythonw.exe") else 1
_prelude._start_again()
"""
WITHOUT_PIP = """
import _prelude
_prelude._run = None
_prelude.install("runtime", "", _prelude._requirements(), [])
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return clone(tmp_path)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_parses_on_an_old_python(path: Path) -> None:
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_the_two_commands_make_the_environment() -> None:
    assert {"start.py", "test.py"} <= set(FOUNDERS) and "regenerate.py" in FOLLOWERS


@pytest.mark.parametrize("name", FOLLOWERS)
def test_without_an_environment_a_script_names_the_one_that_makes_it(place: Path, name: str) -> None:
    done = run(place, name)
    assert done.returncode == UNAVAILABLE
    assert "start.py" in done.stderr and "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("name", [*FOUNDERS, *LOOKERS])
def test_an_old_python_is_asked_for_a_newer_one(place: Path, name: str) -> None:
    done = run_code(place, AS_OLD.format(name))
    assert done.returncode == UNAVAILABLE
    assert "3.11" in done.stderr and "3.9.18" in done.stderr and "Traceback" not in done.stderr
    assert not (place / ".venv").exists()


@pytest.mark.parametrize("part", ["venv", "ensurepip"])
def test_a_python_without_venv_names_the_package_of_debian(place: Path, part: str) -> None:
    done = run_code(place, WITHOUT_PART.format(part))
    assert done.returncode == UNAVAILABLE
    assert "python3-venv" in done.stderr and "Traceback" not in done.stderr


def test_a_script_starts_again_inside_its_environment_with_the_same_words(place: Path) -> None:
    environment = furnish(place)
    (place / "scripts" / "probe.py").write_text(PROBE, encoding="utf-8")
    done = run(place, "probe.py", "甲 乙", "--to", "", PYTHONHOME="")
    assert done.stdout.strip() == f"{environment} ['甲 乙', '--to', '']"


def test_a_program_that_was_renewed_asks_for_start_again(place: Path) -> None:
    furnish(place)
    with (place / "requirements.txt").open("a", encoding="ascii") as file:
        file.write("another==1.0\n")
    done = run(place, "regenerate.py")
    assert done.returncode == UNAVAILABLE and "start.py" in done.stderr


def test_a_half_updated_program_is_not_ready(place: Path) -> None:
    environment = furnish(place)
    question = "import _prelude\nprint(_prelude.ready())"
    assert run_code(place, question).stdout == "True\n"
    (environment / "installed-runtime.txt").write_bytes(b"\xff")
    assert run_code(place, question).stdout == "False\n"
    (place / "requirements.txt").unlink()
    assert run_code(place, question).stdout == "False\n"


def test_a_renewed_program_asks_for_start_also_where_the_environment_s_python_runs_it(place: Path) -> None:
    environment = furnish(place)
    (environment / "installed-runtime.txt").write_text("of another program", encoding="ascii")
    command = [environment / "bin" / "python", place / "scripts" / "regenerate.py"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == UNAVAILABLE and "start.py" in done.stderr


@pytest.mark.parametrize(
    ("name", "content"),
    [(".venv/installed-runtime.txt", b"\xff\x00"), ("requirements.txt", None), ("requirements.txt", b"\xff")],
)
def test_what_tells_that_the_environment_is_ready_may_be_damaged(
    place: Path, name: str, content: bytes | None
) -> None:
    furnish(place)
    (place / name).unlink()
    if content is not None:
        (place / name).write_bytes(content)
    done = run(place, "regenerate.py")
    assert done.returncode == UNAVAILABLE
    assert len(done.stderr.splitlines()) == 1 and "start.py" in done.stderr


@pytest.mark.parametrize("name", ["scripts/_shift.py", "addin/night/log.py", "workbook/files.py"])
@pytest.mark.parametrize("content", [None, "def half(", "x = 1"])
def test_a_program_of_which_a_file_is_missing_or_cut_short_says_so(
    place: Path, name: str, content: str | None
) -> None:
    furnish(place)
    (place / name).unlink()
    if content is not None:
        (place / name).write_text(content, encoding="utf-8")
    done = run(place, "regenerate.py")
    assert done.returncode == UNAVAILABLE
    assert len(done.stderr.splitlines()) == 1 and "文件不全" in done.stderr


def test_an_environment_whose_python_is_gone_does_not_stand(place: Path) -> None:
    environment = furnish(place)
    question = "import _prelude\nprint(_prelude.stands())"
    assert run_code(place, question).stdout == "True\n"
    settings = environment / "pyvenv.cfg"
    kept = settings.read_text(encoding="utf-8")
    settings.write_text("home = /nowhere\nversion = 3.12.1\n", encoding="utf-8")
    assert run_code(place, question).stdout == "False\n"
    settings.write_text(kept.replace("version = 3.", "version = 2."), encoding="utf-8")
    assert run_code(place, question).stdout == "False\n"
    settings.unlink()
    assert run_code(place, question).stdout == "False\n"


def test_a_half_made_environment_is_made_anew_and_missing_wheels_are_named(place: Path) -> None:
    (place / ".venv" / "bin").mkdir(parents=True)
    (place / "wheels").mkdir()
    done = run(place, "start.py")
    assert done.returncode == UNAVAILABLE
    assert "wheels" in done.stderr and "Traceback" not in done.stderr
    assert (place / ".venv" / "pyvenv.cfg").exists()
    assert not (place / ".venv" / "installed-runtime.txt").exists()


def test_on_windows_the_console_waits_for_the_script_started_again(place: Path) -> None:
    done = run_code(place, ON_WINDOWS)
    assert done.returncode == 7
    assert ast.literal_eval(done.stdout)[-1] == "甲 乙"


def test_without_a_console_nothing_is_said_and_none_is_opened(place: Path) -> None:
    done = run_code(place, WITHOUT_CONSOLE)
    assert (done.returncode, done.stdout, done.stderr) == (7, "", "")


def test_what_was_installed_is_not_installed_again(place: Path) -> None:
    furnish(place)
    assert run_code(place, WITHOUT_PIP).returncode == 0


def test_the_ci_command_is_the_one_of_the_readme() -> None:
    script = HOME / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    last = script.read_text(encoding="utf-8").splitlines()[-1]
    assert last == 'cd "$(dirname "$0")/.." && exec python3 scripts/test.py'
    assert "python3 scripts/test.py" in (HOME / "README.md").read_text(encoding="utf-8")
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0
