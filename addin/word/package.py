"""The blank document the summary is written into, and the zip file around it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import docx
from docx.document import Document

from addin.word import fonts, styles

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"

TEXT = "word/document.xml"
# Where a table comes: tables join as text when all else is done, neither parsed nor moved from tree to tree.
HOLE = b"<w:tbl/>"
TARGET = Path | BinaryIO
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_XML = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_PARTS = ("styles", "settings", "fontTable")
# The oldest time a zip file can hold: the same summary is the same file, whenever it is written.
_NO_TIME = (1980, 1, 1, 0, 0, 0)

# 15 is the layout of Word 2013 and later; the rest is what a Chinese Word writes into a new document.
# Spelling marks stay off: every name would be underlined.
SETTINGS = (
    '<w:zoom w:percent="100"/><w:hideSpellingErrors/><w:hideGrammaticalErrors/>'
    '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/>'
    "<w:compat><w:doNotExpandShiftReturn/><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
)

# python-docx clones this section for the attachments; what it has no words for, the grid, is set here.
_BODY = f'<w:body><w:sectPr><w:docGrid w:type="lines" w:linePitch="{styles.LINE}"/></w:sectPr></w:body>'


def blank() -> Document:
    """Return an empty document with our styles, settings and fonts and nothing of a template."""
    buffer = io.BytesIO()
    pack(_blank_parts(), buffer, zipfile.ZIP_STORED)
    return docx.Document(buffer)


def save(document: Document, target: TARGET, tables: Iterable[Iterable[str]] = ()) -> None:
    """Write `document` to `target`, each `HOLE` filled with the pieces of the next of `tables`.

    Equal content gives an equal file, to the byte.
    """
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as written:
        parts: dict[str, Iterable[bytes]] = {name: (written.read(name),) for name in written.namelist()}
    parts[TEXT] = _filled(b"".join(parts[TEXT]), tables)
    pack(parts, target)


def _filled(text: bytes, tables: Iterable[Iterable[str]]) -> Iterator[bytes]:
    """Yield `text` with its holes filled; never the whole, for a long list is many times the rest."""
    start, *behind = text.split(HOLE)
    yield start
    for table, words in zip(tables, behind, strict=True):
        yield from (piece.encode() for piece in table)
        yield words


def pack(parts: Mapping[str, Iterable[bytes]], target: TARGET, how: int = zipfile.ZIP_DEFLATED) -> None:
    """Zip `parts`, each given in pieces, into `target` without the time of day."""
    with zipfile.ZipFile(target, "w") as package:
        for name, pieces in parts.items():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = how
            with package.open(entry, "w") as part:
                for piece in pieces:
                    part.write(piece)


def _blank_parts() -> dict[str, tuple[bytes]]:
    roots = {
        TEXT: _root("document", _BODY, f'xmlns:mc="{MC}" xmlns:w15="{W15}" mc:Ignorable="w15"'),
        "word/styles.xml": _root("styles", styles.style_sheet()),
        "word/settings.xml": _root("settings", SETTINGS),
        "word/fontTable.xml": _root("fonts", fonts.font_table()),
        "docProps/core.xml": _CORE_XML,
        "_rels/.rels": _relationships({f"{R}/officeDocument": TEXT, _CORE_KIND: "docProps/core.xml"}),
        "word/_rels/document.xml.rels": _relationships({f"{R}/{kind}": f"{kind}.xml" for kind in _PARTS}),
    }
    return {
        name: ((_HEAD + xml).encode(),) for name, xml in {"[Content_Types].xml": _types(), **roots}.items()
    }


def _root(tag: str, inner: str, more: str = "") -> str:
    return f'<w:{tag} xmlns:w="{W}" xmlns:r="{R}" {more}>{inner}</w:{tag}>'


def _relationships(targets: Mapping[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{place}" Type="{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'


def _types() -> str:
    kinds = {"document": "document.main"} | {part: part for part in _PARTS}
    lines = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_CONTENT}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}'
        f'<Override PartName="/docProps/core.xml" ContentType="{_CORE}"/></Types>'
    )
