"""谈心谈话台账: two people, and what they are to each other."""

from addin.basis import TALKING, TEMPLATE
from addin.finding import ENTRY, ERROR, WARNING
from addin.rule import Found, rule
from workbook.ledger import Row
from workbook.roster import committee_on, names, names_on
from workbook.tables import MEMBERS, TALKS

COMMITTEE_MEMBERS = {"支委之间": (True, True), "支委与党员": (False, True), "党员之间": (False, False)}


@rule(
    "TALK-001",
    ENTRY,
    ERROR,
    each=TALKS,
    basis=TEMPLATE,
    says="谈话人和谈话对象是同一个人（{names}）。",
    why="谈心谈话在两个人之间进行。",
    fix="请按记录核对两个人的姓名。",
)
def talk_with_oneself(row: Row) -> Found:
    """Find talks of a person with the same person."""
    both = tuple(name for name in _of(row, "speaker") if name in _of(row, "partner"))
    if both:
        yield row.at("partner", names=both)


@rule(
    "TALK-002",
    ENTRY,
    WARNING,
    each=TALKS,
    basis=TALKING,
    needs=((MEMBERS, "post"),),
    says="关系写的是“{kind}”，按花名册是“{likely}”。",
    why="支委之间、支委与党员、党员之间分别统计。",
    fix="请核对姓名、关系和花名册的党内职务；换届以前的谈话以当时的职务为准，不用改。",
)
def relation_other_than_the_roster(row: Row) -> Found:
    """Find relations that the Party posts on the roster contradict; strangers are another rule's."""
    people = [*_of(row, "speaker"), *_of(row, "partner")]
    if (
        len(people) == 2
        and row["kind"] in COMMITTEE_MEMBERS
        and names_on(row.ledgers, row.day).issuperset(people)
    ):
        committee = names(committee_on(row.ledgers, row.day))
        found = tuple(sorted(name in committee for name in people))
        likely = next(kind for kind, posts in COMMITTEE_MEMBERS.items() if posts == found)
        if likely != row["kind"]:
            yield row.at("kind", likely=likely)


def _of(row: Row, key: str) -> tuple[str, ...]:
    return row[key].names if row[key] else ()


RULES = (talk_with_oneself, relation_other_than_the_roster)
