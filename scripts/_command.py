"""What the commands share once the environment stands: arguments in Chinese, exit codes, faults."""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn

from _prelude import HOME, START
from workbook.faults import record_fault
from workbook.trouble import OUR_FAULT, UNAVAILABLE, WRONG_ARGUMENTS, Trouble

if TYPE_CHECKING:
    from addin.outputs import Papers
    from addin.pipeline import Outcome
    from addin.since import Differences

INTERRUPTED = 130
INCOMPLETE = f"程序的文件或所需的库不全（缺 {{}}）。请重新拷一份完整的程序，再运行一次：{START}"
EDITED = "送审稿有人改过，正式稿请从那一份来"
MOST = 80  # characters of one line of the table

# argparse speaks English only; these are the sentences a person can cause here
IN_CHINESE = (
    (r"the following arguments are required: (.*)", r"缺少参数：\1"),
    (r"unrecognized arguments: (.*)", r"不认识的参数：\1"),
    (r"argument (.*?): expected .*", r"\1 后面还要写一个值"),
    (r"argument (.*?): invalid \w+ value: (.*)", r"\1 不能是 \2"),
    (r"argument (.*?): not allowed with argument (.*)", r"\1 与 \2 不能同时用"),
    (r"argument (.*?): (.*)", r"\1：\2"),
)


class _Help(argparse.HelpFormatter):
    """Prints the usage line with a Chinese title, and each help on a line of its own: no columns to align."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=4)

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix or "用法：")


class Arguments(argparse.ArgumentParser):
    """A parser whose help and complaints are Chinese and whose complaints end with code 64."""

    def __init__(self, about: str) -> None:
        super().__init__(description=about, add_help=False, formatter_class=_Help, allow_abbrev=False)
        self._positionals.title, self._optionals.title = "对象", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        """Say in Chinese what is wrong with the arguments and how the command is used."""
        for pattern, chinese in IN_CHINESE:
            message, found = re.subn(f"^{pattern}$", chinese, message)
            if found:
                break
        print(f"参数不对：{message}\n{self.format_usage()}", end="", file=sys.stderr)
        self.exit(WRONG_ARGUMENTS)


def day(text: str) -> date:
    """Return the day written as 2022-12-31, or as people write it: 2022-6-5, 2022/6/5, 2022.6.5."""
    try:
        year, month, number = re.split("[-/.]", text.strip())
        return date(int(year), int(month), int(number))
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期，请写成 2022-12-31 的样子") from None


def attempt(step: Callable[[], tuple[int, str]]) -> tuple[int, str]:
    """Return the exit code of `step` and what to tell the person, also when it went wrong."""
    try:
        return step()
    except BrokenPipeError:  # nobody listens any more: `| head` has seen enough
        raise
    except Trouble as trouble:
        return trouble.code, trouble.message
    except ImportError as error:
        return UNAVAILABLE, INCOMPLETE.format(error.name or error)
    except Exception as error:  # the last door before a traceback would meet the person
        log = record_fault(error, HOME)
        return OUR_FAULT, f"程序自身出了错，您的工作簿没有改动。请把这个文件交给维护的人：{log}"


def end(main: Callable[[], int], collecting: bool = True) -> NoReturn:
    """Run `main` and leave with its exit code; one that is not `collecting` sees to its garbage itself."""
    gc.freeze()
    if collecting:
        gc.enable()
    try:
        code, text = attempt(lambda: (main(), ""))
        sys.stdout.flush()
    except KeyboardInterrupt:
        code, text = INTERRUPTED, "已停下。写好的文件都完整，没写完的没有留下。"
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # it is flushed once more below
        code, text = INTERRUPTED, ""
    if text:
        print(text, file=sys.stderr)
    leave(code)


def leave(code: int) -> NoReturn:
    """Leave at once: all is written and closed, and taking every object apart would only cost time."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def table(outcome: Outcome, final: bool) -> str:
    """Return what a run made of a workbook: counts, and where the outputs lie."""
    entries = {"错误": outcome.errors, "警告": outcome.warnings, "提示": outcome.hints}
    lines = [
        ("录入", _counts(entries)),
        ("履职", f"未做到或待说明 {outcome.shortfalls}"),
        *([("临期", f"{outcome.reminders}")] if outcome.reminders else []),
        ("数字", _counts(outcome.figures)),
        *_changed(outcome.changed),
        *_papers(outcome.papers),
        *([("正式稿", str(outcome.final or "没有生成：" + _reasons(outcome)))] if final else []),
        ("报告", str(outcome.report)),
        *([("还差", str(outcome.todo))] if outcome.todo else []),
        *(("注意", note) for note in outcome.notes),
    ]
    return "\n".join([outcome.workbook.name, *(f"  {name:　<4}{text}" for name, text in lines)])


def _changed(changed: Differences | None) -> Iterator[tuple[str, str]]:
    """Yield what changed since the last time, where there was one."""
    from addin.since import tally  # with the pipeline, which was loaded before

    last = changed and (changed.checked or changed.before)
    if changed and last:
        yield "变化", f"与 {last:%Y-%m-%d %H:%M} 那次相比：{tally(changed)}"


def _papers(papers: Papers) -> Iterator[tuple[str, str]]:
    """Yield where the 送审稿 lies, and what of one that a person edited is another now."""
    if papers.notice is None:
        yield "总结", str(papers.draft)
    else:
        yield "总结", f"{papers.draft}（生成以后有人改过，没有另写一份）"
        yield "变动", f"文中数字 {papers.changed} 处、附件表格 {papers.listed} 处与台账不同：{papers.notice}"


def _reasons(outcome: Outcome) -> str:
    """Say what blocks the 正式稿; a long list goes on in the report."""
    reasons = "；".join(outcome.blocking) or EDITED
    return reasons if len(reasons) <= MOST else reasons[:MOST].rpartition("、")[0] + "……（全部见报告）"


def _counts(counts: dict[str, int]) -> str:
    """Write 错误 3　警告 5, each number as wide as the widest usual one."""
    return "　".join(f"{name} {count:<4}" for name, count in counts.items()).rstrip()
