"""Check filled workbooks and write the Word summary and the report of each, with no Excel open."""

from __future__ import annotations

import os
import sys

from _prelude import HOME, MINE, restart_in_environment

restart_in_environment()

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from _books import meant
from _command import Arguments, day, end
from _shift import FOREIGN, Result, Shift
from addin.night.log import Log
from addin.night.patience import appear
from addin.night.place import FOLDER, GENERATED, PLACES, USUAL, unknown
from workbook.trouble import NOT_OURS, Trouble
from workbook.turn import my_turn

ABOUT = "校验工作簿，写出党建工作总结（Word）和校验报告。工作簿只读，不改动。"
NOTHING_THERE = f"“{MINE}”里没有工作簿。请把台账放在那里，或写上它的文件名。"
BUSY = "另一次自动重算还没有结束，这次没有开始，什么也没有改动。"
FINE = 1  # the highest code of a run that did its work


def arguments(words: Sequence[str] | None = None) -> Namespace:
    """Return what was asked for."""
    parser = Arguments(ABOUT)
    named = ".xlsm、.xlsx 或 .ods 文件，或放着它们的文件夹、*.xlsm 一类的写法；不写则是“我的台账”里的"
    parser.add_argument("workbooks", nargs="*", type=Path, metavar="工作簿", help=named)
    to = f"写到这里，可含 {'、'.join(PLACES)}；不写则在工作簿旁边的“{GENERATED}”里"
    parser.add_argument("--out", type=_folder, default=USUAL, metavar="文件夹", help=to)
    until = "只统计到这一天，如 2022-11-25；不写则到今天，过了年到年底（归属本年度、次年初已开的会也算）"
    parser.add_argument("--as-of", type=day, metavar="日期", help=until)
    parser.add_argument("--final", action="store_true", help="同时生成正式稿；有没改的错误或待补数字时不生成")
    parser.add_argument(
        "--todo", action="store_true", help="同时写一页“还差什么”：还没办的事、还缺的数（A4，可打印）"
    )
    parser.add_argument("--strict", action="store_true", help="有警告也算没有通过（结束码 1）")
    same = "内容、程序都没有变，也没有到期限、期间变化的日子，就不重写"
    parser.add_argument("--if-changed", action="store_true", help=same)
    older = "重写时把原来的留在“以前的版本”里，每种最多留几份；不写则不留"
    parser.add_argument("--keep", type=_number, default=0, metavar="份数", help=older)
    patience = "网络盘没连上、文件正在保存时，最多等几秒；不写则几乎不等"
    parser.add_argument("--wait", type=_number, default=0, metavar="秒", help=patience)
    parser.add_argument("--log", type=_file, metavar="文件", help="把每本一行的结果记在这个日志里")
    parser.add_argument("--json", action="store_true", help="结果写成 JSON，给别的程序读")
    return parser.parse_args(words)


def _folder(text: str) -> str:
    """Return the pattern of a folder; a relative one lies where the command was typed."""
    wrong = unknown(text) if text else ["空的文件夹名"]
    if wrong:
        raise ArgumentTypeError(f"“{wrong[0]}”不能写在文件夹名里，能写的是 {'、'.join(PLACES)}")
    first, *rest = Path(text).parts
    if FOLDER in "".join(rest) or (FOLDER in first and first != FOLDER):
        raise ArgumentTypeError(f"{FOLDER} 只能单独写在最前面，如 {USUAL}")
    return text if first == FOLDER else str(Path(text).absolute())


def _file(text: str) -> Path:
    return Path(text).absolute()


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise ArgumentTypeError(f"“{text}”不是数，请写 0、1、2 这样的整数")
    return int(text)


def main(words: Sequence[str] | None = None) -> int:
    """Work through the workbooks; return the highest exit code."""
    asked = arguments(words)
    asked.away = appear(asked.workbooks, asked.wait)  # seconds left for what does not come
    found = meant(asked.workbooks)
    say = _silent if asked.json else _aloud
    for remark in found.remarks:
        say(remark)
    with _alone(asked), closing(Shift(asked, Log(asked.log), found)) as shift:
        books, speak = _watched(found.books, say)
        for book in books:
            result = shift.serve(book)
            speak(result.text, file=_stream(result))
        _require(shift, asked)
        if len(found.books) > 1:
            speak(shift.summary)
    for _, text in shift.troubles:
        print(text, file=sys.stderr)
    if asked.json:
        from _as_json import as_json

        print(as_json(shift))
    return shift.code


@contextmanager
def _alone(asked: Namespace) -> Iterator[None]:
    """Keep a second night shift of this program from beginning while one is at work.

    Where the program's folder takes no sign, the one in each output folder must do.
    """
    with ExitStack() as stack:
        if asked.if_changed and os.access(HOME, os.W_OK):
            try:
                stack.enter_context(my_turn(HOME, BUSY))
            except Trouble as trouble:
                Log(asked.log).add(f"没有成功：{trouble.message}")
                raise
        yield


def _require(shift: Shift, asked: Namespace) -> None:
    """Complain where there was nothing to do."""
    if all(result.state == FOREIGN for result in shift.results):
        text = "没有可以读的工作簿。" if asked.workbooks else NOTHING_THERE
        shift.troubles.append((NOT_OURS, text))


def _stream(result: Result) -> object:
    return sys.stderr if result.code > FINE else sys.stdout


def _aloud(text: str, file: object = None) -> None:
    print(text, file=file, flush=True)  # type: ignore[call-overload]


def _silent(text: str, file: object = None) -> None:
    """Say nothing: the JSON document holds it."""


def _watched(books: list[Path], say: Callable[..., None]) -> tuple[Iterable[Path], Callable[..., None]]:
    """Return the workbooks and how to speak: with a bar where a person watches several of them."""
    if len(books) < 2 or not (sys.stderr and sys.stderr.isatty()) or say is _silent:
        return books, say
    from tqdm import tqdm

    return tqdm(books, unit="本", leave=False), tqdm.write


if __name__ == "__main__":
    end(main, collecting=False)
