"""What the benchmark measures of this program, each step a process of its own: `STEP ARGUMENTS…`.

Every import stands in the step that needs it, for the imports are part of what is measured.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))

if TYPE_CHECKING:
    from addin.summary import Summary

REPEATS = 15
LAW = (
    "BRANCH",
    "ELECT",
    "FULL",
    "LIFE",
    "LIKELY",
    "POINT",
    "SERVE",
    "TERM",
    "TOPIC",
    "VOTE",
)  # families of rules
WORDS = ("学习材料逐篇交流", "责任科室按月对账", "整改事项办结后销号", "党员到社区服务并如实登记")


def floor(modules: str) -> None:
    """Import what regenerate imports, named in the file `modules`, and do nothing else."""
    from importlib import import_module

    for name in Path(modules).read_text(encoding="utf-8").split():
        import_module(name)


def modules(workbook: str, out: str, target: str) -> None:
    """Regenerate once and write the names of all imported modules to `target`."""
    import os
    import runpy

    sys.argv = ["regenerate.py", workbook, "--out", out]
    os._exit = sys.exit  # type: ignore[assignment]  # it leaves at once, and we want to look round first
    try:
        runpy.run_path(str(HOME / "scripts" / "regenerate.py"), run_name="__main__")
    except SystemExit as end:
        if end.code not in (0, 1):
            raise
    names = [name for name, module in sys.modules.items() if getattr(module, "__spec__", None)]
    Path(target).write_text("\n".join(names), encoding="utf-8")


def lawless(workbook: str, out: str) -> None:
    """Regenerate without the rules that hold the year against the regulations, and without 规定动作."""
    import runpy

    from addin import judgement
    from addin.basis import OWN
    from addin.finding import ENTRY

    judgement.RULES = tuple(  # type: ignore[attr-defined]
        rule
        for rule in judgement.RULES  # type: ignore[attr-defined]
        if rule.kind == ENTRY and rule.basis.standing == OWN and rule.code.partition("-")[0] not in LAW
    )
    judgement.shortfalls = lambda ledgers: iter(())  # type: ignore[attr-defined]
    sys.argv = ["regenerate.py", workbook, "--out", out]
    sys.path.insert(0, str(HOME / "scripts"))
    runpy.run_path(str(HOME / "scripts" / "regenerate.py"), run_name="__main__")


def calamine(workbook: str) -> None:
    """Read every sheet with calamine and nothing else."""
    from python_calamine import load_workbook

    book = load_workbook(workbook)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def read(workbook: str) -> Any:
    """Read the workbook as this program does."""
    from workbook.grid import open_book
    from workbook.read import read
    from workbook.tables import SHEETS, TABLES

    return read(open_book(Path(workbook), SHEETS), TABLES, None)


def figures(workbook: str) -> None:
    """Read, validate and compute the figures."""
    from addin.indicator import compute
    from addin.rules import RULES
    from addin.validate import validate

    ledgers = read(workbook)
    validate(ledgers, RULES)
    compute(ledgers)


def inside(workbook: str, out: str, small: str) -> None:
    """Print what calamine, our reading and the whole line take inside one process, warmed up by `small`."""
    from addin.pipeline import Order, run

    run(Path(small), Order(out))
    steps: dict[str, Callable[[], Any]] = {
        "calamine": lambda: calamine(workbook),
        "read": lambda: read(workbook),
        "line": lambda: run(Path(workbook), Order(out)),
    }
    _say({name: _seconds(step) for name, step in steps.items()})


def word(target: str) -> None:
    """Print what one table row of a Word document takes, of 20 rows and of 2,000."""
    from addin import word

    def seconds(rows: int) -> float:
        summary = _document(rows)
        times = sorted(_seconds(lambda: word.write(summary, Path(target))) for _ in range(_repeats(rows)))
        return times[len(times) // 2]

    seconds(20)
    bare = seconds(0)
    _say({str(rows): (seconds(rows) - bare) / rows for rows in (20, 2000)})


def _repeats(rows: int) -> int:
    return 3 if rows > 1000 else REPEATS


def _document(rows: int) -> Summary:
    """Return a summary whose one attachment has `rows` rows."""
    from addin.summary import Attachment, Sheet, Summary
    from workbook.tables import TASKS

    columns = [TASKS[key] for key in TASKS.attached]
    lines = tuple(
        tuple(f"{WORDS[(row + place) % len(WORDS)]}{row}" for place in range(len(columns)))
        for row in range(rows)
    )
    sheet = Sheet(tuple(c.title for c in columns), tuple(c.width or 10 for c in columns), lines)
    return Summary("总结", (), (Attachment(1, "清单", sheet),))


def _seconds(step: Callable[[], Any]) -> float:
    begin = perf_counter()
    step()
    return perf_counter() - begin


def _say(times: dict[str, float]) -> None:
    for name, seconds in times.items():
        print(name, seconds)


STEPS: dict[str, Callable[..., Any]] = {
    step.__name__: step for step in (floor, modules, lawless, calamine, read, figures, inside, word)
}

if __name__ == "__main__":
    STEPS[sys.argv[1]](*sys.argv[2:])
