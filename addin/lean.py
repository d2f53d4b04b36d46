"""Importing xlwings without the large libraries it takes along wherever they happen to be installed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

HEAVY = ("pandas", "numpy", "polars", "matplotlib", "PIL", "plotly")
PAID = ".".join(("xlwings", "pro"))  # has a licence of its own; nothing of it may run here


@contextmanager
def lean() -> Iterator[None]:
    """Let imports of HEAVY fail inside, as if they were not installed; afterwards they work as ever.

    What is loaded already stays. PAID fails for good.
    """
    modules: dict[str, Any] = sys.modules  # None there is how Python is told that a module is missing
    barred = [name for name in HEAVY if name not in modules]
    modules.update(dict.fromkeys(barred))
    modules.setdefault(PAID, None)
    try:
        yield
    finally:
        for name in barred:
            modules.pop(name, None)
