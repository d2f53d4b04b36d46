"""What came of a run, as JSON for another program."""

from __future__ import annotations

import json
from typing import Any

from _shift import FAILED, FOREIGN, MADE, SAME, Result, Shift

STATES = {MADE: "regenerated", SAME: "unchanged", FAILED: "failed", FOREIGN: "foreign"}


def as_json(shift: Shift) -> str:
    """Return the results of `shift` as a JSON document; its messages are those a person would read."""
    document = {
        "code": shift.code,
        "summary": shift.summary,
        "workbooks": [_told(result) for result in shift.results],
        "remarks": [*shift.remarks, *(text for _, text in shift.troubles)],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _told(result: Result) -> dict[str, Any]:
    outcome = result.outcome
    told: dict[str, Any] = {
        "workbook": str(result.workbook),
        "state": STATES[result.state],
        "code": result.code,
        "next_change": result.turns or None,
    }
    if outcome is None:
        return {**told, "message": result.text}
    return {
        **told,
        "errors": outcome.errors,
        "warnings": outcome.warnings,
        "hints": outcome.hints,
        "shortfalls": outcome.shortfalls,
        "reminders": outcome.reminders,
        "figures": outcome.figures,
        "outputs": [str(path) for path in outcome.written],
        "notes": [*outcome.blocking, *outcome.notes],
    }
