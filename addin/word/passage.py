"""Reads a document back: each figure with the sentence it stands in, however a person changed the text."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from addin.word.control import bookmarked, name_of, tag

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID = f"{_W}id"
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
    pieces = _pieces(line)
    whole = "".join(text for _, text in pieces)
    at = 0
    for name, text in pieces:
        if name:
            yield Passage(name, text, sentence(whole, at))
        else:
            for found in _MISSING.finditer(text):
                yield Passage(tag(found[1]), found[0], sentence(whole, at + found.start()))
        at += len(text)


class _Pieces:
    """The texts of a paragraph, each with the name of its figure or none.

    A figure stands in its control, or, where that has lost its name, in the bookmark around it.
    """

    def __init__(self) -> None:
        self.found = [("", "")]
        self._control: Any = None
        self._bookmark = ""  # the id of the one that is open

    def take(self, element: Any) -> None:
        """Take the next of the controls, bookmarks and texts of the paragraph."""
        if self._control is None or not _within(element, self._control):
            _TAKEN[element.tag](self, element)

    def control(self, element: Any) -> None:
        name = name_of(element)
        if name is None:
            return
        self.forget()  # what the bookmark says, the control says more exactly
        self._control = element
        self.found += [(name, _words(element)), ("", "")]

    def start(self, element: Any) -> None:
        name = bookmarked(element)
        if name is not None:
            self._bookmark = element.get(_ID, "")
            self.found.append((name, ""))

    def end(self, element: Any) -> None:
        if not self._bookmark or element.get(_ID) != self._bookmark:
            return
        if not self.found[-1][1]:  # somebody deleted what stood there
            self.forget()
        self._bookmark = ""
        self.found.append(("", ""))

    def text(self, element: Any) -> None:
        name, text = self.found[-1]
        self.found[-1] = (name, text + (element.text or ""))

    def forget(self) -> None:
        """Take what follows the beginning of an open bookmark for plain text."""
        if self._bookmark:
            self.found[-1] = ("", self.found[-1][1])
        self._bookmark = ""


_TAKEN: dict[str, Callable[[_Pieces, Any], None]] = {
    f"{_W}sdt": _Pieces.control,
    f"{_W}bookmarkStart": _Pieces.start,
    f"{_W}bookmarkEnd": _Pieces.end,
    f"{_W}t": _Pieces.text,
}


def _pieces(line: Any) -> list[tuple[str, str]]:
    """Return the texts of a paragraph, those of figures with their name."""
    pieces = _Pieces()
    for element in line.iter(*_TAKEN):
        pieces.take(element)
    pieces.forget()  # one that does not end in its paragraph would swallow the rest of it
    return pieces.found


def _within(element: Any, control: Any) -> bool:
    return any(parent is control for parent in element.iterancestors(f"{_W}sdt"))


def _words(control: Any) -> str:
    return "".join(text.text or "" for text in control.iter(f"{_W}t"))


def sentence(text: str, at: int) -> str:
    """Return the sentence of `text` that holds the character `at`."""
    begin = max(text.rfind(mark, 0, at) for mark in _ENDS) + 1
    ends = [place for mark in _ENDS if (place := text.find(mark, at)) >= 0]
    return text[begin : min(ends, default=len(text)) + 1].strip()
