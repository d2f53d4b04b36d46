"""Which workbooks are meant: files, folders and patterns as a person names them, else those in 我的台账."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from _prelude import MINE
from addin.night.place import GENERATED
from workbook.files import OUTPUTS
from workbook.older import OLDER
from workbook.record import REPAIRED

READABLE = (".xlsm", ".xlsx", ".ods")
SAMPLE = "（示例）"
OWNERS = ("~$", ".~lock")  # what Excel and LibreOffice leave beside a workbook that is open
WRITTEN = (OUTPUTS, GENERATED, OLDER)  # folders in which nobody keeps a workbook
NUMBERED = r"( ?[(（]\d{1,2}[)）])"  # with more figures it is a year
PATTERNS = (  # what programs that copy or synchronise files make of the name of a workbook, which is *
    rf"\* ?[-—]? ?副本{NUMBERED}?",
    rf"副本 ?\*{NUMBERED}?",
    rf"\*{NUMBERED}",
    r"\*( ?[(（][^()（）]*|[ _-][^()（）]*)(冲突|conflicted copy)[^()（）]*[)）]?",
    r"\*-([A-Z][A-Z0-9]*(-[A-Z0-9]+)+|[A-Z][A-Z0-9]{4,}|[^-]*(电脑|笔记本|台式机|PC))",
)
PASSED_OVER = (
    "“{left}”没有算：“{taken}”是同一本，存得更晚（{saved:%Y-%m-%d %H:%M}），以它为准。"
    "要算没有算的那一本，请写上它的文件名，或拖到“校验并生成总结”上。"
)
A_COPY = (
    "“{left}”没有算：名字像是同步或复制时多出来的一份，以“{taken}”为准。"
    "两份里登的不一样的，请合到“{taken}”里；要单算这一份，请写上它的文件名。"
)
OLD_FORMS = (".xls", ".xlsb", ".et")
OLD_FORM = "“{}”没有算：这种格式读不了。是台账的，请用 Excel 或 WPS 另存为 .xlsx。"
AN_OWNER = "跳过 {}：这是 Excel 打开文件时留下的标记，不是工作簿。"


class Meant(NamedTuple):
    """The workbooks that are meant, and in Chinese what was left out of the places named, and why.

    `named` are those of the workbooks that were named themselves, not found in a folder.
    """

    books: list[Path]
    remarks: list[str]
    named: frozenset[Path] = frozenset()


def meant(named: Iterable[Path] = ()) -> Meant:
    """Return the workbooks that files, folders and patterns stand for, each once; without any, 我的台账.

    A file that is named is taken as it is, and so is a folder that holds none, for it to be told of. From
    folders and patterns come workbooks only: no reports, no copies that a cloud drive made, and of one
    workbook in several forms the one saved last.
    """
    places = list(named)
    found = [_found(place) for place in places] if places else [_mine()]
    books = dict.fromkeys(book.resolve() for each in found for book in each.books)
    named = frozenset(place.resolve() for place in places)
    return Meant(list(books), [remark for each in found for remark in each.remarks], named)


def _mine() -> Meant:
    """Return the workbooks in 我的台账; the sample year is meant only where there is nothing else."""
    found = _chosen(MINE.glob("*.*"))
    own = [book for book in found.books if not REPAIRED.sub("", book.stem).endswith(SAMPLE)]
    return found._replace(books=own) if own else found


def _found(place: Path) -> Meant:
    if place.is_dir():
        found = _chosen(place.glob("*.*"))
        return found if found.books else found._replace(books=[place])
    if place.name.startswith(OWNERS):
        return Meant([], [AN_OWNER.format(place.name)])
    if place.exists() or not any(sign in str(place) for sign in "*?"):
        return Meant([place], [])
    return _matching(place)


def _matching(place: Path) -> Meant:
    """Return the workbooks a pattern like *.xlsm stands for: the console of Windows leaves that to us.

    A pattern that nothing fits stands for itself, so that it is told of like any file that is not there.
    """
    pattern = str(place.relative_to(place.anchor)).replace("[", "[[]")
    fitting = sorted(Path(place.anchor).glob(pattern))
    folders = [_found(each) for each in fitting if each.is_dir()]
    chosen = _chosen(each for each in fitting if each.is_file())
    books = [*chosen.books, *(book for each in folders for book in each.books)]
    remarks = [*chosen.remarks, *(remark for each in folders for remark in each.remarks)]
    return Meant(books, remarks) if fitting else Meant([place], [])


def _chosen(places: Iterable[Path]) -> Meant:
    """Choose the workbooks among files that lie somewhere."""
    there = list(places)
    readable = [place for place in there if place.suffix.lower() in READABLE]
    books = [place for place in readable if not set(place.parts) & set(WRITTEN)]
    remarks = [AN_OWNER.format(book.name) for book in books if book.name.startswith(OWNERS[0])]
    remarks += [OLD_FORM.format(place.name) for place in there if place.suffix.lower() in OLD_FORMS]
    books = [book for book in books if not book.name.startswith(OWNERS)]
    beside: dict[Path, dict[str, Path]] = {}
    for book in books:
        beside.setdefault(book.parent, {})[book.stem] = book
    whole = {book: copied_from(book, beside[book.parent]) for book in books}
    remarks += [A_COPY.format(left=book.name, taken=of.name) for book, of in whole.items() if of]
    kept = _forms([book for book, of in whole.items() if of is None])
    return Meant([forms[-1] for forms in kept], [*remarks, *_passed_over(kept)])


def copied_from(book: Path, beside: Mapping[str, Path]) -> Path | None:
    """Return the workbook `beside` it, by its name, of which `book` is by its own a copy, or None."""
    return next((beside[name] for name in beside if name in book.stem and _is_copy(book.stem, name)), None)


def _is_copy(name: str, whole: str) -> bool:
    rest = name.replace(whole, "*", 1)  # a star is in no name
    return any(re.fullmatch(pattern, rest) for pattern in PATTERNS)  # compiled once, where a folder is named


def _forms(books: list[Path]) -> list[list[Path]]:
    """Return the files of each workbook, the one saved last at the end."""
    kept: dict[Path, list[Path]] = {}
    for book in sorted(books, key=lambda book: book.stat().st_mtime):
        kept.setdefault(book.with_name(REPAIRED.sub("", book.stem)), []).append(book)
    return sorted(kept.values(), key=lambda forms: forms[-1])


def _passed_over(kept: list[list[Path]]) -> Iterator[str]:
    """Yield in Chinese which files were left out for which other one, and why."""
    for *others, taken in kept:
        saved = datetime.fromtimestamp(taken.stat().st_mtime)
        for left in others:
            yield PASSED_OVER.format(left=left.name, taken=taken.name, saved=saved)
