"""Compiling ahead what a click imports: a click that has to do it takes several times as long.

Whoever installs may write here; the person who clicks perhaps may not, and would compile at every click.
"""

from __future__ import annotations

import compileall
import sys
import sysconfig
from contextlib import suppress
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
FOLDERS = ("workbook", "addin", "scripts")
SILENT = 2


def compile_ahead(home: Path = HOME, prefix: Path | None = None, libraries: Path | None = None) -> None:
    """Compile our own modules wherever they changed, and the libraries once for each installation."""
    for folder in FOLDERS:
        compileall.compile_dir(home / folder, quiet=SILENT)
    prefix = prefix or Path(sys.prefix)
    stamp, mark = prefix / "compiled.txt", _installed(prefix)
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != mark:
        compileall.compile_dir(libraries or sysconfig.get_path("purelib"), quiet=SILENT)
        with suppress(OSError):  # an environment of somebody else: then it is looked through again
            stamp.write_text(mark, encoding="utf-8")


def _installed(prefix: Path) -> str:
    """Return what tells this installation of the libraries from another: its Python, and pip's orders."""
    marks = sorted(prefix.glob("installed-*.txt"))
    return "\n".join([sys.version, *(mark.read_text(encoding="ascii") for mark in marks)])
