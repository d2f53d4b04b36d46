"""The branch as a whole: its size, its committee, its secretary."""

from addin.basis import BRANCH_SIZE, ORGAN_RULES, SECRETARY, TEMPLATE
from addin.finding import ENTRY, HINT, SHORTFALL, WARNING
from addin.rule import Found, known, rule
from addin.standing import full_members, year_after
from workbook.ledger import Ledgers, Row
from workbook.roster import committee_on, members_on
from workbook.tables import BASICS, MEMBERS

NEEDS = tuple((MEMBERS, key) for key in ("name", "standing", "post", "joined", "arrived", "left"))
WITH_COMMITTEE, LEAST_BRANCH, GENERAL_BRANCH = 7, 3, 50  # full members; members, both included
LEAST_COMMITTEE, MOST_COMMITTEE = 3, 7
WITHOUT_COMMITTEE = ("书记", "副书记")  # posts of a branch that has no committee
JOINT, GENERAL = ("联合", "临时"), "总支"


@rule(
    "BRANCH-001",
    SHORTFALL,
    WARNING,
    each=BASICS,
    basis=BRANCH_SIZE,
    needs=NEEDS,
    says="花名册上正式党员 {people} 名，“{title}”填的是“否”。",
    why="正式党员 7 人以上的党支部，应当设立支部委员会。",
    fix="请核对花名册和这一项；确实没有设的如实保留，可在情况说明里写明原因。",
)
def no_committee_though_large_enough(row: Row) -> Found:
    """Find branches of seven or more full members said to have no committee; a blank says nothing."""
    people = len(full_members(row.ledgers))
    if people >= WITH_COMMITTEE and row["has_committee"] == "否":
        yield row.at("has_committee", people=people)


@rule(
    "BRANCH-002",
    SHORTFALL,
    WARNING,
    each=BASICS,
    basis=BRANCH_SIZE,
    needs=NEEDS,
    says="花名册上在任的支委会成员 {people} 名。",
    why="支部委员会由 3 至 5 人组成，一般不超过 7 人。",
    fix="请核对花名册的党内职务；确有缺额或超出的如实保留，可在情况说明里写明原因。",
)
def committee_too_small_or_too_large(row: Row) -> Found:
    """Find committees of one, of two, or of more than seven."""
    people = len(committee_on(row.ledgers, None))
    fits = LEAST_COMMITTEE <= people <= MOST_COMMITTEE
    if row["has_committee"] == "是" and people and not fits:
        yield row.at("has_committee", people=people)


@rule(
    "BRANCH-003",
    ENTRY,
    WARNING,
    each=BASICS,
    basis=TEMPLATE,
    needs=NEEDS,
    says="“{title}”填的是“是”，花名册上没有一名党员填党内职务。",
    why="支委会的应到人数、主讲人身份都按花名册的党内职务算。",
    fix="设了支委会的，在花名册的“党内职务”里填上各成员；没有设的，这里改为“否”。",
)
def committee_of_nobody(row: Row) -> Found:
    """Find a committee none of whose members stands on the roster."""
    roster = members_on(row.ledgers, None)
    if row["has_committee"] == "是" and roster and not committee_on(row.ledgers, None):
        yield row.at("has_committee")


@rule(
    "BRANCH-004",
    ENTRY,
    WARNING,
    each=BASICS,
    basis=TEMPLATE,
    needs=NEEDS,
    says="“{title}”填的是“否”，花名册上{names}填了支委会成员的职务。",
    why="不设支委会的支部，只有书记、副书记。",
    fix="请核对：设了支委会的，这里改为“是”；没有设的，改正花名册的党内职务。",
)
def committee_posts_without_a_committee(row: Row) -> Found:
    """Find members with a post of the committee where the branch is said to have none."""
    posts = [each for each in committee_on(row.ledgers, None) if each["post"] not in WITHOUT_COMMITTEE]
    if row["has_committee"] == "否" and posts:
        yield row.at("has_committee", names=tuple(each["name"] for each in posts))


@rule(
    "BRANCH-005",
    SHORTFALL,
    HINT,
    each=BASICS,
    basis=ORGAN_RULES,
    needs=NEEDS,
    says="花名册上在册党员 {people} 名。",
    why="党支部一般不超过 50 人；机关党员满 50 人、不足 100 人的一般设党总支，满 100 人的设机关党委。",
    fix="请核对花名册；人数确是这样的，可请示上级党组织，并在情况说明里写明。",
)
def branch_of_too_many(row: Row) -> Found:
    """Find branches of fifty members or more, which make a general branch (党总支)."""
    people = len(members_on(row.ledgers, None))
    if people >= GENERAL_BRANCH and GENERAL not in (row["branch"] or ""):
        yield row.at("branch", people=people)


@rule(
    "BRANCH-006",
    SHORTFALL,
    WARNING,
    each=BASICS,
    basis=BRANCH_SIZE,
    needs=NEEDS,
    says="花名册上正式党员只有 {people} 名。",
    why="正式党员不足 3 人的，一般与邻近单位成立联合党支部。",
    fix="请核对花名册；确实不足的，可请示上级党组织，并在情况说明里写明。",
)
def branch_of_too_few(row: Row) -> Found:
    """Find branches of one or two full members that are no joint branch.

    An empty roster says nothing, nor does one on which somebody may be a full member or not.
    """
    people = len(full_members(row.ledgers))
    joint = any(word in (row["branch"] or "") for word in JOINT)
    told = all(each["standing"] for each in members_on(row.ledgers, None))
    if 0 < people < LEAST_BRANCH and told and not joint:
        yield row.at("branch", people=people)


@rule(
    "BRANCH-007",
    SHORTFALL,
    WARNING,
    basis=SECRETARY,
    needs=((MEMBERS, "confirmed"), *NEEDS),
    says="书记{name}的转正日期是{day}，党龄不满一年。",
    why="党支部书记一般应当具有一年以上党龄，党龄从转正之日算起。",
    fix="请按档案核对转正日期；确是这样的如实保留，可在情况说明里写明。",
)
def secretary_of_short_standing(ledgers: Ledgers) -> Found:
    """Find secretaries who were confirmed less than a year before the as-of date."""
    for row in committee_on(ledgers, None):
        day = row["confirmed"]
        if row["post"] == "书记" and known(day) and day <= ledgers.as_of < year_after(day):
            yield row.at("post", day=day)


RULES = (
    no_committee_though_large_enough, committee_too_small_or_too_large, committee_of_nobody,
    committee_posts_without_a_committee, branch_of_too_many, branch_of_too_few, secretary_of_short_standing,
)  # fmt: skip
