"""组织生活会 with what comes before and after it, and the grades of 民主评议党员."""

import datetime as dt
import re

from addin.basis import APPRAISAL_SHARE, ARITHMETIC, LIFE_MEETING
from addin.finding import ENTRY, HINT, SHORTFALL, WARNING
from addin.meetings import LIFE, number_of_voters
from addin.requirement import requirements
from addin.rule import Found, Need, known, rule
from addin.term import months_from
from workbook.ledger import Ledgers, Row
from workbook.roster import members_on
from workbook.tables import ACTIVITIES, DOCUMENTS, MEMBERS, PROBLEMS, TALKS, VOTES

GRADES = ("excellent", "good", "fair", "poor")
BEFORE, AFTER = 2, 1  # months: talks this long before a meeting are for it; then its list should be there
OCCASION, SOURCES, LIST = "组织生活会前", ("组织生活会", "民主评议"), "整改"
LAST_QUARTER = 10  # its first month
CRITICISM, LABELS = "批评和自我批评", ("also_1", "also_2", "also_3")
# What 主题内容 may say without naming a theme: the meeting, its year, and what is done at each of them.
NO_THEME = re.compile(
    r"[\W\d年月日度]|组织生活会|民主评议|专题|召开|开展|进行|认真|严肃|党?支部|党员|大会|会议|(?:自我)?批评"
    r"|查摆|问题|对照检查|个人|自评|互评|测评|[和与及并暨]"
)
ROSTER: tuple[Need, ...] = tuple((MEMBERS, key) for key in ("name", "standing", "joined", "left"))


@rule(
    "LIFE-001",
    SHORTFALL,
    HINT,
    each=ACTIVITIES,
    basis=LIFE_MEETING,
    needs=((TALKS, "date"), (ACTIVITIES, "year")),
    says="开会以前没有看到谈心谈话。",
    why="组织生活会前，要开展谈心谈话。",
    fix="谈过的，核对谈心谈话台账的日期和谈话时机；确实没有的如实保留，可在“情况说明”里写明。",
)
def life_meeting_without_talks_before(row: Row) -> Found:
    """Find 组织生活会 of this year that no talk came before."""
    if _is_of_this_year(row) and not any(_prepares(talk, row) for talk in row.ledgers["talks"]):
        yield row.at("date")


def _is_of_this_year(row: Row) -> bool:
    """Tell whether a 组织生活会 was held by the as-of date and belongs to the workbook's year."""
    is_held = row["kind"] == LIFE and row.day is not None and not row.is_later
    return is_held and row.year == row.ledgers.year


def _prepares(talk: Row, meeting: Row) -> bool:
    if talk.day is None or meeting.day is None or talk.day > meeting.day:
        return False
    labelled = talk["reason"] == OCCASION and talk.year == meeting.year
    return labelled or talk.day >= months_from(meeting.day, -BEFORE)


@rule(
    "LIFE-002",
    SHORTFALL,
    HINT,
    basis=LIFE_MEETING,
    says="组织生活会在 {date}召开，第四季度及以后没有再开。",
    why="组织生活会一般每年第四季度召开，也可以根据工作需要随时召开。",
    fix="请核对日期；这样安排的不用改，可在“情况说明”里写明。",
)
def life_meeting_outside_the_last_quarter(ledgers: Ledgers) -> Found:
    """Find the last 组织生活会 of a year where none came in its last quarter, nor after it in time."""
    held = [row for row in ledgers["activities"] if _is_of_this_year(row)]
    last = max(held, key=lambda row: row["date"], default=None)
    if last is None or ledgers.year is None or ledgers.now <= _last_day(ledgers, ledgers.year):
        return
    if last["date"] < dt.date(ledgers.year, LAST_QUARTER, 1):
        yield last.at("date")


def _last_day(ledgers: Ledgers, year: int) -> dt.date:
    """Return the last day on which the year's 组织生活会 may be held: 规定动作 may give it grace."""
    asked = (required for required in requirements(ledgers) if LIFE in required.kinds)
    return max((each.periods[-1].last for each in asked), default=dt.date(year, 12, 31))


@rule(
    "LIFE-003",
    SHORTFALL,
    HINT,
    each=ACTIVITIES,
    basis=LIFE_MEETING,
    needs=((PROBLEMS, "source"), (PROBLEMS, "found"), (DOCUMENTS, "name")),
    says="会后一个月，没有看到查摆的问题和整改清单。",
    why="组织生活会后，要列出整改事项并抓好落实。",
    fix="列了的，核对“问题与打算”的来源、提出日期或清单的文件名称；确实没有的如实保留。",
)
def life_meeting_without_a_list_after(row: Row) -> Found:
    """Find 组织生活会 of this year after which, within a month, no problem and no list is named."""
    if _is_of_this_year(row) and row.ledgers.as_of > months_from(row["date"], AFTER) and not _has_list(row):
        yield row.at("date")


