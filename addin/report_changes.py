"""数字变动单.xlsx: which numbers and cells of an edited 送审稿 the ledgers no longer give."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from addin.changes import Change
from addin.report_sheets import LONGEST, Link, Sheets, link_base
from addin.results import named
from addin.spans import first_cell

COLUMNS = (
    ("文中的话、附件的行", 58),
    ("指标、栏目", 22),
    ("文稿里", 14),
    ("台账现在", 14),
    ("出处行", 34),
    ("首行", 9),
    ("说明", 30),
)
NONE = "文中的数字、附件的表格都与台账一致，没有要改的。"


@dataclass(frozen=True)
class Notice:
    """What the paper tells: the `changes`, the edited `document` they are about, its `workbook`, the day."""

    changes: tuple[Change, ...]
    document: Path
    workbook: Path
    day: dt.date


def write_notice(notice: Notice, target: Path, home: Path) -> None:
    """Write `notice` to `target`; links to the workbook are relative to the folder `home`."""
    made = BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    created = dt.datetime.combine(notice.day, dt.time())
    book.set_properties({"title": "数字变动单", "subject": notice.document.name, "created": created})
    sheets = Sheets(book, link_base(notice.workbook, home))
    sheets.table("数字变动单", COLUMNS, list(_rows(notice.changes)) or [(NONE, *[""] * 6)])
    book.close()
    target.write_bytes(made.getbuffer())


def _rows(changes: Iterable[Change]) -> Iterator[tuple[Any, ...]]:
    for change in changes:
        first: str | Link = ""
        if change.rows:
            place = first_cell(change.rows)
            first = Link(f"第{min(row.number for row in change.rows)}行", place)
        rows = named(change.rows)
        shown = rows if len(rows) <= LONGEST else f"{rows[:LONGEST]}…"
        yield (change.sentence, change.name, change.old, change.new, shown, first, change.note)
