"""Run a command for a person who double-clicked, and keep the window open until the result is read.

It needs nothing of the environment: where that is missing, the command itself says what to do.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent
COMMANDS = {
    "write": ("regenerate.py", "--out", "{文件夹}/输出"),  # where the button writes too
    "doctor": ("doctor.py",),
    "schedule": ("schedule.py", "install"),
    "unschedule": ("schedule.py", "remove"),
}
READ = "\n看完后按回车键，这个窗口就关上。"


def main(task: str = "write", *files: str) -> int:
    """Run the command of `task` on `files`, else on what lies in 我的台账; return its exit code."""
    words = [*files, *dropped(os.environ.get("DROPPED", ""))]
    script, *options = COMMANDS.get(task, COMMANDS["write"])
    code = subprocess.call([sys.executable, "-X", "utf8", str(SCRIPTS / script), *options, *words])
    if sys.stdin.isatty():
        print(READ, end="", flush=True)
        sys.stdin.readline()
    return code


def dropped(line: str) -> list[str]:
    """Return the files Explorer added to the command line of a .bat; it quotes only those with spaces."""
    _, _, rest = line.partition('.bat"')
    return [quoted or plain for quoted, plain in re.findall(r'"([^"]+)"|([^\s"]+)', rest)]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