def _has_list(meeting: Row) -> bool:
    problems = (row for row in meeting.ledgers["problems"] if row["source"] in SOURCES)
    papers = (row for row in meeting.ledgers["documents"] if LIST in (row["name"] or ""))
    return any(row.day is None or row.day >= meeting["date"] for row in (*problems, *papers))


@rule(
    "LIFE-007",
    SHORTFALL,
    HINT,
    each=ACTIVITIES,
    basis=LIFE_MEETING,
    needs=((ACTIVITIES, "year"), (ACTIVITIES, "theme")),
    says="主题内容是“{topic}”，没有看到这次组织生活会的主题。",
    why="组织生活会要在会前确定主题。",
    fix="定了主题的，写在“主题内容”里，或选“年度主题”；确实没有的如实保留，可在“情况说明”里写明。",
)
def life_meeting_without_a_theme(row: Row) -> Found:
    """Find 组织生活会 of this year whose words name no theme; of a row without any, another rule tells."""
    if _is_of_this_year(row) and row["topic"] and row["theme"] is None and not NO_THEME.sub("", row["topic"]):
        yield row.at("topic")


@rule(
    "LIFE-008",
    SHORTFALL,
    HINT,
    each=ACTIVITIES,
    basis=LIFE_MEETING,
    needs=tuple((ACTIVITIES, key) for key in ("year", *LABELS)),
    says="没有看到开展批评和自我批评。",
    why="组织生活会上，要开展批评和自我批评。",
    fix="开展了的，在“主题内容”里写明，或在“兼作”里选“批评和自我批评”；确实没有的如实保留，可在“情况说明”里写明。",
)
def life_meeting_without_criticism(row: Row) -> Found:
    """Find 组织生活会 of this year whose words and labels say nothing of criticism; of a row without words,
    another rule tells.
    """
    labelled = any(row[key] == CRITICISM for key in LABELS)
    if _is_of_this_year(row) and row["topic"] and "批评" not in row["topic"] and not labelled:
        yield row.at("topic")


@rule(
    "LIFE-004",
    SHORTFALL,
    WARNING,
    each=VOTES,
    basis=APPRAISAL_SHARE,
    says="评为优秀 {excellent} 人，超过 {people} 人的三分之一。",
    why="“优秀”等次一般不超过党员总数的三分之一，以上级党组织的规定为准。",
    fix="请按评议结果核对人数；上级另有规定的，可在“情况说明”里写明。",
)
def more_excellent_than_a_third(row: Row) -> Found:
    """Find appraisals with more than a third of the members graded 优秀."""
    people = _graded(row) or len(members_on(row.ledgers, row.day))
    if known(row["excellent"]) and not row.is_later and row["excellent"] * 3 > people > 0:
        yield row.at("excellent", people=people)


def _graded(row: Row) -> int | None:
    """Return how many members have a grade, or None where a number is missing."""
    numbers = [row[key] for key in GRADES]
    return sum(numbers) if known(*numbers) else None


@rule(
    "LIFE-005",
    ENTRY,
    WARNING,
    each=VOTES,
    basis=ARITHMETIC,
    needs=ROSTER,
    says="四个等次共 {cast} 人，多于当日在册的 {people} 人。",
    why="一名党员只有一个等次。",
    fix="请按评议结果核对各等次人数，以及花名册的转入、转出日期。",
)
def more_grades_than_members(row: Row) -> Found:
    """Find more grades than members on the roster of the day."""
    cast = sum(row[key] or 0 for key in GRADES)
    people = len(members_on(row.ledgers, row.day))
    if row.day is not None and cast > people > 0:
        yield row.at("excellent", cast=cast, people=people)


@rule(
    "LIFE-006",
    ENTRY,
    HINT,
    each=VOTES,
    basis=ARITHMETIC,
    needs=ROSTER,
    says="四个等次共 {cast} 人，当日有表决权的正式党员 {people} 人。",
    why="参加评议的正式党员各有一个等次。",
    fix="请按评议结果核对；有的没有参加评议、没有定等次的，写在备注里。",
)
def members_without_a_grade(row: Row) -> Found:
    """Find fewer grades than full members, where no remark says why."""
    cast, people = _graded(row), number_of_voters(row)
    if cast is not None and people is not None and row["remark"] is None and cast < people:
        yield row.at("excellent", cast=cast, people=people)


RULES = (
    life_meeting_without_talks_before, life_meeting_outside_the_last_quarter,
    life_meeting_without_a_list_after, life_meeting_without_a_theme, life_meeting_without_criticism,
    more_excellent_than_a_third, more_grades_than_members, members_without_a_grade,
)  # fmt: skip
