"""What clicks wrote into a person's cells: a record beside the workbook, from which a step is undone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from addin.fixes import Fix, stamp, unstamp
from workbook.files import replace_text

RECORD = ".采纳记录.json"
MOST = 50  # steps that are kept


@dataclass(frozen=True)
class Step:
    """What one click wrote into the workbook named `workbook`; `undone` once it was put back."""

    when: str
    workbook: str
    fixes: tuple[Fix, ...]
    undone: bool = False


def steps(folder: Path) -> list[Step]:
    """Return the steps recorded in `folder`, the first first; an unreadable record holds none."""
    try:
        return [_step(entry) for entry in json.loads((folder / RECORD).read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError, KeyError):
        return []


def keep(folder: Path, given: Iterable[Step]) -> None:
    """Replace the record in `folder`; the oldest steps beyond MOST go, an unreadable record is set aside."""
    record = folder / RECORD
    if record.exists() and not steps(folder):
        record.replace(record.with_suffix(".旧"))
    entries = [_entry(step) for step in given][-MOST:]
    replace_text(folder / RECORD, json.dumps(entries, ensure_ascii=False, indent=1))


def last_open(given: list[Step], workbook: Path) -> int | None:
    """Return which step is the last one not undone of `workbook`, or of one that was renamed, or None."""
    waiting = [number for number, step in enumerate(given) if not step.undone]
    own = [number for number in waiting if given[number].workbook == workbook.name]
    lost = [number for number in waiting if not workbook.with_name(given[number].workbook).exists()]
    return max(own or lost, default=None)


def _entry(step: Step) -> dict[str, Any]:
    return {**vars(step), "fixes": [_cells(fix) for fix in step.fixes]}


def _cells(fix: Fix) -> dict[str, Any]:
    return {**vars(fix), "before": stamp(fix.before), "after": stamp(fix.after)}


def _step(entry: dict[str, Any]) -> Step:
    fixes = tuple(_fix(each) for each in entry["fixes"])
    return Step(entry["when"], entry["workbook"], fixes, entry["undone"])


def _fix(cells: dict[str, Any]) -> Fix:
    values = {"before": unstamp(cells["before"]), "after": unstamp(cells["after"])}
    return Fix(**{**cells, **values, "who": tuple(cells["who"])})
