"""Figures as content controls: a later version, or a reader, finds each by the name of its indicator."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LONGEST = 64  # Word refuses longer tags and titles


def tag(name: str) -> str:
    """Return the tag of the figure `name`: the name, or of a long one its start and a digest."""
    if len(name) <= _LONGEST:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: _LONGEST - len(digest) - 1]}~{digest}"


def figures(source: Path | BinaryIO) -> list[tuple[str, str]]:
    """Return tag and text of each content control in the document `source`, in order."""
    from lxml import etree  # with python-docx, when a document is written, not before

    with zipfile.ZipFile(source) as package, package.open("word/document.xml") as text:
        ends = etree.iterparse(text, tag=(f"{_W}sdt", f"{_W}tr"), huge_tree=True)
        return [found for _, element in ends for found in _control(element)]


def _control(element: Any) -> Iterator[tuple[str, str]]:
    """Yield tag and text of a content control; a row of a table holds none and is let go."""
    if element.tag == f"{_W}tr":
        element.clear()
        return
    name = name_of(element)
    if name is not None:
        yield name, "".join(text.text or "" for text in element.iter(f"{_W}t"))


def name_of(control: Any) -> str | None:
    """Return the tag of a content control, or None where it has neither tag nor title."""
    # LibreOffice keeps only the title when it saves the document; it says the same as the tag.
    marks = (*control.iterfind(f"{_W}sdtPr/{_W}tag"), *control.iterfind(f"{_W}sdtPr/{_W}alias"))
    return next((str(mark.get(f"{_W}val", "")) for mark in marks), None)
