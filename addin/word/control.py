"""Figures as content controls: a later version, or a reader, finds each by the name of its indicator.

LibreOffice 7.4 keeps the name of a control of plain text alone, and spoils such a control when it saves
the document: for each stretch of digits or Chinese in it the whole text is written once more. A control of
rich text it keeps whole, but nameless. So a bookmark around the control names the figure too.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LONGEST = 32  # Word refuses bookmarks of more than 40 characters, tags and titles of more than 64
_ODD = re.compile("[^0-9A-Za-z_\u4e00-\u9fff]")  # what a bookmark may not hold
_BOOKMARK = re.compile(r"_(.+)_\d+")  # the first sign hides it in Word's list of bookmarks


def tag(name: str) -> str:
    """Return the tag of the figure `name`: the name, or of one long or odd its start and a digest."""
    plain = _ODD.sub("", name)
    if plain == name and len(name) <= _LONGEST:
        return name
    digest = hashlib.sha256(name.encode(errors="replace")).hexdigest()[:8]
    return f"{plain[: _LONGEST - len(digest) - 1]}_{digest}"


def bookmark(name: str, key: int) -> str:
    """Return the name of the bookmark around the control with the tag `name`; `key` tells it from others."""
    return f"_{name}_{key}"


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
    marks = (*control.iterfind(f"{_W}sdtPr/{_W}tag"), *control.iterfind(f"{_W}sdtPr/{_W}alias"))
    return next((tag(str(mark.get(f"{_W}val", ""))) for mark in marks), None)


def bookmarked(start: Any) -> str | None:
    """Return the tag in the name of a bookmark, or None where it is none of a figure."""
    found = _BOOKMARK.fullmatch(start.get(f"{_W}name", ""))
    return found[1] if found else None
