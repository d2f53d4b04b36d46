"""Reads a document back: each figure with the sentence it stands in, however a person changed the text."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from addin.word.control import name_of, tag

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MISSING = re.compile("〔待补：([^〕]+)〕")
_ENDS = "。！？；"


class Passage(NamedTuple):
    """A figure of a document: its `tag`, the `text` that stands there, and the whole sentence."""

    tag: str
    text: str
    sentence: str


def passages(source: Path | BinaryIO) -> list[Passage]:
    """Return the figures of the document `source` in order; a 待补 counts also where its control is gone."""
    from lxml import etree  # with python-docx, when a document is written, not before

    with zipfile.ZipFile(source) as package, package.open("word/document.xml") as text:
        ends = etree.iterparse(text, tag=(f"{_W}p", f"{_W}tr"), huge_tree=True)
        return [found for _, element in ends for found in _line(element)]


def _line(line: Any) -> Iterator[Passage]:
    """Yield the figures of a paragraph, each with its sentence; a row of a table is done with and let go."""
    if line.tag == f"{_W}tr":
        line.clear()
        return
    pieces = list(_pieces(line))
    whole = "".join(text for _, text in pieces)
    at = 0
    for name, text in pieces:
        if name:
            yield Passage(name, text, sentence(whole, at))
        else:
            for found in _MISSING.finditer(text):
                yield Passage(tag(found[1]), found[0], sentence(whole, at + found.start()))
        at += len(text)


def _pieces(line: Any) -> Iterator[tuple[str, str]]:
    """Yield the texts of a paragraph, those of content controls with their name."""
    plain = ""
    inside: Any = None
    for element in line.iter(f"{_W}sdt", f"{_W}t"):
        if element.tag == f"{_W}sdt":
            yield "", plain
            plain, inside = "", element
            yield name_of(element) or "", _words(element)
        elif inside is None or not _within(element, inside):
            plain += element.text or ""
    yield "", plain


def _within(element: Any, control: Any) -> bool:
    return any(parent is control for parent in element.iterancestors(f"{_W}sdt"))


def _words(control: Any) -> str:
    return "".join(text.text or "" for text in control.iter(f"{_W}t"))


def sentence(text: str, at: int) -> str:
    """Return the sentence of `text` that holds the character `at`."""
    begin = max(text.rfind(mark, 0, at) for mark in _ENDS) + 1
    ends = [place for mark in _ENDS if (place := text.find(mark, at)) >= 0]
    return text[begin : min(ends, default=len(text)) + 1].strip()
