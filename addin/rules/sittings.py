"""党员大会 and 支委会 as they were held: who came, and who chaired."""

from addin.basis import CHAIRING, COMMITTEE_MEETING, DECIDING
from addin.finding import SHORTFALL, WARNING
from addin.meetings import ASSEMBLY, COMMITTEE, number_of_voters
from addin.rule import Found, Need, rule
from addin.term import in_term
from workbook.ledger import Row
from workbook.roster import committee_on, names, names_on, voters_on
from workbook.tables import ACTIVITIES, MEMBERS

VOTERS = tuple((MEMBERS, key) for key in ("name", "standing", "joined", "confirmed", "left"))
POSTS: tuple[Need, ...] = ((MEMBERS, "name"), (MEMBERS, "post"))


@rule(
    "VOTE-009",
    SHORTFALL,
    WARNING,
    each=ACTIVITIES,
    basis=DECIDING,
    needs=VOTERS,
    says="到会有表决权的党员 {people} 人，不到应到 {computed} 人的一半。",
    why="党员大会到会有表决权的党员达到半数，才能进行表决；预备党员不计在内。",
    fix="请按签到材料核对；确实不够的如实保留，可在“情况说明”里写明原因。",
)
def assembly_without_a_quorum(row: Row) -> Found:
    """Find 党员大会 that fewer than half of the voting members attended."""
    if row["kind"] == ASSEMBLY and number_of_voters(row):
        entitled = names(voters_on(row.ledgers, row.day))
        people = _there(row, entitled)
        if people is not None and people * 2 < len(entitled):
            yield row.at("present", people=people, computed=len(entitled))


@rule(
    "VOTE-010",
    SHORTFALL,
    WARNING,
    each=ACTIVITIES,
    basis=COMMITTEE_MEETING,
    needs=POSTS,
    says="到会的委员 {people} 人，不到全体委员 {computed} 人的一半。",
    why="支委会要有半数以上委员到会才能召开。",
    fix="请按签到材料和花名册的党内职务核对；换届以前按当时的职务。确实不够的，可在“情况说明”里写明。",
)
def committee_without_a_quorum(row: Row) -> Found:
    """Find 支委会 of the present term that fewer than half of the committee, if there is one, attended."""
    has_committee = row.ledgers.setting("has_committee") != "否"
    if row["kind"] == COMMITTEE and has_committee and in_term(row):
        entitled = names(committee_on(row.ledgers, row.day))
        people = _there(row, entitled)
        if people is not None and people * 2 < len(entitled):
            yield row.at("present", people=people, computed=len(entitled))


def _there(row: Row, entitled: tuple[str, ...]) -> int | None:
    """Count those `entitled` who came; a number typed counts everybody, so that they are at most so many."""
    if row.is_later:
        return None
    typed: int | None = row.typed("present")
    came = row["attendance"]
    return typed if typed is not None or came is None else len(set(came) & set(entitled))


@rule(
    "MEET-015",
    SHORTFALL,
    WARNING,
    each=ACTIVITIES,
    basis=CHAIRING,
    needs=POSTS,
    says="{kind}由{person}主持，按花名册不是支部委员。",
    why="党员大会、支委会由书记召集并主持，可委托副书记或委员主持。",
    fix="请核对主持人和花名册的党内职务；换届以前按当时的职务，可在“情况说明”里写明。",
)
def chaired_by_no_committee_member(row: Row) -> Found:
    """Find 党员大会 and 支委会 of the present term, of which the roster tells the posts, chaired by a member
    without one; guests and strangers are other rules'.
    """
    was_held = row["kind"] in (ASSEMBLY, COMMITTEE) and not row.is_later and in_term(row)
    if was_held and row["chair"]:
        committee = names(committee_on(row.ledgers, row.day))
        for name in row["chair"].names if committee else ():
            if name not in committee and name in names_on(row.ledgers, row.day):
                yield row.at("chair", person=name)


RULES = (assembly_without_a_quorum, committee_without_a_quorum, chaired_by_no_committee_member)
