"""What other people's readers find in a VBA project, and a plain reader of compound files."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Callable
from functools import cache
from importlib.metadata import distribution
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import olefile

from addin.vba.edition import macros
from tests.workbook.build.built import TABLES, parts, sample
from workbook.build import build, sheet_count

FREE = 0xFFFFFFFF
VML = "{urn:schemas-microsoft-com:vml}"
EXCEL = "{urn:schemas-microsoft-com:office:excel}"


def quietly(act: Callable[[], Any]) -> Any:
    """Run something of oletools, which uses names its own parser no longer likes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return act()


def decompressed(data: bytes) -> bytes:
    def act() -> bytes:
        from oletools.olevba import decompress_stream

        return bytes(decompress_stream(bytearray(data)))

    return quietly(act)


def texts(package: bytes) -> dict[str, str]:
    """Return what olevba finds in a workbook or a vbaProject.bin: the modules, without Attribute lines."""

    def act() -> dict[str, str]:
        from oletools.olevba import VBA_Parser

        found = VBA_Parser("book", data=package).extract_macros()
        return {stream.rpartition("/")[2]: text for _, stream, _, text in found}

    return {stream: _source(text) for stream, text in quietly(act).items()}


def _source(text: str) -> str:
    lines = text.splitlines()
    return "".join(line + "\n" for line in lines if not line.startswith("Attribute "))


def opened(data: bytes) -> olefile.OleFileIO:
    """Open a compound file so that anything doubtful is an error."""
    return olefile.OleFileIO(BytesIO(data), raise_defects=olefile.DEFECT_UNSURE)


def streams(data: bytes) -> dict[str, bytes]:
    with opened(data) as file:
        found = {"/".join(path): file.openstream(path).read() for path in file.listdir()}
        assert file.parsing_issues == []
        return found


def records(catalogue: bytes) -> list[tuple[int, bytes]]:
    """Return number and data of every record of the stream `dir`, unpacked."""
    found, at = [], 0
    while at < len(catalogue):
        number, size = struct.unpack_from("<HI", catalogue, at)
        size += 2 if number == 0x09 else 0  # the version says 4 and takes 6
        found.append((number, catalogue[at + 6 : at + 6 + size]))
        at += 6 + size
    assert at == len(catalogue)
    return found


def theirs(name: str) -> dict[str, bytes]:
    """Return the streams of the project in a workbook that the package xlwings brings."""
    path = Path(str(distribution("xlwings").locate_file(f"xlwings/{name}")))
    return streams(part(path.read_bytes(), "xl/vbaProject.bin"))


def part(package: bytes, name: str) -> bytes:
    return parts(package)[name]


def settings(project: dict[str, bytes]) -> dict[str, str]:
    """Return what the stream PROJECT says, by its key; of several lines of one key the last."""
    lines = project["PROJECT"].decode("ascii").split("\r\n")
    return {key: value.strip('"') for key, _, value in (line.partition("=") for line in lines)}


def directory(data: bytes) -> list[dict[str, Any]]:
    """Return the lines of the directory, read along its chain without olefile."""
    tables, first = struct.unpack_from("<2I", data, 44)
    listed = struct.unpack_from(f"<{tables}I", data, 76)
    table = b"".join(data[512 * (number + 1) : 512 * (number + 2)] for number in listed)
    lines, sector = b"", first
    while sector < 0xFFFFFFFA:
        lines += data[512 * (sector + 1) : 512 * (sector + 2)]
        sector = struct.unpack_from("<I", table, 4 * sector)[0]
    return [_line(lines[start : start + 128]) for start in range(0, len(lines), 128)]


def _line(raw: bytes) -> dict[str, Any]:
    name, length, kind, colour, left, right, child = struct.unpack_from("<64sH2B3I", raw)
    shown = name[: max(0, length - 2)].decode("utf-16-le")
    return {"name": shown, "kind": kind, "colour": colour, "left": left, "right": right, "child": child}


def buttons(package: bytes) -> list[ElementTree.Element]:
    """Return the drawings of the buttons in a workbook."""
    drawings = [data for name, data in parts(package).items() if name.endswith(".vml")]
    shapes = [shape for data in drawings for shape in ElementTree.fromstring(data).iter(f"{VML}shape")]
    return [shape for shape in shapes if shape.find(f"{EXCEL}ClientData").get("ObjectType") == "Button"]


@cache
def macro_package() -> bytes:
    """Return the sample year as a macro workbook."""
    made = BytesIO()
    build(sample(), TABLES, made, macros(sheet_count(sample(), TABLES)))
    return made.getvalue()
