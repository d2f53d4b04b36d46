"""Validation: every rule over every row, all findings at once, sorted by sheet and cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from addin.finding import SHORTFALL, WHOLE_YEAR, Finding
from addin.rule import Rule
from workbook.ledger import Ledgers


def validate(ledgers: Ledgers, rules: Iterable[Rule], also: Iterable[Finding] = ()) -> list[Finding]:
    """Return all findings of `rules`, and those given `also`, by sheet, row and column.

    Shortfalls that 情况说明 answers are marked 已说明.
    """
    order = {ledger.table.sheet: place for place, ledger in enumerate(ledgers)}
    answered = set(_answers(ledgers))
    found = [_answered(finding, answered) for rule in rules for finding in rule.check(ledgers)]
    found += [_answered(finding, answered) for finding in also]
    return sorted(found, key=lambda finding: _place(finding, order))


def _answers(ledgers: Ledgers) -> Iterator[tuple[str, str]]:
    """Yield the rule and the subject each row of 情况说明 answers; one may name several periods."""
    for row in ledgers["explanations"]:
        if row["rule"] and row["subject"]:
            subjects = (row["subject"], *re.split("[、，,；;]", row["subject"]))
            yield from ((row["rule"], subject.strip()) for subject in subjects)


def _answered(finding: Finding, answered: set[tuple[str, str]]) -> Finding:
    subjects = (finding.subject, WHOLE_YEAR)
    if finding.kind == SHORTFALL and any((finding.code, subject) in answered for subject in subjects):
        return finding._replace(explained=True)
    return finding


def _place(finding: Finding, order: dict[str, int]) -> tuple[int, int, int, str, str]:
    cell = finding.cell
    return (order.get(cell.sheet, len(order)), cell.row, len(cell.letters), cell.letters, finding.code)
