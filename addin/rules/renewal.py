"""换届选举台账: the fifteen steps, their order and their papers."""

from collections.abc import Iterator

from addin.basis import CALENDAR, ELECTION_NOTICE, ELECTION_STEPS, TEMPLATE
from addin.finding import ENTRY, HINT, SHORTFALL, WARNING
from addin.rule import Found, known, rule
from addin.term import election, is_done, months_from
from workbook.derive import ELECTION_DAY
from workbook.doubt import unreadable
from workbook.ledger import Ledgers, Row
from workbook.tables import ELECTION
from workbook.values import show

REPLIES = {4: 3, 9: 8, 14: 13}  # the step that answers, and the one it answers
REMINDED, REQUESTED, REPORTED = 1, 3, 13


@rule(
    "ELECT-001",
    ENTRY,
    WARNING,
    each=ELECTION,
    basis=CALENDAR,
    says="{step}在 {done}，早于“{other}”的 {date}。",
    why="批复总在请示或报告之后。",
    fix="请按来文和去文核对两步的日期。",
)
def reply_before_the_request(row: Row) -> Found:
    """Find replies dated before what they reply to."""
    asked = _step(row.ledgers, REPLIES.get(row["id"]))
    if asked is not None and known(asked.day, row.day) and row["done"] < asked["done"]:
        yield row.at("done", other=asked["step"], date=asked.day)


def _step(ledgers: Ledgers, number: int | None) -> Row | None:
    return next((step for step in ledgers["election"] if number and step["id"] == number), None)


@rule(
    "ELECT-002",
    SHORTFALL,
    WARNING,
    each=ELECTION,
    basis=ELECTION_STEPS,
    says="{step}在 {done}，早于前面一步“{other}”的 {date}。",
    why="换届各步依次进行，先后颠倒的多半是日期写错了。",
    fix="请按原始材料核对日期；确实这样办的如实保留，可在“情况说明”里写明。",
)
def step_before_the_one_before(row: Row) -> Found:
    """Find steps taken before the nearest earlier one that has a day; replies are another rule's."""
    before = max(_dated_before(row), key=lambda step: int(step["id"]), default=None)
    if before is not None and row["done"] < before["done"] and REPLIES.get(row["id"]) != before["id"]:
        yield row.at("done", other=before["step"], date=before.day)


def _dated_before(row: Row) -> Iterator[Row]:
    if row["id"] is not None and is_done(row):
        for step in row.ledgers["election"]:
            if known(step["id"], step.day) and step["id"] < row["id"]:
                yield step


@rule(
    "ELECT-003",
    ENTRY,
    HINT,
    each=ELECTION,
    basis=TEMPLATE,
    says="{step}有完成日期，没有文号。",
    why="请示、报告和批复要按文号查找。",
    fix="请按正式文件核对；没有文号的，在备注里写明。",
)
def paper_without_a_number(row: Row) -> Found:
    """Find requests, reports and replies that were made and have no number, and no remark either."""
    papers = {*REPLIES, *REPLIES.values()}
    if row["id"] in papers and is_done(row) and row["number"] is None and row["remark"] is None:
        yield row.at("number")


@rule(
    "ELECT-015",
    SHORTFALL,
    WARNING,
    each=ELECTION,
    basis=ELECTION_STEPS,
    says="选举以前有几步没有完成日期：{step}。",
    why="换届先请示、得到批复，候选人预备人选经审查同意，再开会选举。",
    fix="办过的，按原始材料核对日期；没有办的如实保留，可在“情况说明”里写明。",
)
def elected_with_steps_left_out(row: Row) -> Found:
    """Find elections before which steps of the branch's own have no day; the reminder is its superior's."""
    if row["id"] == ELECTION_DAY and is_done(row):
        steps = tuple(
            f"{step['id']:g} {step['step']}" for step in row.ledgers["election"] if _is_left_out(step)
        )
        if steps:
            yield row.at("done", step=steps)


def _is_left_out(step: Row) -> bool:
    before = known(step["id"], step["step"]) and REMINDED < step["id"] < ELECTION_DAY
    return before and step["done"] is None and not unreadable(step, "done")


@rule(
    "ELECT-016",
    SHORTFALL,
    HINT,
    each=ELECTION,
    basis=ELECTION_NOTICE,
    says="{done}报送换届请示，到 {date}选举 {computed} 天，不足 {least} 天。",
    why="换届要提前向上级党组织请示；提前多少天各地不同，可在“基本信息”里改。",
    fix="请核对两步的日期；确是这样报的如实保留，可在“情况说明”里写明。",
)
def request_shortly_before_the_election(row: Row) -> Found:
    """Find requests fewer days ahead of the election than the settings ask; a later one is another rule's."""
    held = election(row.ledgers) if row["id"] == REQUESTED and is_done(row) else None
    if held is not None and held.day is not None:
        days, least = (held["done"] - row["done"]).days, row.ledgers.setting("request_days")
        if 0 <= days < least:
            yield row.at("done", date=held.day, computed=days, least=least)


@rule(
    "ELECT-013",
    SHORTFALL,
    WARNING,
    each=ELECTION,
    basis=ELECTION_STEPS,
    says="选举在 {date}，{state}。",
    why="选举结果一般在一个月内报告上级党组织。",
    fix="请核对报告的日期和文号；确实晚报或没有报的，可在“情况说明”里写明。",
)
def result_not_reported_within_a_month(row: Row) -> Found:
    """Find results of an election that were not reported within a month."""
    held = election(row.ledgers) if row["id"] == REPORTED else None
    if held is not None and held.day is not None:
        day = row.day if is_done(row) and row.day else row.ledgers.as_of
        if day > months_from(held.day, 1):
            state = f"{show(day)}才报告结果" if is_done(row) else f"到{show(day)}还没有报告结果"
            yield row.at("done", date=held.day, state=state)


RULES = (
    reply_before_the_request, step_before_the_one_before, paper_without_a_number,
    elected_with_steps_left_out, request_shortly_before_the_election, result_not_reported_within_a_month,
)  # fmt: skip
