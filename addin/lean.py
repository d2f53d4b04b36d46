"""Importing xlwings without the large libraries it takes along wherever they happen to be installed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from workbook.trouble import UNAVAILABLE, Trouble

HEAVY = ("pandas", "numpy", "polars", "matplotlib", "PIL", "plotly")
PAID = ".".join(("xlwings", "pro"))  # has a licence of its own; nothing of it may run here
INCOMPLETE = "程序所需的库不全（缺 {}）。请在程序文件夹里运行一次 start.py，再点按钮。"


@contextmanager
def lean() -> Iterator[None]:
    """Let imports of HEAVY fail inside, as if they were not installed; afterwards they work as ever.

    What is loaded already stays. PAID fails for good. A library that is really missing raises Trouble.
    """
    modules: dict[str, Any] = sys.modules  # None there is how Python is told that a module is missing
    barred = [name for name in HEAVY if name not in modules]
    modules.update(dict.fromkeys(barred))
    modules.setdefault(PAID, None)
    try:
        yield
    except ImportError as error:
        raise Trouble(UNAVAILABLE, INCOMPLETE.format(error.name)) from error
    finally:
        for name in barred:
            modules.pop(name, None)
