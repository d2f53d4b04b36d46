"""What a real click loads: a box must not wait for libraries nobody needs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from addin.lean import HEAVY, PAID
from tests.addin.libreoffice.live import Live

pytestmark = pytest.mark.uno

HOME = Path(__file__).parents[3]
SAMPLE = HOME / "workbook" / "党建台账（示例）.xlsm"
COSTLY = (*HEAVY, "openpyxl", "workbook.build", "workbook.carry", PAID)
CLICK = """
import sys
sys.path[:0] = sys.argv[1:2]
from addin.lean import lean
from addin.libreoffice import launch
from addin.libreoffice.running import look
with lean():
    from addin.libreoffice.apps import App
App.alert = lambda *given: "no"
launch.find = lambda: look(int(sys.argv[2]))
code = launch.main({"task": sys.argv[3], "path": sys.argv[4], "wb": ""})
print(code, [name for name in sys.argv[5:] if sys.modules.get(name)])
"""


@pytest.mark.parametrize("task", ["check", "write", "folder"])
def test_a_click_loads_no_library_it_does_not_need(live: Live, tmp_path: Path, task: str) -> None:
    path = Path(shutil.copy(SAMPLE, tmp_path / "台账.xlsm"))
    office = live.office
    document = office.desktop.loadComponentFromURL(office.url(path), "_blank", 0, ())
    try:
        words = [str(HOME), str(live.pid), task, str(path), *COSTLY]
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", CLICK, *words],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    finally:
        document.close(True)
    assert done.stdout.splitlines()[-1:] == ["0 []"], done.stderr
