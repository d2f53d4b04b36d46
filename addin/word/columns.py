"""How a table fills the page: its size of type, the width of each column, which columns are centred."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from addin.summary import Sheet
from addin.word.wording import width

PADDING = 140  # twips: left and right inside a cell, as the style 附表 sets them, and its borders
WORD = 6  # characters: a name, a number, a date stand on one line
SHORT = 8  # a column whose texts are all this short, in characters, is centred


class Type(NamedTuple):
    """A size of type for a table: the width of a half-width character in twips and its three styles."""

    half: float
    head: str
    text: str
    centred: str


FIVE = Type(105, "CellHead", "CellText", "CellCentred")  # 五号
SMALL_FIVE = Type(90, "SmallHead", "SmallText", "SmallCentred")  # 小五


class Column(NamedTuple):
    """A column on paper: its title, its width in twips, the styles of its head and of its other cells."""

    title: str
    twips: int
    head: str
    style: str


def columns(sheet: Sheet, room: int) -> list[Column]:
    """Lay out the columns of `sheet` in `room` twips."""
    size = _type(sheet.widths, room)
    texts = [_longest(sheet, place) for place in range(len(sheet.titles))]
    # A head may stand on two lines, what is below it had better not.
    words = [max(text, _loose(title) / 2) for text, title in zip(texts, sheet.titles, strict=True)]
    widths = _widths(sheet.widths, [_twips(min(word, WORD), size) for word in words], room)
    return [
        _column(title, text, twips, size)
        for title, text, twips in zip(sheet.titles, texts, widths, strict=True)
    ]


def _column(title: str, text: float, twips: int, size: Type) -> Column:
    """Lay out a column whose longest line is `text` characters wide."""
    if _twips(_loose(title), size) > twips:
        middle = (len(title) + 1) // 2
        title = f"{title[:middle]}\n{title[middle:]}"
    centred = text <= SHORT and _twips(text, size) <= twips
    return Column(title, twips, size.head, size.centred if centred else size.text)


def _type(wishes: Sequence[float], room: int) -> Type:
    """Choose 五号 where the widths of the sheet fit the page in it, else 小五."""
    fits = sum(wishes) * FIVE.half + PADDING * len(wishes) <= room
    return FIVE if fits else SMALL_FIVE


def _longest(sheet: Sheet, place: int) -> float:
    """Return the width of the longest line in a column; lines beyond `SHORT` need no exact measure."""
    lines = (line for row in sheet.rows for line in row[place].split("\n"))
    return max((_loose(line[: 2 * SHORT + 1]) for line in lines), default=0.0)


def _loose(text: str) -> float:
    """Measure `text`, Latin letters and digits wider than half, as capitals and some stand-in faces are."""
    return width(text) * 0.6 + len(text) * 0.4


def _twips(characters: float, size: Type) -> int:
    return round(characters * 2 * size.half) + PADDING


def _widths(wishes: Sequence[float], floors: Sequence[float], room: int) -> list[int]:
    """Scale `wishes` to fill `room` exactly, no column below its floor while there is room for the floors."""
    spare = room - sum(floors)
    above = [max(room * wish / sum(wishes) - floor, 0.0) for wish, floor in zip(wishes, floors, strict=True)]
    if spare <= 0:
        spare, above, floors = room, list(floors), [0.0] * len(floors)
    ends = accumulate(floor + spare * part / sum(above) for floor, part in zip(floors, above, strict=True))
    return [right - left for left, right in pairwise([0, *map(round, ends)])]
