"""Validation: every rule over every row, all findings at once, sorted by sheet and cell."""

from __future__ import annotations

from collections.abc import Iterable

from addin.finding import SHORTFALL, Finding
from addin.rule import Rule
from workbook.ledger import Ledgers


def validate(ledgers: Ledgers, rules: Iterable[Rule]) -> list[Finding]:
    """Return all findings of `rules`, by sheet, row and column; answered shortfalls are marked 已说明."""
    order = {ledger.table.sheet: place for place, ledger in enumerate(ledgers)}
    answered = {(row["rule"], row["subject"]) for row in ledgers["explanations"]}
    found = [_answered(finding, answered) for rule in rules for finding in rule.check(ledgers)]
    return sorted(found, key=lambda finding: _place(finding, order))


def _answered(finding: Finding, answered: set[tuple[str, str]]) -> Finding:
    if finding.kind == SHORTFALL and (finding.code, finding.subject) in answered:
        return finding._replace(explained=True)
    return finding


def _place(finding: Finding, order: dict[str, int]) -> tuple[int, int, int, str, str]:
    cell = finding.cell
    return (order.get(cell.sheet, len(order)), cell.row, len(cell.letters), cell.letters, finding.code)
