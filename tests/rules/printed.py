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
LONGEST = 90  # characters of one example
NO_SHEET, NO_ROW = "（没有这张表）", "（没有这样的行）"
Cells = dict[str, str]  # what is shown of a row, by column title
PLACE = re.compile(r"(.+)!([A-Z]+)(\d+)")


def printed() -> str:
    """Return the file: one line a rule, its first example."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(TITLES)
    for code in sorted(rule.code for rule in RULES):
        example = next(each for each in EXAMPLES if each.code == code)
        writer.writerow((code, *_both(wrong(example), right(example))))
    return text.getvalue()


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
    """Return the first row that is left alone."""
    found = PLACE.fullmatch(example.flagged[0])
    number = int(found[3]) if found and example.table.upright else 2
    return _row(_grid(example.table.sheet, example.right), number, "")


def _both(bad: Cells, good: Cells) -> tuple[str, str]:
    """Write both rows; of long ones only what names the row and what tells them apart."""
    if max(map(len, map(_written, (bad, good)))) > LONGEST:
        kept = {*list(bad)[:1], *(title for title in {*bad, *good} if bad.get(title) != good.get(title))}
        bad, good = ({title: each[title] for title in each if title in kept} for each in (bad, good))
    return _cut(_written(bad)), _cut(_written(good))


def _written(cells: Cells) -> str:
    """Write a row as 列名：内容."""
    return "；".join(f"{title}：{value}" if title else value for title, value in cells.items())


def _grid(sheet: str, text: str) -> Grid:
    return markdown.book({sheet: text}).grids[sheet]


def _row(grid: Grid, number: int, letters: str) -> Cells:
    """Return what a row holds by column title, the flagged cell also where it is blank; or the titles."""
    titles, *rows = grid.rows
    if number == 1:
        return {"列名": "、".join(str(title) for title in titles if title is not None)}
    if not 2 <= number <= len(rows) + 1:
        return {"": NO_ROW}
    flagged = ord(letters) - ord("A") if len(letters) == 1 else None
    return {
        str(title): _shown(value)
        for place, (title, value) in enumerate(zip(titles, rows[number - 2], strict=False))
        if value is not None or place == flagged
    }


def _shown(value: Any) -> str:
    if value is None:
        return "（空着）"
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float):
        return show_number(value)
    return str(value)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


if __name__ == "__main__":
    FILE.write_text(printed(), encoding="utf-8", newline="\n")
