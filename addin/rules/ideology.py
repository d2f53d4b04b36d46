"""Ideology, strict governance and the first item: studied at a meeting, and with the secretary there."""

from addin.basis import IDEOLOGY, TEMPLATE
from addin.finding import ENTRY, HINT, SHORTFALL, WARNING
from addin.rule import Found, rule
from addin.term import in_term, is_done
from workbook.ledger import Row
from workbook.roster import committee_on
from workbook.tables import ACTIVITIES, MEMBERS

LABELS = ("also_1", "also_2", "also_3")
AT_A_MEETING = ("第一议题", "专题研究党建", "研究全面从严治党", "研究意识形态", "意识形态分析研判")
NO_MEETING = (
    "党课", "宣讲", "志愿服务", "主题实践活动", "观看警示教育片", "家风家训分享", "家风故事学习",
    "观看家风节目", "政治生日",
)  # fmt: skip
FIRST_RESPONSIBLE = ("研究全面从严治党", "研究意识形态")


@rule(
    "TOPIC-001",
    ENTRY,
    WARNING,
    each=ACTIVITIES,
    basis=TEMPLATE,
    says="类型是“{kind}”，“{title}”写了“{label}”。",
    why="研究、研判和第一议题在会议上进行，标在别的活动上会多算一次。",
    fix="请核对会议记录，改正这一行的类型或兼作。",
)
def business_of_a_meeting_without_one(row: Row) -> Found:
    """Find labels of what only a meeting does on events that are no meeting; unknown kinds are left alone."""
    if row["kind"] in NO_MEETING:
        for key in LABELS:
            if row[key] in AT_A_MEETING:
                yield row.at(key, label=row[key])


@rule(
    "TOPIC-002",
    SHORTFALL,
    HINT,
    each=ACTIVITIES,
    basis=IDEOLOGY,
    needs=((MEMBERS, "post"), (MEMBERS, "name"), (ACTIVITIES, "scope"), (ACTIVITIES, "attendees")),
    says="“{label}”，到场人员里没有书记{name}。",
    why="党支部书记是第一责任人。",
    fix="请核对到场人员；书记确实没有到场的如实保留，可在情况说明里写明。",
)
def studied_without_the_secretary(row: Row) -> Found:
    """Find studies of these matters since the term of office began at which the secretary was not."""
    label = next((row[key] for key in ("kind", *LABELS) if row[key] in FIRST_RESPONSIBLE), None)
    if label is None or not (is_done(row) and in_term(row)) or row["attendance"] is None:
        return
    secretaries = [each["name"] for each in committee_on(row.ledgers, row.day) if each["post"] == "书记"]
    if secretaries and not set(secretaries) & set(row["attendance"]):
        yield row.at("kind", label=label, name=tuple(secretaries))


RULES = (business_of_a_meeting_without_one, studied_without_the_secretary)
