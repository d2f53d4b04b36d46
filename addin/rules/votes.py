"""议题表决台账: votes cast."""

from addin.basis import ARITHMETIC
from addin.finding import ENTRY, ERROR
from addin.rule import Found, known, rule
from workbook.ledger import Row
from workbook.tables import VOTES

IN_WRITING = ("发展党员", "预备党员转正")  # items on which those absent may have voted in writing before


@rule(
    "VOTE-001",
    ENTRY,
    ERROR,
    each=VOTES,
    basis=ARITHMETIC,
    says="赞成、反对、弃权共 {cast} 票，多于{other} {people} 人。",
    why="一人一票；会前的书面意见只在接收预备党员和转正时计入票数。",
    fix="请按会议记录核对票数、实到会和应到会人数。",
)
def more_votes_than_voters(row: Row) -> Found:
    """Find more votes than voters present, or than there are voters where opinions in writing count."""
    cast = sum(row[key] or 0 for key in ("yes", "no", "abstain"))
    key = "expected" if row["kind"] in IN_WRITING else "present"
    if known(row[key]) and cast > row[key]:
        yield row.at("yes", cast=cast, other=VOTES[key].title, people=row[key])


RULES = (more_votes_than_voters,)
