"""Set everything up on a fresh machine: environment, blank workbook, sample year, its summary in Word."""

import subprocess
import sys
from pathlib import Path

from _prelude import HOME, stand_up

MINE = HOME / "我的台账"
BLANK = MINE / "党建台账.xlsx"
SAMPLE = MINE / "党建台账（示例）.xlsx"
FAREWELL = """
准备好了。
  填自己的台账：{blank}
  先看看样子：  {sample}
填好以后，用这一条命令校验并生成总结：
  {python} "{script}" "{blank}\""""


def main() -> int:
    """Set up what is missing and check the sample; return the exit code."""
    stand_up()
    MINE.mkdir(exist_ok=True)
    code = _provide(BLANK, "空白台账") or _provide(SAMPLE, "示例台账", "--sample")
    code = code or _script("regenerate.py", str(SAMPLE))
    if code <= 1:
        python = "py -3" if sys.platform == "win32" else "python3"
        script = HOME / "scripts" / "regenerate.py"
        print(FAREWELL.format(python=python, script=script, blank=BLANK, sample=SAMPLE))
    return code


def _provide(workbook: Path, what: str, *words: str) -> int:
    """Build a workbook unless one lies there: what a person filled in is never replaced."""
    if workbook.exists():
        print(f"{what}已经有了，没有动它：{workbook.name}", flush=True)
        return 0
    print(f"正在生成{what}：{workbook.name}", flush=True)
    return _script("build_workbook.py", *words, "-o", str(workbook), quiet=True)


def _script(name: str, *words: str, quiet: bool = False) -> int:
    """Run another script of this folder in the environment; return its exit code."""
    sys.stdout.flush()
    command = [sys.executable, "-X", "utf8", str(HOME / "scripts" / name), *words]
    return subprocess.call(command, stdout=subprocess.DEVNULL if quiet else None)


if __name__ == "__main__":
    sys.exit(main())
