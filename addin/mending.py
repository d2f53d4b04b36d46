"""采纳建议 and 撤销上一步: safe fixes into a person's cells, and her own values back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from addin.desk import Desk, list_findings, look, saved
from addin.fixes import Fix, offered, preview, restored, stamp, standing, value_at, without_formulas, writes
from addin.steps import Step, keep, last_open, steps
from workbook.files import output_folder
from workbook.grid.model import Book
from workbook.read import read
from workbook.tables import TABLES
from workbook.trouble import Trouble


def accept(desk: Desk) -> None:
    """采纳建议: show what safe fixes would change; once agreed to, write them so that they can be undone."""
    workbook = saved(desk)
    seen = look(desk)
    fixes = _own_values(desk, offered(seen.judged.findings, seen.book, seen.ledgers), seen.book)
    list_findings(desk, seen)
    if not fixes:
        desk.tell("没有可以直接采纳的建议。其余的问题要看着原始材料改，都写在“校验结果”里。")
    elif desk.ask(
        f"下面 {len(fixes)} 处有把握的改法：\n{preview(fixes)}\n\n要改吗？改后可点“撤销上一步”改回。"
    ):
        _apply(desk, workbook, fixes)


def _own_values(desk: Desk, fixes: list[Fix], book: Book) -> list[Fix]:
    """Leave out the fixes of cells that hold a formula: it would be lost."""
    grids = {fix.sheet: book.grids[fix.sheet].rows for fix in fixes}
    typed = {sheet: desk.typed(sheet, len(rows), len(rows[0])) for sheet, rows in grids.items()}
    return without_formulas(fixes, typed)


def _apply(desk: Desk, workbook: Path, agreed: list[Fix]) -> None:
    """Write the fixes of cells that nobody changed meanwhile; what stood there is on the disk before."""
    now = desk.read().grids
    fixes = [
        fix for fix in agreed if stamp(value_at(now[fix.sheet], fix.letters, fix.row)) == stamp(fix.before)
    ]
    folder = output_folder(workbook)
    before = steps(folder)
    step = Step(f"{dt.datetime.now():%Y-%m-%d %H:%M:%S}", workbook.name, tuple(fixes))
    keep(folder, [*before, step])
    refused = _mend(desk, fixes)
    seen = look(desk)
    stood, failed = standing(fixes, seen.book, seen.ledgers)
    keep(folder, [*before, replace(step, fixes=tuple(stood))] if stood else before)
    undoing = "点“撤销上一步”可以改回。" if stood else ""
    told = [f"改好 {len(stood)} 处。{undoing}", *_left(failed, "没有改成"), *refused]
    desk.tell("\n".join([*told, *list_findings(desk, seen)]))


def _mend(desk: Desk, fixes: list[Fix]) -> list[str]:
    """Write `fixes` wherever a sheet takes them; return in words what was refused, once a sheet."""
    refused: list[str] = []
    for each in writes(fixes):
        try:
            desk.mend(each)
        except Trouble as trouble:
            refused.append(trouble.message)
    return list(dict.fromkeys(refused))


def undo(desk: Desk) -> None:
    """撤销上一步: put back what the last 采纳建议 changed, wherever the rows are now."""
    workbook = saved(desk)
    folder = output_folder(workbook)
    given = steps(folder)
    number = last_open(given, workbook)
    if number is None:
        desk.tell("没有可以撤销的。这里只撤销“采纳建议”改的；自己刚改的请按 Ctrl+Z。")
        return
    book = desk.read()
    back, kept = restored(given[number].fixes, book, read(book, TABLES))
    refused = _mend(desk, back)
    seen = look(desk)
    done, failed = standing(back, seen.book, seen.ledgers)
    if not failed and (back or given[number].workbook == workbook.name):
        given[number] = replace(given[number], undone=True)
        keep(folder, given)
    told = [f"改回 {len(done)} 处（{given[number].when} 采纳的）。"]
    told += [line for why, fixes in kept.items() for line in _left(fixes, why)]
    told += [*_left(failed, "没有改回，可以再撤销一次"), *refused]
    desk.tell("\n".join([*told, *list_findings(desk, seen)]))


def _left(fixes: list[Fix], why: str) -> list[str]:
    """Say which fixes were left alone, with the value that stood there before."""
    return [f"有 {len(fixes)} 处{why}：", preview(fixes, 6)] if fixes else []
