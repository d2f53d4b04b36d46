"""Let the machine regenerate the reports by itself: install that, show it, run it now, take it back."""

import sys

from _prelude import HOME, NOT_READY, UNAVAILABLE, enter_environment, give_up, inside, ready

enter_environment()

from argparse import ArgumentTypeError, BooleanOptionalAction, Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from _command import Arguments, attempt, end
from addin.night.place import GENERATED, PLACES
from addin.schedule.control import earlier, install, remove, since
from addin.schedule.job import Job
from addin.schedule.machines import MACHINES, usual
from addin.schedule.plan import clock, frequency, plan
from addin.schedule.run import GRACE, not_ready, nothing_missed, run
from addin.schedule.show import show
from workbook.trouble import Trouble

USAGE = """用法：schedule.py install|show|run-now|remove …
让这台电脑到时候自己校验工作簿、写出总结和报告，不用有人在。
  install  设定或改设定，不写别的就是每个工作日 9:30 算“我的台账”里的
  show     看设定、上次运行的结果、下次运行的时间
  run-now  现在运行一次，与到时候运行的完全相同
  remove   撤回，不留设置
每个后面加 -h 有详细说明，如：schedule.py install -h
"""
INSTALL = (
    "设定到时候自动重算。再运行一次就改，没有写的照原来的（要从头来，先 remove）；没有改的，什么也不动。"
)
REMOVE = "撤回定时任务，不留设置；台账、总结和运行记录不动。"
SHOW = (
    "说明设定了什么、上次什么时候运行、结果如何、下次什么时候。"
    "上次没有成功、该运行没有运行、或系统里的任务不见了，结束码是 1。"
)
RUN_NOW = "现在运行一次，与到时候运行的完全相同。结束码同 regenerate.py。"
EVERY = (
    "每天、工作日、每周、每月、季末（或 daily、workdays、weekly、monthly、quarter），"
    "不写则工作日：周一到周五，不认识法定节假日和调休"
)
AT = "钟点，不写则 09:30（办公电脑夜里多半关机）；错过的，开机后补上"
ON = "每周：周一……周日，不写则周一；每月：1……28 或 末（最后一天），不写则末"
WITH = "用什么定时：systemd、cron、windows、launchd；不写则用这台电脑有的"
BOOKS = "工作簿、文件夹，或 *.xlsm 那样的写法（请加引号）；不写则是运行时“我的台账”里的"
OUT = f"写到这里，可含 {'、'.join(PLACES)}；不写则在工作簿旁边的“{GENERATED}”里"
KEEP = "重写时把原来的留在“以前的版本”里，每种最多留几份；不写则不留"
FINAL = "是否也生成正式稿（有没改的错误或待补数字时不生成）；不写则不生成"
TODO = "是否也写一页“还差什么”；不写则写"
IF_MISSED = "只在错过了才运行（给 cron 每小时用）"
IF_DUE = "只在到了时候还没有运行过才运行（给 cron、launchd 用）"


def main() -> int:
    """Do what the first word says; return the exit code."""
    words = sys.argv[1:]
    if words[:1] in (["-h"], ["--help"]):
        print(USAGE, end="")
        return 0
    if not words or words[0] not in ACTIONS:
        what = f"不认识“{words[0]}”" if words else "没有写做什么"
        give_up(f"参数不对：{what}。\n{USAGE.rstrip()}", 64)
    parser, act = ACTIONS[words[0]]
    return act(parser(words[0]).parse_args(words[1:]))


def _install(asked: Namespace) -> int:
    if not ready():
        raise Trouble(UNAVAILABLE, NOT_READY)
    for line in install(_wanted(asked)):
        print(line, flush=True)
    return 0


def _wanted(asked: Namespace) -> Job:
    """Return the job a person asks for; what she does not say stays as it was. Every path is a whole one."""
    before = earlier(HOME) or Job(HOME, asked.plan, "", _python(), since(datetime.now()))
    return replace(
        before,
        home=HOME,
        plan=asked.plan,
        python=_python(),
        since=since(datetime.now()),
        machine=asked.machine or before.machine or usual(),
        books=tuple(_whole(book) for book in asked.books) or before.books,
        out=before.out if asked.out is None else _folder(asked.out),
        final=before.final if asked.final is None else asked.final,
        todo=before.todo if asked.todo is None else asked.todo,
        keep=before.keep if asked.keep is None else asked.keep,
    )


