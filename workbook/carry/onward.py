"""What is carried from this year's workbook → the content of next year's: what lasts, begun anew.

The old workbook keeps the year. What only was true of that year (confirmed zeros, stated values, what was
done) is left there: carried over, it would read as a fact of a year nobody has looked at yet.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from workbook.content import Content, Entries, Extra
from workbook.derive import CANCELLED, DONE, ELECTION_DAY, NOT_BEGUN
from workbook.spec import LASTING, UNFINISHED, Table

FOUR_DIGITS = re.compile(r"(?:19|20)\d\d")
NO_YEAR = "旧工作簿的“基本信息”里没有写明年度，请在新工作簿里填。"


def begin_year(content: Content, tables: Sequence[Table]) -> None:
    """Leave in `content` what goes on into next year, and tell in its notes what that is."""
    typed = [table for table in tables if not table.written]
    left = _left_projects(content, typed)
    going = {"election"} if _elects(content, typed) else set()
    for table in typed:
        entries = content.of(table.key)
        content.tables[table.key] = entries if table.key in going else _onward(entries, table)
    said = (_next_year, _told, _unfinished, _dated)
    notes = [note for tell in said for note in tell(content, typed)]
    content.notes[:0] = [*notes, *_let_go(content, typed, left)]


def _elects(content: Content, tables: Iterable[Table]) -> bool:
    """Tell whether steps of an election were taken but not yet the one at which is voted."""
    table = next(table for table in tables if table.key == "election")
    number, day = table["id"].title, table["done"].title
    taken = {row.get(number) for row in content.of(table.key).rows if row.get(day) is not None}
    return bool(taken) and ELECTION_DAY not in taken


def left_behind(tables: Iterable[Table]) -> set[str]:
    """Return the sheets whose entries stay in the old year."""
    return {table.sheet for table in tables if not table.lasts}


def _onward(entries: Entries, table: Table) -> Entries:
    """Return the rows that go on, without the cells of the year; columns, widths and header stay."""
    kept = [index for index in range(len(entries.rows)) if _goes_on(entries, index, table)]
    cleared = {column.title for column in table.sheet_columns if column.yearly}
    onward = _only(entries, kept, cleared)
    if table.lasts == LASTING and table.has("status"):
        status = table["status"].title
        onward.rows = [row | {status: NOT_BEGUN} if row else row for row in onward.rows]
    return onward


def _goes_on(entries: Entries, index: int, table: Table) -> bool:
    """Tell whether a row goes on; a blank state is that of open work only where one has to be written."""
    if table.lasts != UNFINISHED:
        return table.lasts == LASTING
    state = str(entries.rows[index].get(table["status"].title) or "").strip()
    tracked = bool(state) or table["status"].required
    return bool(entries.rows[index]) and tracked and state not in (DONE, CANCELLED)


def _only(entries: Entries, kept: Sequence[int], cleared: Collection[str]) -> Entries:
    """Return the entries of the rows `kept`, moved up, without what stands under the titles `cleared`."""
    place = {old: new for new, old in enumerate(kept)}
    rows = [{t: v for t, v in entries.rows[old].items() if t not in cleared} for old in kept]
    remarks = [
        replace(remark, index=None if remark.index is None else place[remark.index])
        for remark in entries.remarks
        if remark.index is None or (remark.index in place and remark.title not in cleared)
    ]
    return replace(
        entries,
        rows=rows,
        extras=[_moved(extra, place) for extra in entries.extras],
        hidden={place[old] for old in entries.hidden if old in place},
        remarks=remarks,
        merges=[
            (place[first], left, place[last], right)
            for first, left, last, right in entries.merges
            if all(index in place for index in range(first, last + 1)) and not {left, right} & set(cleared)
        ],
        links={(place[i], t): to for (i, t), to in entries.links.items() if i in place and t not in cleared},
    )


def _moved(extra: Extra, place: dict[int, int]) -> Extra:
    return replace(extra, values={place[old]: value for old, value in extra.values.items() if old in place})


def _left_projects(content: Content, tables: Iterable[Table]) -> set[Any]:
    """Return the 编号 of the projects that stay behind."""
    table = next(table for table in tables if table.key == "projects")
    entries = content.of(table.key)
    title = table["id"].title
    return {
        row.get(title) for index, row in enumerate(entries.rows) if not _goes_on(entries, index, table)
    } - {None}


def _next_year(content: Content, tables: Iterable[Table]) -> list[str]:
    """Write next year into the settings."""
    table = next(table for table in tables if table.upright)
    (row, *_), title = content.of(table.key).rows or [{}], table["year"].title
    found = FOUR_DIGITS.search(str(row.pop(title, "")))
    if found is None:
        return [NO_YEAR]
    row[title] = int(found[0]) + 1
    return [f"年度改为 {row[title]}。"]


def _told(content: Content, tables: Sequence[Table]) -> list[str]:
    """Say which sheets came along, with how many rows, which begin empty, and which cells were cleared."""
    whole = [_counted(content, table) for table in tables if table.lasts == LASTING and not table.upright]
    empty = dict.fromkeys(table.sheet for table in tables if not table.lasts)
    lasting = [table for table in tables if table.lasts == LASTING and _yearly(table)]
    cleared = [_cleared(table) for table in lasting if not _keeps(content.of(table.key), table)]
    return [
        f"带过来：基本信息、{'、'.join(whole)}。",
        f"留空：{'、'.join(empty)}。",
        f"清空，新一年重新填：{'；'.join(cleared)}。",
    ]


def _keeps(entries: Entries, table: Table) -> bool:
    """Tell whether the cells of the year were left as they are: an election goes on."""
    return any(entries.filled(title) for title in _yearly(table))


def _counted(content: Content, table: Table) -> str:
    """Name a table and its rows; the lists of 选项表 have no rows of their own."""
    rows = sum(bool(row) for row in content.of(table.key).rows)
    return table.sheet if table.key == "options" else f"{_name(table)}（{rows} 行）"


def _name(table: Table) -> str:
    """Return what a person calls the table: 规范表述 stands on another table's sheet."""
    return table.sheet if table.key != "wordings" else table.sheet_columns[0].title


