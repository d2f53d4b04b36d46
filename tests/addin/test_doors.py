"""The files to double-click: right for their system, and really executed where that is possible here."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from addin.doors import TASKS, doors, put, quoted, take_away

STRANGE = "党 建&台(账)100%!$HOME`x`'y'"
PLATFORMS = ("win32", "darwin", "linux")
ECHO = "import os, sys\nprint(*sys.argv[1:], sep='|')\nprint(os.getcwd())\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="runs a shell")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a program whose script only tells its words, in a folder with every sign Windows allows."""
    home = tmp_path / STRANGE
    (home / "scripts").mkdir(parents=True)
    (home / "scripts" / "double_click.py").write_text(ECHO, encoding="utf-8")
    (home / "我的台账").mkdir()
    return home


def made(home: Path, platform: str) -> list[Path]:
    mine = home / "我的台账"
    (line,) = put(mine, home, platform)
    assert str(mine) in line and all(f"“{name}”" in line for name in TASKS)
    return sorted(mine.iterdir())


@pytest.mark.parametrize("platform", PLATFORMS)
def test_they_have_names_a_person_understands(home: Path, platform: str) -> None:
    assert {path.stem for path in made(home, platform)} == {
        "校验并生成总结",
        "体检",
        "设定自动重算",
        "撤回自动重算",
    }


@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_second_time_nothing_is_done_and_all_can_be_taken_back(home: Path, platform: str) -> None:
    made(home, platform)
    mine = home / "我的台账"
    assert list(put(mine, home, platform)) == []
    assert len(list(take_away(mine, platform))) == len(TASKS)
    assert list(mine.iterdir()) == [] and list(take_away(mine, platform)) == []


@pytest.mark.parametrize("platform", PLATFORMS)
def test_one_that_a_person_changed_stays(home: Path, platform: str) -> None:
    first, *others = made(home, platform)
    own = first.read_bytes() + b"# own\n"
    first.write_bytes(own)
    assert [first.name in line for line in put(first.parent, home, platform)] == [True]
    assert len(list(take_away(first.parent, platform))) == len(TASKS)
    assert first.read_bytes() == own and not any(other.exists() for other in others)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_program_that_was_moved_gets_its_files_right(home: Path, tmp_path: Path, platform: str) -> None:
    made(home, platform)
    other = tmp_path / "另一处"
    list(put(home / "我的台账", other, platform))
    fresh = dict(doors(home / "我的台账", quoted(other / "scripts" / "double_click.py"), platform))
    for path, text in fresh.items():
        assert path.read_bytes().replace(b"\r\n", b"\n").decode() == text
    assert len(list(take_away(home / "我的台账", platform))) == len(TASKS)


def test_a_bat_is_ascii_with_windows_line_ends_and_quotes_every_place(home: Path) -> None:
    for path in made(home, "win32"):
        content = path.read_bytes()
        assert content.isascii() and content.count(b"\n") == content.count(b"\r\n")
        lines = content.decode("ascii").splitlines()
        assert lines[0] == "@echo off" and lines[-1] == "exit" and "chcp" not in "".join(lines)
        outside = re.sub(r'"[^"]*"', "", "".join(lines))
        assert not re.search("[%!&]", outside)  # what is not between quotes holds nothing of a path
        # the folder is taken before "!" has a meaning, all else after
        assert lines.index('set "HERE=%~dp0"') < lines.index("setlocal EnableDelayedExpansion")
        assert "%*" not in content.decode("ascii")


@posix
def test_a_command_runs_the_script_beside_it_wherever_it_lies(home: Path) -> None:
    for path in made(home, "darwin"):
        assert os.access(path, os.X_OK)
        command = [str(path), "/甲 乙/台账.xlsm"]
        done = subprocess.run(command, cwd="/", capture_output=True, encoding="utf-8", check=True)
        assert done.stdout.splitlines()[0] == f"{TASKS[path.stem]}|/甲 乙/台账.xlsm"


def entry(path: Path) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(strict=True, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(path.read_text(encoding="utf-8"))
    return parser["Desktop Entry"]


def words(line: str, *files: str) -> list[str]:
    """Return what a line Exec stands for, read as the standard for desktop entries has it."""
    line = re.sub(r"\\(.)", r"\1", line)
    found = [quote or word for quote, word in re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', line)]
    plain = [re.sub(r"\\(.)", r"\1", word) for word in found]
    return [each.replace("%%", "%") for word in plain for each in (files if word == "%F" else (word,))]


@posix
def test_a_desktop_entry_runs_the_script_with_the_files_dropped_on_it(home: Path) -> None:
    for path in made(home, "linux"):
        assert os.access(path, os.X_OK)
        fields = entry(path)
        assert (fields["Type"], fields["Terminal"], fields["Name"]) == ("Application", "true", path.stem)
        for files in ((), ("/甲 乙/台账.xlsm", "/丙.ods")):
            command = words(fields["Exec"], *files)
            done = subprocess.run(command, cwd="/", capture_output=True, encoding="utf-8", check=True)
            assert done.stdout.splitlines()[0] == "|".join((TASKS[path.stem], *files))


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils is not installed")
def test_a_desktop_entry_is_valid(home: Path) -> None:
    command = ["desktop-file-validate", *map(str, made(home, "linux"))]
    assert subprocess.run(command, capture_output=True, check=False).stdout == b""


@pytest.mark.skipif(not shutil.which("gio"), reason="the launcher of GNOME is not installed")
def test_gnome_starts_a_desktop_entry(home: Path, tmp_path: Path) -> None:
    terminal = tmp_path / "bin" / "xterm"
    terminal.parent.mkdir()
    terminal.write_text('#!/bin/sh\nshift\n"$@" > "$TOLD"\n', encoding="ascii")
    terminal.chmod(0o755)
    told = tmp_path / "told"
    more = {"PATH": f"{terminal.parent}{os.pathsep}{os.environ['PATH']}", "TOLD": str(told)}
    path = made(home, "linux")[0]
    command = ["gio", "launch", str(path), "/甲 乙/台账.xlsm"]
    subprocess.run(command, env={**os.environ, **more}, capture_output=True, timeout=60, check=True)
    for _ in range(100):
        if told.exists() and told.read_text(encoding="utf-8"):
            break
        time.sleep(0.05)
    assert told.read_text(encoding="utf-8").splitlines()[0] == f"{TASKS[path.stem]}|/甲 乙/台账.xlsm"
