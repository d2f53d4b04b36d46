"""Imports of large libraries held back while xlwings is imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from addin.lean import HEAVY, PAID, lean
from workbook.trouble import UNAVAILABLE, Trouble

HOME = Path(__file__).parents[2]
CODE = """
import sys
from addin.lean import HEAVY, PAID, lean
with lean():
    import xlwings
loaded = [name for name, module in sys.modules.items() if module]
print([name for name in loaded if name.partition(".")[0] in HEAVY or name.startswith(PAID)])
import pandas
with lean():
    import pandas as again
print(again is pandas, xlwings.__pro__)
"""


def test_xlwings_comes_without_the_libraries_it_would_take_along_and_they_can_be_had_later() -> None:
    command = [sys.executable, "-c", CODE]
    done = subprocess.run(command, cwd=HOME, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split("\n")[:2] == ["[]", "True False"]


def test_without_it_xlwings_takes_them_along() -> None:
    code = CODE.replace("with lean():\n    import xlwings", "import xlwings")
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=HOME, capture_output=True, encoding="utf-8", check=True)
    assert "'pandas'" in done.stdout.split("\n")[0]


def test_a_library_that_is_really_missing_is_named_with_what_to_do() -> None:
    with pytest.raises(Trouble) as told, lean():
        import no_such_library  # noqa: F401
    assert told.value.code == UNAVAILABLE
    assert "no_such_library" in told.value.message and "start.py" in told.value.message


def test_the_libraries_held_back_are_not_those_a_click_needs() -> None:
    assert {"pandas", "numpy"} <= set(HEAVY) and PAID not in HEAVY
    assert not set(HEAVY) & {"xlwings", "docx", "lxml", "xlsxwriter"}
