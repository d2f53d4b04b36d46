"""What the rows of 情况说明 answer, and what each finding says about how it can be answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from addin.finding import SHORTFALL, Finding
from addin.secrecy import discreet
from addin.subjects import Called, names_a_row
from workbook.ledger import Ledgers, Row
from workbook.tables import EXPLANATIONS, REQUIREMENTS

HOW = "“规则”填 {code}，“期间或对象”填 {subject}。"
SAID, UNSAID = "说明时", f"可在“{EXPLANATIONS.sheet}”写明原因："  # where the advice named the sheet, and not


class Answers:
    """The rows of 情况说明 by what they answer of that which was `found`."""

    def __init__(self, ledgers: Ledgers, found: Iterable[Finding]) -> None:
        self.ledgers = ledgers
        self.kinds: dict[str, set[str]] = defaultdict(set)
        short: dict[str, list[Finding]] = defaultdict(list)
        for each in found:
            self.kinds[each.code].add(each.kind)
            if each.kind == SHORTFALL:
                short[each.code].append(each)
        self.called = {code: Called(those) for code, those in short.items()}
        self.rows = dict(self._answered())

    def _answered(self) -> Iterator[tuple[tuple[str, str], Row]]:
        """Yield what each row answers: a rule and a thing, where it names one and no other."""
        for row in self.ledgers["explanations"]:
            called = self.called.get(row["rule"] or "")
            if called and row["subject"]:
                for things in called.named(row["subject"], self.ledgers).values():
                    if len(things) == 1:
                        yield (row["rule"], *things), row

    def to(self, finding: Finding) -> Finding:
        """Return `finding`: a shortfall marked 已说明 with the reason, or with how it can be answered."""
        if finding.kind != SHORTFALL:
            return finding
        row = self.rows.get((finding.code, finding.subject))
        if row is not None:
            return finding._replace(explained=True, fix=_told(row))
        how = HOW.format(code=finding.code, subject=self.called[finding.code].shortest(finding))
        return finding._replace(
            fix=f"{finding.fix}{SAID if EXPLANATIONS.sheet in finding.fix else UNSAID}{how}"
        )

    def left(self, code: str) -> list[tuple[Finding, str]]:
        """Return what the rule `code` found that nothing answers, each with what to call it."""
        called = self.called.get(code)
        found = called.findings if called else ()
        open_ = [each for each in found if (code, each.subject) not in self.rows]
        return [(each, called.shortest(each)) for each in open_] if called else []

    def misses(self, row: Row) -> bool:
        """Tell whether a part of what `row` answers names nothing: a mended row of the sheet is named."""
        called = self.called.get(row["rule"] or "")
        if called is None or not row["subject"] or called.findings[0].cell.sheet == REQUIREMENTS.sheet:
            return False
        parts = called.named(row["subject"], self.ledgers)
        if any(len(things) > 1 for things in parts.values()):
            return True
        return any(not things and not self._is_there(part, called) for part, things in parts.items())

    def _is_there(self, part: str, called: Called) -> bool:
        sheets = {found.cell.sheet: found for found in called.findings}
        return any(names_a_row(part, found, self.ledgers) for found in sheets.values())


def _told(row: Row) -> str:
    """Return the reason given and by whom; one with a 密级 mark is not repeated."""
    reason = discreet(str(row["reason"] or "")).rstrip("。；; ")
    who = f"（{row['speaker']}）" if row["speaker"] else ""
    return f"已说明：{reason}{who}。" if reason else "已在“情况说明”说明。"