def _yearly(table: Table) -> list[str]:
    return [column.title for column in table.sheet_columns if column.yearly]


def _cleared(table: Table) -> str:
    state = [table["status"].title] if table.has("status") else []
    return f"{table.sheet}的{'、'.join(state + _yearly(table))}"


def _unfinished(content: Content, tables: Iterable[Table]) -> list[str]:
    told = "、".join(_counted(content, table) for table in tables if table.lasts == UNFINISHED)
    return [f"只带没有办完的：{told}；办完的和取消的留在旧工作簿。"]


def _dated(content: Content, tables: Iterable[Table]) -> list[str]:
    """Say how many recurring duties still have a day of the old year as their time limit."""
    found = {table.sheet: _days(content, table) for table in tables if table.lasts == LASTING}
    told = "、".join(f"{sheet} {days} 项" for sheet, days in found.items() if days)
    return [f"完成时限写着具体日期，请改成新一年的：{told}。"] if told else []


def _days(content: Content, table: Table) -> int:
    title = table["due"].title if table.has("due") else ""
    return sum(isinstance(row.get(title), dt.date) for row in content.of(table.key).rows)


def _let_go(content: Content, tables: Iterable[Table], left: Collection[Any]) -> list[str]:
    """Free the tasks that came along of projects that did not, and say so."""
    table = next(table for table in tables if table.key == "tasks")
    title = table["project"].title
    freed = [row for row in content.of(table.key).rows if row.get(title) in left]
    for row in freed:
        del row[title]
    told = f"“{table.sheet}”有 {len(freed)} 项所属的项目没有带来，已清空它们的“{title}”。"
    return [told] if freed else []
