"""The summary as Word files: what they are called, and how one takes its place."""

from __future__ import annotations

from pathlib import Path

from addin import word
from addin.judgement import Judgement
from addin.shelf import Shelf

DRAFT, FINAL = "送审稿", "正式稿"


def title_of(judged: Judgement) -> str:
    """Return what the papers of a year are called: the unit and the year are those of 基本信息."""
    unit = judged.ledgers.setting("unit") or "未填单位"
    year = f"{judged.ledgers.year}年" if judged.ledgers.year else "未填年度"
    return f"{unit}{year}党建工作总结"


def paper_name(judged: Judgement, kind: str) -> str:
    """Return the file name of the 送审稿 or the 正式稿."""
    return f"{title_of(judged)}（{kind}）.docx"


def write_paper(judged: Judgement, shelf: Shelf, kind: str) -> Path:
    """Write the Word document and read its figures back before it takes its place."""
    return shelf.put(
        paper_name(judged, kind),
        lambda draft: word.write(judged.summary, draft),
        check=lambda draft: word.verify(judged.summary, draft),
    )
