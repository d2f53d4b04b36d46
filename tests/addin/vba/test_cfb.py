"""Compound files are read by other programs, and their directory is in the order the format demands."""

from __future__ import annotations

import pytest

from addin.vba.cfb import compound_file
from tests.addin.vba.reading import FREE, directory, streams

RED = 0
LENGTHS = (0, 1, 63, 64, 65, 511, 512, 513, 4095, 4096, 4097, 70000)


def many(count: int) -> bytes:
    return compound_file({"VBA": {f"Sheet{number}": b"x" * number for number in range(count)}})


def siblings(lines: list[dict], number: int) -> list[str]:
    """Return the names under a line from left to right."""
    if number == FREE:
        return []
    line = lines[number]
    return [*siblings(lines, line["left"]), line["name"], *siblings(lines, line["right"])]


def black_height(lines: list[dict], number: int, under_red: bool = False) -> int:
    """Return how many black lines stand on every way down; fail where the ways differ or red meets red."""
    if number == FREE:
        return 0
    line = lines[number]
    red = line["colour"] == RED
    assert not (red and under_red)
    left = black_height(lines, line["left"], red)
    assert left == black_height(lines, line["right"], red)
    return left + (not red)


def test_every_stream_comes_back_as_it_was_given() -> None:
    given = {f"s{length}": bytes(number % 251 for number in range(length)) for length in LENGTHS}
    data = compound_file({"VBA": given, "PROJECT": b"text"})
    assert len(data) % 512 == 0
    assert streams(data) == {**{f"VBA/{name}": held for name, held in given.items()}, "PROJECT": b"text"}


@pytest.mark.parametrize("count", [*range(1, 20), 31, 32, 33, 65, 66, 100, 260])
def test_siblings_are_a_balanced_tree_ordered_by_length_then_letters(count: int) -> None:
    lines = directory(many(count))
    storage = next(line for line in lines if line["name"] == "VBA")
    names = [f"Sheet{number}" for number in range(count)]
    assert siblings(lines, storage["child"]) == sorted(names, key=lambda name: (len(name), name))
    assert lines[storage["child"]]["colour"] != RED
    assert black_height(lines, storage["child"]) >= 1


def test_small_and_capital_letters_are_one_in_the_order_of_siblings() -> None:
    lines = directory(compound_file({"b": b"", "A": b"", "C": b"", "aa": b""}))
    assert siblings(lines, lines[0]["child"]) == ["A", "b", "C", "aa"]


@pytest.mark.parametrize("count", [1, 100, 260])
def test_a_project_of_many_sheets_is_read_whole(count: int) -> None:
    assert len(streams(many(count))) == count


def test_more_than_the_simple_form_holds_is_refused() -> None:
    assert len(streams(compound_file({"large": bytes(6 << 20)}))["large"]) == 6 << 20
    with pytest.raises(ValueError):
        compound_file({"large": bytes(8 << 20)})
