"""成果台账: who handed in, and how many pieces."""

from addin.basis import TEMPLATE
from addin.finding import ENTRY, HINT, WARNING
from addin.rule import Found, known, rule
from workbook.derive import scope_names
from workbook.doubt import unreadable
from workbook.ledger import Row
from workbook.roster import member, resolve
from workbook.tables import OUTCOMES


@rule(
    "OUT-001",
    ENTRY,
    WARNING,
    each=OUTCOMES,
    basis=TEMPLATE,
    says="已交人员里的{names}不在应交范围内。",
    why="应交、已交、未交按同一个范围核对。",
    fix="请核对应交范围和姓名；范围写窄了的，改应交范围。",
)
def handed_in_from_outside_the_scope(row: Row) -> Found:
    """Find members who handed in though the call was not addressed to them; strangers are another rule's."""
    scope = scope_names(row, row["scope"])
    if scope and row["submitters"] is not None and not row["submitters"].everyone:
        named = [name for name in row["submitters"].names if member(row.ledgers, name) is not None]
        outside = tuple(name for name in named if name not in scope)
        if outside:
            yield row.at("submitters", names=outside)


@rule(
    "OUT-002",
    ENTRY,
    WARNING,
    each=OUTCOMES,
    basis=TEMPLATE,
    says="数量是 {quantity}，已交人员却有 {people} 人。",
    why="一人至少一份，份数现按数量计。",
    fix="请核对；按人计的，数量可以空着。",
)
def fewer_pieces_than_people(row: Row) -> Found:
    """Find calls with fewer pieces than people who handed in."""
    if known(row["quantity"], row["submitters"]):
        people = len(resolve(row["submitters"], row.ledgers, row.day))
        if row["quantity"] < people:
            yield row.at("quantity", people=people)


@rule(
    "OUT-003",
    ENTRY,
    HINT,
    each=OUTCOMES,
    basis=TEMPLATE,
    says="填了数量 {quantity}，没有选单位。",
    why="篇、份、个、条分不清，合计就不好用。",
    fix="请从下拉中选单位，如心得体会选“篇”，家风故事选“个”。",
)
def quantity_without_a_unit(row: Row) -> Found:
    """Find quantities of nobody knows what."""
    if row["quantity"] is not None and row["unit"] is None:
        yield row.at("unit")


@rule(
    "OUT-004",
    ENTRY,
    WARNING,
    each=OUTCOMES,
    basis=TEMPLATE,
    needs=((OUTCOMES, "quantity"),),
    says="有提交日期，没有写已交人员，也没有写数量。",
    why="份数算不出来，有关数字会待补。",
    fix="按收到的材料写已交人员，或写数量和单位。",
)
def handed_in_by_nobody(row: Row) -> Found:
    """Find calls that were answered, but nobody knows by whom or with how much."""
    blank = row["submitters"] is None and row["quantity"] is None
    unread = unreadable(row, "submitters") or unreadable(row, "quantity")
    if row["submitted"] is not None and blank and not unread:
        yield row.at("submitters")


RULES = (
    handed_in_from_outside_the_scope, fewer_pieces_than_people, quantity_without_a_unit, handed_in_by_nobody,
)  # fmt: skip
