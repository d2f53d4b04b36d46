"""The attachment tables of an edited 送审稿 against the lists as the ledgers have them now."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from addin.attachments import NUMBER_TITLE
from addin.changes import Change
from addin.summary import Attachment, Sheet

Line = tuple[str, ...]
Table = Sequence[Line]

ROW, TABLE = "（整行）", "（整张表）"
THERE, NOT_THERE = "有", "没有"
NO_TABLE = "文稿里没有找到这张表，没有核对；有意删去的，不用处理"
NO_COLUMN = "文稿的表里没有找到这一栏，没有核对；有意删去或改了栏名的，不用处理"
NO_ROW = "文稿的表里没有这一行；有意删去的，不用处理"
NEW_ROW = "台账现在的清单里没有这一行，请核对；自己加的，不用处理"
NEW_TABLE = "台账现在没有对应的附件，请核对；自己加的表，不用处理"
HIGH = 3  # rows among which the head of a table is looked for: a person may put a title above it


class _Pair(NamedTuple):
    """A list and its table: the columns both have, and the lines of both in these columns."""

    attachment: Attachment
    place: str
    titles: Line
    there: list[Line]
    now: list[Line]


def table_changes(tables: Iterable[Table], attachments: Sequence[Attachment]) -> tuple[Change, ...]:
    """Return what differs between the `tables` of a document and `attachments`, list by list."""
    given = [table for table in tables if table]
    taken = _taken(given, attachments)
    found: list[Change] = []
    for place, attachment in enumerate(attachments):
        where = _where(attachment, len(attachments))
        if place in taken:
            found += _compared(_pair(given[taken[place]], attachment, where))
        else:
            found.append(Change(TABLE, where, NOT_THERE, THERE, note=NO_TABLE))
    left = (table for place, table in enumerate(given) if place not in taken.values())
    return (*found, *(_unknown(table) for table in left if _plain(table[0][0]) == NUMBER_TITLE))


def _where(attachment: Attachment, among: int) -> str:
    number = str(attachment.number) if among > 1 else ""
    return f"附件{number}“{_plain(attachment.title)}”"


def _unknown(table: Table) -> Change:
    return Change(TABLE, f"表“{'、'.join(map(_plain, table[0]))}”", THERE, NOT_THERE, note=NEW_TABLE)


def _plain(text: str) -> str:
    """Return `text` without what no reader sees: spaces, breaks, signs that Word cannot hold."""
    return "".join(filter(str.isprintable, text)).replace(" ", "")


def _taken(tables: Sequence[Table], attachments: Sequence[Attachment]) -> dict[int, int]:
    """Pair lists with tables that have their head, those first that have most rows in common."""
    scored = sorted(
        (-_likeness(table, attachment.sheet), place, other)
        for place, attachment in enumerate(attachments)
        for other, table in enumerate(tables)
        if _head(table, attachment.sheet.titles) is not None
    )
    taken: dict[int, int] = {}
    for _, place, other in scored:
        if place not in taken and other not in taken.values():
            taken[place] = other
    return taken


def _likeness(table: Table, sheet: Sheet) -> int:
    names = {_plain(row[_naming(sheet.titles)]) for row in sheet.rows}
    return sum(any(_plain(cell) in names for cell in line) for line in table)


def _naming(titles: Sequence[str]) -> int:
    """Return the place of the column that names a row: the first that is not 序号."""
    return next((place for place, title in enumerate(titles) if title != NUMBER_TITLE), 0)


def _head(table: Table, titles: Line) -> int | None:
    """Return the line of `table` that holds the naming title and half of all `titles`, or None."""
    meant = set(map(_plain, titles))
    for place, line in enumerate(table[:HIGH]):
        found = meant & set(map(_plain, line))
        if _plain(titles[_naming(titles)]) in found and 2 * len(found) >= len(meant):
            return place
    return None


def _pair(table: Table, attachment: Attachment, where: str) -> _Pair:
    """Bring both into the columns they share; a head that is repeated below is no line."""
    sheet = attachment.sheet
    at = _head(table, sheet.titles) or 0
    head = list(map(_plain, table[at]))
    places = {title: head.index(_plain(title)) for title in sheet.titles if _plain(title) in head}
    own = [place for place, title in enumerate(sheet.titles) if title in places]
    lines = (line for line in table[at + 1 :] if list(map(_plain, line)) != head)
    there = [tuple(_cell(line, place) for place in places.values()) for line in lines]
    return _Pair(attachment, where, tuple(places), there, [tuple(row[n] for n in own) for row in sheet.rows])


def _cell(line: Line, place: int) -> str:
    return line[place] if place < len(line) else ""


def _compared(pair: _Pair) -> Iterator[Change]:
    """Yield columns and lines that only one of the two has, and the cells that differ."""
    for title in pair.attachment.sheet.titles:
        if title not in pair.titles and title != NUMBER_TITLE:
            yield Change(title, pair.place, NOT_THERE, THERE, note=NO_COLUMN)
    matched = _matched(pair)
    for place, line in enumerate(pair.there):
        if place in matched:
            yield from _cells(pair, line, matched[place])
        else:
            yield Change(ROW, _named(pair, line), THERE, NOT_THERE, note=NEW_ROW)
    for place in sorted({*range(len(pair.now))} - {*matched.values()}):
        where, rows = _named(pair, pair.now[place]), pair.attachment.rows[place : place + 1]
        yield Change(ROW, where, NOT_THERE, THERE, rows, NO_ROW)


def _named(pair: _Pair, line: Line) -> str:
    """Name a line of a list: the list, and what stands in the naming column."""
    return f"{pair.place}：{line[_naming(pair.titles)]}"


def _cells(pair: _Pair, line: Line, now: int) -> Iterator[Change]:
    """Yield the cells that differ; 序号 only says which line it is."""
    rows = pair.attachment.rows[now : now + 1]
    for title, old, new in zip(pair.titles, line, pair.now[now], strict=True):
        if title != NUMBER_TITLE and _plain(old) != _plain(new):
            yield Change(title, _named(pair, line), old, new, rows)


def _matched(pair: _Pair) -> dict[int, int]:
    """Match lines of the document with those of the list: by all cells, by name, by all but the name."""
    naming = _naming(pair.titles)
    numbered = [place for place, title in enumerate(pair.titles) if title == NUMBER_TITLE]
    places = range(len(pair.titles))
    matched: dict[int, int] = {}
    for kept in (
        [place for place in places if place not in numbered],
        [naming],
        [place for place in places if place != naming],
    ):
        matched |= _matched_by(_picker(kept), pair, matched)
    return matched


def _picker(kept: Sequence[int]) -> Callable[[Line], Line]:
    return lambda line: tuple(_plain(line[place]) for place in kept)


def _matched_by(key: Callable[[Line], Line], pair: _Pair, matched: Mapping[int, int]) -> dict[int, int]:
    """Match the lines left over that have the same `key`, in turn."""
    taken = set(matched.values())
    free: dict[Line, deque[int]] = defaultdict(deque)
    for place, line in enumerate(pair.now):
        if place not in taken:
            free[key(line)].append(place)
    found: dict[int, int] = {}
    for place, line in enumerate(pair.there):
        if place not in matched and free.get(key(line)):
            found[place] = free[key(line)].popleft()
    return found
