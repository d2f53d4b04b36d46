"""What is packed comes back whole, and a disguise is one that Office reveals."""

from __future__ import annotations

import random
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as some

from addin.vba import xlwings_module
from addin.vba.ovba import compress, disguise
from tests.addin.vba.reading import decompressed, settings, theirs

LONG = xlwings_module.original().encode("ascii")
ID = "{9A1C9E2F-5D6B-5B0E-8F57-2C6F0B7A4D31}"
HELD = {"CMG": bytes(4), "DPB": b"\x00", "GC": b"\xff"}


def revealed(text: str) -> tuple[int, int, bytes]:
    """Undo the disguise: version, key and data."""
    seed, *rest = bytes.fromhex(text)
    plain, last = [], (rest[1] ^ seed)
    for number, byte in enumerate(rest[2:], 2):
        plain.append(byte ^ ((rest[number - 2] + last) & 0xFF))
        last = plain[-1]
    held = bytes(plain)[(seed & 6) // 2 :]
    length = struct.unpack("<I", held[:4])[0]
    return rest[0] ^ seed, rest[1] ^ seed, held[4 : 4 + length]


@pytest.mark.parametrize("length", [1, 2, 3, 7, 8, 9, 4095, 4096, 4097, 8192, 20000, len(LONG)])
def test_a_text_comes_back_whole(length: int) -> None:
    assert decompressed(compress(LONG[:length])) == LONG[:length]


def test_a_real_module_is_packed_to_less_than_half() -> None:
    assert len(compress(LONG)) < len(LONG) / 2


@given(some.text(alphabet="ab\r\n '", max_size=9000))
def test_any_text_comes_back_whole(text: str) -> None:
    assert not text or decompressed(compress(text.encode())) == text.encode()


def test_a_run_of_one_letter_comes_back_whole() -> None:
    assert decompressed(compress(b"x" * 10000)) == b"x" * 10000


def test_a_whole_chunk_that_cannot_be_packed_is_kept_raw() -> None:
    noise = random.Random(1).randbytes(4096)
    assert len(compress(noise)) == 4096 + 3
    assert decompressed(compress(noise)) == noise


def test_a_short_chunk_that_cannot_be_packed_is_refused_rather_than_filled_up() -> None:
    with pytest.raises(ValueError):
        compress(random.Random(1).randbytes(4090))


@pytest.mark.parametrize("name", HELD)
def test_a_disguise_is_revealed_like_those_of_other_projects(name: str) -> None:
    key = sum(ID.encode()) & 0xFF
    assert revealed(disguise(HELD[name], ID)) == (2, key, HELD[name])
    for workbook in ("quickstart.xlsm", "quickstart_standalone.xlsm"):
        found = settings(theirs(workbook))
        assert revealed(found[name]) == (2, sum(found["ID"].encode()) & 0xFF, HELD[name])
