"""Check filled workbooks and write the Word summary and the report of each, with no Excel open."""

from __future__ import annotations

import sys

from _prelude import MINE, restart_in_environment

restart_in_environment()

import gc
from argparse import Namespace
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from _command import Arguments, attempt, day, end, table
from _mine import READABLE, mine, passed_over
from addin.pipeline import WITH_ERRORS, run
from workbook.files import output_folder
from workbook.trouble import NOT_OURS, Trouble
from workbook.turn import my_turn

ABOUT = "校验工作簿，写出党建工作总结（Word）和校验报告。工作簿只读，不改动。"
LOCK_FILE = "~$"
NOTHING_THERE = f"“{MINE}”里没有工作簿。请把台账放在那里，或写上它的文件名。"


def arguments() -> Namespace:
    """Return what was asked for."""
    parser = Arguments(ABOUT)
    named = ".xlsm、.xlsx 或 .ods 文件；不写则是“我的台账”里的"
    parser.add_argument("workbooks", nargs="*", type=Path, metavar="工作簿", help=named)
    parser.add_argument("--out", type=Path, metavar="文件夹", help="写到这里；不写则在工作簿旁边的“输出”里")
    until = "只统计到这一天，如 2022-11-25；不写则到今天，过了年到年底（归属本年度、次年初已开的会也算）"
    parser.add_argument("--as-of", type=day, metavar="日期", help=until)
    parser.add_argument("--final", action="store_true", help="同时生成正式稿；有没改的错误或待补数字时不生成")
    parser.add_argument(
        "--todo", action="store_true", help="同时写一页“还差什么”：还没办的事、还缺的数（A4，可打印）"
    )
    parser.add_argument("--strict", action="store_true", help="有警告也算没有通过（结束码 1）")
    return parser.parse_args()


def main() -> int:
    """Work through the workbooks; return the highest exit code."""
    asked = arguments()
    for line in () if asked.workbooks else passed_over():
        print(line, flush=True)
    books, say = _watched(list(_books(asked.workbooks or mine())))
    taken: dict[Path, Path] = {}
    highest = -1
    for book in books:
        if highest >= 0:
            gc.collect()  # what is left of the one before; of the last the end of the process takes care
        code, text = attempt(partial(_serve, book, asked, taken))
        say(text, file=sys.stderr if code > WITH_ERRORS else sys.stdout)
        highest = max(highest, code)
    if highest < 0:
        raise Trouble(NOT_OURS, "没有可以读的工作簿。" if asked.workbooks else NOTHING_THERE)
    return highest


def _serve(book: Path, asked: Namespace, taken: dict[Path, Path]) -> tuple[int, str]:
    """Check one workbook and write its outputs; return its exit code and what came of it."""
    if book.is_dir():
        every = book / f"*{_form(book)}"
        raise Trouble(NOT_OURS, f"这是文件夹：{book}\n请写里面工作簿的名字，要算全部就写成 {every}")
    if not book.is_file():
        raise Trouble(NOT_OURS, f"没有这个文件：{book}\n请核对文件名和所在的文件夹。")
    with my_turn(output_folder(book, asked.out)):
        outcome = run(book, asked.out, asked.as_of, asked.final, taken, asked.todo)
    written = (outcome.draft, outcome.final, outcome.report, outcome.todo)
    taken |= {path: book for path in written if path}
    failed = (asked.strict and outcome.warnings) or (asked.final and not outcome.final)
    code = WITH_ERRORS if failed else outcome.code
    return code, table(outcome, asked.final)


def _form(folder: Path) -> str:
    """Return the ending of the workbooks in `folder`, the form with buttons where there is none."""
    there = {path.suffix.lower() for path in folder.glob("*.*")}
    return next((form for form in READABLE if form in there), READABLE[0])


def _books(paths: Iterable[Path]) -> Iterable[Path]:
    """Yield each workbook once; the small files that Excel keeps beside an open one are none."""
    named = (each for path in paths for each in _expanded(path))
    for path in dict.fromkeys(path.resolve() for path in named):
        if path.name.startswith(LOCK_FILE):
            print(f"跳过 {path.name}：这是 Excel 打开文件时留下的标记，不是工作簿。", flush=True)
        else:
            yield path


def _expanded(path: Path) -> Iterable[Path]:
    """Return the files a pattern like *.xlsm stands for: the console of Windows leaves that to us.

    A pattern that nothing fits stands for itself, so that it is told of like any file that is not there.
    """
    if path.exists() or not any(sign in str(path) for sign in "*?"):
        return [path]
    pattern = str(path.relative_to(path.anchor)).replace("[", "[[]")
    return sorted(Path(path.anchor).glob(pattern)) or [path]


def _watched(books: list[Path]) -> tuple[Iterable[Path], Callable[..., None]]:
    """Return the workbooks and how to speak: with a bar where a person watches several of them."""
    if len(books) < 2 or not sys.stderr.isatty():
        return books, print
    from tqdm import tqdm

    return tqdm(books, unit="本", leave=False), tqdm.write


if __name__ == "__main__":
    end(main, collecting=False)
