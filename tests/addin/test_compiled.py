"""Compiled ahead: our modules whenever they changed, libraries once for each installation."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from addin.compiled import FOLDERS, compile_ahead


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for folder in (*FOLDERS, "libraries"):
        (tmp_path / "党 建" / folder / "inner").mkdir(parents=True)
        (tmp_path / "党 建" / folder / "inner" / "one.py").write_text("x = 1\n", encoding="ascii")
    (tmp_path / "党 建" / "installed-runtime.txt").write_text("a", encoding="ascii")
    return tmp_path / "党 建"


def compiled(home: Path) -> dict[str, int]:
    """Return the compiled files and when they were written."""
    return {path.relative_to(home).parts[0]: path.stat().st_mtime_ns for path in home.rglob("*.pyc")}


def ahead(home: Path) -> None:
    compile_ahead(home, home, home / "libraries")


def test_modules_and_libraries_are_compiled_and_the_second_time_nothing_is(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    ahead(home)
    before = compiled(home)
    assert set(before) == {*FOLDERS, "libraries"}
    ahead(home)
    assert compiled(home) == before
    assert capfd.readouterr() == ("", "")


def test_a_module_that_changed_is_compiled_again(home: Path) -> None:
    ahead(home)
    before = compiled(home)
    module = home / "addin" / "inner" / "one.py"
    module.write_text("x = 22\n", encoding="ascii")
    os.utime(module, (1, 1))
    ahead(home)
    assert {name for name, when in compiled(home).items() if when != before[name]} == {"addin"}


def test_libraries_are_looked_through_again_only_after_an_installation(home: Path) -> None:
    ahead(home)
    next(home.glob("libraries/**/*.pyc")).unlink()
    ahead(home)
    assert "libraries" not in compiled(home)
    (home / "installed-runtime.txt").write_text("b", encoding="ascii")
    ahead(home)
    assert "libraries" in compiled(home)


def test_a_library_that_cannot_be_compiled_does_not_matter(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (home / "libraries" / "old.py").write_text("print 1\n", encoding="ascii")
    ahead(home)
    assert "libraries" in compiled(home) and capfd.readouterr() == ("", "")
