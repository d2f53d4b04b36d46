"""What the entries of one workbook come to: the step that the button and the script share."""

from __future__ import annotations

from typing import NamedTuple

from addin.compose import compose
from addin.finding import Finding
from addin.indicator import Figure, compute
from addin.rules import RULES
from addin.shortfall import shortfalls
from addin.summary import Summary
from addin.validate import validate
from workbook.ledger import Ledgers


class Judgement(NamedTuple):
    """What the entries of one workbook come to: findings, figures by name, and the summary."""

    ledgers: Ledgers
    findings: list[Finding]
    figures: dict[str, Figure]
    summary: Summary

    @property
    def blocking(self) -> tuple[str, ...]:
        """Say in Chinese what keeps the 正式稿 from being written; nothing when it may be."""
        errors = sum(finding.blocks for finding in self.findings)
        reasons = [f"录入错误 {errors} 个未改"] if errors else []
        missing = self.summary.missing
        return tuple(reasons + ([f"还有待补：{'、'.join(missing)}"] if missing else []))


def judge(ledgers: Ledgers) -> Judgement:
    """Validate, compute and compose what was read; the button and the script share this step."""
    findings = validate(ledgers, RULES, shortfalls(ledgers))
    figures = compute(ledgers)
    return Judgement(ledgers, findings, figures, compose(ledgers, figures))
