"""A file → Book, whatever its ending says: what it is shows in its content."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from workbook.bulk import many_objects
from workbook.grid.model import Book
from workbook.grid.package import LARGEST_FILE, Package
from workbook.grid.refusals import (
    ENCRYPTED,
    FOLDER,
    LOCKED,
    MISSING,
    OWNER,
    TOO_LARGE,
    refusal,
    why_no_workbook,
)

_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def open_book(path: Path | str, sheets: Collection[str] = (), data: bytes | None = None) -> Book:
    """Read the workbook at `path`, never changing it; a file that cannot be read raises Trouble 2.

    With `sheets` the others are not looked into, where that saves time: guides, what people put beside.
    `data` is what stood in the file when it was read, where that was done before.
    """
    path = Path(path)
    package = Package(_bytes(path) if data is None else _not_too_large(data, path), path.name)
    with many_objects():
        book = _book(package, sheets)
    book.path = path
    return book


def _bytes(path: Path) -> bytes:
    if path.name.startswith("~$"):
        raise refusal(path.name, OWNER)
    if path.is_dir():
        raise refusal(path.name, FOLDER)
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise refusal(path.name, TOO_LARGE)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise refusal(path.name, MISSING) from error
    except OSError as error:
        raise refusal(path.name, LOCKED) from error


def _not_too_large(data: bytes, path: Path) -> bytes:
    if len(data) > LARGEST_FILE:
        raise refusal(path.name, TOO_LARGE)
    return data


def _book(package: Package, sheets: Collection[str]) -> Book:
    if "xl/workbook.xml" in package.names:
        from workbook.grid.xlsx import read_xlsx

        return read_xlsx(package, sheets)
    if "content.xml" in package.names and _is_ods(package):
        from workbook.grid.ods import read_ods

        return read_ods(package)
    raise refusal(package.name, why_no_workbook(package.names))


def _is_ods(package: Package) -> bool:
    """Tell whether an OpenDocument package is a spreadsheet; an encrypted one raises Trouble."""
    manifest = package.content("META-INF/manifest.xml")
    if b"encryption-data" in manifest:
        raise refusal(package.name, ENCRYPTED)
    return _ODS in (package.content("mimetype") or manifest)
