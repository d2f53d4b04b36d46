"""A clerk at a desktop nobody sees: she opens workbooks in LibreOffice, clicks buttons and reads boxes."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from addin.libreoffice.apps import TITLE
from addin.libreoffice.install import install
from addin.vba.commands import COMMANDS
from tests.addin.libreoffice.live import Live, box, press, wait_for
from tests.addin.vba.screen import Desktop, within

HOME = Path(__file__).parents[2]
SCREENS = HOME / "build" / "screens"  # git ignores them; they are there to be looked at
USE_CONFIG = 3  # com.sun.star.document.MacroExecMode: as the person's own settings have it
BEGIN = 4.0  # seconds after which a click that nothing came of is made again: it only woke the window
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Misc">
<prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""
OPENER = '#!/bin/sh\nprintf "%s\\n" "$1" >> "{}"\n'
ADDRESS = re.compile(r"([A-Z]+)(\d+)")


def furnish(folder: Path, workbooks: Path) -> Path:
    """Prepare the machine as start.py does: launcher, trusted folder; return the folder of programs."""
    programs = folder / "programs"
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    list(install([workbooks], folder / "profile", programs, HOME))
    opener = programs / "xdg-open"  # notes what it is asked to open
    opener.write_text(OPENER.format(folder / "opened"), encoding="utf-8")
    opener.chmod(0o755)
    return programs


@dataclass
class Workbook:
    """A workbook open on the screen."""

    document: Any
    path: Path

    def __getitem__(self, address: str) -> Any:
        """Return what stands in a cell such as 活动台账!F12: a text or a number."""
        cell = self.cell(address)
        return cell.Value if cell.Type.value == "VALUE" else cell.String

    def __setitem__(self, address: str, value: str | float) -> None:
        cell = self.cell(address)
        if isinstance(value, str):
            cell.String = value
        else:
            cell.Value = value

    def cell(self, address: str) -> Any:
        sheet, _, place = address.partition("!")
        return self.document.Sheets.getByName(sheet).getCellRangeByName(place)

    def sheet(self, name: str) -> Any:
        return self.document.Sheets.getByName(name)

    def column(self, sheet: str, title: str) -> str:
        """Return the letters of the column with that title, which may be shown with a mark."""
        there = self.document.Sheets.getByName(sheet)
        for row in range(8):
            for place in range(30):
                if there.getCellByPosition(place, row).Formula == title:
                    return "ABCDEFGHIJKLMNOPQRSTUVWXYZABCD"[place]
        raise KeyError(title)

    def texts(self, sheet: str, columns: str, rows: int = 40, first: int = 4) -> list[str]:
        """Return what the rows of some columns show: the texts of a row joined by spaces."""
        start, _, end = columns.partition(":")
        there = self.document.Sheets.getByName(sheet)
        cells = there.getCellRangeByName(f"{start}{first}:{end or start}{first + rows}")
        shown = (
            [cells.getCellByPosition(place, row).String for place in range(cells.Columns.Count)]
            for row in range(rows)
        )
        return [" ".join(filter(None, row)) for row in shown if any(row)]

    def named_cell(self, name: str) -> Any:
        """Return the cell that bears a name."""
        return self.document.NamedRanges.getByName(name).ReferredCells.getCellByPosition(0, 0)

    def named(self, name: str) -> str:
        """Return what the cell shows that bears a name."""
        return str(self.named_cell(name).String)

    @property
    def selected(self) -> str:
        """Return the address of the cell the cursor is in, if it is one cell."""
        chosen = self.document.CurrentSelection
        return f"{chosen.Spreadsheet.Name}!{chosen.AbsoluteName.rpartition('.')[2].replace('$', '')}"


class Clerk:
    """Somebody at the desktop, with a mouse and a keyboard."""

    def __init__(self, on: Desktop, live: Live, folder: Path) -> None:
        self.on = on
        self.live = live
        self.opened_list = folder / "opened"

    def open(self, path: Path) -> Workbook:
        """Open a workbook as a double click on its file does."""
        command = ["soffice", self.live.argument, str(path)]
        subprocess.run(command, env=self.on.environment, check=True, capture_output=True, timeout=60)
        return Workbook(wait_for(lambda: self._shown(path)), path)

    def _shown(self, path: Path) -> Any:
        found = self.live.office.desktop.Components.createEnumeration()
        while found.hasMoreElements():
            document = found.nextElement()
            if self.live.office.url(path) == document.URL and document.CurrentController:
                return document
        return None

    def from_template(self, workbook: Workbook) -> Workbook:
        """Make a new workbook from one as from a template: it has a title, and no place yet."""
        return self._loaded(workbook.path, AsTemplate=True)

    def open_read_only(self, path: Path) -> Workbook:
        """Open a workbook to be read only, as LibreOffice does with one another person has open."""
        return self._loaded(path, ReadOnly=True)

    def _loaded(self, path: Path, **how: Any) -> Workbook:
        office = self.live.office
        arguments = office.arguments(MacroExecutionMode=USE_CONFIG, **how)
        return Workbook(office.desktop.loadComponentFromURL(office.url(path), "_blank", 0, arguments), path)

    def type(self, text: str) -> None:
        """Type into the window in front, without pressing Return."""
        self.on.call("xdotool", "type", "--delay", "60", text)

    def press(self, key: str) -> None:
        """Press a key."""
        self.on.call("xdotool", "key", key)

    def show(self, workbook: Workbook, address: str) -> None:
        """Bring a cell in view."""
        controller = workbook.document.CurrentController
        cell = workbook.cell(address)
        controller.setActiveSheet(cell.Spreadsheet)
        controller.select(cell)

    def click(self, workbook: Workbook, task: str) -> None:
        """Click a button of 首页 with the mouse."""
        self.show(workbook, "首页!A1")
        self.on.click(*self._middle(workbook, caption(task)))

    def _middle(self, workbook: Workbook, caption: str) -> tuple[float, float]:
        """Return the middle of a button on the screen, once it stands still."""
        places: list[tuple[float, float]] = [(-1, -1)]

        def still() -> bool:
            places.append(_place(workbook.document, caption))
            return places[-1] == places[-2]

        wait_for(still, 20)
        return places[-1]

    def said(self) -> str:
        """Return what the box of the program says, once there is one."""
        return wait_for(self._words, 30)

    def answer(self, button: str) -> None:
        """Press a button of the box and see it go, or the next one come."""
        said = self._words()
        wait_for(lambda: self._words() != said or self._pressed(button, said), 30)

    def _pressed(self, button: str, said: str) -> bool:
        """Press a button and tell whether the box went; one too young does not hear."""
        press(self.live.office, TITLE, button)
        return bool(within(1, lambda: self._words() != said))

    def _words(self) -> str:
        found = box(self.live.office, TITLE)
        return "\n".join(_words(found)) if found else ""

    def hear(self, workbook: Workbook, task: str, button: str = "OK") -> str:
        """Click a button, read the box it brings, and press a button of that."""
        for _ in range(3):  # the first click after a window came up may only wake it
            self.click(workbook, task)
            if within(BEGIN, self._words):
                break
        said = self.said()
        self.picture(task)
        self.answer(button)
        return said

    def is_spoken_to(self) -> bool:
        """Tell whether a box waits, or comes within a second."""
        return bool(within(1, self._words))

    def follow(self, workbook: Workbook, address: str) -> None:
        """Click a link in a cell that is in view, with Ctrl held as LibreOffice wants it."""
        self.on.call("xdotool", "keydown", "ctrl")
        self.on.click(*_cell_place(workbook.document, address))
        self.on.call("xdotool", "keyup", "ctrl")

    def opened(self) -> list[str]:
        """Return what was to be opened with the machine's own programs, and forget it."""
        if not within(5, self.opened_list.exists):
            return []
        lines = self.opened_list.read_text(encoding="utf-8").splitlines()
        self.opened_list.unlink()
        return lines

    def picture(self, name: str) -> None:
        """Keep a picture of the screen, once it stands still."""
        SCREENS.mkdir(parents=True, exist_ok=True)
        shown = [b""]

        def still() -> bool:
            shown.append(self.on.call("import", "-window", "root", "-depth", "8", "png:-"))
            return shown[-1] == shown[-2]

        within(3, still)
        (SCREENS / f"{name}.png").write_bytes(shown[-1])


