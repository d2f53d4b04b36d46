"""议题表决台账: at which meeting was voted, what was needed, what was carried."""

from addin.basis import ARITHMETIC, COMMITTEE_MEETING, DECIDING, TEMPLATE, VOTING_RIGHT
from addin.finding import ENTRY, ERROR, HINT, SHORTFALL, WARNING
from addin.meetings import (
    APPRAISING,
    ASSEMBLY,
    COMMITTEE,
    ELECTING,
    let_off,
    meeting_of,
    meetings_on,
    number_of_voters,
)
from addin.rule import Found, Need, known, rule
from addin.term import is_done
from workbook.doubt import unreadable
from workbook.ledger import Row
from workbook.roster import committee_on
from workbook.tables import ACTIVITIES, MEMBERS, VOTES

PASSED, FAILED = "通过", "未通过"
VOTERS = tuple((MEMBERS, key) for key in ("name", "standing", "joined", "confirmed", "left"))
RESERVED = (
    "听取审议报告",
    "发展党员",
    "预备党员转正",
    "表彰处分",
)  # what only a 党员大会 decides, beside elections
HELD: tuple[Need, ...] = ((ACTIVITIES, "kind"), (ACTIVITIES, "date"))
# By which words of its 主题内容 a 支委会 is seen to have dealt with a kind of item.
PREPARED = {
    "听取审议报告": ("报告", "总结"),
    "选举": ("选举", "换届"),
    "发展党员": ("发展", "入党", "接收"),
    "预备党员转正": ("转正",),
    "表彰处分": ("表彰", "表扬", "评优", "处分"),
}


@rule(
    "VOTE-002",
    ENTRY,
    ERROR,
    each=VOTES,
    basis=DECIDING,
    needs=HELD,
    says="写着通过，赞成 {yes} 票没有超过实到会 {present} 人的一半，更没有超过应到会的一半。",
    why="党员大会表决，赞成的要超过应到会有表决权党员的半数；这里按实到会也不够。",
    fix="请按会议记录核对票数、实到会、应到会和表决结果；没有通过的，如实写“未通过”。",
)
def passed_without_a_majority(row: Row) -> Found:
    """Find items a 党员大会 passed, by its own numbers, without a majority of those present or entitled."""
    if _wrongly_passed(row) and _is_short_of_the_present(row):
        yield row.at("outcome")


def _wrongly_passed(row: Row) -> bool:
    return _was_decided(row, PASSED) and not row["yes"] * 2 > row["expected"]


def _is_short_of_the_present(row: Row) -> bool:
    return known(row["present"]) and row["yes"] * 2 <= row["present"]


def _was_decided(row: Row, outcome: str) -> bool:
    """Tell whether a 党员大会 came to the `outcome` and gives numbers; elections have a base of their own."""
    is_item = row["kind"] != ELECTING and _is_for_all(row)
    return is_item and row["outcome"] == outcome and known(row["yes"], row["expected"])


def _is_for_all(row: Row) -> bool:
    """Tell whether a 党员大会 voted: by the meeting, or where none is told, by what was voted on.

    What only a 党员大会 may decide is first discussed by the committee; it is not meant where no more were
    entitled than it has members.
    """
    if meeting_of(row) is not None or row["event"] is not None or row.day is None:
        return _held_by(row, ASSEMBLY)
    committee = len(committee_on(row.ledgers, row.day))
    return row["kind"] in RESERVED and known(row["expected"]) and row["expected"] > committee


def _held_by(row: Row, kind: str) -> bool:
    meeting = meeting_of(row)
    return meeting is not None and meeting["kind"] == kind


@rule(
    "VOTE-011",
    SHORTFALL,
    WARNING,
    each=VOTES,
    basis=DECIDING,
    needs=HELD,
    says="写着通过，赞成 {yes} 票没有超过应到会 {expected} 人的一半。",
    why="党员大会表决，赞成的要超过应到会有表决权党员的半数，不是实到会的半数。",
    fix="请按会议记录核对票数和应到会；确是这样通过的如实保留，可在“情况说明”里写明后来怎样处理。",
)
def passed_without_half_of_those_entitled(row: Row) -> Found:
    """Find items a 党员大会 passed, by what is known, without a majority of those entitled."""
    if _wrongly_passed(row) and not _is_short_of_the_present(row) and not row.is_later:
        yield row.at("outcome")


