"""Workbooks of any size for the benchmark; as a program, `ROWS SEED TARGET` writes one, .xlsm with macros."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))

from _bench_retell import EVENT, Retelling, Row
from addin.rulebook import rulebook
from addin.rules import RULES
from addin.vba import macros
from workbook.build import build, sheet_count
from workbook.content import content_of
from workbook.pages import read_page
from workbook.rows import load
from workbook.tables import ACTIVITIES, CHANGES, DUES, ELECTION, MEMBERS, TABLES, TALKS, VOLUNTEERING

DEFAULTS, SAMPLE = HOME / "workbook" / "defaults", HOME / "workbook" / "sample"
GUIDE, WIDTHS = DEFAULTS / "使用说明.md", (36.0, 18.0, 66.0)
ENTERED = ("清单", "台账", "党员", "专用")  # the groups of sheets that grow with what a branch does
FIXED = (MEMBERS, DUES, CHANGES, ELECTION)  # however much it does: so many members, one election
COMMUNITY = "报到社区"
BEYOND = 100_000  # numbers the copies that make the number of rows exact

Rows = dict[str, list[Row]]


def workbook_rows(count: int, seed: int) -> Rows:
    """Return all rows of a workbook with `count` entered ones, by table key; equal seeds give equal rows."""
    sample = load(SAMPLE, TABLES)
    defaults = load(DEFAULTS, TABLES)
    options = _merged(defaults["options"], sample["options"])
    return defaults | sample | entered_rows(sample, count, seed) | {"options": options}


def entered_rows(sample: Rows, count: int, seed: int) -> Rows:
    """Return `count` rows in the proportions of the sample year, by table key."""
    tables = [table for table in TABLES if table.key in sample and table.group in ENTERED]
    fixed = sum(len(sample[table.key]) for table in tables if table in FIXED)
    growing = sum(len(sample[table.key]) for table in tables) - fixed
    copies = range(max(1, (count - fixed) // growing))
    retelling = Retelling(Random(seed), sample)
    rows = {t.key: list(retelling.rows(t, range(1) if t in FIXED else copies)) for t in tables}
    _make_exact(rows, count, retelling)
    if len(copies) > 1:
        for key in (ACTIVITIES.key, VOLUNTEERING.key):
            rows[key] = [retelling.settled(row) for row in rows[key]]
        # With one place a day for all, nobody serves where he lives; the rule about it would fill the report.
        rows[MEMBERS.key] = [{k: v for k, v in row.items() if k != COMMUNITY} for row in rows[MEMBERS.key]]
    return rows


def _make_exact(rows: Rows, count: int, retelling: Retelling) -> None:
    """Leave out or add rows that nothing refers to until there are `count`."""
    services = retelling.rows(VOLUNTEERING, range(BEYOND, 2 * BEYOND))
    more = (row for row in services if EVENT not in row)
    rows[VOLUNTEERING.key] += [next(more) for _ in range(count - sum(map(len, rows.values())))]
    del rows[TALKS.key][count - sum(map(len, rows.values())) or len(rows[TALKS.key]) :]


def _merged(defaults: list[Row], own: list[Row]) -> list[Row]:
    """Return the option lists, `own` ones in place of the defaults of the same title."""
    titles = {title for row in own for title in row}
    kept = [{title: value for title, value in row.items() if title not in titles} for row in defaults]
    blank: list[Row] = [{}] * max(0, len(own) - len(kept))
    return [row | (own[place] if place < len(own) else {}) for place, row in enumerate(kept + blank)]


def main() -> None:
    """Write the workbook that was asked for."""
    count, seed, target = sys.argv[1:]
    pages = (read_page(GUIDE, WIDTHS), rulebook(RULES))
    content = content_of(workbook_rows(int(count), int(seed)), pages)
    made = macros(sheet_count(content, TABLES)) if target.endswith(".xlsm") else None
    build(content, TABLES, Path(target), made)


if __name__ == "__main__":
    main()
