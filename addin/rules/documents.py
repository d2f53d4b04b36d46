"""文件与报送台账: papers in and out, and when they are wanted."""

from collections import defaultdict

from addin.basis import LISTED, TEMPLATE
from addin.cells import undated
from addin.finding import ENTRY, HINT, REMINDER, SHORTFALL, WARNING
from addin.rule import Found, rule
from workbook.derive import OVERDUE
from workbook.doubt import unreadable
from workbook.ledger import Ledgers, Row
from workbook.tables import DOCUMENTS

REPORT = "报送"


@rule(
    "PAPER-001",
    ENTRY,
    HINT,
    each=DOCUMENTS,
    basis=TEMPLATE,
    says="报送件没有写要求时限。",
    why="没有时限，就不能在到期前提醒。",
    fix="来文写了时限的，填上；没有要求时限的，不用处理。",
)
def report_without_a_deadline(row: Row) -> Found:
    """Find reports that nobody will be reminded of."""
    if (
        row["direction"] == REPORT
        and row["due"] is None
        and row["done"] is None
        and not unreadable(row, "due")
    ):
        yield row.at("due")


@rule(
    "PAPER-002",
    SHORTFALL,
    WARNING,
    each=DOCUMENTS,
    basis=LISTED,
    needs=((DOCUMENTS, "done"),),
    says="要求时限 {due}已过，{state}。",
    why="到时限还没有报出或办结的记录。",
    fix="已经办了的，填实际日期；没有办的，如实保留，可在情况说明里写明原因。",
)
def paper_overdue(row: Row) -> Found:
    """Find papers that were wanted by now."""
    if row["alert"] == OVERDUE and not unreadable(row, "done"):
        yield row.at("due", state=undated(row, "完成日期"))


@rule(
    "PAPER-003",
    REMINDER,
    HINT,
    each=DOCUMENTS,
    basis=LISTED,
    says="离要求时限 {due}还有 {left} 天，{state}。",
    why="报送时限快到了。",
    fix="请看一看还差什么。",
)
def paper_due_soon(row: Row) -> Found:
    """Find papers that are wanted within the days the settings name."""
    day, now = row["due"].day if row["due"] else None, row.ledgers.now
    is_open = row.day is None or row.day > now
    if day is not None and is_open and now <= day <= row.ledgers.soon("report_soon_days"):
        yield row.at("due", left=(day - now).days, state=undated(row, "完成日期"))


@rule(
    "PAPER-004",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    says="文号{number}与第 {other} 行的“{first}”相同。",
    why="同一个文号对应一份文件。",
    fix="请按文件核对文号；是同一份文件的，只留一行。",
)
def number_of_two_papers(ledgers: Ledgers) -> Found:
    """Find a number that another paper of the same direction and name of sender bears."""
    papers: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in ledgers["documents"]:
        if row["number"] is not None:
            papers[row["direction"], row["party"], "".join(row["number"].split())].append(row)
    for first, *others in papers.values():
        for row in others:
            if row["name"] != first["name"]:
                yield row.at("number", other=first.number, first=first["name"])


RULES = (report_without_a_deadline, paper_overdue, paper_due_soon, number_of_two_papers)
