"""What fell short and was not answered for, as lines of 还差什么: much of one rule in one line."""

from __future__ import annotations

from collections.abc import Iterable

from addin.finding import SHORTFALL, Finding
from addin.secrecy import discreet
from addin.todo_page import Item
from workbook.tables import DUES, EXPLANATIONS, MEMBERS, REQUIREMENTS

ABOVE = ("DUE", "PAPER")  # rules whose findings stand in sections of their own
EACH = 2  # of one rule that have lines of their own; more share one
NAMED = 4  # of the others that are named in it
SHORT = 14  # characters of a name


def unexplained(findings: Iterable[Finding]) -> list[Item]:
    """Return what fell short and was not answered for; deadlines of lists and papers stand above."""
    by_rule: dict[str, list[Finding]] = {}
    for each in findings:
        if each.kind == SHORTFALL and not each.explained and each.code.partition("-")[0] not in ABOVE:
            by_rule.setdefault(each.code, []).append(each)
    return [item for those in by_rule.values() for item in _lines(those)]


def _lines(those: list[Finding]) -> list[Item]:
    if len(those) <= EACH:
        return [Item(_about(each), where=_answered_on(each)) for each in those]
    first, *others = those
    names = [each.subject for each in others if len(each.subject) <= SHORT][:NAMED]
    more = "等" if len(names) < len(others) else ""
    also = f"同样的还有{'、'.join(names)}{more}，" if names else "同样的"
    where = _answered_on(first).partition(" ")[0]
    return [Item(f"{_about(first).rstrip('。')}；{also}共 {len(those)} {_unit(first)}。", where=where)]


def _unit(found: Finding) -> str:
    return "人" if found.cell.sheet in (MEMBERS.sheet, DUES.sheet) else "处"


def _about(found: Finding) -> str:
    """Say what fell short, and of what where the sentence does not."""
    row = found.cell.of
    if row is None or found.cell.sheet == REQUIREMENTS.sheet or not row.name or row.name in found.says:
        return found.says
    return f"{discreet(row.name)}：{found.says}"


def _answered_on(found: Finding) -> str:
    """Name the row to look at; a requirement is answered on 情况说明, not where it is laid down."""
    cell = found.cell
    return EXPLANATIONS.sheet if cell.sheet == REQUIREMENTS.sheet else f"{cell.sheet} 第{cell.row}行"
