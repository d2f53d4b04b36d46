"""Write a compound file: storages and streams in one file (MS-CFB version 3)."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

SECTOR, SMALL_SECTOR, SMALL_STREAM = 512, 64, 4096
ENTRY = 128
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
NOTHING, STORAGE, STREAM, ROOT = 0, 1, 2, 5
RED, BLACK = 0, 1
MOST_TABLES = 109  # more would need sectors that list the sectors of the table

Tree = Mapping[str, "bytes | Tree"]


@dataclass
class Entry:
    """A line of the directory; left, right and child are numbers of other lines."""

    name: str = ""
    kind: int = NOTHING
    data: bytes = b""
    left: int = FREE
    right: int = FREE
    child: int = FREE
    colour: int = RED
    start: int = 0
    size: int = 0


class Store:
    """Sectors of one size, and the table that chains them."""

    def __init__(self, sector: int, reserved: int = 0) -> None:
        self.sector = sector
        self.content = b""
        self.table = [TABLE] * reserved

    def add(self, data: bytes) -> int:
        """Store `data` and return its first sector."""
        if not data:
            return END
        start, count = len(self.table), -(-len(data) // self.sector)
        self.table += [*range(start + 1, start + count), END]
        self.content += data.ljust(count * self.sector, b"\0")
        return start


def compound_file(tree: Tree) -> bytes:
    """Return the file that holds `tree`: names to streams (bytes) or storages (mappings)."""
    entries = [Entry("Root Entry", ROOT, colour=BLACK)]
    _enter(entries, 0, tree)
    small = _small_streams(entries)
    while len(entries) * ENTRY % SECTOR:
        entries.append(Entry())
    chains = struct.pack(f"<{len(small.table)}I", *small.table)
    chains = chains.ljust(-(-len(chains) // SECTOR) * SECTOR, b"\xff")
    return _laid_out(entries, chains, small.content)


def _enter(entries: list[Entry], parent: int, tree: Tree) -> None:
    """Append the lines of `tree` and hang them under the line `parent`."""
    numbers = []
    for name, held in tree.items():
        number = len(entries)
        numbers.append(number)
        if isinstance(held, bytes):
            entries.append(Entry(name, STREAM, held, size=len(held)))
        else:
            entries.append(Entry(name, STORAGE))
            _enter(entries, number, held)
    numbers.sort(key=lambda number: order(entries[number].name))
    full = (len(numbers) + 1).bit_length() - 1  # levels without a gap
    entries[parent].child = _balanced(entries, numbers, full)


def order(name: str) -> tuple[int, bytes]:
    """Return what siblings are sorted by: the length first, then the letters as capitals."""
    letters = name.upper().encode("utf-16-be")
    return len(letters), letters


def _balanced(entries: list[Entry], numbers: Sequence[int], black: int) -> int:
    """Link sorted siblings into a tree: `black` levels of black lines, the gapped last one red."""
    if not numbers:
        return FREE
    middle = len(numbers) // 2
    entry = entries[numbers[middle]]
    entry.left = _balanced(entries, numbers[:middle], black - 1)
    entry.right = _balanced(entries, numbers[middle + 1 :], black - 1)
    entry.colour = BLACK if black > 0 else RED
    return numbers[middle]


def _small_streams(entries: Sequence[Entry]) -> Store:
    """Store the streams too short for sectors of their own."""
    small = Store(SMALL_SECTOR)
    for entry in entries:
        if entry.kind == STREAM and entry.size < SMALL_STREAM:
            entry.start = small.add(entry.data)
    return small


def _laid_out(entries: list[Entry], chains: bytes, small: bytes) -> bytes:
    """Return header, table, directory and streams in this order."""
    large = [entry for entry in entries if entry.kind == STREAM and entry.size >= SMALL_STREAM]
    directory = bytes(len(entries) * ENTRY)  # written once it is known where everything starts
    lengths = [len(directory), len(chains), len(small), *(entry.size for entry in large)]
    store = Store(SECTOR, _tables(sum(-(-length // SECTOR) for length in lengths)))
    tables = len(store.table)
    places = (tables, store.add(directory), 0, SMALL_STREAM, store.add(chains), len(chains) // SECTOR)
    entries[0].start, entries[0].size = store.add(small), len(small)
    for entry in large:
        entry.start = store.add(entry.data)
    table = store.table + [FREE] * (tables * SECTOR // 4 - len(store.table))
    content = b"".join(_directory(entries)) + store.content[len(directory) :]
    return _header(tables, places) + struct.pack(f"<{len(table)}I", *table) + content


def _tables(sectors: int) -> int:
    """Return how many sectors the table takes that chains itself and `sectors` others."""
    tables = 1
    while tables * SECTOR // 4 < sectors + tables:
        tables += 1
    if tables > MOST_TABLES:
        raise ValueError("the project is too large for this simple form of the file")
    return tables


def _header(tables: int, places: Sequence[int]) -> bytes:
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    form = struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)  # versions, byte order, sizes as powers of two
    listed = [number if number < tables else FREE for number in range(MOST_TABLES)]
    return start + form + struct.pack(f"<{9 + MOST_TABLES}I", 0, *places, END, 0, *listed)


def _directory(entries: Sequence[Entry]) -> Iterator[bytes]:
    for entry in entries:
        name = entry.name.encode("utf-16-le")
        length = len(name) + 2 if entry.kind else 0
        links = (entry.kind, entry.colour, entry.left, entry.right, entry.child)
        yield struct.pack("<64sH2B3I36xIQ", name, length, *links, entry.start, entry.size)
