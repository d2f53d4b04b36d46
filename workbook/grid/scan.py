"""One look through the XML of a sheet, for what the values alone do not tell.

Errors read as blanks there, and so do formulas nobody has computed. Rows may be hidden. And a stray
entry in the last row of a sheet would make a million blank rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from math import inf

from workbook.grid.model import UNCACHED, Place

MANY_ROWS = 10_000  # from here on the columns have to be counted

_TOKEN = re.compile(
    rb"<(?:\w+:)?(?:row\b(?P<row>[^>]*)|c\b(?P<cell>[^>]*?)(?:/>|>(?P<inside>.*?)</(?:\w+:)?c>))", re.DOTALL
)
_ADDRESS = re.compile(rb"""\br=["']([A-Z]*)(\d+)["']""")
_HIDDEN = re.compile(rb"""\bhidden=["'](?:1|true)["']""")
_HIDDEN_ROW = re.compile(rb'<row r="(\d+)"[^>]*?\bhidden="(?:1|true)"')
_ERROR = re.compile(rb"""\bt=["']e["']""")
_STRING = re.compile(rb"""\bt=["']str["']""")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?(?:/>|>([^<]*)<)")
_FILLED = re.compile(rb"<(?:\w+:)?(?:v|is)[\s>]")


@dataclass
class Scan:
    """What was found on one sheet; `reach` is how many cells there may be, blank ones in between included."""

    faults: dict[Place, str] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    last: int = 0
    reach: float = 0


def scan(pieces: Iterable[bytes]) -> Scan:
    """Look through the XML of a sheet, given in pieces."""
    found = Scan()
    place = (0, 0)
    for rows in _whole_rows(pieces):
        last = _last_row(rows)
        found.last = max(found.last, last)
        odd = _reach(found, rows, last)
        if odd or (last and (b't="e"' in rows or b"<f" in rows)):
            place = _look(rows, place, found)
        elif b'hidden="' in rows:
            found.hidden.update(int(row[1]) for row in _HIDDEN_ROW.finditer(rows))
    return found


def _reach(found: Scan, rows: bytes, last: int) -> bool:
    """Widen the reach of a sheet by some of its `rows`; tell whether they are written in an odd way."""
    letters = 2 if last < MANY_ROWS else max(map(len, _row_ends(rows)), default=1)
    odd = (_odd_cell(letters, len(str(last))) if last else _TOKEN).search(rows) is not None
    found.reach = inf if odd else max(found.reach, 10 ** len(str(last)) * 26**letters)
    return odd


def far_corner(pieces: Iterable[bytes]) -> Place:
    """Return the last row and the last column that hold anything but formats, looking at every cell."""
    row, column = 0, 0
    place = (0, 0)
    for rows in _whole_rows(pieces):
        for token in _TOKEN.finditer(rows):
            place = _moved(place, token)
            if token["inside"] is not None and _FILLED.search(token["inside"]):
                row, column = max(row, place[0]), max(column, place[1])
    return row, column


def _whole_rows(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the XML cut behind the ends of rows."""
    rest = b""
    for piece in pieces:
        rest += piece
        cut = max(rest.rfind(b"</row>"), rest.rfind(b":row>"))
        if cut >= 0:
            cut = rest.index(b">", cut) + 1
            yield rest[:cut]
            rest = rest[cut:]
    yield rest


def _last_row(rows: bytes) -> int:
    """Return the number of the last row in `rows`, or 0 where rows are not written the usual way."""
    start = rows.rfind(b'<row r="')
    found = _ADDRESS.search(rows, start) if start >= 0 else None
    return int(found[2]) if found else 0


def _row_ends(rows: bytes) -> set[bytes]:
    """Return the column letters of the cells that end a row."""
    letters = set()
    end = rows.find(b"</row>")
    while end >= 0:
        start = rows.rfind(b'<c r="', 0, end) + 6
        letters.add(rows[start : start + 3].rstrip(b'0123456789"'))
        end = rows.find(b"</row>", end + 6)
    return {each for each in letters if each.isalpha()}


@cache
def _odd_cell(letters: int, digits: int) -> re.Pattern[bytes]:
    """Return what finds a cell without an address, or with a longer one than it should have."""
    return re.compile(rb'<c(?: (?!r="[A-Z]{1,%d}\d{1,%d}")|>)' % (letters, digits))


def _look(rows: bytes, place: Place, found: Scan) -> Place:
    """Record faults and hidden rows; return where the last cell stands."""
    for token in _TOKEN.finditer(rows):
        place = _moved(place, token)
        if token["row"] is not None:
            found.hidden.update((place[0],) if _HIDDEN.search(token["row"]) else ())
        elif fault := _fault(token["cell"], token["inside"] or b""):
            found.faults[place] = fault
    return place


def _moved(place: Place, token: re.Match[bytes]) -> Place:
    """Return where a row or a cell stands; one without an address follows the one before it."""
    found = _ADDRESS.search(token["cell"] if token["row"] is None else token["row"])
    if token["row"] is not None:
        return (int(found[2]) if found else place[0] + 1), 0
    return (int(found[2]), _column(found[1])) if found else (place[0], place[1] + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _fault(attributes: bytes, inside: bytes) -> str:
    value = _VALUE.search(inside)
    if _ERROR.search(attributes):
        return (value[1] or b"").decode("utf-8", "replace") if value else "错误值"
    if not _FORMULA.search(inside) or (value and (value[1] or _STRING.search(attributes))):
        return ""
    return UNCACHED
