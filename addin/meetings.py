"""What rules of several tables ask about a meeting: at which one was voted, and by how many."""

from __future__ import annotations

from workbook.derive import ELECTION_DAY
from workbook.ledger import Row
from workbook.roster import members_on, voters_on

ASSEMBLY, COMMITTEE, GROUP_MEETING, LIFE = "党员大会", "支委会", "党小组会", "组织生活会"
ELECTING, APPRAISING = "选举", "民主评议"


def meeting_of(vote: Row) -> Row | None:
    """Return the meeting of a row of 议题表决台账: the one it names, else the only one of that day."""
    if vote["event"] is not None:
        return vote.ledgers["activities"].by_id.get(str(vote["event"]))
    held = meetings_on(vote)
    return held[0] if len(held) == 1 else None


def meetings_on(vote: Row) -> list[Row]:
    """Return the 党员大会 and 支委会 held on the day of a row of 议题表决台账."""
    events = vote.ledgers["activities"] if vote.day else ()
    return [event for event in events if event["kind"] in (ASSEMBLY, COMMITTEE) and event.day == vote.day]


def number_of_voters(row: Row) -> int | None:
    """Count who could vote on the day of `row`; None where it is to come or somebody's 党员类别 is not known.

    At the as-of date nobody knows yet who will be a full member later.
    """
    everybody = members_on(row.ledgers, row.day) if row.day and row.day <= row.ledgers.as_of else ()
    if not everybody or any(entry["standing"] is None for entry in everybody):
        return None
    return len(voters_on(row.ledgers, row.day))


def let_off(row: Row) -> int:
    """Count who was excused from an election (核减) on the day of `row`."""
    steps = (step for step in row.ledgers["election"] if step["id"] == ELECTION_DAY and step.day == row.day)
    return sum(int(step["reduced"] or 0) for step in steps)
