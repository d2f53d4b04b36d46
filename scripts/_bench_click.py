"""A click on 生成总结 in a live LibreOffice, for the benchmark.

Run as a program, `click PID WORKBOOK` does what a click starts and answers its box at once, a third word
names another button; `modules PID WORKBOOK TARGET` writes the names of what such a click imports, and
`floor MODULES` imports just that.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))

from addin.lean import HEAVY, lean
from addin.libreoffice.install import has_office, has_uno
from addin.libreoffice.office import Office, connect, load_uno
from addin.libreoffice.running import PROFILE, every, look

PATIENCE = 120.0  # seconds until LibreOffice has opened the workbook
KNOWN = {
    "Book": ("app", "sheets", "names"),
    "Sheet": ("book", "range"),
    "Range": ("__call__", "row", "column", "shape", "coords", "address"),
}
GOES_WITH_IT = ("pandas", "numpy", "dateutil", "tzdata", "six")  # what pandas brings along


def can_click() -> bool:
    """Tell whether there is a LibreOffice that Python can talk to."""
    return sys.platform == "linux" and has_office() and has_uno()


@contextmanager
def office(workbook: Path, folder: Path) -> Iterator[int]:
    """Open `workbook` in a LibreOffice of its own that nobody sees; give the number of its process.

    As start.py does, `folder` is made a trusted one: elsewhere macros do not run.
    """
    from addin.libreoffice.trusted import trust  # with lxml, which a click does not load

    trust([workbook.parent], folder / "profile")
    argument, pipe = f"{PROFILE}{(folder / 'profile').as_uri()}", f"bench-{os.getpid()}"
    options = [argument, f"--accept=pipe,name={pipe};urp;", "--headless", "--norestore", "--nologo"]
    command = ["soffice", *options, "--calc", str(workbook)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True) as process:
        try:
            _wait_for(pipe, workbook)
            yield next(running.pid for running in every() if running.profile == argument)
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def _wait_for(pipe: str, workbook: Path) -> None:
    """Wait until the LibreOffice that listens at `pipe` has opened `workbook`."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        office = connect(pipe)
        if office and _is_open(office, workbook):
            return
        time.sleep(0.2)
    raise TimeoutError("LibreOffice did not open the workbook")


def _is_open(office: Office, workbook: Path) -> bool:
    component = office.desktop.getCurrentComponent()
    return component is not None and office.url(workbook) == component.URL


def without_pandas(folder: Path) -> str:
    """Make an environment that is this one without pandas and the like; return its Python."""
    venv.create(folder, with_pip=False, symlinks=True)
    ours, theirs = (next(Path(place).glob("lib/python3*/site-packages")) for place in (sys.prefix, folder))
    for entry in ours.iterdir():
        if not entry.name.lower().startswith((*GOES_WITH_IT, *(name.lower() for name in HEAVY))):
            (theirs / entry.name).symlink_to(entry)
    return str(folder / "bin" / "python")


class Clock:
    """The time from calling the spreadsheet to its answer, and how often it was called.

    Where a range lies, and to what it belongs, is known without a call.
    """

    def __init__(self) -> None:
        self.seconds = 0.0
        self.calls = 0
        self.waiting = False

    def watch(self, owner: Any, names: Iterable[str]) -> None:
        """Time what the functions and properties `names` of a class or module do."""
        for name in names:
            member, call = vars(owner)[name], name not in KNOWN.get(owner.__name__, ())
            if isinstance(member, property):
                timed: Any = property(self._timed(member.fget, call), self._timed(member.fset, call))
            else:
                timed = self._timed(member, call)
            setattr(owner, name, timed)

    def _timed(self, function: Callable[..., Any] | None, call: bool) -> Callable[..., Any] | None:
        if function is None:
            return None

        def run(*given: Any, **named: Any) -> Any:
            if self.waiting:  # within another call, whose time it is
                return function(*given, **named)
            self.waiting, begin = True, time.perf_counter()
            try:
                return function(*given, **named)
            finally:
                self.waiting = False
                self.seconds += time.perf_counter() - begin
                self.calls += call

        return run


def click(pid: str, workbook: str, task: str = "write") -> None:
    """Do what a click starts; print how much time the spreadsheet took of it, and how many calls it got.

    A person who would read the box and answer it takes no time.
    """
    from addin.libreoffice import launch

    with lean():
        from addin.libreoffice import apps, books, click, ranges, sheets
    clock = Clock()
    clock.watch(launch, ["reach"])
    clock.watch(click, ["find_book", "unfreeze"])
    for engine in (apps.App, books.Book, sheets.Sheets, sheets.Sheet, ranges.Range):
        clock.watch(engine, _asked(engine))
    for owner, name, answer in ((apps.App, "alert", "no"), (launch, "find", look(int(pid)))):
        setattr(owner, name, lambda *given, answer=answer: answer)
    code = launch.main({"task": task, "path": workbook, "wb": Path(workbook).name})
    print("spreadsheet", clock.seconds)
    print("calls", clock.calls)
    sys.stdout.flush()
    if code:
        os._exit(code)


def _asked(engine: type) -> list[str]:
    """Return the names of what xlwings asks of a class of the engine."""
    members = vars(engine).items()
    return [
        name
        for name, member in members
        if name == "__call__"
        or (not name.startswith("_") and (callable(member) or isinstance(member, property)))
    ]


def modules(pid: str, workbook: str, target: str) -> None:
    """Click once and write the names of all imported modules to `target`."""
    click(pid, workbook)
    names = [name for name, module in sys.modules.items() if getattr(module, "__spec__", None)]
    Path(target).write_text("\n".join(names), encoding="utf-8")


def floor(target: str) -> None:
    """Import what a click imports, named in the file `target`, and do nothing else."""
    from importlib import import_module

    load_uno()
    with lean():
        for name in Path(target).read_text(encoding="utf-8").split():
            if name not in sys.modules:
                import_module(name)


STEPS: dict[str, Callable[..., None]] = {"click": click, "modules": modules, "floor": floor}

if __name__ == "__main__":
    STEPS[sys.argv[1]](*sys.argv[2:])
    os._exit(0)  # as a click ends
