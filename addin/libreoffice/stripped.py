"""A macro workbook that lost its buttons when LibreOffice saved it: how it is known, how they come back.

Nothing but the standard library is loaded: every run may ask this.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count, takewhile
from pathlib import Path
from zipfile import BadZipFile, ZipFile

WITH_MACROS = ".xlsm"
WORKBOOK, PROJECT = "xl/workbook.xml", "xl/vbaProject.bin"
BUILD = "py -3 scripts\\build_workbook.py" if os.name == "nt" else "python3 scripts/build_workbook.py"
LOST = "LibreOffice 保存这本 .xlsm 时丢掉了按钮，填的内容都在"


def needs_repair(path: Path) -> bool:
    """Tell whether the file at `path` is a macro workbook without code names."""
    if path.suffix.lower() != WITH_MACROS:
        return False
    try:
        with ZipFile(path) as file:
            has_macros = PROJECT in file.namelist()
            return has_macros and b" codeName=" not in file.read(WORKBOOK)
    except (OSError, BadZipFile, KeyError):
        return False


def copies(path: Path) -> Iterator[Path]:
    """Yield the names of copies with buttons beside `path`: 名（已修复）, 名（已修复）（2） … without end."""
    stem = f"{path.stem}（已修复）"
    yield path.with_name(f"{stem}{path.suffix}")
    yield from (path.with_name(f"{stem}（{number}）{path.suffix}") for number in count(2))


def repaired_since(path: Path) -> Path | None:
    """Return the copy with buttons that was saved last, if that was after `path`."""
    there = takewhile(Path.exists, copies(path))
    latest = max(there, key=_saved, default=None)
    return latest if latest and _saved(latest) >= _saved(path) else None


def rebuilding(path: Path) -> str:
    """Return the command that takes `path` over into a workbook that keeps its buttons here."""
    from addin.libreoffice.install import has_office

    stays = has_office() and os.name != "nt"
    target = path.with_suffix(".ods") if stays else path.with_name(f"{path.stem}（新）{WITH_MACROS}")
    return f'{BUILD} --from "{path}" -o "{target}"'


def way_back(path: Path) -> str:
    """Return the one thing to do for a workbook that needs repair."""
    copy = repaired_since(path)
    if copy is None:
        return f"在程序文件夹里运行 {rebuilding(path)} ，以后用新的这一本"
    return way_back(copy) if needs_repair(copy) else f"改用旁边按钮完好的“{copy.name}”，把这一本移到别处"


def what_was_lost(path: Path) -> str:
    """Return a sentence about buttons that LibreOffice dropped, with the way back, or an empty text."""
    return f"{LOST}。要找回按钮：{way_back(path)}。" if needs_repair(path) else ""


def _saved(path: Path) -> float:
    return path.stat().st_mtime
