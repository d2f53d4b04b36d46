"""Which LibreOffice the click came from, and how it is asked to let us in."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from addin.libreoffice.office import Office, connect
from workbook.trouble import NOT_OURS, Trouble

PROCESSES = Path("/proc")
PATIENCE = 15.0  # seconds until a LibreOffice that does not let us in is given up
PROFILE = "-env:UserInstallation="
_BINARY = "soffice.bin"

NOTICE = "党建台账：按钮没有成功.txt"
NOT_FOUND = "没有找到正在运行的 LibreOffice。请在 LibreOffice 里打开工作簿，再点上面的按钮。"
NOT_LET_IN = "LibreOffice 没有让程序连上，可能正忙或开着别的对话框。请关掉对话框，再点一次。"


@dataclass(frozen=True)
class Running:
    """A running LibreOffice: its process, its start program, and the argument that names its profile."""

    pid: int
    program: Path
    profile: str = ""

    @property
    def pipe(self) -> str:
        """Return the name of the pipe it lets us in by; two instances have two."""
        return f"dangjian-taizhang-{self.pid}"

    @property
    def folder(self) -> Path | None:
        """Return the folder of its profile, or None for the usual one."""
        url = self.profile.removeprefix(PROFILE)
        return Path(unquote(urlsplit(url).path)) if url else None

    def command(self, *words: str) -> list[str]:
        """Return the command that hands `words` to this very instance."""
        return [str(self.program), *filter(None, [self.profile]), *words]


def find(pid: int | None = None) -> Running:
    """Return the LibreOffice that process `pid` (this one) was started by; none raises Trouble."""
    for ancestor in _ancestors(os.getpid() if pid is None else pid):
        found = look(ancestor)
        if found:
            return found
    raise Trouble(NOT_OURS, NOT_FOUND)


def look(pid: int) -> Running | None:
    """Return process `pid` if it is a LibreOffice of ours, else None."""
    place = PROCESSES / str(pid)
    try:
        binary = Path(str((place / "exe").readlink()).removesuffix(" (deleted)"))  # so named after an update
        words = (place / "cmdline").read_bytes().decode("utf-8", "surrogateescape").split("\0")
    except OSError:
        return None
    if binary.name != _BINARY:
        return None
    profile = next((word for word in words if word.startswith(PROFILE)), "")
    return Running(pid, binary.with_name("soffice"), profile)


def every() -> Iterator[Running]:
    """Yield each LibreOffice of this user."""
    for place in PROCESSES.iterdir():
        found = look(int(place.name)) if place.name.isdigit() else None
        if found:
            yield found


def reach(running: Running, patience: float = PATIENCE) -> Office:
    """Connect to `running`, which is asked to open its pipe unless it has; Trouble when it does not."""
    end = time.monotonic() + patience
    office = connect(running.pipe, running.pid)
    if office is None:
        hand_over(running, f"--accept=pipe,name={running.pipe};urp;", "--nologo")
    while office is None:
        if time.monotonic() > end:
            raise Trouble(NOT_OURS, NOT_LET_IN)
        time.sleep(0.02)
        office = connect(running.pipe, running.pid)
    return office


def hand_over(running: Running, *words: str) -> None:
    """Start the office's start program with `words`; it hands them to the running instance and ends."""
    quiet = subprocess.DEVNULL
    with suppress(subprocess.TimeoutExpired):
        command = running.command(*words)
        subprocess.run(command, stdin=quiet, stdout=quiet, stderr=quiet, timeout=PATIENCE, check=False)


def show_text(running: Running, sentence: str) -> None:
    """Let `running` open a text file that holds `sentence`: what can be shown without a way in."""
    notice = Path(tempfile.mkdtemp()) / NOTICE
    notice.write_text(sentence, encoding="utf-8-sig")
    hand_over(running, "--view", str(notice))


def _ancestors(pid: int) -> Iterator[int]:
    """Yield the process, its parent, the parent's parent, and so on."""
    while pid > 1:
        yield pid
        pid = _parent(pid)


def _parent(pid: int) -> int:
    try:
        lines = (PROCESSES / str(pid) / "status").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("PPid:")), 0)
