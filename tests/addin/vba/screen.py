"""A desktop nobody sees: a screen, a window manager, LibreOffice on it, and a mouse."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

SIZE = (1400, 1000)
START, CLICK = 90.0, 8.0  # seconds to wait at most
TRUSTED = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="SecureURL" oor:op="fuse"><value><it>{place}</it></value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc">
<prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True)
class Picture:
    """What stands on the screen: rows of dots, three bytes a dot."""

    width: int
    height: int
    dots: bytes

    def row(self, number: int) -> bytes:
        return self.dots[number * self.width * 3 : (number + 1) * self.width * 3]


@dataclass(frozen=True)
class Desktop:
    """A running desktop; `environment` is what programs on it need."""

    environment: dict[str, str]

    def call(self, *command: str) -> bytes:
        done = subprocess.run(command, env=self.environment, capture_output=True, check=False, timeout=60)
        return done.stdout

    def picture(self) -> Picture:
        data = self.call("import", "-window", "root", "-depth", "8", "ppm:-")
        _, size, _, dots = data.split(b"\n", 3)
        width, height = map(int, size.split())
        return Picture(width, height, dots)

    def click(self, x: float, y: float) -> None:
        self.call("xdotool", "mousemove", str(round(x)), str(round(y)), "click", "1")

    def windows(self, title: str) -> list[str]:
        """Return the windows in sight whose title is `title`."""
        return self.call("xdotool", "search", "--onlyvisible", "--name", f"^{title}$").decode().split()

    def press(self, window: str, key: str) -> None:
        self.call("xdotool", "windowactivate", "--sync", window, "key", key)


def within(seconds: float, look: Callable[[], object]) -> object:
    """Return what `look` gives as soon as it gives something, or its last answer when time is over."""
    end = time.monotonic() + seconds
    while not (found := look()) and time.monotonic() < end:
        time.sleep(0.2)
    return found


@contextmanager
def desktop(folder: Path, programs: Path) -> Iterator[Desktop]:
    """Give a desktop whose programs are first looked for in `programs`; it is gone afterwards."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    environment = {**kept, "HOME": str(folder), "LC_ALL": "C.UTF-8", "PATH": path}
    (folder / ".fluxbox").mkdir()
    (folder / ".fluxbox" / "overlay").write_text("background: none\n", encoding="ascii")  # or a box complains
    with ExitStack() as stack:
        environment["DISPLAY"] = stack.enter_context(_screen(environment))
        stack.enter_context(_running(["fluxbox"], environment))
        yield Desktop(environment)


@contextmanager
def _screen(environment: dict[str, str]) -> Iterator[str]:
    reading, writing = os.pipe()
    form = f"{SIZE[0]}x{SIZE[1]}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp", "-screen", "0", form]
    with _running(command, environment, writing), os.fdopen(reading) as told:
        os.close(writing)
        yield f":{told.readline().strip()}"


@contextmanager
def office(on: Desktop, workbook: Path, profile: Path) -> Iterator[None]:
    """Open `workbook` in LibreOffice; macros of its folder are trusted, as the set-up has it."""
    (profile / "user").mkdir(parents=True)
    settings = TRUSTED.format(place=workbook.parent.as_uri())
    (profile / "user" / "registrymodifications.xcu").write_text(settings, encoding="utf-8")
    options = [f"-env:UserInstallation={profile.as_uri()}", "--nologo", "--norestore", "--nofirststartwizard"]
    with _running(["soffice", *options, "--calc", str(workbook)], on.environment):
        yield


@contextmanager
def _running(command: list[str], environment: dict[str, str], handed: int | None = None) -> Iterator[None]:
    """Run a program with its children, and end them all."""
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        pass_fds=() if handed is None else (handed,),
    ) as process:
        try:
            yield
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    for signal in (15, 9):
        try:
            os.killpg(process.pid, signal)
            process.wait(10)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue
