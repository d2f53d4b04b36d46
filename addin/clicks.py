"""What each button does, on a desk that is the open workbook and the screen; knows no spreadsheet program."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from addin.desk import Desk, Seen, list_findings, look, saved
from addin.finding import ERROR, WARNING, Finding
from addin.fixes import offered
from addin.judgement import Judgement
from addin.mending import accept, undo
from addin.night.news import bad_news
from addin.results import Patch, figure_lines, lost, ranked, totals
from addin.reveal import show_the_election
from workbook.files import output_folder
from workbook.grid.model import Book
from workbook.ledger import Cell
from workbook.read import read
from workbook.tables import BOARD, SOURCES, TABLES, TODO
from workbook.trouble import CANNOT_WRITE, Trouble
from workbook.turn import my_turn

if TYPE_CHECKING:
    from addin.outputs import Papers


def check(desk: Desk) -> None:
    """校验: list every finding and number, mark the cells, and bring the first error in view."""
    seen = look(desk)
    notes = [*list_findings(desk, seen), *_noted(_list_figures, desk, seen)]
    notes += [*show_the_election(desk, seen.book, seen.ledgers), *bad_news(desk.path)]
    first = _first(seen.judged.findings)
    if first:
        _show(desk, first.cell, seen.book)
    desk.tell("\n".join([_checked(seen, first), *notes]))


def _first(findings: list[Finding]) -> Finding | None:
    grave = (found for found in ranked(findings) if found.severity in (ERROR, WARNING))
    return next((found for found in grave if not found.explained), None)


def _show(desk: Desk, cell: Cell, book: Book) -> None:
    if cell.sheet in book.grids:
        desk.show(cell.sheet, f"{cell.letters}{cell.row}")


def _checked(seen: Seen, first: Finding | None) -> str:
    """Return the few words after a check."""
    findings = seen.judged.findings
    lines = [f"校验完成：{totals(findings, len(seen.judged.summary.missing))}。"]
    if first:
        lines.append(f"先看这一处：{first.address}　{first.says}{first.fix}")
    if findings:
        lines.append("问题都写在“校验结果”里，点“位置”一列就跳到那一格。")
    if seen.judged.summary.missing:
        lines.append("待补的数写在“数字出处”里。")
    fixes = len(offered(findings, seen.book, seen.ledgers))
    if fixes:
        lines.append(f"有 {fixes} 处可以点“采纳建议”一次改好。")
    return "\n".join(lines)


def write(desk: Desk) -> None:
    """生成总结: check, write the papers, name the rows of each number, and offer to open the paper."""
    from addin.outputs import write_papers  # only this click writes Word
    from addin.shelf import Shelf

    workbook = saved(desk)
    seen = look(desk)
    with my_turn(output_folder(workbook)):
        papers = write_papers(seen.judged, Shelf(output_folder(workbook), workbook))
    notes = [*papers.notes, *_list_all(desk, seen), *bad_news(workbook)]
    lines = _edited(papers) if papers.notice else _written(papers, seen.judged)
    opened = papers.notice or papers.final or papers.draft
    if desk.ask("\n".join([*lines, *notes, f"现在打开“{opened.name}”吗？"])):
        desk.open(opened)


def _list_all(desk: Desk, seen: Seen) -> list[str]:
    """Fill both result sheets; what stands in the way does not take the papers back, but is told."""
    notes = [*_noted(list_findings, desk, seen), *_noted(_list_figures, desk, seen)]
    return list(dict.fromkeys(notes))


def _noted(listing: Callable[[Desk, Seen], list[str]], desk: Desk, seen: Seen) -> list[str]:
    """Fill a result sheet; return what is to be told, also where it takes nothing."""
    try:
        return listing(desk, seen)
    except Trouble as trouble:
        return [trouble.message]


def _list_figures(desk: Desk, seen: Seen) -> list[str]:
    desk.write(seen.patch(SOURCES.key, figure_lines(seen.judged.figures.values())))
    return []


def _written(papers: Papers, judged: Judgement) -> list[str]:
    lines = [f"总结写在文件夹“{papers.draft.parent}”：", f"送审稿：{papers.draft.name}"]
    if papers.final:
        return [*lines, f"正式稿：{papers.final.name}"]
    return [*lines, f"正式稿没有生成：{_short('；'.join(judged.blocking))}"]


def _edited(papers: Papers) -> list[str]:
    return [
        f"“{papers.draft.name}”生成以后改过，没有动它，也没有另写一份。",
        f"{_differing(papers)}，写在“{(papers.notice or papers.draft).name}”里。",
        "要按现在的台账重写送审稿、生成正式稿，请先把这一份移走或改名，再点一次。",
        f"文件夹：{papers.draft.parent}",
    ]


def _differing(papers: Papers) -> str:
    counts = ((papers.changed, "文中有 {} 个数字"), (papers.listed, "附件表格有 {} 处"))
    told = "、".join(words.format(count) for count, words in counts if count)
    return f"{told}与台账现在不同，要核对" if told else "文中的数字、附件的表格都与台账一致"


def _short(text: str, most: int = 160) -> str:
    return text if len(text) <= most else text[:most].rpartition("、")[0] + "……（全部见“数字出处”）"


def board(desk: Desk) -> None:
    """刷新看板: write its numbers; the charts that refer to them follow."""
    from addin.board import board as numbers  # loads pandas
    from workbook.panels import NOTE_ROW

    book = desk.read()
    if BOARD.sheet not in book.grids:
        raise Trouble(CANNOT_WRITE, lost(BOARD.sheet))
    ledgers = read(book, TABLES)
    desk.write(Patch(BOARD.sheet, "A", NOTE_ROW, numbers(ledgers, dt.datetime.now())))
    show_the_election(desk, book, ledgers)
    desk.show(BOARD.sheet, "A1")
    _tell_bad_news(desk)


def todo(desk: Desk) -> None:
    """还差什么: write the page of what is still open, and show it."""
    from addin import todo_page  # what other clicks do without
    from addin.todo import todo as page

    seen = look(desk)
    desk.write(seen.patch(TODO.key, [line._asdict() for line in todo_page.lines(page(seen.judged))]))
    desk.show(TODO.sheet, "A1")
    _tell_bad_news(desk)


def _tell_bad_news(desk: Desk) -> None:
    """Tell of a run nobody watched that failed, after a click that has nothing else to tell."""
    news = bad_news(desk.path)
    if news:
        desk.tell("\n".join(news))


def folder(desk: Desk) -> None:
    """打开输出文件夹: open it where there is one."""
    place = output_folder(saved(desk))
    if place.is_dir():
        desk.open(place)
    else:
        desk.tell("还没有“输出”文件夹。点“生成总结”后，总结就写在那里。")


def doctor(desk: Desk) -> None:
    """体检: say what is missing on this machine, and the one thing to do about each."""
    from addin.doctor import Machine, examine, told

    desk.tell(told(examine(Machine(workbook=desk.path))))


CLICKS: dict[str, Callable[[Desk], None]] = {
    "check": check,
    "todo": todo,
    "write": write,
    "board": board,
    "accept": accept,
    "undo": undo,
    "folder": folder,
    "doctor": doctor,
}