@rule(
    "VOTE-003",
    ENTRY,
    WARNING,
    each=VOTES,
    basis=DECIDING,
    needs=HELD,
    says="写着未通过，赞成 {yes} 票已经超过应到会 {expected} 人的一半。",
    why="党员大会表决，赞成的超过应到会有表决权党员的半数，即为通过。",
    fix="请按会议记录核对票数、应到会和表决结果。",
)
def failed_with_a_majority(row: Row) -> Found:
    """Find items a 党员大会 rejected although, by its own numbers, they were carried."""
    if _was_decided(row, FAILED) and row["yes"] * 2 > row["expected"]:
        yield row.at("outcome")


@rule(
    "VOTE-004",
    ENTRY,
    WARNING,
    each=VOTES,
    basis=VOTING_RIGHT,
    needs=(*HELD, *VOTERS),
    says="应到会填了 {typed} 人，按花名册当日应是 {computed} 人。",
    why="应到会只计有表决权的正式党员，过没过半数按它算。",
    fix="请核对应到会，以及花名册的党员类别、转正日期和表决权；按规定没有计入的人，写在备注里。",
)
def expected_other_than_the_voters(row: Row) -> Found:
    """Find numbers of entitled members that the roster of the day contradicts; a remark may say why less."""
    voters = number_of_voters(row) if _held_by(row, ASSEMBLY) else None
    if voters and known(row["expected"]):
        computed = voters - (let_off(row) if row["kind"] == ELECTING else 0)
        explained = row["expected"] < computed and row["remark"] is not None
        if row["expected"] != computed and not explained:
            yield row.at("expected", typed=row["expected"], computed=computed)


@rule(
    "VOTE-005",
    ENTRY,
    ERROR,
    each=VOTES,
    basis=ARITHMETIC,
    needs=HELD,
    says="实到会 {present} 人，多于那次会议的实到 {people} 人。",
    why="到会有表决权的人，不会多于到会的人。",
    fix="请按签到材料核对两处人数；活动编号写错的，改成作出表决的那次会议。",
)
def more_voters_than_people_there(row: Row) -> Found:
    """Find more voters than people present at the meeting."""
    meeting = meeting_of(row)
    people = meeting["present"] if meeting else None
    if known(people, row["present"]) and row["present"] > people:
        yield row.at("present", people=people)


@rule(
    "VOTE-006",
    ENTRY,
    HINT,
    each=VOTES,
    basis=ARITHMETIC,
    says="赞成、反对、弃权共 {cast} 票，少于实到会 {present} 人。",
    why="到会有表决权的人一人一票，弃权也算一票。",
    fix="请按会议记录核对；确实有人没有投票的，写在备注里。",
)
def fewer_votes_than_voters(row: Row) -> Found:
    """Find votes that do not add up to the voters present, where no remark says why."""
    votes = [row[key] for key in ("yes", "no", "abstain")]
    if known(row["present"], *votes) and row["remark"] is None and sum(votes) < row["present"]:
        yield row.at("yes", cast=sum(votes))


@rule(
    "VOTE-007",
    SHORTFALL,
    WARNING,
    each=VOTES,
    basis=DECIDING,
    needs=HELD,
    says="实到会 {present} 人，不到应到会 {expected} 人的一半。",
    why="党员大会到会有表决权的党员达到半数，才能进行表决。",
    fix="请核对两数；确实不够的如实保留，可在“情况说明”里写明原因和后来怎样处理。",
)
def vote_without_a_quorum(row: Row) -> Found:
    """Find votes of a 党员大会 that fewer than half of those entitled attended."""
    if _is_without_a_quorum(row) and _is_for_all(row) and not _wrongly_passed(row):
        yield row.at("present")


