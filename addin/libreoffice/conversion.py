"""A workbook in another form: opened and saved by a LibreOffice of our own, which nobody sees.

LibreOffice keeps frozen panes only of a document that has a window, and a document opened over its
bridge has one even where no screen is; the converter on its command line opens none.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from addin.libreoffice.books import FILTERS
from addin.libreoffice.office import Office, connect, load_uno
from workbook.trouble import UNAVAILABLE, Trouble

PATIENCE = 90.0  # seconds; the first start on a slow machine takes some
ABSENT = (
    "转换成 .ods 或从 .ods 转来，要用 LibreOffice；这台电脑上没有找到它，或缺它的 Python 部件（uno）。"
    "请装好再试（Debian、Ubuntu 运行 sudo apt install libreoffice-calc python3-uno），或者改用 .xlsm。"
)
STUCK = "LibreOffice 没能转换这本工作簿。请确认用 LibreOffice 能打开它、磁盘没有满，再试一次。"


def convert(source: Path, target: Path) -> None:
    """Write the workbook `source` to `target` in the form its name ends in; macros are kept, none is run."""
    program = _program()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        given = Path(shutil.copy(source, folder))  # opened where it lies, it would be locked
        with _office(program, Path(folder)) as office:
            try:
                _save_as(office, given, target)
            except office.uno.getClass("com.sun.star.uno.Exception") as error:
                raise Trouble(UNAVAILABLE, STUCK) from error


def _program() -> str:
    """Return LibreOffice's start program; where it or its Python library is missing, raise Trouble."""
    program = shutil.which("soffice")
    try:
        load_uno()
    except Trouble:
        program = None
    if program is None:
        raise Trouble(UNAVAILABLE, ABSENT)
    return program


def _save_as(office: Office, source: Path, target: Path) -> None:
    document = office.desktop.loadComponentFromURL(office.url(source), "_blank", 0, ())
    if document is None:
        raise Trouble(UNAVAILABLE, STUCK)
    form = target.suffix.lower()
    if form == ".ods":
        _make_at_home(document)
    document.storeToURL(office.url(target), office.arguments(FilterName=FILTERS[form]))
    document.close(True)


def _make_at_home(document: Any) -> None:
    """Change what came from Excel and would look odd in LibreOffice's own form.

    There the looks of conditional formats inherit from the default style: what it says of letters and
    alignment would win over the cells' own. And page breaks would run as broken lines across every sheet.
    """
    styles = document.StyleFamilies.getByName("CellStyles")
    styles.getByName("Default").setAllPropertiesToDefault()
    document.CurrentController.ShowPageBreaks = False


@contextmanager
def _office(program: str, folder: Path) -> Iterator[Office]:
    """Give a LibreOffice with a fresh profile in `folder`; it is gone afterwards, whatever happens."""
    pipe = f"dangjian-taizhang-{os.getpid()}-{folder.name}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, f"--accept=pipe,name={pipe};urp;", "--headless", "--norestore", "--nologo"]
    with _started([*command, "--nodefault"]) as process:
        try:
            yield _reached(pipe, process)
        finally:
            _end(process)


def _started(command: list[str]) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    try:
        return subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError as error:
        raise Trouble(UNAVAILABLE, STUCK) from error


def _reached(pipe: str, process: subprocess.Popen[bytes]) -> Office:
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        office = connect(pipe)
        if office:
            return office
        time.sleep(0.1)
    raise Trouble(UNAVAILABLE, STUCK)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the start program and LibreOffice itself, which is its child."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
