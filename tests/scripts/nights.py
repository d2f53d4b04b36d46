"""Nights over one workbook in a folder of their own: the states before and after, and runs between them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import openpyxl
from docx import Document

from tests.scripts.clone import run

CUT = Path(__file__).with_name("cut.py")
SIGN = ".正在运行"
DRAFT = re.compile(r"\.[0-9a-f]{32}\.")
Files = dict[str, bytes]
UNCHANGED, MADE = "没有变化", "已重算"


class Runs:
    """A process that runs regenerate.py again and again, each time in a child that can be killed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def __call__(self, root: Path, *words: str, **more: Any) -> dict[str, Any]:
        """Run over the workbooks in `root` at the moment `now`; `fatal` is the event that ends it."""
        said = root.with_name(f"{root.name}.txt")
        self._pipe(self.process.stdin).write(
            json.dumps({"words": [str(root), *words], "root": str(root), "said": str(said), **more}) + "\n"
        )
        self._pipe(self.process.stdin).flush()
        return {**self.answer(), "said": said.read_text(encoding="utf-8")}

    def answer(self) -> dict[str, Any]:
        line = self._pipe(self.process.stdout).readline()
        answer: dict[str, Any] = json.loads(line)
        return answer

    @staticmethod
    def _pipe(pipe: IO[str] | None) -> IO[str]:
        assert pipe is not None
        return pipe


@contextmanager
def runs(workshop: Path, folder: Path) -> Iterator[Runs]:
    """Start such a process, its libraries loaded, with a scratch copy of the sample in `folder`."""
    folder.mkdir()
    scratch = shutil.copy(workshop / "示例.xlsx", folder / "热身.xlsx")
    python = str(workshop / ".venv" / "bin" / "python")
    command = [python, "-X", "utf8", "-B", str(CUT), str(scratch), "--final", "--todo"]
    process = subprocess.Popen(
        command, cwd=workshop, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    started = Runs(process)
    with process:
        assert started.answer()["code"] == 0
        yield started


def changed(given: Path, target: Path, hours: int) -> Path:
    """Write the workbook `given` to `target` with other hours of its first service, told in the summary."""
    target.write_bytes(_with_hours(given.read_bytes(), hours))
    return target


@cache
def _with_hours(given: bytes, hours: int) -> bytes:
    with warnings.catch_warnings(action="ignore"):
        book = openpyxl.load_workbook(BytesIO(given))
    sheet = book["志愿服务台账"]
    titles = {cell.value: cell for row in sheet.iter_rows(max_row=9) for cell in row}
    title = next(cell for name, cell in titles.items() if str(name).startswith("每人时长"))
    sheet.cell(title.row + 1, title.column).value = hours
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def edit(paper: Path) -> bytes:
    """Edit a paper as a person does in a word processor; return it."""
    document = Document(str(paper))
    document.paragraphs[-1].insert_paragraph_before("一年来，支部的工作还有这些体会。")
    document.save(str(paper))
    return paper.read_bytes()


def files(root: Path) -> Files:
    """Return every file below `root` but signs and drafts."""
    found = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in found
        if path.name != SIGN and not DRAFT.match(path.name)
    }


def left(root: Path) -> list[str]:
    """Return the signs and drafts that lie below `root`."""
    return [path.name for path in root.rglob(".*") if path.name == SIGN or DRAFT.match(path.name)]


def age(root: Path, seconds: float = 86400.0) -> None:
    """Let what a killed run left behind be a night old."""
    for path in root.rglob(".*"):
        if DRAFT.match(path.name):
            moment = path.stat().st_mtime - seconds
            os.utime(path, (moment, moment))


def night(workshop: Path, book: Path, *words: str) -> str:
    """Regenerate what changed; return what was said of it."""
    done = run(workshop, "regenerate.py", str(book), "--if-changed", *words)
    assert (done.returncode, done.stderr) == (0, "")
    return UNCHANGED if f"{UNCHANGED}：" in done.stdout else MADE


def outputs(book: Path) -> dict[str, Path]:
    """Return the outputs by what they are."""
    found = (book.parent / "自动生成").glob("[!.]*.*")
    return {re.findall("送审稿|正式稿|校验报告|还差什么|数字变动单", path.name)[0]: path for path in found}
