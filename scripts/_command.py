"""What the commands share once the environment stands: arguments in Chinese, exit codes, faults."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from datetime import date

from _prelude import HOME
from workbook.faults import record_fault
from workbook.trouble import OUR_FAULT, WRONG_ARGUMENTS, Trouble

INTERRUPTED = 130

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
    """Prints the usage line with a Chinese title."""

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, prefix or "用法：")


class Arguments(argparse.ArgumentParser):
    """A parser whose help and complaints are Chinese and whose complaints end with code 64."""

    def __init__(self, about: str) -> None:
        super().__init__(description=about, add_help=False, formatter_class=_Help, allow_abbrev=False)
        self._positionals.title, self._optionals.title = "对象", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str):  # type: ignore[no-untyped-def]
        """Say in Chinese what is wrong with the arguments and how the command is used."""
        for pattern, chinese in IN_CHINESE:
            message, found = re.subn(f"^{pattern}$", chinese, message)
            if found:
                break
        print(f"参数不对：{message}\n{self.format_usage()}", end="", file=sys.stderr)
        self.exit(WRONG_ARGUMENTS)


def day(text: str) -> date:
    """Return the day written as 2022-12-31."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期，请写成 2022-12-31 的样子") from None


def guarded(main: Callable[[], int]) -> int:
    """Run `main`; turn what goes wrong into a Chinese sentence and an exit code."""
    try:
        return main()
    except Trouble as trouble:
        print(trouble.message, file=sys.stderr)
        return trouble.code
    except KeyboardInterrupt:
        print("已停下。写好的文件都完整，没写完的没有留下。", file=sys.stderr)
        return INTERRUPTED
    except Exception as error:  # the last door before a traceback would meet the person
        log = record_fault(error, HOME)
        print(f"程序自身出了错，您的工作簿没有改动。请把这个文件交给维护的人：{log}", file=sys.stderr)
        return OUR_FAULT
