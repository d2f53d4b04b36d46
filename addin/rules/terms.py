"""基本信息: the committee's term of office, against the as-of date and the election."""

from addin.basis import TERM, TERM_LENGTH, TERM_REMINDER
from addin.finding import ENTRY, HINT, REMINDER, SHORTFALL, WARNING
from addin.rule import Found, Need, known, rule
from addin.term import LONGEST, REMINDED, YEARS, election, ends_within, has_begun, is_renewed, months_from
from workbook.ledger import Row
from workbook.tables import BASICS, ELECTION

STEPS: tuple[Need, ...] = ((ELECTION, "id"), (ELECTION, "done"))
NEAR = 31  # days: the reply may count the term from a day of its own


@rule(
    "TERM-001",
    REMINDER,
    HINT,
    each=BASICS,
    basis=TERM_REMINDER,
    needs=STEPS,
    says="本届任期到 {term_to}届满，换届工作还没有开始。",
    why="任期届满前六个月，上级党组织一般提醒做好换届准备。",
    fix="请对照“换届选举台账”的步骤安排；已经开始的，核对那张表各步的完成日期。",
)
def term_ending_without_a_beginning(row: Row) -> Found:
    """Find terms that end within six months while no step of an election was taken."""
    if ends_within(row.ledgers, REMINDED) and not _is_over(row) and not has_begun(row.ledgers):
        yield row.at("term_to")


def _is_over(row: Row) -> bool:
    return known(row["term_to"]) and bool(row.ledgers.as_of > row["term_to"])


def _is_long_over(row: Row) -> bool:
    return _is_over(row) and row.ledgers.as_of > months_from(row["term_to"], LONGEST)


@rule(
    "TERM-002",
    SHORTFALL,
    WARNING,
    each=BASICS,
    basis=TERM,
    needs=STEPS,
    says="本届任期 {term_to}已经届满，还没有换届。",
    why="延期换届须报上级党组织批准，延长一般不超过一年。",
    fix="批准延期的，可在“情况说明”里写明批准的情况；已经换届的，核对“换届选举台账”和任期起止。",
)
def term_over(row: Row) -> Found:
    """Find terms that are over by no more than a year, without an election."""
    if _is_over(row) and not _is_long_over(row) and not is_renewed(row.ledgers):
        yield row.at("term_to")


@rule(
    "TERM-003",
    SHORTFALL,
    WARNING,
    each=BASICS,
    basis=TERM,
    needs=STEPS,
    says="本届任期 {term_to}届满，超过一年还没有换届。",
    why="延期换届须报上级党组织批准，延长一般不超过一年。",
    fix="请报告上级党组织；原因可在“情况说明”里写明。已经换届的，核对“换届选举台账”和任期起止。",
)
def term_over_by_more_than_a_year(row: Row) -> Found:
    """Find terms that have been over for more than a year, without an election."""
    if _is_long_over(row) and not is_renewed(row.ledgers):
        yield row.at("term_to")


@rule(
    "TERM-004",
    ENTRY,
    HINT,
    each=BASICS,
    basis=TERM_LENGTH,
    needs=STEPS,
    says="选举在 {date}，任期止填的是 {term_to}。",
    why="支部委员会每届任期一般三年，从选举之日算起。",
    fix="请按上级党组织的批复核对任期起止；批复另有规定的，以批复为准。",
)
def term_other_than_the_election(row: Row) -> Found:
    """Find ends of the term that lie more than a month from three years after the election."""
    held = election(row.ledgers)
    if held is not None and held.day is not None and known(row["term_to"]):
        third = months_from(held.day, 12 * YEARS)
        if abs((row["term_to"] - third).days) > NEAR:
            yield row.at("term_to", date=held.day)


RULES = (
    term_ending_without_a_beginning, term_over, term_over_by_more_than_a_year, term_other_than_the_election,
)  # fmt: skip
