"""党费台账: what was paid, against the time of membership."""

from addin.basis import CALENDAR, DUES_PAID
from addin.finding import ENTRY, HINT, WARNING
from addin.rule import Found, Need, rule
from workbook.derive import months_due, unentered_months
from workbook.doubt import unreadable
from workbook.ledger import Ledgers, Row
from workbook.roster import member, membership
from workbook.spec import Column
from workbook.tables import DUES, MEMBERS
from workbook.tables.people import MONTHS

MEMBERSHIP: tuple[Need, ...] = tuple((MEMBERS, key) for key in ("name", "joined", "arrived", "left"))


@rule(
    "PAY-001",
    ENTRY,
    WARNING,
    each=DUES,
    basis=CALENDAR,
    says="{name}“{title}”填了 {amount} 元，当时还不是或已不是本支部党员。",
    why="党费从入党、转入的当月起交，转出以后在新的支部交。",
    fix="请核对月份、金额，以及花名册上的入党、转入、转出日期。",
)
def paid_outside_the_membership(row: Row) -> Found:
    """Find amounts of months that lie wholly before a member came or after the member left."""
    entry = member(row.ledgers, row["name"].names[0]) if row["name"] and row["name"].names else None
    if entry is None or row.ledgers.year is None:
        return
    first, last = membership(entry)
    for number, column in enumerate(MONTHS, 1):
        month = (row.ledgers.year, number)
        if row[column.key] and not first <= month <= last:
            yield row.at(column.key, amount=row[column.key])


@rule(
    "PAY-002",
    ENTRY,
    HINT,
    each=DUES,
    basis=CALENDAR,
    says="“{title}”还没有到，所填的 {amount} 元没有计入。",
    why="党费实收只算到今天所在的月份。",
    fix="填错月份的请改正；预先交的，到那个月就会计入，不用处理。",
)
def paid_for_a_month_to_come(row: Row) -> Found:
    """Find members with amounts under months that have not begun; the first of them is marked."""
    to_come = (column for column in MONTHS if row.later(column.key) is not None)
    first = next((column for column in to_come if _is_to_come(row, column)), None)
    if first is not None:
        yield row.at(first.key, amount=row.later(first.key))


def _is_to_come(row: Row, column: Column) -> bool:
    return column.month is not None and not row.ledgers.has_begun(column.month, row.ledgers.today)


@rule(
    "PAY-003",
    ENTRY,
    WARNING,
    each=DUES,
    basis=DUES_PAID,
    needs=(*MEMBERSHIP, (DUES, "monthly")),
    says="{months}空着，没有填实交金额。",
    why="空着分不清是没有交还是没有登，党费实收的合计因此待补。",
    fix="交了的，按收据登记；查明没有交的填 0；按规定免交的，“月应交”填 0。",
)
def month_of_dues_left_blank(row: Row) -> Found:
    """Find members with months that are over and hold nothing; the first of them is marked."""
    months = unentered_months(row)
    blank = [column for column in MONTHS if column.month in months]
    there = [column for column in blank if column.key in row.ledger.letters]
    left = [column for column in there if not unreadable(row, column.key)]
    if left:
        yield row.at(left[0].key, months=tuple(column.title for column in left))


@rule(
    "PAY-004",
    ENTRY,
    WARNING,
    basis=DUES_PAID,
    needs=((DUES, "name"),),
    says="{name}在党费台账里没有一行。",
    why="党费实收只合计登了的人，少登一人，合计就少一份。",
    fix="按收据在党费台账登记；查明没有交的月份填 0，按规定免交的，“月应交”填 0。",
)
def member_without_a_row_of_dues(ledgers: Ledgers) -> Found:
    """Find members who owed dues this year and stand on no row; an empty 党费台账 is not kept here."""
    entered = {name for row in ledgers["dues"] if row["name"] for name in row["name"].names}
    for entry in ledgers["members"] if entered else ():
        if entry["name"] and entry["name"] not in entered and months_due(entry):
            yield entry.at("name")


RULES = (
    paid_outside_the_membership, paid_for_a_month_to_come, month_of_dues_left_blank,
    member_without_a_row_of_dues,
)  # fmt: skip
