"""The examples as a person reads them: a row that a rule flags, and one that it leaves alone.

`python -m tests.rules.printed` writes addin/rules/examples.csv anew, from which the rule catalogue and the
page 规则说明 quote; scripts/rebuild.py does it first.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from pathlib import Path
from typing import Any

from addin.rules import RULES
from tests.rules.example import Example
from tests.rules.examples import EXAMPLES
from workbook.grid import Grid, markdown
from workbook.values import show_number

FILE = Path(__file__).parents[2] / "addin" / "rules" / "examples.csv"
TITLES = ("规则号", "错的例子", "对的例子")
LONGEST = 90  # characters of a row that is printed whole
NO_SHEET, NO_ROW, BLANK = "（没有这张表）", "（没有这样的行）", "（空着）"
Cells = dict[str, str]  # what is shown of a row, by column title
PLACE = re.compile(r"(.+)!([A-Z]+)(\d+)")


def printed() -> str:
    """Return the file: one line a rule, its first example."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(TITLES)
    for code in sorted(rule.code for rule in RULES):
        writer.writerow((code, *shown(next(each for each in EXAMPLES if each.code == code))))
    return text.getvalue()


def shown(example: Example) -> tuple[str, str]:
    """Return how the wrong and the right rows of `example` are printed."""
    rows = (_written(cells) for cells in _both(wrong(example), right(example)))
    bad, good = (words.replace("{row}", row) for words, row in zip(example.shown, rows, strict=True))
    return bad, good


def wrong(example: Example) -> Cells:
    """Return the first row that is flagged."""
    if example.wrong is None:
        return {"": NO_SHEET}
    found = PLACE.fullmatch(example.flagged[0])
    assert found is not None
    sheets = {**example.given, example.table.sheet: example.wrong}
    if found[1] not in sheets:  # flagged where a small complete workbook stands behind the example
        return _row(_grid(example.table.sheet, example.wrong), 2, "")
    return _row(_grid(found[1], sheets[found[1]]), int(found[3]), found[2])


def right(example: Example) -> Cells:
    """Return the first row that is left alone; the header where that was at fault."""
    found = PLACE.fullmatch(example.flagged[0])
    assert found is not None
    number = int(found[3]) if example.table.upright or (found[3] == "1" and example.wrong) else 2
    return _row(_grid(example.table.sheet, example.right), number, "")


def _both(bad: Cells, good: Cells) -> tuple[Cells, Cells]:
    """Keep of both rows what either fills in; of long ones what names them or tells them apart."""
    kept = [title for title in {**bad, **good} if bad.get(title) or good.get(title)]
    pair = _cells(bad, kept), _cells(good, kept)
    if max(len(_written(cells)) for cells in pair) <= LONGEST:
        return pair
    kept = [*kept[:1], *(title for title in kept[1:] if bad.get(title) != good.get(title))]
    return _cells(bad, kept), _cells(good, kept)


def _cells(row: Cells, kept: list[str]) -> Cells:
    return {title: row[title] or BLANK for title in kept if title in row}


def _written(cells: Cells) -> str:
    """Write a row as 列名：内容."""
    return "；".join(f"{title}：{value}" if title else value for title, value in cells.items())


def _grid(sheet: str, text: str) -> Grid:
    return markdown.book({sheet: text}).grids[sheet]


def _row(grid: Grid, number: int, letters: str) -> Cells:
    """Return what a row holds by column title, the flagged cell also where it is blank; or the titles."""
    titles, *rows = grid.rows
    if number == 1:
        return {"列名": "、".join(BLANK if title is None else str(title) for title in _trimmed(titles))}
    if not 2 <= number <= len(rows) + 1:
        return {"": NO_ROW}
    flagged = ord(letters) - ord("A") if len(letters) == 1 else None
    return {
        str(title): BLANK if value is None and place == flagged else _text(value)
        for place, (title, value) in enumerate(zip(titles, rows[number - 2], strict=False))
    }


def _trimmed(titles: list[Any]) -> list[Any]:
    """Leave out what is blank behind the last title."""
    last = max((place for place, title in enumerate(titles) if title is not None), default=-1)
    return titles[: last + 1]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float):
        return show_number(value)
    return "" if value is None else str(value)


if __name__ == "__main__":
    FILE.write_text(printed(), encoding="utf-8", newline="\n")
