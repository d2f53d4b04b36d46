"""The page 还差什么 as plain data: its sections, and the lines that fit on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

MOST = 6  # lines every section may have
ROOM = 46  # lines of the page, of which a section may have more than that while others have fewer
NOTHING = "没有。"


class Item(NamedTuple):
    """A thing still to do: `what`, until `when`, who answers for it, and where it is kept."""

    what: str
    when: str = ""
    who: str = ""
    where: str = ""


class Section(NamedTuple):
    """The things of one kind, the most pressing first."""

    title: str
    items: tuple[Item, ...]


class Todo(NamedTuple):
    """The whole page: whose it is, up to which `day` also in words, and its sections."""

    title: str
    until: str
    sections: tuple[Section, ...]
    day: dt.date


def lines(page: Todo) -> Iterator[Item]:
    """Yield the lines of the page: its title, then titles of sections, their items, how many more."""
    yield Item(page.title)
    yield Item(page.until)
    for section, room in zip(page.sections, _rooms(page.sections), strict=True):
        yield Item(section.title)
        shown = section.items if len(section.items) <= room else section.items[: room - 1]
        yield from shown or (Item(NOTHING),)
        more = section.items[len(shown) :]
        if more:
            sheets = dict.fromkeys(item.where.partition(" ")[0] for item in more)
            yield Item(f"……还有 {len(more)} 项", where="、".join(filter(None, sheets)))


def _rooms(sections: tuple[Section, ...]) -> list[int]:
    """Return how many lines each section may have: its share, then what is left of the page."""
    wanted = [max(len(section.items), 1) for section in sections]
    left = ROOM - sum(1 + min(each, MOST) for each in wanted)
    rooms: list[int] = []
    for each in wanted:
        more = min(max(each - MOST, 0), max(left, 0))
        left -= more
        rooms.append(min(each, MOST) + more)
    return rooms
