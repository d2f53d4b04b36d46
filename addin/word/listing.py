"""Reads the tables of a document back as rows of text, however a person changed them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{_W}br": "\n", f"{_W}tab": "\t"}

Lines = list[tuple[str, ...]]


def tables(source: Path | BinaryIO) -> list[Lines]:
    """Return the rows of each table of the document `source`, without those that hold no text."""
    from lxml import etree  # with python-docx, when a document is written, not before

    with zipfile.ZipFile(source) as package, package.open("word/document.xml") as text:
        ends = etree.iterparse(text, tag=(f"{_W}tr", f"{_W}tbl"), huge_tree=True)
        return list(_gathered(element for _, element in ends))


def _gathered(elements: Iterator[Any]) -> Iterator[Lines]:
    """Yield the rows of one table after the other; what was read is let go, what is nested is cell text."""
    lines: Lines = []
    for element in elements:
        if next(element.iterancestors(f"{_W}tr"), None) is not None:
            continue
        if element.tag == f"{_W}tr":
            cells = tuple(_cells(element))
            lines += [cells] if any(map(str.strip, cells)) else []
        else:
            yield lines
            lines = []
        element.clear()


def _cells(row: Any) -> Iterator[str]:
    """Yield the texts of a row; a cell over several columns is followed by empty ones."""
    for cell in row.iterfind(f"{_W}tc"):
        yield "\n".join(_words(paragraph) for paragraph in cell.iter(f"{_W}p"))
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        wide = "1" if span is None else span.get(f"{_W}val", "1")
        yield from [""] * (int(wide) - 1)


def _words(paragraph: Any) -> str:
    found = paragraph.iter(f"{_W}t", *_SIGNS)
    runs = (each for each in found if each.getparent().tag == f"{_W}r")  # a tab stop is a w:tab as well
    return "".join(_SIGNS.get(each.tag) or each.text or "" for each in runs)
