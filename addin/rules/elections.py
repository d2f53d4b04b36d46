"""换届选举台账: who came, who stood, and who was elected."""

from addin.basis import (
    ARITHMETIC,
    COMMITTEE_MEETING,
    ELECTION_ATTENDANCE,
    ELECTION_HALF,
    ELECTION_MAJORITY,
    ELECTION_MARGIN,
    EXCUSED,
    VOTING_RIGHT,
)
from addin.finding import ENTRY, ERROR, HINT, SHORTFALL, WARNING
from addin.meetings import COMMITTEE, ELECTING, meeting_of, number_of_voters
from addin.rule import Found, known, rule
from addin.term import is_done
from workbook.derive import ELECTION_DAY
from workbook.ledger import Row
from workbook.tables import BASICS, ELECTION, MEMBERS, VOTES

NOMINATED, FIRST_SESSION = 8, 12
PASSED = "通过"
VOTERS = tuple((MEMBERS, key) for key in ("name", "standing", "joined", "confirmed", "left"))


@rule(
    "ELECT-004",
    SHORTFALL,
    WARNING,
    each=ELECTION,
    basis=ELECTION_ATTENDANCE,
    says="写了当选得票，实到会 {present} 人却不到应到会 {expected} 人的五分之四。",
    why="有选举权的到会人数不少于应到会的五分之四，选举才有效。",
    fix="请按签到表核对两数，核减的人不计入应到会；确实不够的如实保留，可在“情况说明”里写明后来怎样处理。",
)
def elected_without_four_fifths(row: Row) -> Found:
    """Find elections with a result that, by their own numbers, too few attended."""
    if _is_short(row) and known(row["lowest"]):
        yield row.at("present")


def _is_short(row: Row) -> bool:
    is_vote = row["id"] == ELECTION_DAY and is_done(row) and known(row["expected"], row["present"])
    return is_vote and row["present"] * 5 < row["expected"] * 4


@rule(
    "ELECT-005",
    SHORTFALL,
    WARNING,
    each=ELECTION,
    basis=ELECTION_ATTENDANCE,
    says="实到会 {present} 人，不到应到会 {expected} 人的五分之四。",
    why="有选举权的到会人数不少于应到会的五分之四，选举才有效。",
    fix="请按签到表核对两数；确实不够的如实保留，可在“情况说明”里写明后来怎样处理。",
)
def election_short_of_four_fifths(row: Row) -> Found:
    """Find meetings for an election that too few attended, where nothing says that anybody was elected."""
    if _is_short(row) and not known(row["lowest"]):
        yield row.at("present")


@rule(
    "ELECT-006",
    ENTRY,
    WARNING,
    each=ELECTION,
    basis=VOTING_RIGHT,
    needs=VOTERS,
    says="应到会填了 {typed} 人；花名册当日有选举权的 {people} 人，减去核减的应是 {computed} 人。",
    why="应到会只计有选举权的正式党员，五分之四和过半数都按它算。",
    fix="请核对应到会、核减人数，以及花名册的党员类别、转正日期和表决权。",
)
def expected_other_than_the_electors(row: Row) -> Found:
    """Find numbers of electors that the roster of the day, less those excused, contradicts."""
    people = number_of_voters(row) if row["id"] == ELECTION_DAY else None
    if people and known(row["expected"]):
        computed = people - (row["reduced"] or 0)
        if row["expected"] != computed:
            yield row.at("expected", typed=row["expected"], people=people, computed=computed)


@rule(
    "ELECT-007",
    ENTRY,
    WARNING,
    each=ELECTION,
    basis=EXCUSED,
    says="核减了 {reduced} 人，没有写核减原因。",
    why="只有规定的几种情形可以不计入应到会，还要报上级同意、经大会通过。",
    fix="请按报批材料核对；不属于这几种情形的，仍计入应到会。",
)
def excused_without_a_reason(row: Row) -> Found:
    """Find electors excused without a reason."""
    if known(row["reduced"]) and row["reduced"] > 0 and not row["excuse"]:
        yield row.at("excuse")


