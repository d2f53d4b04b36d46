"""A real click of the mouse on each button, in LibreOffice on a desktop nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest

from addin.libreoffice.conversion import convert
from addin.vba.commands import COMMANDS, Command
from tests.addin.vba.reading import buttons, macro_package
from tests.addin.vba.screen import CLICK, START, Desktop, desktop, office, within
from workbook.build.style import RED

pytestmark = pytest.mark.desktop
LAUNCHER = "dangjian-taizhang-office"
NOTES = '#!/bin/sh\nprintf "%s\\n" "$@" > "{folder}/part" && mv "{folder}/part" "{folder}/clicked"\n'
BANNER = bytes.fromhex(RED[1:])
BANNER_HEIGHT = 52.0 + 24.0  # points of the two rows in the colour of the banner
TITLE = "党建台账"


@dataclass(frozen=True)
class Opened:
    """The workbook on the screen, the banner of 首页 found there, and what the launcher is asked for."""

    on: Desktop
    workbook: Path
    launcher: Path
    banner: tuple[int, int, int, int]

    @property
    def clicked(self) -> Path:
        return self.launcher.parent / "clicked"

    def click(self, command: Command) -> None:
        """Click into the middle of a button: its place is written in points from the corner of the sheet."""
        places = {"".join(each.find(".//font").itertext()): box(each) for each in buttons(macro_package())}
        start = min(left for left, *_ in places.values())
        whole = max(left + width for left, _, width, _ in places.values()) - start
        left, top, width, height = places[command.caption]
        x, y, across, down = self.banner
        self.on.click(
            x + (left - start + width / 2) / whole * across, y + (top + height / 2) / BANNER_HEIGHT * down
        )


def box(button: ElementTree.Element) -> tuple[float, float, float, float]:
    """Return left, top, width and height of a button in points."""
    style = dict(pair.split(":") for pair in button.get("style").split(";"))
    left, top, width, height = (
        float(style[name].removesuffix("pt")) for name in ("margin-left", "margin-top", "width", "height")
    )
    return left, top, width, height


def banner(on: Desktop) -> tuple[int, int, int, int] | None:
    """Return left, top, width and height of the banner on the screen, or None while it is not there."""
    picture = on.picture()
    found = [(picture.row(y).find(BANNER * 200), y) for y in range(picture.height)]
    rows = [(start // 3, y) for start, y in found if start >= 0 and start % 3 == 0]
    if not rows:
        return None
    x, top = rows[0]
    width = picture.row(top).rfind(BANNER) // 3 + 1 - x
    height = next((n for n, (_, y) in enumerate(rows) if y != top + n), len(rows))
    return x, top, width, height


def settled(on: Desktop) -> tuple[int, int, int, int] | None:
    """Return the banner once it stands still."""
    first = within(START, lambda: banner(on))
    while first and (second := within(2, lambda: banner(on))) != first:
        first = second
    return first


@pytest.fixture(scope="module", params=[".xlsm", pytest.param(".ods", marks=pytest.mark.uno)])
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    folder = tmp_path_factory.mktemp("desktop")
    workbook, launcher = folder / "党建 台账" / f"示例 一{request.param}", folder / "programs" / LAUNCHER
    for place in (workbook.parent, launcher.parent):
        place.mkdir()
    made = workbook if request.param == ".xlsm" else folder / "示例.xlsm"
    made.write_bytes(macro_package())
    if made != workbook:
        convert(made, workbook)
    launcher.write_text(NOTES.format(folder=launcher.parent), encoding="utf-8")
    launcher.chmod(0o755)
    with desktop(folder, launcher.parent) as on, office(on, workbook, folder / "profile"):
        place = settled(on)
        assert place, "LibreOffice did not show the workbook"
        yield Opened(on, workbook, launcher, place)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.task)
def test_a_click_starts_its_task_with_the_path_of_the_workbook(shown: Opened, command: Command) -> None:
    shown.clicked.unlink(missing_ok=True)
    for _ in range(3):  # the first click after loading may only wake the window
        shown.click(command)
        if within(CLICK, shown.clicked.exists):
            break
    assert shown.clicked.read_text(encoding="utf-8").splitlines() == [
        f"--task={command.task}",
        f"--path={shown.workbook}",
        f"--wb={shown.workbook.name}",
        "--from_xl=1",
    ]


def test_a_click_without_the_program_says_so(shown: Opened) -> None:
    shown.clicked.unlink(missing_ok=True)
    away = shown.launcher.rename(shown.launcher.with_suffix(".away"))
    try:
        shown.click(COMMANDS[0])
        boxes = within(CLICK, lambda: shown.on.windows(TITLE))
        assert len(boxes) == 1
        shown.on.press(boxes[0], "Return")
        assert within(CLICK, lambda: not shown.on.windows(TITLE))
    finally:
        away.rename(shown.launcher)
    assert not shown.clicked.exists()