def _python() -> Path:
    """Return the Python below the environment: it still runs, and says so, where that one is broken."""
    below = Path(getattr(sys, "_base_executable", None) or sys.executable)
    silent = below.with_name("pythonw.exe")  # no window flashes up
    return silent if sys.platform == "win32" and silent.exists() else below


def _folder(word: str) -> str:
    """Return the folder as regenerate.py understands it, which complains of one that it does not."""
    from regenerate import arguments

    return str(arguments([f"--out={word}"]).out)


def _whole(word: str) -> str:
    return str(Path.cwd() / word)


def _remove(asked: Namespace) -> int:
    for line in remove(HOME):
        print(line, flush=True)
    return 0


def _show(asked: Namespace) -> int:
    code, text = show(HOME, datetime.now(), asked.json)
    print(text)
    return code


def _run_now(asked: Namespace) -> int:
    now = datetime.now()
    if (asked.if_missed or asked.if_due) and nothing_missed(
        HOME, now, GRACE if asked.if_missed else timedelta()
    ):
        return 0
    if not (inside() and ready()):
        not_ready(HOME, NOT_READY, now)
        give_up(NOT_READY)
    code, text = run(HOME, lambda words: attempt(partial(_regenerate, words)))
    if text:
        print(text, file=sys.stderr)
    return code


def _regenerate(words: "list[str]") -> "tuple[int, str]":
    try:
        from regenerate import main as regenerate
    except ImportError:  # a library is missing though the environment says it is complete
        raise Trouble(UNAVAILABLE, NOT_READY) from None
    return regenerate(words), ""


def _install_words(name: str) -> Arguments:
    parser = _parser(name, INSTALL)
    parser.add_argument("--every", type=_typed(frequency), metavar="多久", help=EVERY)
    parser.add_argument("--at", type=_typed(clock), metavar="钟点", help=AT)
    parser.add_argument("--on", metavar="哪天", help=ON)
    parser.add_argument("--with", dest="machine", type=_typed(_scheduler), metavar="程序", help=WITH)
    parser.add_argument("books", nargs="*", metavar="工作簿", help=BOOKS)
    parser.add_argument("--out", metavar="文件夹", help=OUT)
    parser.add_argument("--final", action=BooleanOptionalAction, help=FINAL)
    parser.add_argument("--todo", action=BooleanOptionalAction, help=TODO)
    parser.add_argument("--keep", type=_typed(_number), metavar="份数", help=KEEP)
    return parser


def _remove_words(name: str) -> Arguments:
    return _parser(name, REMOVE)


def _show_words(name: str) -> Arguments:
    parser = _parser(name, SHOW)
    parser.add_argument("--json", action="store_true", help="写成 JSON，给别的程序读")
    return parser


def _run_now_words(name: str) -> Arguments:
    parser = _parser(name, RUN_NOW)
    parser.add_argument("--if-missed", action="store_true", help=IF_MISSED)
    parser.add_argument("--if-due", action="store_true", help=IF_DUE)
    return parser


class _Words(Arguments):
    """Arguments that make a plan of the words --every, --at and --on."""

    def parse_args(self, *given: Any, **named: Any) -> Any:
        """Return what was asked for, with its plan."""
        asked = super().parse_args(*given, **named)
        if hasattr(asked, "every"):
            try:
                before = earlier(HOME)
                asked.plan = plan(asked.every, asked.at, asked.on, before.plan if before else None)
            except ValueError as error:
                self.error(str(error))
        return asked


def _parser(name: str, about: str) -> Arguments:
    parser = _Words(about)
    parser.prog = f"schedule.py {name}"
    return parser


def _typed(read: "Callable[[str], Any]") -> "Callable[[str], Any]":
    """Return `read` as argparse wants it: its complaint in Chinese comes through."""

    def reading(word: str) -> Any:
        try:
            return read(word)
        except ValueError as error:
            raise ArgumentTypeError(str(error)) from None

    return reading


def _scheduler(word: str) -> str:
    if word.lower() not in MACHINES:
        raise ValueError(f"“{word}”不认识，可以写：{'、'.join(MACHINES)}")
    return word.lower()


def _number(word: str) -> int:
    if not (word.isascii() and word.isdigit()):
        raise ValueError(f"“{word}”不行，请写 0、1、2 这样的整数")
    return int(word)


ACTIONS = {
    "install": (_install_words, _install),
    "remove": (_remove_words, _remove),
    "show": (_show_words, _show),
    "run-now": (_run_now_words, _run_now),
}

if __name__ == "__main__":
    end(main)
