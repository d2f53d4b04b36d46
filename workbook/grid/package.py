"""A zip package, opened once, looked over before anything in it is unpacked, and unpacked within bounds."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

from workbook.grid.refusals import DAMAGED, ENCRYPTED, TOO_LARGE, refusal, why_no_package

LARGEST_FILE = 200 << 20
LARGEST_CONTENT = 400 << 20  # of all XML parts together, unpacked
MOST_PARTS = 10_000
SMALL_PART, HIGHEST_RATIO = 30 << 20, 200  # sheets shrink 10 to 60 times, bombs a thousand times
STEP, PIECE = 64 << 10, 1 << 20  # taken in, given out at once


class Package:
    """The parts of a package held in memory; `pieces` unpacks one of them bit by bit."""

    def __init__(self, data: bytes, name: str) -> None:
        self.data = data
        self.name = name
        self._parts = {info.filename: info for info in self._listed()}
        self.names = frozenset(self._parts)

    def _listed(self) -> list[zipfile.ZipInfo]:
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                listed = archive.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise refusal(self.name, why_no_package(self.data)) from error
        why = _why_not(listed)
        if why:
            raise refusal(self.name, why)
        return listed

    def pieces(self, part: str) -> Iterator[bytes]:
        """Yield the content of `part` in pieces; a part that unpacks to more than it says is refused."""
        info = self._parts.get(part)
        if info is None:
            raise refusal(self.name, DAMAGED)
        size = 0
        try:
            for piece in _inflate(self._packed(info), info.compress_type):
                size += len(piece)
                if size > info.file_size:
                    raise refusal(self.name, TOO_LARGE)
                yield piece
        except (zlib.error, struct.error) as error:
            raise refusal(self.name, DAMAGED) from error
        if size < info.file_size:
            raise refusal(self.name, DAMAGED)

    def _packed(self, info: zipfile.ZipInfo) -> memoryview:
        name, extra = struct.unpack_from("<HH", self.data, info.header_offset + 26)
        start = info.header_offset + 30 + name + extra
        return memoryview(self.data)[start : start + info.compress_size]

    def content(self, part: str) -> bytes:
        """Return a small `part` as it is, or nothing where there is none."""
        return b"".join(self.pieces(part)) if part in self.names else b""

    def tree(self, part: str) -> ElementTree.Element:
        """Return a small XML `part`; one that declares entities of its own is refused."""
        content = b"".join(self.pieces(part))
        if b"<!DOCTYPE" in content:
            raise refusal(self.name, DAMAGED)
        try:
            return ElementTree.fromstring(content)
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise refusal(self.name, DAMAGED) from error


def _inflate(packed: memoryview, method: int) -> Iterator[bytes]:
    if method == zipfile.ZIP_STORED:
        yield from (bytes(packed[at : at + PIECE]) for at in range(0, len(packed), PIECE))
        return
    machine = zlib.decompressobj(-zlib.MAX_WBITS)
    for at in range(0, len(packed), STEP):
        waiting = bytes(packed[at : at + STEP])
        while waiting and not machine.eof:
            yield machine.decompress(waiting, PIECE)
            waiting = machine.unconsumed_tail
    yield machine.flush()


def _why_not(listed: list[zipfile.ZipInfo]) -> str:
    """Tell by the directory alone why a package is not unpacked, or return an empty text."""
    if any(info.flag_bits & 1 for info in listed):
        return ENCRYPTED
    if len({info.filename for info in listed}) < len(listed):
        return DAMAGED
    read = [info for info in listed if info.filename.endswith((".xml", ".rels"))]
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in read):
        return DAMAGED
    return TOO_LARGE if _is_bomb(listed, read) else ""


def _is_bomb(listed: list[zipfile.ZipInfo], read: list[zipfile.ZipInfo]) -> bool:
    swollen = any(
        info.file_size > SMALL_PART and info.file_size > HIGHEST_RATIO * info.compress_size for info in read
    )
    return swollen or len(listed) > MOST_PARTS or sum(info.file_size for info in read) > LARGEST_CONTENT
