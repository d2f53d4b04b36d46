"""Hours of study of the year against what is asked: only when the year is over."""

from addin.basis import EDUCATION_RULES, TEMPLATE
from addin.finding import ENTRY, HINT, SHORTFALL, WARNING
from addin.rule import Found, rule
from addin.study import perhaps_short, short, undecided, untold
from workbook.ledger import Ledgers
from workbook.tables import ACTIVITIES, MEMBERS

DECEMBER = 12
NEEDS = (
    *((MEMBERS, key) for key in ("name", "joined", "arrived", "left", "post")),
    *((ACTIVITIES, key) for key in ("date", "scope", "attendees", "hours")),
)


@rule(
    "HOUR-004",
    SHORTFALL,
    WARNING,
    basis=EDUCATION_RULES,
    needs=NEEDS,
    says="{name}全年登记的学时是 {total}，不足 {least}。",
    why="党员每年的集中学习培训有最低学时，书记和支委会成员更高。",
    fix="请核对各场活动的学时和到场人员；确实不足的如实保留，可在情况说明里写明原因。",
)
def study_hours_short_of_the_year(ledgers: Ledgers) -> Found:
    """Find members of the whole year whose hours stayed below what was asked, once the year is over."""
    if ledgers.is_over(DECEMBER):
        for each in short(ledgers):
            least = each.asked
            yield each.row.at("name", total=each.total, least=least.amount, basis=least.basis)


@rule(
    "HOUR-005",
    ENTRY,
    HINT,
    basis=TEMPLATE,
    needs=NEEDS,
    says="本年有 {rows} 场活动没有学时，{people} 名党员的全年学时算不出来。",
    why="没有写学时，不等于没有学时；这几名党员够不够最低学时，没有核对。",
    fix="查得到的，按原始材料填“学时”；不计学时的活动填 0；查不到的空着。",
)
def study_hours_not_told(ledgers: Ledgers) -> Found:
    """Find, once the year is over, members of whom blank hours leave open whether they reached what is asked.

    Where no event has hours, the office does not keep them, and nothing is said.
    """
    people = undecided(ledgers) if ledgers.is_over(DECEMBER) else ()
    if people:
        events = ledgers["activities"]
        yield events.cell("hours", events.header, {"rows": len(untold(ledgers)), "people": len(people)})


@rule(
    "HOUR-006",
    SHORTFALL,
    HINT,
    basis=EDUCATION_RULES,
    needs=NEEDS,
    says="{name}在支委会任职，全年登记的学时是 {total}，不足书记、支委会成员的 {least}。",
    why="本届任期从{date}起，此前任什么职花名册看不出；换届前后都在任的，按这个数要求。",
    fix="本年才任职的，不用处理；全年在任的，核对学时，确实不足的如实保留，可在“情况说明”里写明。",
)
def study_hours_perhaps_short_of_the_committee(ledgers: Ledgers) -> Found:
    """Find members of a committee elected in the year whose hours do for a member only, once it is over."""
    if ledgers.is_over(DECEMBER):
        for each in perhaps_short(ledgers):
            facts = {"total": each.total, "least": each.asked.amount, "basis": each.asked.basis}
            yield each.row.at("name", date=ledgers.setting("term_from"), **facts)


RULES = (
    study_hours_short_of_the_year, study_hours_not_told, study_hours_perhaps_short_of_the_committee,
)  # fmt: skip
