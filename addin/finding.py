"""A Finding: one fault in one cell, with why it matters and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from addin.secrecy import discreet
from workbook.ledger import Cell

ENTRY, SHORTFALL, REMINDER = "录入", "履职", "临期"  # a reminder is of what is not due yet
KINDS = (ENTRY, SHORTFALL, REMINDER)
ERROR, WARNING, HINT = "错误", "警告", "提示"
SEVERITIES = (ERROR, WARNING, HINT)
EXPLAINED = "已说明"
WHOLE_YEAR = "全年"  # the subject of what was held in no period
PRIVATE = "仅供参考"  # what the kind of a private finding is called


class Finding(NamedTuple):
    """A frozen finding. `says` is the fault, `why` the reason, `fix` the cure; `safe` a value that mends it.

    A `private` one is for the clerk's own eyes: it stands in 校验结果, in no report and no count.
    It is the same finding as long as `identity` stays: code, the row's 编号 (or name) and the column.
    """

    code: str
    kind: str
    severity: str
    cell: Cell
    says: str
    why: str
    fix: str
    basis: str
    safe: Any = None
    explained: bool = False
    private: bool = False

    @property
    def address(self) -> str:
        """Return the cell as a person types it: 活动台账!H12."""
        return self.cell.address

    @property
    def subject(self) -> str:
        """Return what 情况说明 calls the thing found: a period, the row's 编号 or name, the column title."""
        period = self.cell.facts.get("subject")
        return period or discreet(self.cell.of.name if self.cell.of else "") or self.cell.title

    @property
    def identity(self) -> tuple[str, str, str]:
        """Return what makes this the same finding after the rows were sorted."""
        return (self.code, self.subject, self.cell.title)

    @property
    def blocks(self) -> bool:
        """Tell whether the finding keeps the 正式稿 from being written."""
        return self.kind == ENTRY and self.severity == ERROR

    @property
    def message(self) -> str:
        """Return the whole message: where, what, why, what to do, and the rule's code."""
        return f"{self.address}  {self.says}{self.why}{self.fix}（{self.code}）"


def open_ones(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that are counted and reported: all but the private ones."""
    return [finding for finding in findings if not finding.private]
