"""What 还差什么 says of things that come once: hours of study, a re-election, the end of a probation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from addin.finding import REMINDER, Finding
from addin.study import asked, behind
from addin.term import election, has_begun, is_done, is_renewed, months_from
from addin.todo_page import Item
from workbook.derive import ELECTION_DAY
from workbook.ledger import Ledgers, Row
from workbook.tables import ACTIVITIES, BASICS, ELECTION, MEMBERS
from workbook.values import show

DECEMBER = 12
REPORTED = 13  # the step of 换届选举台账 that is due a month after the vote


def day_in(day: dt.date, ledgers: Ledgers) -> str:
    """Write a day without its year where that is the workbook's."""
    return f"{day.month}月{day.day}日" if day.year == ledgers.year else show(day)


def hours_of_study(ledgers: Ledgers) -> Iterator[Item]:
    """Yield one line on those who are still below the hours asked, while the year runs and hours are kept."""
    least, more = asked(ledgers), asked(ledgers, committee=True)
    if least is None or ledgers.year != ledgers.now.year or ledgers.is_over(DECEMBER):
        return
    found = behind(ledgers)
    told = [f"还有 {len(found.short)} 人没有达到"] if found.short else []
    told += [f"{found.untimed} 场没有填学时，{len(found.unsure)} 人算不准"] if found.unsure else []
    if told:
        higher = f"（书记、支委 {more.amount:g}）" if more and more.amount != least.amount else ""
        yield Item(
            f"学习培训学时：每人不少于 {least.amount:g} 学时{higher}，{'；'.join(told)}",
            "12月31日",
            where=ACTIVITIES.sheet,
        )


def next_steps(ledgers: Ledgers) -> Iterator[Item]:
    """Yield the next step of a re-election that has begun; once was voted, what has its last day by that."""
    steps = {int(row["id"]): row for row in ledgers["election"] if row["id"] is not None}
    held = election(ledgers)
    if held is not None and held.day is not None:
        yield from _report(held.day, steps.get(REPORTED), ledgers)
    elif has_begun(ledgers) and not is_renewed(ledgers):
        last = max(number for number, row in steps.items() if is_done(row))
        following = (number for number in sorted(steps) if last < number <= ELECTION_DAY)
        yield from (_step(steps[number], ledgers) for number in [*following][:1])


def _report(voted: dt.date, step: Row | None, ledgers: Ledgers) -> Iterator[Item]:
    """Yield that the result is to be reported, while the month for it lasts; later it is a shortfall."""
    last = months_from(voted, 1)
    if step is not None and not is_done(step) and ledgers.now <= last:
        told = f"换届：{day_in(voted, ledgers)}选举，结果一般在一个月内报告上级党组织"
        yield Item(told, day_in(last, ledgers), show(step["owner"]), _where(step))


def _step(step: Row, ledgers: Ledgers) -> Item:
    """Name a step with the day it is planned for, else the last one of the term."""
    last = step["planned"] or ledgers.setting("term_to")
    until = day_in(last, ledgers) if last else ""
    return Item(f"换届下一步：{show(step['step'])}", until, show(step["owner"]), _where(step))


def _where(row: Row) -> str:
    return f"{row.ledger.table.sheet} 第{row.number}行"


def term_ends(findings: Iterable[Finding]) -> Iterator[Item]:
    """Yield the reminder that the term ends, with its last day."""
    for found in _reminders(findings, BASICS.sheet):
        row = found.cell.of
        if row is not None:
            yield Item(found.says.rstrip("。"), day_in(row["term_to"], row.ledgers), where=ELECTION.sheet)


def probations(findings: Iterable[Finding]) -> Iterator[tuple[dt.date, Item]]:
    """Yield whose probation ends soon, with the day."""
    for found in _reminders(findings, MEMBERS.sheet):
        row, day = found.cell.of, found.cell.facts["day"]
        if row is not None:
            told = f"预备党员{show(row['name'])}预备期满，由党员大会讨论能否转正"
            yield day, Item(told, day_in(day, row.ledgers), where=_where(row))


def _reminders(findings: Iterable[Finding], sheet: str) -> Iterator[Finding]:
    return (found for found in findings if found.kind == REMINDER and found.cell.sheet == sheet)
