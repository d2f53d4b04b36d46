"""The log of the program's own faults: where it failed, never what it was working on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

LOG = "出错记录.txt"


def record_fault(error: BaseException, home: Path) -> Path:
    """Append what failed to the log in `home`, or in the machine's folder for such things; return the log.

    Values stay out: an error's message and a frame's variables may hold what stands in a row.
    """
    import tempfile  # what only a fault needs

    text = "\n".join([datetime.now().isoformat(" ", "seconds"), *_lines(error, home), "", ""])
    for folder in (home, Path(tempfile.gettempdir())):
        try:
            with (folder / LOG).open("a", encoding="utf-8") as log:
                log.write(text)
        except OSError:
            continue
        return folder / LOG
    return home / LOG


def _lines(error: BaseException, home: Path) -> Iterator[str]:
    """Yield the kinds of the errors, the first cause first, each with its places in the code."""
    import traceback

    if cause := error.__cause__ or error.__context__:
        yield from _lines(cause, home)
    yield f"{type(error).__module__}.{type(error).__qualname__}"
    for frame in traceback.extract_tb(error.__traceback__, limit=-20):
        yield f"  {_short(frame.filename, home)}:{frame.lineno} {frame.name}"


def _short(name: str, home: Path) -> str:
    """Return a file's path inside the program, else its last two parts: no folder of a person."""
    path = Path(name)
    return str(path.relative_to(home)) if path.is_relative_to(home) else "/".join(path.parts[-2:])
