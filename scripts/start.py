"""Set everything up on a fresh machine: environment, workbooks, buttons, and the sample year's summary."""

import os
import subprocess
import sys
from pathlib import Path

from _prelude import HOME, MINE, START, UNAVAILABLE, enter_environment, give_up, stand_up

NAME, SAMPLE = "党建台账", "党建台账（示例）"
EXCEL, LIBREOFFICE = ".xlsm", ".ods"  # each the form in which that program keeps the buttons
EARLIER = MINE / "党建台账.xlsx"  # what this script built before the workbook had buttons
UNDO = "--undo"
CANNOT_WRITE, WRONG_ARGUMENTS = 3, 64
HELP = ("-h", "--help")
USAGE = f"start.py 不带参数是准备，带 {UNDO} 是撤回它在这台电脑上的设置。"
INTERRUPTED = 130
FAREWELL = """
准备好了。
  填自己的台账：{blank}
  先看看样子：  {sample}
填好以后，点工作簿里的按钮；或存盘后双击“{mine}”里的“校验并生成总结”；或运行：
  {python} "{script}\""""
TAKEN_BACK = """撤回了在这台电脑上的设置，没有动的是：
  台账和总结：{mine}
  程序和它的运行环境：{home}（不再用了，可以自己删掉）"""


def main() -> int:
    """Set up what is missing and check the sample, or take the settings back; return the exit code."""
    words = sys.argv[1:]
    if words == [UNDO]:
        return undo()
    if words and set(words) <= set(HELP):
        _say(f"用法：{START} [{UNDO}]\n{USAGE}")
        return 0
    if words:
        give_up(f"参数不对：{USAGE}", WRONG_ARGUMENTS)
    return start()


def start() -> int:
    """Set up what is missing and check the sample; return the exit code."""
    stand_up()
    MINE.mkdir(exist_ok=True)
    own, sample = _provide_own(), _provide(SAMPLE, "示例台账", "--sample")
    if not (own and sample):
        return CANNOT_WRITE
    from addin.prepare import prepare

    prepare(MINE, _say)  # what is in the way is told, the commands work without
    code = _script("regenerate.py", "--out", "{文件夹}/输出", str(sample))
    if code <= 1:
        python = "py -3" if sys.platform == "win32" else "python3"
        script = HOME / "scripts" / "regenerate.py"
        print(FAREWELL.format(python=python, script=script, blank=own, sample=sample, mine=MINE))
    return code


def undo() -> int:
    """Take back what `start` changed outside of the program's folder, and the files to double-click."""
    enter_environment()
    from addin.prepare import undo as take_back

    code = take_back(MINE, _say)
    if not code:
        print(TAKEN_BACK.format(mine=MINE, home=HOME))
    return code


def _say(line: str) -> None:
    print(line, flush=True)


def _provide_own() -> "Path | None":
    """Build the workbook to fill; from an earlier one, if it can be read, its entries are taken over."""
    if EARLIER.exists() and not _there(NAME):
        what = f"带按钮的台账（内容取自 {EARLIER.name}，那一本没有动）"
        made = _provide(NAME, what, "--from", str(EARLIER))
        if made:
            return made
    return _provide(NAME, "空白台账")


def _provide(name: str, what: str, *words: str) -> "Path | None":
    """Build a workbook unless one lies there: what a person filled in is never replaced; return it."""
    there = _there(name)
    if there:
        print(f"{there.name} 已经有了，没有动它。", flush=True)
        return there
    for form in _forms():
        workbook = MINE / (name + form)
        print(f"正在生成{what}：{workbook.name}", flush=True)
        code = _script("build_workbook.py", *words, "-o", str(workbook), quiet=True)
        if code != UNAVAILABLE:
            return None if code else workbook
    return None


def _there(name: str) -> "Path | None":
    """Return the workbook of that name that lies there in either form, or None."""
    return next(filter(Path.exists, (MINE / (name + form) for form in (LIBREOFFICE, EXCEL))), None)


def _forms() -> "tuple[str, ...]":
    """Return the forms a workbook may have here, the first that can be built is taken."""
    from addin.libreoffice.install import has_office, has_uno

    return (LIBREOFFICE, EXCEL) if sys.platform == "linux" and has_office() and has_uno() else (EXCEL,)


def _script(name: str, *words: str, quiet: bool = False) -> int:
    """Run another script of this folder in the environment; return its exit code."""
    sys.stdout.flush()
    command = [sys.executable, "-X", "utf8", str(HOME / "scripts" / name), *words]
    return subprocess.call(command, stdout=subprocess.DEVNULL if quiet else None)


def _heard() -> int:
    """Return the exit code of `main`, also where nobody listens any more: `| head` has seen enough."""
    try:
        return main()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # it is flushed once more at the end
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(_heard())
