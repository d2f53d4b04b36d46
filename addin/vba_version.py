"""Which version of xlwings the macros of a workbook carry: its Python package must be the same."""

from __future__ import annotations

import re
import struct
import zipfile
from pathlib import Path

PROJECT = "xl/vbaProject.bin"
BEGINNING = b"\x00Attribut"  # the first eight characters of every module stand uncompressed behind a zero
VERSION = re.compile(rb'XLWINGS_VERSION As String = "([^"]+)"')
CHUNK = 4096


def macro_version(workbook: Path) -> str | None:
    """Return the version in the macros of `workbook`: empty without macros, None where none is found."""
    try:
        with zipfile.ZipFile(workbook) as package:
            project = package.read(PROJECT) if PROJECT in package.namelist() else b""
    except (OSError, zipfile.BadZipFile):
        return None
    return version_in(project) if project else ""


def version_in(project: bytes) -> str | None:
    """Return the version in a vbaProject.bin, or None."""
    for found in re.finditer(re.escape(BEGINNING), project):
        version = VERSION.search(module(project, found.start() - 2))
        if version:
            return version[1].decode("ascii", "replace")
    return None


def module(project: bytes, start: int) -> bytes:
    """Return the text of the module whose first chunk begins at `start`, as far as it can be unpacked."""
    text = b""
    while start + 2 < len(project):
        (header,) = struct.unpack_from("<H", project, start)
        if header >> 12 != 0xB:  # no packed chunk any more
            break
        end = min(start + (header & 0xFFF) + 3, len(project))
        chunk = unpacked(project[start + 2 : end])
        text += chunk
        start = end
        if len(chunk) < CHUNK:
            break
    return text


def unpacked(packed: bytes) -> bytes:
    """Return a chunk unpacked (MS-OVBA 2.4.1): groups of eight tokens, bytes or copies."""
    text = bytearray()
    at = 0
    while at < len(packed):
        flags, at = packed[at], at + 1
        for bit in range(8):
            if flags >> bit & 1 and at + 1 < len(packed):
                (token,) = struct.unpack_from("<H", packed, at)
                at += 2
                _copy(text, token)
            elif at < len(packed):
                text.append(packed[at])
                at += 1
    return bytes(text)


def _copy(text: bytearray, token: int) -> None:
    bits = max(4, (len(text) - 1).bit_length())  # of the distance; the rest holds the length
    back = (token >> (16 - bits)) + 1
    for _ in range((token & (0xFFFF >> bits)) + 3):
        text.append(text[-back] if back <= len(text) else 0)
