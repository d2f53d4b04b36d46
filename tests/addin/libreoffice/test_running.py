"""Finding the LibreOffice a click came from, told by what the system says of processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from addin.libreoffice import running
from addin.libreoffice.running import Running, find, look, reach
from tests.addin.libreoffice.live import Live
from workbook.trouble import NOT_OURS, Trouble

PROFILE = "-env:UserInstallation=file:///tmp/%E5%85%9A%20x"


@pytest.fixture
def processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a stand-in for the system's list of processes."""
    monkeypatch.setattr(running, "PROCESSES", tmp_path)
    return tmp_path


def process(processes: Path, pid: int, parent: int, program: str, *words: str) -> None:
    place = processes / str(pid)
    place.mkdir()
    (place / "exe").symlink_to(program)
    (place / "cmdline").write_bytes("\0".join([program, *words, ""]).encode())
    (place / "status").write_text(f"Name:\tx\nPPid:\t{parent}\n", encoding="utf-8")


def test_the_office_above_the_launcher_is_found_with_its_profile(processes: Path) -> None:
    process(processes, 10, 1, "/opt/office/program/soffice.bin", PROFILE, "--calc")
    process(processes, 11, 10, "/bin/sh")
    process(processes, 12, 11, "/usr/bin/python3")
    found = find(12)
    assert found == Running(10, Path("/opt/office/program/soffice"), PROFILE)
    assert found.folder == Path("/tmp/党 x")
    assert found.command("--nologo") == ["/opt/office/program/soffice", PROFILE, "--nologo"]


def test_an_office_that_was_updated_while_it_runs_is_found(processes: Path) -> None:
    process(processes, 10, 1, "/opt/office/program/soffice.bin (deleted)")
    found = find(10)
    assert found.program == Path("/opt/office/program/soffice") and found.folder is None


def test_two_offices_are_reached_by_two_pipes(processes: Path) -> None:
    process(processes, 10, 1, "/opt/office/program/soffice.bin")
    process(processes, 20, 1, "/opt/office/program/soffice.bin", PROFILE)
    assert len({each.pipe for each in running.every()}) == 2


def test_without_an_office_above_it_the_launcher_says_what_to_do(processes: Path) -> None:
    process(processes, 12, 1, "/usr/bin/python3")
    with pytest.raises(Trouble) as told:
        find(12)
    assert told.value.code == NOT_OURS and "LibreOffice" in told.value.message


@pytest.mark.uno
def test_the_running_office_lets_us_in_without_any_option_at_its_start(live: Live) -> None:
    found = look(live.pid)
    assert found is not None and found.folder == live.profile
    office = reach(found)
    assert office.pid == live.pid
    assert reach(found).desktop.Components is not None  # and once more


@pytest.mark.uno
def test_an_office_that_does_not_answer_is_given_up(live: Live, tmp_path: Path) -> None:
    deaf = Running(live.pid + 100_000, Path("/bin/true"))
    with pytest.raises(Trouble) as told:
        reach(deaf, patience=0.2)
    assert told.value.code == NOT_OURS


def test_without_the_library_of_the_office_the_package_to_install_is_named() -> None:
    code = (
        "import sys; sys.modules['uno'] = None\n"
        "from addin.libreoffice.office import load_uno\n"
        "from workbook.trouble import Trouble\n"
        "before = list(sys.path)\n"
        "try:\n    load_uno()\nexcept Trouble as told:\n    print(told.message)\n"
        "assert sys.path == before\n"
    )
    home = Path(__file__).parents[3]
    command = [sys.executable, "-X", "utf8", "-c", code]
    done = subprocess.run(command, cwd=home, capture_output=True, encoding="utf-8", check=True)
    assert "python3-uno" in done.stdout


@pytest.mark.uno
def test_the_library_of_the_office_changes_nothing_for_later_imports() -> None:
    code = (
        "import builtins, sys\n"
        "own, path = builtins.__import__, list(sys.path)\n"
        "from addin.libreoffice.office import load_uno\n"
        "load_uno()\n"
        "assert builtins.__import__ is own and sys.path == path\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[3], check=True)
