"""What all tests share: the office programs some need, and the names of tests left out without them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.scripts.clone import clone, furnish, run

HOME = Path(__file__).parent.parent
ON_CI = os.environ.get("CI") == "true"
MISSING = "LibreOffice, pdftoppm or a Chinese font is missing"
NO_SCREEN = "Xvfb, fluxbox, xdotool or ImageMagick is missing"
NO_BRIDGE = "LibreOffice or its python3-uno is missing"
NO_SCHEDULER = "cron or systemd is missing"
PLACES = ("/usr/lib/python3/dist-packages",)  # as addin.libreoffice.office looks for it
LEFT_OUT = pytest.StashKey[list[str]]()


def office_is_complete() -> bool:
    """Tell whether a workbook or a document can be turned into pictures of its pages here."""
    if not all(shutil.which(tool) for tool in ("soffice", "pdftoppm", "fc-list")):
        return False
    return bool(subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, check=True).stdout)


def desktop_is_complete() -> bool:
    """Tell whether LibreOffice can be shown and clicked here on a screen nobody sees."""
    return office_is_complete() and all(
        shutil.which(tool) for tool in ("Xvfb", "fluxbox", "xdotool", "import")
    )


def bridge_is_complete() -> bool:
    """Tell whether Python can talk to a running LibreOffice here."""
    return office_is_complete() and any(Path(place, "uno.py").exists() for place in PLACES)


def schedulers_are_complete() -> bool:
    """Tell whether cron and systemd can be asked here what they make of our files."""
    return all(shutil.which(tool) for tool in ("crontab", "systemd-analyze"))


# what a test may need, by its marker
PROGRAMS = {
    "office": (office_is_complete, MISSING),
    "desktop": (desktop_is_complete, NO_SCREEN),
    "uno": (bridge_is_complete, NO_BRIDGE),
    "scheduler": (schedulers_are_complete, NO_SCHEDULER),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the slow test of a fresh clone, which CI always runs."""
    parser.addoption("--fresh", action="store_true", help="also run start.py in a fresh clone")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what cannot run here; in CI nothing is left out, so what is missing fails."""
    left_out: list[str] = []
    config.stash[LEFT_OUT] = left_out
    if ON_CI:
        return
    missing = {marker: text for marker, (complete, text) in PROGRAMS.items() if not complete()}
    fresh = config.getoption("--fresh")
    for item in items:
        for text in (text for marker, text in missing.items() if item.get_closest_marker(marker)):
            item.add_marker(pytest.mark.skip(reason=text))
            left_out.append(f"{item.nodeid}: {text}")
        if item.get_closest_marker("fresh") and not fresh:
            item.add_marker(pytest.mark.skip(reason="needs minutes; run with --fresh"))
            left_out.append(f"{item.nodeid}: run with --fresh, or CI=true")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Fail in CI where the office programs are missing."""
    for marker, (complete, text) in PROGRAMS.items():
        if ON_CI and item.get_closest_marker(marker) and not complete():
            pytest.fail(text)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Name the tests that were left out."""
    left_out = config.stash.get(LEFT_OUT, [])
    if left_out:
        terminalreporter.write_line("Left out here:")
    for name in left_out:
        terminalreporter.write_line(f"  {name}")


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a furnished copy of the program, a sample year in it: 示例.xlsx. Nobody may change it."""
    if os.name == "nt":
        pytest.skip("the stand-in environment is made of POSIX links")
    place = clone(tmp_path_factory.mktemp("workshop"))
    furnish(place)
    done = run(place, "build_workbook.py", "--sample", "-o", "示例.xlsx")
    assert done.returncode == 0, done.stderr
    return place


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], Path]:
    """Return a function that lets LibreOffice convert a file: `convert(path, "pdf")`."""
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def run(path: Path, form: str) -> Path:
        folder = tmp_path_factory.mktemp("converted")
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", form]
        subprocess.run([*command, "--outdir", str(folder), str(path)], check=True, capture_output=True)
        return next(folder.iterdir())

    return run
