"""The tables: the single source of truth for sheets, columns, drop-downs, checks and docs."""

from workbook.spec import Table
from workbook.tables.definitions import (
    EXPLANATIONS,
    INDICATORS,
    NARRATIVE,
    OPTION_LISTS,
    OPTIONS,
    REQUIREMENTS,
    THEMES,
    WORDINGS,
)
from workbook.tables.hidden import ELECTION, POINTS, VOTES
from workbook.tables.ledgers import (
    ACTIVITIES,
    DOCUMENTS,
    HONOURS,
    KEY_WORK,
    OUTCOMES,
    PROBLEMS,
    SELF_CHECKS,
    VOLUNTEERING,
)
from workbook.tables.lists import DUTIES, PROJECTS, TASKS
from workbook.tables.people import CHANGES, DUES, MEMBERS, TALKS
from workbook.tables.start import BASICS
from workbook.tables.written import BOARD, FINDINGS, SOURCES, TODO
from workbook.version import VERSION

TABLES: tuple[Table, ...] = (
    PROJECTS, TASKS, DUTIES,
    ACTIVITIES, OUTCOMES, VOLUNTEERING, KEY_WORK, SELF_CHECKS, DOCUMENTS, HONOURS, PROBLEMS,
    MEMBERS, CHANGES, TALKS, DUES,
    TODO, BOARD, FINDINGS, SOURCES,
    NARRATIVE,
    BASICS, THEMES, REQUIREMENTS, INDICATORS, WORDINGS, OPTIONS, EXPLANATIONS,
    ELECTION, VOTES, POINTS,
)  # fmt: skip
SHEETS = frozenset(table.sheet for table in TABLES)

__all__ = [
    "ACTIVITIES", "BASICS", "BOARD", "CHANGES", "DOCUMENTS", "DUES", "DUTIES", "ELECTION", "EXPLANATIONS",
    "FINDINGS", "HONOURS", "INDICATORS", "KEY_WORK", "MEMBERS", "NARRATIVE", "OPTIONS", "OPTION_LISTS",
    "OUTCOMES", "POINTS", "PROBLEMS", "PROJECTS", "REQUIREMENTS", "SELF_CHECKS", "SHEETS", "SOURCES",
    "TABLES",
    "TALKS", "TASKS", "THEMES", "TODO", "VERSION", "VOLUNTEERING", "VOTES", "WORDINGS",
]  # fmt: skip
