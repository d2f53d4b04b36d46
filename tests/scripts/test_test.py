"""test.py runs style, types and tests, and ends with pytest's own closing line."""

from __future__ import annotations

import hashlib
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from tests.scripts.clone import HOME, furnish, run

CLOSING = r"\d+ (passed|failed).* in [\d.]+s"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a tiny project with our test.py, our settings and one test."""
    (tmp_path / "scripts").mkdir()
    (tmp_path / "tests").mkdir()
    for name in ("requirements.txt", "scripts/_prelude.py", "scripts/test.py"):
        shutil.copy(HOME / name, tmp_path / name)
    settings = (HOME / "pyproject.toml").read_text(encoding="utf-8")
    shortened = re.sub(r'^files = \["workbook".*\]$', 'files = ["scripts"]', settings, flags=re.M)
    (tmp_path / "pyproject.toml").write_text(shortened, encoding="utf-8")
    (tmp_path / "tests" / "test_one.py").write_text("def test_one():\n    assert 1\n", encoding="utf-8")
    environment = furnish(tmp_path)
    wanted = tomllib.loads(settings)["project"]["optional-dependencies"]["test"]
    mark = hashlib.sha256("\n".join(wanted).encode()).hexdigest()
    (environment / "installed-test.txt").write_text(mark, encoding="ascii")
    return tmp_path


def test_all_is_well(place: Path) -> None:
    done = run(place, "test.py")
    assert done.returncode == 0, done.stdout
    assert re.fullmatch(CLOSING, done.stdout.splitlines()[-1])
    assert "没有通过" not in done.stdout


def test_words_go_on_to_pytest(place: Path) -> None:
    done = run(place, "test.py", "-k", "nothing_like_this")
    assert done.returncode == 5  # pytest's own code for no tests


@pytest.mark.parametrize(
    ("path", "fault", "name"),
    [
        ("scripts/more.py", '"""Say nothing."""\nimport os\n', "代码规范"),
        ("scripts/more.py", '"""Say nothing."""\n\nx = ( 1 )\n', "代码格式"),
        ("scripts/more.py", '"""Say nothing."""\n\nx: int = ""\n', "类型"),
    ],
)
def test_a_failed_check_is_named_and_fails_the_whole(place: Path, path: str, fault: str, name: str) -> None:
    (place / path).write_text(fault, encoding="utf-8")
    done = run(place, "test.py")
    assert done.returncode == 1
    assert re.search(f"没有通过：.*{name}", done.stdout)
    assert re.fullmatch(CLOSING, done.stdout.splitlines()[-1])


def test_a_failing_test_fails_the_whole(place: Path) -> None:
    (place / "tests" / "test_one.py").write_text("def test_one():\n    assert 0\n", encoding="utf-8")
    done = run(place, "test.py")
    assert done.returncode == 1
    assert re.fullmatch(CLOSING, done.stdout.splitlines()[-1])


def test_tests_that_need_office_programs_are_named_when_left_out_and_fail_in_ci(place: Path) -> None:
    shutil.copy(HOME / "tests" / "conftest.py", place / "tests" / "conftest.py")
    (place / "tests" / "scripts").mkdir()
    shutil.copy(HOME / "tests" / "scripts" / "clone.py", place / "tests" / "scripts" / "clone.py")
    test = "import pytest\n\n\n@pytest.mark.office\ndef test_page():\n    assert 1\n"
    (place / "tests" / "test_one.py").write_text(test, encoding="utf-8")
    nothing = str(place / "no programs")
    alone = run(place, "test.py", PATH=nothing, CI="")
    assert alone.returncode == 0
    assert "test_one.py::test_page" in alone.stdout
    assert run(place, "test.py", PATH=nothing, CI="true").returncode == 1


@pytest.fixture
def debian(place: Path) -> Path:
    """Return a folder of programs in which apt-get only notes what it was asked for."""
    programs = place / "bin"
    programs.mkdir()
    scripts = {"apt-get": f'echo "$@" >> "{place}/asked"\nexit $APT_CODE', "sudo": 'shift\nexec "$@"'}
    for name, lines in scripts.items():
        (programs / name).write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    (programs / "env").symlink_to("/usr/bin/env")
    (place / "tests" / "test_one.py").write_text("def test_one():\n    assert 1\n", encoding="utf-8")
    return programs


def test_on_debian_the_office_programs_are_installed(place: Path, debian: Path) -> None:
    assert run(place, "test.py", PATH=str(debian), APT_CODE="0").returncode == 0
    update, install = (place / "asked").read_text(encoding="utf-8").splitlines()
    assert update == "-qq update"
    assert install.startswith("-qq install -y")
    for package in ("libreoffice-calc", "libreoffice-writer", "poppler-utils", "fonts-noto-cjk", "cron"):
        assert package in install.split()


def test_without_them_the_other_tests_still_run(place: Path, debian: Path) -> None:
    done = run(place, "test.py", PATH=str(debian), APT_CODE="100")
    assert done.returncode == 0 and "1 passed" in done.stdout
    assert "没有装上" in done.stdout
