"""How Office packs VBA: compression of module texts and the disguise of three settings (MS-OVBA 2.4)."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

CHUNK = 4096
SHORTEST = 3  # bytes a copy stands for at least
PACKED, RAW = 0xB000, 0x3000
VERSION = 2
SEED = 0x8D  # any byte will do; a fixed one gives equal files


def compress(data: bytes) -> bytes:
    """Return `data` as a compressed container."""
    chunks = (data[start : start + CHUNK] for start in range(0, len(data), CHUNK))
    return b"\x01" + b"".join(_chunk(chunk) for chunk in chunks)


def _chunk(raw: bytes) -> bytes:
    tokens = list(_tokens(raw))
    packed = b"".join(_group(tokens[start : start + 8]) for start in range(0, len(tokens), 8))
    if len(packed) <= CHUNK:
        return struct.pack("<H", PACKED | (len(packed) - 1)) + packed
    if len(raw) < CHUNK:
        raise ValueError("the last chunk cannot be packed and would be filled up with zeros")
    return struct.pack("<H", RAW | (CHUNK - 1)) + raw


def _group(tokens: Sequence[bytes]) -> bytes:
    """Return up to eight tokens behind the byte that says which of them are copies."""
    flags = sum(1 << place for place, token in enumerate(tokens) if len(token) == 2)
    return bytes([flags]) + b"".join(tokens)


def _tokens(raw: bytes) -> Iterator[bytes]:
    """Yield one byte for itself, or two for a copy of what stands before."""
    seen: dict[bytes, list[int]] = {}
    at = 0
    while at < len(raw):
        bits = max(4, (at - 1).bit_length())  # of the distance; the rest holds the length
        most = min((0xFFFF >> bits) + SHORTEST, len(raw) - at)
        length, back = _longest(raw, at, seen.get(raw[at : at + SHORTEST], ()), most)
        if length:
            yield struct.pack("<H", (back - 1) << (16 - bits) | (length - SHORTEST))
        else:
            yield raw[at : at + 1]
        for passed in range(at, at + (length or 1)):
            seen.setdefault(raw[passed : passed + SHORTEST], []).append(passed)
        at += length or 1


def _longest(raw: bytes, at: int, starts: Sequence[int], most: int) -> tuple[int, int]:
    """Return length and distance of the longest earlier text equal to the one `at`; 0 where there is none."""
    best = (0, 0)
    for start in reversed(starts):
        length = 0
        while length < most and raw[start + length] == raw[at + length]:
            length += 1
        if length >= SHORTEST and length > best[0]:
            best = (length, at - start)
        if length == most:
            break
    return best


def disguise(data: bytes, project_id: str) -> str:
    """Return `data` as PROJECT holds its protection settings, in hexadecimal; they fit one project only."""
    key = sum(project_id.encode("ascii")) & 0xFF
    made = [SEED, SEED ^ VERSION, SEED ^ key]
    last = key
    for byte in bytes((SEED & 6) // 2) + struct.pack("<I", len(data)) + data:
        made.append(byte ^ ((made[-2] + last) & 0xFF))
        last = byte
    return bytes(made).hex().upper()
