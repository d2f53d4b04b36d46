"""Writing outputs so that nothing is lost: whole or not at all, and never over a person's own work."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, count, takewhile
from pathlib import Path

from workbook.drafts import drafted
from workbook.older import put_aside
from workbook.record import RECORD, Record, digest, same_workbook
from workbook.trouble import CANNOT_WRITE, Trouble

OUTPUTS = "输出"
OPEN = "正在别的程序里打开着"
MOVE = "请把工作簿移到能写入的文件夹（命令可用 --out 指定别的），或请管理员开通权限"
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def output_folder(workbook: Path, chosen: Path | None = None) -> Path:
    """Return the folder outputs go to: the `chosen` one, else 输出/ beside the workbook."""
    return chosen or workbook.parent / OUTPUTS


def safe_name(text: str) -> str:
    """Return `text` as a file name that Windows accepts too."""
    kept = "".join(" " if letter in '\\/:*?"<>|' or ord(letter) < 32 else letter for letter in text)
    return " ".join(kept.split()).rstrip(". ") or "未命名"


def own_name(target: Path, workbook: Path) -> Path:
    """Return `target`, with a word in front where an output of another workbook has that name.

    The word is what tells the two apart: the workbook's name in one folder, else the folder's.
    """
    record, here = Record(target.parent), workbook.resolve()

    def others(place: Path) -> Path | None:
        owner = record.owner(place)
        return owner if owner and not same_workbook(owner, here) and owner.exists() else None

    other = others(target)
    if other is None:
        return target
    word = here.stem if other.parent == here.parent else here.parent.name
    fronts = chain([word], (f"{word}（{number}）" for number in count(2)))
    places = (target.with_name(f"{front}-{target.name}") for front in fronts)
    return next(place for place in places if others(place) is None)


def write_safely(
    target: Path,
    writer: Callable[[Path], object],
    check: Callable[[Path], object] | None = None,
    notes: list[str] | None = None,
    keep: int = 0,
    workbook: Path | None = None,
) -> Path:
    """Let `writer` write, `check` read it back, and move it to `target`; return where it lies now.

    A target that a person changed, protected or has open stays as it is: the output gets the next
    numbered name and `notes` a sentence about it. Of what is replaced the `keep` latest versions stay.
    The record keeps that it is an output of `workbook`.
    """
    with cannot_write(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
    with _draft(target) as draft:
        writer(draft)
        if check:
            check(draft)
        _flush(draft)
        return _settle(draft, target, [] if notes is None else notes, keep, workbook)


def replace_text(target: Path, text: str) -> None:
    """Let `text` take the place of `target` in one step."""
    replace_bytes(target, text.encode("utf-8"))


def replace_bytes(target: Path, content: bytes) -> None:
    """Let `content` take the place of `target` in one step: whatever happens, one of the two is there."""
    with cannot_write(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
    with _draft(target) as draft:
        draft.write_bytes(content)
        _flush(draft)
        draft.replace(target)


def edited_version(target: Path, workbook: Path | None = None, sure: bool = False) -> Path | None:
    """Return the version of an output that a person changed since it was generated, the latest one.

    With `workbook` one that is known to be another's is none; if `sure`, nor is one of which nobody knows.
    """
    record = Record(target.parent)
    changed = [place for place in _versions(target) if record.is_edited(place)]
    if workbook is not None:
        changed = [place for place in changed if _may_be_of(workbook.resolve(), record.owner(place), sure)]
    return max(changed, key=lambda place: place.stat().st_mtime, default=None)


def _may_be_of(workbook: Path, owner: Path | None, sure: bool) -> bool:
    return not sure if owner is None else same_workbook(owner, workbook)


def remove_generated(target: Path) -> None:
    """Remove an output that no longer holds, unless a person changed it or has it open."""
    if Record(target.parent).is_generated(target) and not is_open(target):
        with suppress(OSError):
            target.unlink()


def _versions(target: Path) -> Iterator[Path]:
    return takewhile(Path.exists, _names(target))


@contextmanager
def cannot_write(folder: Path, move: str = MOVE) -> Iterator[None]:
    """Turn an error of the operating system about `folder` into the sentence a person can act on."""
    try:
        yield
    except Trouble:
        raise
    except Exception as error:  # XlsxWriter wraps the system's errors; whatever else it is goes on as it is
        cause = error if isinstance(error, OSError) else error.__context__
        if not isinstance(cause, OSError) or _elsewhere(cause, folder):
            raise
        full = cause.errno in FULL
        reason = "磁盘满了或超出限额" if full else "这个文件夹不存在，或没有写入的权限"
        cure = "请腾出空间后再试" if full else move
        raise Trouble(CANNOT_WRITE, f"写不进文件夹“{folder}”：{reason}。{cure}。") from error


def _elsewhere(error: OSError, folder: Path) -> bool:
    """Tell whether the error is about a file that has nothing to do with `folder`: our own fault."""
    if not isinstance(error.filename, str):
        return False
    place = Path(error.filename)
    return not (place.is_relative_to(folder) or folder.is_relative_to(place))


@contextmanager
def _draft(target: Path) -> Iterator[Path]:
    """Give a file beside `target` to write into; whatever happens, it is gone afterwards."""
    with cannot_write(target.parent), drafted(target) as draft:
        yield draft


def _flush(path: Path) -> None:
    """Wait until the file is on the disk, not only in memory."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _settle(draft: Path, target: Path, notes: list[str], keep: int, workbook: Path | None) -> Path:
    """Move `draft` to the first of the target's names that may be written; return it."""
    record, mark = Record(target.parent), digest(draft)
    for place in _names(target):
        before = digest(place)
        if before == mark:
            return place
        reason = _keeps(place, record)
        if not reason:
            # both marks, and before the move: a run that is cut off leaves nothing that looks edited
            marks = [each for each in (mark, before) if each]
            replace_text(target.parent / RECORD, record.with_entry(place.name, marks, workbook))
            put_aside(place, keep)
            reason = _move(draft, place)
        if not reason:
            return place
        notes.append(f"“{place.name}”{reason}，没有动它；新的一份另存了。")
    raise AssertionError("the names never end")


def _names(target: Path) -> Iterator[Path]:
    """Yield the target, then 名（2）, 名（3） … without end."""
    yield target
    number = 2
    while True:
        yield target.with_name(f"{target.stem}（{number}）{target.suffix}")
        number += 1


def _keeps(place: Path, record: Record) -> str:
    """Return why the file at `place` must stay as it is, or nothing."""
    if not place.exists():
        return ""
    if not place.stat().st_mode & stat.S_IWUSR:
        return "设成了只读"
    if is_open(place) or digest(place) is None:
        return OPEN
    return "" if record.is_generated(place) else "生成以后有人改过"


def is_open(path: Path) -> bool:
    """Tell whether Word, Excel, WPS or LibreOffice left the sign that they have the file open."""
    name = path.name
    owners = (
        f".~lock.{name}#",
        f"~${name}",
        f"~${name[1:]}",
        f"~${name[2:]}",
    )  # Word drops up to two letters
    return any(path.with_name(owner).exists() for owner in owners)


def _move(draft: Path, place: Path) -> str:
    """Move `draft` to `place` in one step; return why that was refused, or nothing."""
    try:
        draft.replace(place)
    except PermissionError:  # on Windows: another program holds the file
        return OPEN
    return ""
