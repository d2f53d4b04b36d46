"""An example of each rule in words: a row it flags and one it leaves alone, as the tests try them."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("rules") / "examples.csv"


class Shown(NamedTuple):
    """A row that is `wrong` by a rule and one that is `right`, as 列名：内容."""

    wrong: str
    right: str


@cache
def examples() -> dict[str, Shown]:
    """Return the example of each rule by its code."""
    with FILE.open(encoding="utf-8", newline="") as file:
        _, *lines = csv.reader(file)
    return {code: Shown(wrong, right) for code, wrong, right in lines}
