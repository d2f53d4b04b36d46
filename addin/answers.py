"""What the rows of 情况说明 answer: a rule, and a thing or the periods they name however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from addin.finding import SHORTFALL, Finding
from addin.secrecy import discreet
from workbook.ledger import Ledgers, Row

SEVERAL = re.compile("[、，,；;]")
MONTHS = re.compile(r"(\d{1,2})月?\s*[-－—–~～至到]\s*(\d{1,2})月份?")
MONTH = re.compile(r"0?(\d{1,2})月份?")
QUARTER = re.compile(r"第?([一二三四1-4])季度?")
DIGITS = dict(zip("1234", "一二三四", strict=True))


def periods(text: str) -> list[str]:
    """Return the periods `text` names, as requirements call them: 3-4月 is 3月 and 4月, 2季度 is 第二季度."""
    return [name for part in SEVERAL.split(text) for name in _names(part.strip())]


def _names(part: str) -> list[str]:
    span, month, quarter = MONTHS.fullmatch(part), MONTH.fullmatch(part), QUARTER.fullmatch(part)
    if span:
        return [f"{number}月" for number in range(int(span[1]), int(span[2]) + 1)]
    if month:
        return [f"{month[1]}月"]
    return [f"第{DIGITS.get(quarter[1], quarter[1])}季度"] if quarter else [part]


class Answers:
    """The rows of 情况说明 by what they answer."""

    def __init__(self, ledgers: Ledgers) -> None:
        self.rows = dict(_answered(ledgers))

    def to(self, finding: Finding) -> Finding:
        """Return `finding`, marked 已说明 with the reason where it is a shortfall that was answered for."""
        row = self.rows.get((finding.code, finding.subject)) if finding.kind == SHORTFALL else None
        return finding if row is None else finding._replace(explained=True, fix=_told(row))


def _answered(ledgers: Ledgers) -> Iterator[tuple[tuple[str, str], Row]]:
    """Yield what each row answers: its subject as it is written, and each period it names."""
    for row in ledgers["explanations"]:
        if row["rule"] and row["subject"]:
            for subject in (row["subject"], *periods(row["subject"])):
                yield (row["rule"], subject), row


def _told(row: Row) -> str:
    """Return the reason given and by whom; one with a 密级 mark is not repeated."""
    reason = discreet(str(row["reason"] or "")).rstrip("。；; ")
    who = f"（{row['speaker']}）" if row["speaker"] else ""
    return f"已说明：{reason}{who}。" if reason else "已在“情况说明”说明。"
