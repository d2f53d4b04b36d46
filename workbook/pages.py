"""A page to read from a small Markdown file: # headings, paragraphs, and tables with | between cells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workbook.content import Heading, Line, Page, TableRow


def read_page(path: Path, widths: tuple[float, ...]) -> Page:
    """Return the page in `path`; the sheet is named as the file, the columns are `widths` wide."""
    return Page(path.stem, tuple(_lines(path.read_text(encoding="utf-8").splitlines())), widths)


def _lines(lines: list[str]) -> Iterator[Heading | Line | TableRow]:
    before = ""
    for line in lines:
        if line.startswith("#"):
            yield Heading(line.lstrip("# "))
        elif line.startswith("|"):
            yield TableRow(tuple(cell.strip() for cell in line.strip("| ").split("|")), not before)
        elif line:
            yield Line(line)
        before = line if line.startswith("|") else ""
