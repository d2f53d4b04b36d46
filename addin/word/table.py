"""The tables of the attachments, printed as XML: python-docx's own cells cost the square of the rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from addin.summary import Sheet
from addin.word.columns import columns
from addin.word.wording import words


def table(sheet: Sheet, room: int) -> Iterator[str]:
    """Yield `sheet` piece by piece as a table `room` twips wide, its head on each page, no row torn apart."""
    laid = columns(sheet, room)
    grid = "".join(f'<w:gridCol w:w="{column.twips}"/>' for column in laid)
    heads = [_before(column.twips, column.head) for column in laid]
    cells = [_before(column.twips, column.style) for column in laid]
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="ListTable"/><w:tblW w:w="{room}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    yield _row([column.title for column in laid], heads, "<w:tblHeader/>")
    yield from (_row(row, cells) for row in sheet.rows)
    yield "</w:tbl>"


def _before(twips: int, style: str) -> str:
    """Return what every cell of a column starts with."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    )


def _row(texts: Iterable[str], starts: Iterable[str], more: str = "") -> str:
    cells = "".join(f"{start}{_text(text)}</w:p></w:tc>" for text, start in zip(texts, starts, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{cells}</w:tr>"


def _text(text: str) -> str:
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{words(text)}</w:r>' if text else ""
