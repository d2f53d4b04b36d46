"""Figures as content controls: a later version, or a reader, finds each by the name of its indicator."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from xml.etree import ElementTree

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
    with zipfile.ZipFile(source) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
    return list(_controls(root))


def _controls(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    for control in root.iter(f"{_W}sdt"):
        # LibreOffice keeps only the title when it saves the document; it says the same as the tag.
        for mark in (*control.iterfind(f"{_W}sdtPr/{_W}tag"), *control.iterfind(f"{_W}sdtPr/{_W}alias")):
            yield mark.get(f"{_W}val", ""), "".join(text.text or "" for text in control.iter(f"{_W}t"))
            break
