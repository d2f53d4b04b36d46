"""What is to be done by a day: the three lists, 重点工作, problems, self-checks; state against dates."""

from addin.basis import CALENDAR, LISTED, TEMPLATE
from addin.cells import undated, undone
from addin.finding import ENTRY, ERROR, HINT, REMINDER, SHORTFALL, WARNING
from addin.rule import Found, rule
from workbook.derive import DONE, DUE_SOON, OVERDUE
from workbook.doubt import unreadable
from workbook.ledger import Row
from workbook.tables import DUTIES, KEY_WORK, OUTCOMES, PROBLEMS, PROJECTS, SELF_CHECKS, TASKS
from workbook.values import show, show_date

WORKS = (PROJECTS, TASKS, DUTIES, KEY_WORK, PROBLEMS)
OPEN = ("未开始", "进行中")


@rule(
    "DUE-001",
    ENTRY,
    WARNING,
    each=WORKS,
    basis=TEMPLATE,
    says="状态是“完成”，没有完成日期。",
    why="没有日期，就说不清是否在时限内、是否在本年完成。",
    fix="查明实际完成之日后填写；其实还没有完成的，把状态改为“进行中”。",
)
def done_without_a_day(row: Row) -> Found:
    """Find what is done, but nobody knows when."""
    if row["status"] == DONE and row["done"] is None and not unreadable(row, "done"):
        yield row.at("done")


@rule(
    "DUE-002",
    ENTRY,
    ERROR,
    each=WORKS,
    basis=TEMPLATE,
    says="填了完成日期 {done}，状态却是“{status}”。",
    why="两处矛盾，完成数按状态数。",
    fix="已经完成的，状态改为“完成”；没有完成的，清空完成日期。",
)
def day_of_completion_without_being_done(row: Row) -> Found:
    """Find what has a day of completion and is still open."""
    if row["done"] is not None and row["status"] in OPEN:
        yield row.at("status")


@rule(
    "DUE-003",
    ENTRY,
    WARNING,
    each=WORKS,
    basis=CALENDAR,
    says="完成日期 {done}在截至日期 {as_of}之后。",
    why="到截至日期为止它还没有完成，总结按“进行中”算。",
    fix="日期打错的请改正；次年办结的，不用处理；还没有完成的，状态改为“进行中”，清空完成日期。",
)
def done_after_the_as_of_date(row: Row) -> Found:
    """Find what is called done on a later day, unless a person chose to look at an earlier one."""
    done = row.later("done")
    if done is not None and not (row.ledgers.named and done <= row.ledgers.today):
        yield row.at("done", done=done, as_of=row.ledgers.as_of)


@rule(
    "DUE-004",
    SHORTFALL,
    WARNING,
    each=WORKS,
    basis=LISTED,
    says="完成时限 {due}已过，{state}。",
    why="清单定的时限到了，还没有办结。",
    fix="办结了的，更新状态；没有办结的，如实保留，可在情况说明里写明原因。",
)
def overdue(row: Row) -> Found:
    """Find what was to be done by now."""
    if row["alert"] == OVERDUE and "status" in row.ledger.letters:
        yield row.at("due", state=_state(row))


@rule(
    "DUE-005",
    REMINDER,
    HINT,
    each=WORKS,
    basis=LISTED,
    says="离完成时限 {due}还有 {left} 天，{state}。",
    why="时限快到了。",
    fix="请看一看还差什么；时限确需调整的，按程序报批后改时限。",
)
def due_soon(row: Row) -> Found:
    """Find what falls due within the days the settings name."""
    ledgers, done = row.ledgers, row.later("done")
    if row["alert"] == DUE_SOON and (done is None or done > ledgers.now):
        yield row.at("due", state=_state(row), left=(row["due"].day - ledgers.now).days)


def _state(row: Row) -> str:
    """Say how the work stands; what was done only later was open on the as-of date."""
    if row.later("done") is None:
        return f"状态是“{show(row['status'])}”"
    return f"到{show_date(row.ledgers.as_of)}还没有完成"


@rule(
    "DUE-006",
    SHORTFALL,
    WARNING,
    each=SELF_CHECKS,
    basis=LISTED,
    needs=((SELF_CHECKS, "date"),),
    says="自查时限 {due}已过，{state}。",
    why="时限到了，还没有自查的记录。",
    fix="查过的，按记录填写；没有查的，如实保留，可在情况说明里写明原因。",
)
def self_check_overdue(row: Row) -> Found:
    """Find self-checks nobody made in time."""
    if _passed(row) and undone(row) and not unreadable(row, "date"):
        yield row.at("due", state=undated(row, "自查日期"))


@rule(
    "DUE-007",
    SHORTFALL,
    HINT,
    each=OUTCOMES,
    basis=LISTED,
    says="截止日期 {due}已过，还有{missing}没有交。",
    why="应交范围里的人还没有交齐。",
    fix="交了的，把名字写进“已交人员”；确实不交的，可在情况说明里写明原因。",
)
def pieces_not_handed_in(row: Row) -> Found:
    """Find calls whose day has passed and who has not handed in."""
    if _passed(row) and row["missing"]:
        yield row.at("submitters")


def _passed(row: Row) -> bool:
    day = row["due"].day if row["due"] else None
    return day is not None and row.ledgers.has_passed(day)


RULES = (
    done_without_a_day, day_of_completion_without_being_done, done_after_the_as_of_date, overdue, due_soon,
    self_check_overdue, pieces_not_handed_in,
)  # fmt: skip
