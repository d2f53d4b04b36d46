"""Writes the Summary as a Word document in the form of GB/T 9704; the only folder that knows Word."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile

from addin.summary import Number, Paragraph, Summary
from addin.word.control import figures, tag
from addin.word.passage import Passage, passages, sentence

__all__ = ["Passage", "figures", "is_document", "passages", "sentence", "tables", "tag", "verify", "write"]


def write(summary: Summary, target: Path | BinaryIO) -> None:
    """Write `summary` to `target` as a .docx; equal summaries give equal files."""
    from addin.word import writer  # python-docx is loaded when a document is written, not before

    writer.write(summary, target)


def tables(source: Path | BinaryIO) -> list[list[tuple[str, ...]]]:
    """Return the rows of each table of the document `source` as they stand there."""
    from addin.word import listing  # only a document that a person edited is read back so far

    return listing.tables(source)


def is_document(source: Path) -> bool:
    """Tell whether `source` can be read back as a document: a damaged one cannot."""
    try:
        passages(source)
    except (BadZipFile, KeyError, SyntaxError, zlib.error):
        return False
    return True


def verify(summary: Summary, source: Path | BinaryIO) -> None:
    """Read the document `source` back; raise ValueError unless each figure stands there as it was meant."""
    runs = [run for block in summary.blocks if isinstance(block, Paragraph) for run in block.body]
    meant = [(tag(run.name), run.shown) for run in runs if isinstance(run, Number)]
    if figures(source) != meant:
        raise ValueError("the written document does not hold the figures of its summary")
