"""The next 编号 in the way an office numbers its rows: XM-09 is followed by XM-10."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count

NUMBERED = re.compile(r"(.*?)(\d{1,9})")


def next_numbers(used: Iterable[str]) -> Iterator[str]:
    """Yield numbers nobody has used yet, in the way most of `used` are written; without a way none."""
    known = set(used)
    found = [match.groups() for match in map(NUMBERED.fullmatch, known) if match]
    if not found:
        return
    prefix, _ = Counter(prefix for prefix, _ in found).most_common(1)[0]
    digits = [number for each, number in found if each == prefix]
    width = min(map(len, digits))  # 09 beside 10 and 100 is two digits wide
    for number in count(max(map(int, digits)) + 1):
        yield f"{prefix}{number:0{width}}"
