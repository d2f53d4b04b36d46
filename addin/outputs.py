"""What the click 生成总结 writes beside the workbook: papers, or a notice where a person edited them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from addin import word
from addin.changes import changes
from addin.judgement import Judgement
from addin.papers import DRAFT, FINAL, Place, paper_name, title_of, write_paper
from workbook.files import edited_version, output_folder, safe_name, write_safely

OLD = "文件夹里的“{}”是以前生成的，没有按现在的台账更新，不要拿它去报送。"


@dataclass(frozen=True)
class Papers:
    """What a click wrote: `draft`, or the 送审稿 a person edited with the `notice` of what differs now.

    `changed` counts the numbers of the text that differ, `listed` the lines about the attachments.
    """

    draft: Path
    final: Path | None = None
    notice: Path | None = None
    changed: int = 0
    listed: int = 0
    notes: tuple[str, ...] = ()


def write_papers(judged: Judgement, workbook: Path) -> Papers:
    """Write the 送审稿, and the 正式稿 when nothing blocks it, to the output folder of `workbook`.

    Of a 送审稿 that a person edited since it was generated, no second one is written, nor a 正式稿
    without her words, but a notice of the numbers and the cells of the attachments that are others now.
    """
    folder, notes = output_folder(workbook), list[str]()

    def place(name: str) -> Path:
        return folder / safe_name(name)

    edited = edited_version(place(paper_name(judged, DRAFT)))
    if edited:
        papers = _write_notice(judged, edited, place, workbook)
    else:
        draft = write_paper(judged, place, DRAFT, notes)
        final = None if judged.blocking else write_paper(judged, place, FINAL, notes)
        papers = Papers(draft, final, notes=tuple(notes))
    return papers if papers.final else replace(papers, notes=(*papers.notes, *_old_final(judged, place)))


def _old_final(judged: Judgement, place: Place) -> list[str]:
    """Warn of a 正式稿 of an earlier click, when this one wrote none."""
    old = place(paper_name(judged, FINAL))
    return [OLD.format(old.name)] if old.exists() else []


def _write_notice(judged: Judgement, edited: Path, place: Place, workbook: Path) -> Papers:
    from addin.report_changes import Notice, write_notice  # loads XlsxWriter, which few clicks need
    from addin.table_changes import table_changes

    notes: list[str] = []
    found = changes(word.passages(edited), judged.summary, judged.figures)
    listed = table_changes(word.tables(edited), judged.summary.attachments)
    target = place(f"{title_of(judged)}-数字变动单.xlsx")
    notice = Notice((*found, *listed), edited, workbook)
    written = write_safely(target, lambda draft: write_notice(notice, draft, target.parent), notes=notes)
    return Papers(edited, None, written, len(found), len(listed), tuple(notes))
