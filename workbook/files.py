"""Writing outputs so that nothing is lost: whole or not at all, and never over a person's own work."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain, count, takewhile
from pathlib import Path

from workbook.drafts import drafted
from workbook.older import put_aside
from workbook.trouble import CANNOT_WRITE, Trouble

OUTPUTS = "输出"
RECORD = ".生成记录.json"
OPEN = "正在别的程序里打开着"
MOVE = "请把工作簿移到能写入的文件夹（命令可用 --out 指定别的），或请管理员开通权限"
Record = dict[str, list[str]]
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def output_folder(workbook: Path, chosen: Path | None = None) -> Path:
    """Return the folder outputs go to: the `chosen` one, else 输出/ beside the workbook."""
    return chosen or workbook.parent / OUTPUTS


def safe_name(text: str) -> str:
    """Return `text` as a file name that Windows accepts too."""
    kept = "".join(" " if letter in '\\/:*?"<>|' or ord(letter) < 32 else letter for letter in text)
    return " ".join(kept.split()).rstrip(". ") or "未命名"


def own_name(target: Path, workbook: Path, taken: Mapping[Path, Path]) -> Path:
    """Return `target`, with a word in front where another workbook of this run has `taken` it.

    The word is what tells the two apart: the workbook's name in one folder, else the folder's.
    """
    if target not in taken:
        return target
    here = workbook.resolve()
    word = here.stem if taken[target].resolve().parent == here.parent else here.parent.name
    fronts = chain([word], (f"{word}（{number}）" for number in count(2)))
    places = (target.with_name(f"{front}-{target.name}") for front in fronts)
    return next(place for place in places if place not in taken)


def write_safely(
    target: Path,
    writer: Callable[[Path], object],
    check: Callable[[Path], object] | None = None,
    notes: list[str] | None = None,
    keep: int = 0,
) -> Path:
    """Let `writer` write, `check` read it back, and move it to `target`; return where it lies now.

    A target that a person changed, protected or has open stays as it is: the output gets the next
    numbered name and `notes` a sentence about it. Of what is replaced the `keep` latest versions stay.
    """
    with cannot_write(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
    with _draft(target) as draft:
        writer(draft)
        if check:
            check(draft)
        _flush(draft)
        return _settle(draft, target, [] if notes is None else notes, keep)


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


def edited_version(target: Path) -> Path | None:
    """Return the version of an output that a person changed since it was generated, the latest one."""
    record = _read_record(target.parent)
    changed = [place for place in _versions(target) if _edited(place, record)]
    return max(changed, key=lambda place: place.stat().st_mtime, default=None)


def _versions(target: Path) -> Iterator[Path]:
    return takewhile(Path.exists, _names(target))


def _edited(place: Path, record: Record) -> bool:
    mark = digest(place)
    return mark is not None and mark not in record.get(place.name, ())


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


def _settle(draft: Path, target: Path, notes: list[str], keep: int) -> Path:
    """Move `draft` to the first of the target's names that may be written; return it."""
    record, mark = _read_record(target.parent), digest(draft)
    for place in _names(target):
        before = digest(place)
        if before == mark:
            return place
        reason = _keeps(place, record)
        if not reason:
            # both marks, and before the move: a run that is cut off leaves nothing that looks edited
            _write_record(target.parent, record, place.name, [each for each in (mark, before) if each])
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
    mark = digest(place)
    if is_open(place) or mark is None:
        return OPEN
    return "" if mark in record.get(place.name, ()) else "生成以后有人改过"


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


def digest(path: Path) -> str | None:
    """Return the fingerprint of the file's content, or None where there is nothing to read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, PermissionError):
        return None


def _read_record(folder: Path) -> Record:
    """Return what was generated in `folder`: the marks of each file; a damaged record knows nothing."""
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    told = record if isinstance(record, dict) else {}
    return {name: marks if isinstance(marks, list) else [marks] for name, marks in told.items()}


def _write_record(folder: Path, record: Record, name: str, marks: list[str]) -> None:
    """Keep the fingerprints of the outputs that are still there, and of the one that is about to be."""
    kept = {old: found for old, found in record.items() if (folder / old).exists()} | {name: marks}
    replace_text(folder / RECORD, json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True))
