"""The yearly summary as plain data: headings, paragraphs of runs, tables. Knows neither Excel nor Word."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from workbook.ledger import Row

GAP = re.compile(r"〔待补：([^〕]+)〕")


class Text(NamedTuple):
    """Words of a paragraph that are not a figure."""

    text: str


class Number(NamedTuple):
    """A figure in a paragraph: `name` is its indicator, `text` how it is written here.

    `missing` figures (待补) are written as 〔待补：name〕 and marked.
    """

    name: str
    text: str
    missing: bool = False

    @property
    def shown(self) -> str:
        """Return the words that stand in the document."""
        return f"〔待补：{self.name}〕" if self.missing else self.text


Run = Text | Number


def written(runs: Iterable[Run]) -> str:
    """Return the plain words of `runs`."""
    return "".join(run.shown if isinstance(run, Number) else run.text for run in runs)


class Heading(NamedTuple):
    """A heading of level 1, on a line of its own, its number included: 一、工作开展情况."""

    text: str


class Paragraph(NamedTuple):
    """A body paragraph; `lead` is a heading of level 2 that the body follows in the same paragraph."""

    body: tuple[Run, ...] = ()
    lead: str = ""

    @property
    def words(self) -> str:
        """Return what the paragraph says."""
        return self.lead + written(self.body)


class Sheet(NamedTuple):
    """A table: column titles, widths in half-width characters, and rows of text."""

    titles: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


class Attachment(NamedTuple):
    """An attachment (附件) on landscape pages of its own: `number` counts from 1; `rows` are listed in it."""

    number: int
    title: str
    sheet: Sheet
    rows: tuple[Row, ...] = ()


class Summary(NamedTuple):
    """A whole document.

    `signature` is the signing body and the date, or None; `as_of` the day up to which the figures count.
    """

    title: str
    blocks: tuple[Heading | Paragraph, ...]
    attachments: tuple[Attachment, ...] = ()
    signature: tuple[str, str] | None = None
    author: str = ""
    subject: str = ""
    as_of: dt.date | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the names of what the text uses, headings included, and what is 待补, each once."""
        return tuple(dict.fromkeys(name for words in self._words() for name in GAP.findall(words)))

    def _words(self) -> Iterator[str]:
        yield self.title
        for block in self.blocks:
            yield block.text if isinstance(block, Heading) else block.words
        yield from (attachment.title for attachment in self.attachments)
