"""积分台账: the office's own rows, as far as they are in use."""

from addin.basis import DEFINITIONS
from addin.finding import ENTRY, WARNING
from addin.points import names_people
from addin.rule import Found, rule
from workbook.ledger import Row
from workbook.tables import POINTS


@rule(
    "POINT-001",
    ENTRY,
    WARNING,
    each=POINTS,
    basis=DEFINITIONS,
    says="“{people}”一列不是姓名，这一项没有算进积分。",
    why="积分按这一列里的人计。",
    fix="请改成填姓名的列，如“到场人员”“参加人员”“已交人员”“主讲人”。",
)
def points_for_no_people(row: Row) -> Found:
    """Find rows in use that give points by a column which names nobody."""
    ledger = row.ledgers.by_sheet(row["ledger"] or "")
    column = ledger.column(row["people"] or "") if ledger is not None else None
    if row["enabled"] == "是" and column is not None and not names_people(column):
        yield row.at("people")


RULES = (points_for_no_people,)