def caption(task: str) -> str:
    return next(command.caption for command in COMMANDS if command.task == task)


def _place(document: Any, caption: str) -> tuple[float, float]:
    forms = document.Sheets.getByName("首页").DrawPage.Forms
    models = (
        form.getByIndex(n) for form in map(forms.getByIndex, range(forms.Count)) for n in range(form.Count)
    )
    model = next(each for each in models if each.Label == caption)
    shown = document.CurrentController.getControl(model).getAccessibleContext()
    corner, size = shown.getLocationOnScreen(), shown.getSize()
    return corner.X + size.Width / 2, corner.Y + size.Height / 2


def _cell_place(document: Any, address: str) -> tuple[float, float]:
    letters, row = ADDRESS.fullmatch(address.partition("!")[2]).groups()
    table = _table(document.CurrentController.Frame.ComponentWindow.getAccessibleContext())
    cell = table.getAccessibleCellAt(int(row) - 1, ord(letters) - ord("A")).getAccessibleContext()
    corner = cell.getLocationOnScreen()
    return corner.X + 12, corner.Y + cell.getSize().Height / 2


def _table(context: Any) -> Any:
    """Return the cells of the sheet in view among everything in a window, or None."""
    if hasattr(context, "getAccessibleCellAt"):
        return context
    children = (context.getAccessibleChild(n) for n in range(context.getAccessibleChildCount()))
    found = (_table(child.getAccessibleContext()) for child in children if child)
    return next(filter(None, found), None)


def _words(context: Any) -> list[str]:
    """Return the names of everything in a box, as people hear them who cannot see the screen."""
    children = (
        context.getAccessibleChild(n).getAccessibleContext() for n in range(context.getAccessibleChildCount())
    )
    return [context.getAccessibleName(), *(word for child in children for word in _words(child))]
