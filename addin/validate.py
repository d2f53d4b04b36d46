"""Validation: every rule over every row, all findings at once, sorted by sheet and cell."""

from __future__ import annotations

from collections.abc import Iterable

from addin.answers import Answers
from addin.finding import Finding
from addin.rule import Rule
from workbook.ledger import Ledgers


def validate(ledgers: Ledgers, rules: Iterable[Rule], also: Iterable[Finding] = ()) -> list[Finding]:
    """Return all findings of `rules`, and those given `also`, by sheet, row and column.

    Shortfalls that 情况说明 answers are marked 已说明.
    """
    order = {ledger.table.sheet: place for place, ledger in enumerate(ledgers)}
    asked = tuple(rules)
    found = [*(finding for rule in asked for finding in rule.check(ledgers)), *also]
    answers = Answers(ledgers, found)
    found += [finding for rule in asked for finding in rule.look_back(ledgers, answers)]
    return sorted(map(answers.to, found), key=lambda finding: _place(finding, order))


def _place(finding: Finding, order: dict[str, int]) -> tuple[int, int, int, str, str]:
    cell = finding.cell
    return (order.get(cell.sheet, len(order)), cell.row, len(cell.letters), cell.letters, finding.code)