@rule(
    "ELECT-008",
    SHORTFALL,
    WARNING,
    each=ELECTION,
    basis=ELECTION_MARGIN,
    says="应选 {seats} 名，候选人 {candidates} 名，差额不够，至少要 {computed} 名。",
    why="委员候选人的差额不少于应选人数的百分之二十。",
    fix="还没有选的，请与上级党组织商定；已经选过的如实保留，可在“情况说明”里写明。",
)
def too_few_candidates(row: Row) -> Found:
    """Find too few candidates for the committee, at the last step taken up to the vote that gives numbers."""
    if _names_candidates(row) and row.ledgers.setting("has_committee") != "否":
        later = (step["id"] for step in row.ledgers["election"] if _names_candidates(step))
        computed = -(-int(row["seats"]) * 6 // 5)
        if row["candidates"] < computed and row["id"] == max(later):
            yield row.at("candidates", computed=computed)


def _names_candidates(step: Row) -> bool:
    stated = known(step["id"], step["seats"], step["candidates"])
    return stated and is_done(step) and NOMINATED <= step["id"] <= ELECTION_DAY and step["seats"] > 0


@rule(
    "ELECT-009",
    SHORTFALL,
    HINT,
    each=ELECTION,
    basis=ELECTION_MARGIN,
    says="选书记、副书记，应选 {seats} 名，候选人 {candidates} 名，两数不等。",
    why="书记、副书记一般等额选举。",
    fix="请按会议记录核对两数；确实这样选的如实保留。",
)
def secretary_not_chosen_from_as_many(row: Row) -> Found:
    """Find elections of secretary and deputy with more or fewer candidates than posts."""
    stated = row["id"] == FIRST_SESSION and known(row["seats"], row["candidates"])
    if stated and is_done(row) and row["seats"] != row["candidates"]:
        yield row.at("candidates")


@rule(
    "ELECT-010",
    ENTRY,
    ERROR,
    each=(ELECTION, VOTES),
    basis=ELECTION_HALF,
    says="当选的最少 {cast} 票，没有超过实到会 {present} 人的一半，更没有超过应到会的一半。",
    why="得票超过半数才能当选，无论按应到会还是按实到会都不够。",
    fix="请按计票结果和会议记录核对票数、实到会和表决结果。",
)
def elected_without_a_majority(row: Row) -> Found:
    """Find people elected with no more than half of the votes, on either base."""
    cast, bases = _fewest(row), [row[key] for key in ("present", "expected") if row[key] is not None]
    if cast is not None and known(row["present"]) and cast * 2 <= min(bases):
        yield row.at(_votes(row), cast=cast)


def _votes(row: Row) -> str:
    return "lowest" if row.ledger.table.has("lowest") else "yes"


def _fewest(row: Row) -> int | None:
    """Return the fewest votes with which somebody was elected, or None where nobody was."""
    key = _votes(row)
    if key == "yes" and (row["kind"] != ELECTING or row["outcome"] != PASSED):
        return None
    cast: int | None = row[key]
    return cast


@rule(
    "ELECT-011",
    SHORTFALL,
    WARNING,
    each=(ELECTION, VOTES),
    basis=ELECTION_MAJORITY,
    needs=((BASICS, "majority"),),
    says="当选的最少 {cast} 票：按实到会 {present} 人过半，按应到会 {expected} 人没有过半。",
    why="当选须过半数，按哪个数算说法不一；“基本信息”定的是{word}。",
    fix="请按大会通过的选举办法和上级党组织的意见核对；经确认有效的，可在“情况说明”里写明。",
)
def majority_on_one_base_only(row: Row) -> Found:
    """Find people an assembly elected by more than half of those present, but not of those entitled."""
    cast = _fewest(row)
    stated = known(row["present"], row["expected"]) and not row.is_later and not _is_committees(row)
    if cast is not None and stated and row["present"] < cast * 2 <= row["expected"]:
        yield row.at(_votes(row), cast=cast, word=row.ledgers.setting("majority"))


def _is_committees(row: Row) -> bool:
    """Tell whether not an assembly elected but the committee: its secretary and deputy."""
    if row.ledger.table.key == ELECTION.key:
        return bool(row["id"] == FIRST_SESSION)
    meeting = meeting_of(row)
    return meeting is not None and meeting["kind"] == COMMITTEE


@rule(
    "ELECT-014",
    SHORTFALL,
    WARNING,
    each=ELECTION,
    basis=COMMITTEE_MEETING,
    says="新一届支委会第一次会议实到会 {present} 人，不到应到会 {expected} 人的一半。",
    why="支委会要有半数以上委员到会才能召开；书记、副书记由这次会议选举。",
    fix="请按会议记录核对两数；确实不够的如实保留，可在“情况说明”里写明后来怎样处理。",
)
def first_session_without_a_quorum(row: Row) -> Found:
    """Find first sessions of a new committee that fewer than half of it attended."""
    held = row["id"] == FIRST_SESSION and is_done(row) and known(row["present"], row["expected"])
    has_committee = row.ledgers.setting("has_committee") != "否"
    if held and has_committee and row["present"] * 2 < row["expected"]:
        yield row.at("present")


@rule(
    "ELECT-012",
    ENTRY,
    ERROR,
    each=ELECTION,
    basis=ARITHMETIC,
    says="最低当选得票 {lowest} 票，多于实到会 {present} 人。",
    why="一人一票，一个人的得票不会多于到会的人数。",
    fix="请按计票结果核对两数。",
)
def more_votes_for_one_than_voters(row: Row) -> Found:
    """Find more votes for one person than voters."""
    if known(row["lowest"], row["present"]) and row["lowest"] > row["present"]:
        yield row.at("lowest")


RULES = (
    elected_without_four_fifths, election_short_of_four_fifths, expected_other_than_the_electors,
    excused_without_a_reason, too_few_candidates, secretary_not_chosen_from_as_many,
    elected_without_a_majority, majority_on_one_base_only, more_votes_for_one_than_voters,
    first_session_without_a_quorum,
)  # fmt: skip
