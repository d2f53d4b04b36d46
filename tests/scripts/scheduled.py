"""A copy of the program whose regenerate.py only notes what it was asked for, and a crontab in a file."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.scripts.clone import clone, furnish, run

PRETEND = '''"""Note what was asked for, and end as it is told to."""
import json, sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent

def arguments(argv):
    sys.argv = ["schedule.py"]
    from real_regenerate import arguments
    return arguments(argv)

def main(argv):
    here = {"words": argv, "python": sys.executable, "here": str(Path.cwd())}
    (HOME / "asked.json").write_text(json.dumps(here), encoding="utf-8")
    code = HOME / "code"
    print("写好了")
    if code.exists():
        print("没有这个文件：甲.xlsm", file=sys.stderr)
        return int(code.read_text())
    return 0
'''
CRONTAB = """#!/bin/sh
case "$1" in
-l) test -f "$HOME/crontab" || { echo "no crontab for x" >&2; exit 1; }; cat "$HOME/crontab";;
-r) rm "$HOME/crontab";;
-) cat > "$HOME/crontab";;
esac
"""


class Scheduled:
    """One such copy, and the home of the person who uses it; `real` has its own regenerate.py."""

    def __init__(self, folder: Path, real: bool = False) -> None:
        self.folder = folder
        self.place = clone(folder)
        self.person, programs = folder / "家", folder / "programs"
        furnish(self.place)
        self.person.mkdir()
        programs.mkdir()
        if not real:
            script = self.place / "scripts" / "regenerate.py"
            script.rename(script.with_name("real_regenerate.py"))
            script.write_text(PRETEND, encoding="utf-8")
        (programs / "crontab").write_text(CRONTAB, encoding="utf-8")
        (programs / "crontab").chmod(0o755)
        self.programs = programs
        self.environment = {
            "HOME": str(self.person),
            "PATH": f"{programs}:/usr/bin:/bin",
            "XDG_CONFIG_HOME": "",
            "XDG_RUNTIME_DIR": str(folder / "none"),
            "DBUS_SESSION_BUS_ADDRESS": "",
        }

    def __call__(self, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run schedule.py."""
        return run(self.place, "schedule.py", *words, **{**self.environment, **more})

    def crontab(self) -> str:
        """Return the person's crontab."""
        place = self.person / "crontab"
        return place.read_text(encoding="utf-8") if place.exists() else ""

    def asked(self) -> dict[str, Any]:
        """Return what regenerate.py was asked for, and where."""
        found: dict[str, Any] = json.loads((self.place / "asked.json").read_text(encoding="utf-8"))
        return found

    def end_with(self, code: int) -> None:
        """Let regenerate.py end with `code` from now on."""
        (self.place / "code").write_text(str(code), encoding="ascii")

    def break_environment(self) -> None:
        """Remove the environment, as if the folder had been copied without it."""
        shutil.rmtree(self.place / ".venv")
