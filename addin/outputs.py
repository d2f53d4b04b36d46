"""What 生成总结 and a run without Excel write: papers, or a notice where a person edited them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from addin import word
from addin.changes import changes
from addin.judgement import Judgement
from addin.papers import DRAFT, FINAL, paper_name, title_of, write_paper
from addin.shelf import Shelf

OLD = "文件夹里的“{}”是以前生成的，没有按现在的台账更新，不要拿它去报送。"
ANOTHER = "“{}”也有人改过，没有比对；比对的是后改的“{}”。"


@dataclass(frozen=True)
class Papers:
    """What was written: `draft`, or the 送审稿 a person edited with the `notice` of what differs now.

    `changed` counts the numbers of the text that differ, `listed` the lines about the attachments.
    """

    draft: Path
    final: Path | None = None
    notice: Path | None = None
    changed: int = 0
    listed: int = 0
    notes: tuple[str, ...] = ()


def write_papers(
    judged: Judgement, shelf: Shelf, final: bool = True, elsewhere: tuple[Path, ...] = ()
) -> Papers:
    """Write the 送审稿, and if asked for the 正式稿 when nothing blocks it, to `shelf`.

    Of a 送审稿 that a person edited since it was generated, there or in a folder `elsewhere`, no second one
    is written, nor a 正式稿 without her words, but a notice of the numbers and the cells of the attachments
    that are others now.
    """
    edited = _edited(judged, shelf, elsewhere)
    papers = _write_notice(judged, edited, shelf) if edited else _write_both(judged, shelf, final)
    return replace(papers, notes=(*shelf.notes, *_left_behind(judged, shelf, papers)))


def _edited(judged: Judgement, shelf: Shelf, elsewhere: tuple[Path, ...]) -> Path | None:
    """Return the 送审稿 that a person works on; a file that is no document any more is not worked on."""
    found = [place for place in shelf.edited(paper_name(judged, DRAFT), elsewhere) if word.is_document(place)]
    latest = max(found, key=lambda place: place.stat().st_mtime, default=None)
    shelf.notes += [ANOTHER.format(place, latest) for place in found if place != latest]
    return latest


def _write_both(judged: Judgement, shelf: Shelf, final: bool) -> Papers:
    shelf.remove(notice_name(judged))  # of a 送审稿 that is no longer worked on
    draft = write_paper(judged, shelf, DRAFT)
    granted = final and not judged.blocking
    return Papers(draft, write_paper(judged, shelf, FINAL) if granted else None)


def _left_behind(judged: Judgement, shelf: Shelf, papers: Papers) -> Iterator[str]:
    """Warn of papers of an earlier run that this one did not write anew; of others `shelf` told already."""
    kinds: tuple[str, ...] = (FINAL,) if papers.final is None else ()
    if papers.draft.parent != shelf.folder:
        kinds = (DRAFT, *kinds)
    for old in (shelf.place(paper_name(judged, kind)) for kind in kinds):
        if old.exists():
            yield OLD.format(old.name)


def notice_name(judged: Judgement) -> str:
    """Return the file name of the 数字变动单."""
    return f"{title_of(judged)}-数字变动单.xlsx"


def _write_notice(judged: Judgement, edited: Path, shelf: Shelf) -> Papers:
    from addin.report_changes import Notice, write_notice  # loads XlsxWriter, which few clicks need
    from addin.table_changes import table_changes

    found = changes(word.passages(edited), judged.summary, judged.figures)
    listed = table_changes(word.tables(edited), judged.summary.attachments)
    notice = Notice((*found, *listed), edited, shelf.workbook, judged.ledgers.as_of)
    written = shelf.put(notice_name(judged), lambda draft: write_notice(notice, draft, shelf.folder))
    return Papers(edited, None, written, len(found), len(listed))
