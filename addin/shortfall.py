"""What the year fell short of, by 规定动作: one finding a period, or a single one while nothing was held."""

from __future__ import annotations

from collections.abc import Iterator

from addin.basis import UNVERIFIED, cite
from addin.finding import ERROR, SHORTFALL, WARNING, WHOLE_YEAR, Finding
from addin.requirement import MISSED, Requirement, Standing, requirements, standings
from workbook.ledger import Ledgers, Row

WHY = "台账里登记了的才算。"
FIX = "做过的，按原始材料登记；没有做的，如实保留，可在“情况说明”写明原因。"
TOO_OFTEN = "请核对是否一场登了两行；确是办了这么多次的，不用改。"


def shortfalls(ledgers: Ledgers) -> Iterator[Finding]:
    """Yield a finding for each period that is over and in which less was held than is required."""
    for requirement in requirements(ledgers):
        standing = standings(requirement)
        yield from _missed(requirement, standing)
        yield from _exceeded(requirement, standing)


def _missed(requirement: Requirement, standing: list[Standing]) -> Iterator[Finding]:
    missed = [each for each in standing if each.state == MISSED]
    if len(missed) > 1 and not any(each.rows or each.doubtful for each in standing):
        says = f"{_this_year(requirement)}没有“{requirement.name}”的登记，要求{requirement.demand}。"
        yield _finding(requirement, WHOLE_YEAR, says)
        return
    for each in missed:
        had = f"登记了 {each.amount:g} {requirement.unit}".rstrip() if each.rows else "没有登记"
        says = f"“{requirement.name}”{each.period.name}{had}，要求{requirement.demand}。"
        yield _finding(requirement, each.period.name, says)


def _exceeded(requirement: Requirement, standing: list[Standing]) -> Iterator[Finding]:
    most = requirement.most
    for each in standing:
        if most is not None and each.amount > most:
            had = f"登记了 {each.amount:g} {requirement.unit}".rstrip()
            says = f"“{requirement.name}”{each.period.name}{had}，要求{requirement.demand}。"
            yield _finding(requirement, each.period.name, says)._replace(severity=WARNING, fix=TOO_OFTEN)


def _this_year(requirement: Requirement) -> str:
    ledgers = requirement.row.ledgers
    return "今年还" if ledgers.year == ledgers.now.year else f"{ledgers.year}年"


def _finding(requirement: Requirement, period: str, says: str) -> Finding:
    row, code = requirement.row, requirement.code
    return Finding(
        code=code,
        kind=SHORTFALL,
        severity=_severity(row),
        cell=row.at("name", subject=period),
        says=says,
        why=WHY,
        fix=FIX,
        basis=cite(row["basis"], row["article"], row["standing"]),
    )


def _severity(row: Row) -> str:
    """Return how severe the row calls it; what nobody verified is a warning at most, a blank included."""
    severity = str(row["severity"] or WARNING)
    return WARNING if severity == ERROR and row["standing"] in (None, UNVERIFIED) else severity
