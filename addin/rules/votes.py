"""议题表决台账: votes cast."""

from addin.basis import ARITHMETIC
from addin.finding import ENTRY, ERROR
from addin.rule import Found, known, rule
from workbook.ledger import Row
from workbook.tables import VOTES


@rule(
    "VOTE-001",
    ENTRY,
    ERROR,
    each=VOTES,
    basis=ARITHMETIC,
    says="赞成、反对、弃权共 {cast} 票，多于实到会 {present} 人。",
    why="一人一票，票数不会多于到会有表决权的人数。",
    fix="请按会议记录核对票数和实到会人数。",
)
def more_votes_than_voters(row: Row) -> Found:
    """Find more votes than people present who may vote."""
    cast = sum(row[key] or 0 for key in ("yes", "no", "abstain"))
    if known(row["present"]) and cast > row["present"]:
        yield row.at("yes", cast=cast)


RULES = (more_votes_than_voters,)
