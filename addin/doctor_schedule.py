"""What 体检 looks at of the runs nobody watches."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from addin.doctor import Diagnosis, Machine
from addin.schedule.state import TITLE, alarm, state_line

CURE = "按原因处理好，运行一次 scripts/schedule.py run-now；程序文件夹移动过的，重新设定一次"


def schedule(machine: Machine) -> Iterator[Diagnosis]:
    """Yield how the schedule stands; where none is installed, that is well too."""
    now = datetime.now()
    found = state_line(machine.home, now).removeprefix(TITLE)
    yield Diagnosis("自动重算", found, CURE if alarm(machine.home, now) else "")
