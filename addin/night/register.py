""".运行状态.json beside the outputs: how the last runs over each workbook went, and what they rested on."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from workbook.files import replace_text

STATUS = ".运行状态.json"
RUNS, BOOKS = "运行", "工作簿"


class Entry(NamedTuple):
    """What is remembered of one workbook: days and moments in ISO form, files relative to the folder.

    `content`, `program` and `asked` are what the outputs rest on, `made` when they were written and `turns`
    the first day on which the same content says something else (下次变化日); empty ones are not known.
    """

    content: str = ""
    program: str = ""
    asked: str = ""
    made: str = ""
    turns: str = ""
    outputs: tuple[str, ...] = ()
    code: int = 0
    succeeded: str = ""
    failed: str = ""
    reason: str = ""

    @property
    def is_failing(self) -> bool:
        """Tell whether the last run over the workbook failed."""
        return self.failed > self.succeeded


class Register:
    """What is remembered in `folder` of the workbooks whose outputs lie there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.is_changed = False
        books = _read(folder / STATUS).get(BOOKS)
        self.entries = _entries(books if isinstance(books, dict) else {})

    def __getitem__(self, workbook: Path) -> Entry:
        return self.entries.get(self._name(workbook), Entry())

    def __setitem__(self, workbook: Path, entry: Entry) -> None:
        self.entries[self._name(workbook)] = entry
        self.is_changed = True

    def outputs(self, workbook: Path) -> list[Path]:
        """Return where the outputs of `workbook` lie."""
        return [self.folder / name for name in self[workbook].outputs]

    def relative(self, path: Path) -> str:
        """Return how an output is remembered."""
        return Path(os.path.relpath(path, self.folder)).as_posix()

    def save(self, ended: str, log: Path | None = None) -> None:
        """Write what is remembered, in one step."""
        books = {name: _told(entry) for name, entry in sorted(self.entries.items())}
        run = {"结束": ended, "日志": str(log) if log else ""}
        text = json.dumps({RUNS: run, BOOKS: books}, ensure_ascii=False, indent=1)
        replace_text(self.folder / STATUS, text)
        self.is_changed = False

    def _name(self, workbook: Path) -> str:
        """Return how a workbook is remembered: as seen from the folder, so that both may move together."""
        try:
            return Path(os.path.relpath(workbook, self.folder)).as_posix()
        except ValueError:  # another drive of Windows
            return workbook.as_posix()


def _read(path: Path) -> dict[str, Any]:
    """Return what stands in the file; a damaged one tells nothing, and all is made anew."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _entries(books: dict[str, Any]) -> dict[str, Entry]:
    return {name: entry for name, told in books.items() if (entry := _entry(told))}


def _entry(told: Any) -> Entry | None:
    """Return a remembered entry, or None where somebody changed it into something else."""
    known = {key: value for key, value in told.items() if key in CHINESE} if isinstance(told, dict) else {}
    named = {CHINESE[key]: value for key, value in known.items()}
    blank = Entry()
    if any(type(value) is not type(_plain(getattr(blank, key))) for key, value in named.items()):
        return None
    entry = Entry(**named)
    return entry._replace(outputs=tuple(map(str, entry.outputs)))


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _told(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, key) for name, key in CHINESE.items()}


CHINESE = {
    "上次成功": "succeeded",
    "上次没有成功": "failed",
    "原因": "reason",
    "结束码": "code",
    "上次重算": "made",
    "下次变化日": "turns",
    "文件": "outputs",
    "内容": "content",
    "程序": "program",
    "要求": "asked",
}
