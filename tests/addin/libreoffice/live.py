"""A LibreOffice of the tests' own: started with a fresh profile, reached over a pipe, ended for good."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from addin.libreoffice.office import Office, connect
from addin.libreoffice.running import every

PATIENCE = 90.0
MACRO = "vnd.sun.star.script:Standard.Probe.{}?language=Basic&location=document"


class Live:
    """One running LibreOffice; `folder` holds its profile, which may be prepared before."""

    def __init__(self, folder: Path, *words: str, environment: Mapping[str, str] | None = None) -> None:
        self.profile = folder / "profile"
        self.pipe = f"tests-{os.getpid()}-{abs(hash(folder))}"
        self.argument = f"-env:UserInstallation={self.profile.as_uri()}"
        start = f"--accept=pipe,name={self.pipe};urp;"
        command = ["soffice", self.argument, start, "--norestore", "--nologo", "--nodefault", *words]
        self.log = folder / "office.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command,
                env=environment or os.environ,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.office = self._reach()

    @property
    def pid(self) -> int:
        """Return the process that is LibreOffice itself, not its start program."""
        return next(each.pid for each in every() if each.profile == self.argument)

    def kill(self) -> None:
        """End it at once, as a crash would."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)

    def _reach(self) -> Office:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            office = connect(self.pipe)
            if office:
                return Office(office.uno, office.context, self.pid)
            time.sleep(0.1)
        self.kill()
        said = self.log.read_text(encoding="utf-8", errors="replace")
        raise TimeoutError(f"LibreOffice did not start: {self.process.returncode} {said}")


def add_macro(document: Any, code: str) -> None:
    """Give a document a Basic module."""
    libraries = document.BasicLibraries
    if not libraries.hasByName("Standard"):
        libraries.createLibrary("Standard")
    libraries.getByName("Standard").insertByName("Probe", code)


def run_macro(document: Any, name: str) -> Any:
    """Run a procedure of the Basic module and return what it gave."""
    return document.getScriptProvider().getScript(MACRO.format(name)).invoke((), (), ())[0]


def wait_for(condition: Any, seconds: float = PATIENCE) -> Any:
    """Return the first true result of `condition`, which is asked again and again; else fail."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("it did not come about in time")


def box(office: Office, title: str) -> Any:
    """Return the box with that title as people see it who cannot see the screen, or None.

    One that was answered stays among the windows for a while, unseen.
    """
    toolkit = office.create("com.sun.star.awt.Toolkit")
    windows = [toolkit.getTopWindow(number) for number in range(toolkit.getTopWindowCount())]
    contexts = [window.getAccessibleContext() for window in windows if window.isVisible()]
    return next((context for context in contexts if context.getAccessibleName() == title), None)


def press(office: Office, title: str, button: str) -> bool:
    """Press a button of the box with that title; tell whether there was one."""
    found = box(office, title)
    return found is not None and any(_pressed(child, button) for child in _children(found))


def _children(context: Any) -> list[Any]:
    count = context.getAccessibleChildCount()
    return [context.getAccessibleChild(number).getAccessibleContext() for number in range(count)]


def _pressed(context: Any, button: str) -> bool:
    if context.getAccessibleName() == button and hasattr(context, "doAccessibleAction"):
        context.doAccessibleAction(0)
        return True
    return any(_pressed(child, button) for child in _children(context))
