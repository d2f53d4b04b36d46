"""The application: LibreOffice in the place of Excel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import xlwings
from xlwings import base_classes

from addin.libreoffice.books import Books, is_spreadsheet
from addin.libreoffice.cells import Area
from addin.libreoffice.office import Office
from addin.libreoffice.ranges import Range

if TYPE_CHECKING:
    from addin.libreoffice.engine import Engine

TITLE = "党建台账"
MODERN = "16.0"  # below 15, xlwings takes the names of workbooks for text of an old Mac
BUTTONS = {"ok": 1, "ok_cancel": 2, "yes_no": 3, "yes_no_cancel": 4}  # com.sun.star.awt.MessageBoxButtons
ANSWERS = {0: "cancel", 1: "ok", 2: "yes", 3: "no"}
CELLS = "com.sun.star.sheet.SheetCellRange"
MACRO = "vnd.sun.star.script:VBAProject.{}?language=Basic&location=document"
FULL = 100  # of the progress bar beside the words in the status bar, which stays empty


class Apps(base_classes.Apps):
    """The one LibreOffice that is connected."""

    def __init__(self, app: App) -> None:
        self.app = app

    def keys(self) -> list[int]:
        """Return its process number."""
        return [self.app.pid]

    def __iter__(self) -> Iterator[App]:
        return iter([self.app])

    def __len__(self) -> int:
        return 1

    def __getitem__(self, pid: int) -> App:
        return {self.app.pid: self.app}[pid]

    @staticmethod
    def cleanup() -> None:
        """Do nothing: LibreOffice leaves no idle processes behind."""


class App(base_classes.App):
    """A connected LibreOffice."""

    version = MODERN
    visible = True
    display_alerts = True
    enable_events = True
    interactive = True
    cut_copy_mode = None
    hwnd = 0
    path = ""
    api: Any = None  # read-only above
    engine = None
    pid = 0

    def __init__(self, engine: Engine, office: Office) -> None:
        self.engine = engine
        self.office = office
        self.api = office.desktop
        self.pid = office.pid
        self._locked: list[Any] = []
        self._indicator: Any = None
        self._status: str | bool = False

    @property
    def books(self) -> Books:
        """Return the open books."""
        return Books(self)

    @property
    def selection(self) -> Range | None:
        """Return the selected cells of the book in front, if it is one range."""
        book = self.books.active
        chosen = book.api.CurrentSelection
        if chosen is None or not chosen.supportsService(CELLS):
            return None
        return book.sheets(chosen.RangeAddress.Sheet + 1).range(tuple(Area.of(chosen.RangeAddress)))

    @property
    def screen_updating(self) -> bool:
        """Get or set whether changes show at once."""
        return not self._locked

    @screen_updating.setter
    def screen_updating(self, value: bool) -> None:
        if not value and not self._locked:
            self._locked = [book.api for book in self.books]
            for document in self._locked:
                document.lockControllers()
                document.addActionLock()
        elif value:
            for document in self._locked:
                document.removeActionLock()
                document.unlockControllers()
            self._locked = []

    @property
    def status_bar(self) -> str | bool:
        """Get or set the words in the status bar; False gives it back."""
        return self._status

    @status_bar.setter
    def status_bar(self, value: str | bool) -> None:
        if self._indicator:
            self._indicator.end()
            self._indicator = None
        self._status = value or False
        if value:
            self._indicator = self._frame().createStatusIndicator()
            self._indicator.start(str(value), FULL)

    @property
    def calculation(self) -> str:
        """Get or set "automatic" or "manual" calculation of the book in front."""
        return "automatic" if self.books.active.api.isAutomaticCalculationEnabled() else "manual"

    @calculation.setter
    def calculation(self, value: str) -> None:
        self.books.active.api.enableAutomaticCalculation(value == "automatic")

    def calculate(self) -> None:
        """Calculate all open books."""
        for book in self.books:
            book.api.calculateAll()

    def activate(self, steal_focus: bool = False) -> None:
        """Bring LibreOffice to the front."""
        self._frame().ContainerWindow.toFront()

    def alert(self, prompt: str, title: str | None, buttons: str, mode: str | None, callback: object) -> str:
        """Show a box and wait; return the button pressed: ok, cancel, yes or no."""
        window = self._frame().ContainerWindow
        kind = self.office.enum("com.sun.star.awt.MessageBoxType", _kind(buttons, mode))
        box = window.Toolkit.createMessageBox(window, kind, BUTTONS[buttons], title or TITLE, prompt)
        return ANSWERS[box.execute()]

    def run(self, macro: str, given: list[Any]) -> Any:
        """Run a macro, called as Excel calls it: 'Book'!Module.Name; return what it gives.

        Of two books of one name it is the one that is given to it. A macro keeps its changes off the undo
        steps itself, one by one: LibreOffice forgets a lock around all of them, or with the screen locked.
        """
        name, _, procedure = macro.rpartition("!")
        books = [each for each in given if is_spreadsheet(each)]
        document = books[0] if books else self.books(name.strip("'").replace("''", "'")).api
        words = tuple(tuple(each) if isinstance(each, list) else each for each in given)
        return self._script(document, procedure).invoke(words, (), ())[0]

    def _script(self, document: Any, procedure: str) -> Any:
        try:
            return document.getScriptProvider().getScript(MACRO.format(procedure))
        except self.office.uno.getClass("com.sun.star.uno.Exception") as error:
            raise xlwings.NoSuchObjectError(f"no macro {procedure}") from error

    def _frame(self) -> Any:
        return self.books.active.api.CurrentController.Frame


def _kind(buttons: str, mode: str | None) -> str:
    if mode == "critical":
        return "ERRORBOX"
    return "INFOBOX" if buttons == "ok" else "QUERYBOX"  # an INFOBOX has no other button


def unfreeze(document: Any) -> None:
    """Let a document show its changes again which a click that was killed left locked."""
    document.resetActionLocks()
    while document.hasControllersLocked():
        document.unlockControllers()
