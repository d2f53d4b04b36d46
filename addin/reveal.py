"""The sheet of the election shows itself once the term comes to its end; it is never hidden again."""

from __future__ import annotations

from addin.desk import Desk
from addin.term import SHOWN, ends_within
from workbook.grid.model import Book
from workbook.ledger import Ledgers
from workbook.tables import ELECTION
from workbook.trouble import Trouble
from workbook.values import show


def show_the_election(desk: Desk, book: Book, ledgers: Ledgers) -> list[str]:
    """Bring 换届选举台账 into sight from 12 months before the term ends; return what to tell of it."""
    if ELECTION.sheet not in book.grids or not ends_within(ledgers, SHOWN):
        return []
    try:
        shown = desk.reveal(ELECTION.sheet)
    except Trouble as trouble:
        return [trouble.message]
    last = show(ledgers.setting("term_to"))
    return [f"本届任期 {last}届满，“{ELECTION.sheet}”已经显示出来。"] if shown else []