def _is_without_a_quorum(row: Row) -> bool:
    stated = known(row["present"], row["expected"]) and not row.is_later
    return stated and row["present"] * 2 < row["expected"]


@rule(
    "VOTE-013",
    SHORTFALL,
    WARNING,
    each=VOTES,
    basis=COMMITTEE_MEETING,
    needs=HELD,
    says="支委会实到会 {present} 人，不到应到会 {expected} 人的一半。",
    why="支委会要有半数以上委员到会才能召开。",
    fix="请核对两数；确实不够的如实保留，可在“情况说明”里写明原因和后来怎样处理。",
)
def committee_voted_without_a_quorum(row: Row) -> Found:
    """Find votes of a 支委会, where there is a committee, that fewer than half of it attended."""
    has_committee = row.ledgers.setting("has_committee") != "否"
    if has_committee and _is_without_a_quorum(row) and _held_by(row, COMMITTEE):
        yield row.at("present")


@rule(
    "VOTE-012",
    ENTRY,
    HINT,
    each=VOTES,
    basis=TEMPLATE,
    needs=HELD,
    says="没有填活动编号，{cause}，看不出是在哪次会上表决的。",
    why="党员大会和支委会要到多少人、多少票才通过，规定不同。",
    fix="请按会议记录核对日期；那次会已经登记的，填它的活动编号；没有开会表决的如实保留。",
)
def vote_of_no_known_meeting(row: Row) -> Found:
    """Find votes that name no meeting, on a day of none or of several; an appraisal is no such vote."""
    named = row["event"] is not None or unreadable(row, "event")
    if not named and row["kind"] != APPRAISING and is_done(row) and meeting_of(row) is None:
        held = len(meetings_on(row))
        cause = f"这一天登记了 {held} 场党员大会、支委会" if held else "这一天没有登记党员大会或支委会"
        yield row.at("event", cause=cause)


@rule(
    "VOTE-008",
    SHORTFALL,
    HINT,
    each=VOTES,
    basis=COMMITTEE_MEETING,
    needs=(*HELD, (ACTIVITIES, "topic")),
    says="“{kind}”提交党员大会以前，没有看到支委会研究过。",
    why="重要事项由党员大会决定前，一般先由支委会讨论。",
    fix="研究过的，请核对那次支委会的日期和主题内容；确实没有的如实保留，可在“情况说明”里写明。",
)
def decided_without_the_committee_first(row: Row) -> Found:
    """Find important items a 党员大会 decided that no 支委会 of the year dealt with before.

    What was decided in January may have been prepared in last year's workbook.
    """
    has_committee = row.ledgers.setting("has_committee") == "是"
    since_january = row.day is not None and row.day.month > 1 and not row.is_later
    important = row["kind"] in PREPARED and _held_by(row, ASSEMBLY)
    if has_committee and since_january and important and not _was_prepared(row):
        yield row.at("kind")


def _was_prepared(row: Row) -> bool:
    """Tell whether a 支委会 voted on this kind of item, or had it as a topic, by that day."""
    voted = any(
        other["kind"] == row["kind"] and _by(other, row) and _held_by(other, COMMITTEE)
        for other in row.ledgers["votes"]
    )
    return voted or any(
        event["kind"] == COMMITTEE and _by(event, row) and _deals_with(event, row["kind"])
        for event in row.ledgers["activities"]
    )


def _by(other: Row, row: Row) -> bool:
    return other.day is not None and row.day is not None and other.day <= row.day


def _deals_with(event: Row, kind: str) -> bool:
    return any(word in (event["topic"] or "") for word in PREPARED[kind])


RULES = (
    passed_without_a_majority, passed_without_half_of_those_entitled, failed_with_a_majority,
    expected_other_than_the_voters, more_voters_than_people_there, fewer_votes_than_voters,
    vote_without_a_quorum, committee_voted_without_a_quorum, vote_of_no_known_meeting,
    decided_without_the_committee_first,
)  # fmt: skip
