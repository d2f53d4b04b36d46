"""荣誉台账: whom an honour was given to."""

from addin.basis import TEMPLATE
from addin.finding import ENTRY, WARNING
from addin.rule import Found, rule
from workbook.doubt import unreadable
from workbook.ledger import Row
from workbook.tables import HONOURS

PERSONAL = ("个人", "家庭")


@rule(
    "HON-001",
    ENTRY,
    WARNING,
    each=HONOURS,
    basis=TEMPLATE,
    says="对象类型是“{kind}”，没有写涉及党员。",
    why="获评的党员人数按姓名数，空着就数不出来。",
    fix="按表彰文件填写党员姓名。",
)
def honour_of_nobody(row: Row) -> Found:
    """Find honours of persons or families that name nobody."""
    if row["kind"] in PERSONAL and row["members"] is None and not unreadable(row, "members"):
        yield row.at("members")


RULES = (honour_of_nobody,)
