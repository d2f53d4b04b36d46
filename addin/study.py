"""Hours of study: what each member has by what he attended, and what the year asks for."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from addin.basis import COMMITTEE_STUDY_HOURS, LOCAL, STUDY_HOURS, Basis, Value, in_force
from addin.indicator import in_period
from addin.standing import whole_year
from workbook.ledger import Ledgers, Row
from workbook.roster import members_on

OWN_NUMBER = Basis("基本信息所填的学时要求", LOCAL)
MEMBER, COMMITTEE = ("member_hours", STUDY_HOURS), ("committee_hours", COMMITTEE_STUDY_HOURS)


class Short(NamedTuple):
    """A member of the whole year (`row`) whose `total` hours are below the `asked` ones."""

    row: Row
    total: float
    asked: Value


class Behind(NamedTuple):
    """The members who are below what is asked so far.

    Of the `unsure` nobody knows: they were at one of the `untimed` events of which no hours are entered.
    """

    short: tuple[Short, ...]
    unsure: tuple[Row, ...]
    untimed: int


Attended = tuple[Row, tuple[str, ...]]  # an event and who was there


def told(ledgers: Ledgers) -> list[Attended]:
    """Return the events of the year that say how long they were and who was there."""
    timed = (row for row in in_period(ledgers["activities"], None, None) if row["hours"] is not None)
    attended = ((row, row["attendance"]) for row in timed)
    return [(row, names) for row, names in attended if names is not None]


def hours(ledgers: Ledgers) -> Counter[str]:
    """Return the hours of study of each name this year, by the local conversion of 基本信息."""
    if "hours of study" not in ledgers.memo:
        ledgers.memo["hours of study"] = _hours(ledgers)
    found: Counter[str] = ledgers.memo["hours of study"]
    return found


def _hours(ledgers: Ledgers) -> Counter[str]:
    credits = ledgers.setting("hour_credits") or 1
    found: Counter[str] = Counter()
    for row, names in told(ledgers):
        gained = row["hours"] * credits
        for name in names:
            found[name] += gained
    return found


def asked(ledgers: Ledgers, committee: bool = False) -> Value | None:
    """Return the hours the year asks of a member: the office's own number, else that of the plan in force."""
    if ledgers.year is None:
        return None
    key, values = COMMITTEE if committee else MEMBER
    own = ledgers.setting(key)
    if own is not None:
        return Value(dt.date(ledgers.year, 1, 1), own, OWN_NUMBER)
    return in_force(values, dt.date(ledgers.year, 12, 31))


def short(ledgers: Ledgers) -> Iterator[Short]:
    """Yield the members of the whole year who are below what is asked; nobody where no hours are kept.

    Unknown is not zero: who may have reached it by what does not say how long it was or who came is left out.
    """
    return filter(_is_certain, _below(ledgers))


def perhaps_short(ledgers: Ledgers) -> Iterator[Short]:
    """Yield the members of a committee elected this year whose hours do for a member, not for the committee.

    The roster knows no earlier posts: who was on it before as well is asked for the higher number.
    """
    sure = {each.row for each in _below(ledgers)}
    below = (each for each in _below(ledgers, elected=True) if each.row not in sure)
    return filter(_is_certain, below)


def _is_certain(short: Short) -> bool:
    name, ledgers = short.row["name"], short.row.ledgers
    reached = short.total + unnamed_hours(ledgers)
    return name not in untold_people(ledgers) and reached < short.asked.amount


def undecided(ledgers: Ledgers) -> list[Short]:
    """Return the members below what is asked who were at events that do not say how long they were."""
    return [each for each in _below(ledgers) if each.row["name"] in untold_people(ledgers)]


def _below(ledgers: Ledgers, elected: bool = False) -> Iterator[Short]:
    """Yield the members of the whole year below what is asked, a committee `elected` this year included."""
    found = hours(ledgers)
    for row in members_on(ledgers, None) if found.total() else ():
        least = asked(ledgers, _on_committee(row) or (elected and _was_elected(row)))
        if least is not None and whole_year(row) and found[row["name"]] < least.amount:
            yield Short(row, found[row["name"]], least)


def behind(ledgers: Ledgers) -> Behind:
    """Return who is below what is asked, and of whom nobody can tell."""
    unsure = tuple(each.row for each in undecided(ledgers))
    return Behind(tuple(short(ledgers)), unsure, len(untold(ledgers)))


def untold(ledgers: Ledgers) -> list[Row]:
    """Return the events of the year that do not say how long they were though others of their kind do."""
    events = list(in_period(ledgers["activities"], None, None))
    kinds = {row["kind"] for row in events if row["hours"] is not None}
    return [row for row in events if row["hours"] is None and row["kind"] in kinds]


def untold_people(ledgers: Ledgers) -> frozenset[str]:
    """Return the names of those who were at events that do not say how long they were."""
    if "untold people" not in ledgers.memo:
        names = (name for row in untold(ledgers) for name in row["attendance"] or ())
        ledgers.memo["untold people"] = frozenset(names)
    found: frozenset[str] = ledgers.memo["untold people"]
    return found


def unnamed_hours(ledgers: Ledgers) -> float:
    """Return the hours of the events of the year that do not say who was there."""
    rows = in_period(ledgers["activities"], None, None)
    spent = sum(row["hours"] or 0 for row in rows if row["attendance"] is None)
    return float(spent * (ledgers.setting("hour_credits") or 1))


def _on_committee(row: Row) -> bool:
    """Tell whether a member sat on the committee all the year, as far as the term of office says."""
    begun, year = row.ledgers.setting("term_from"), row.ledgers.year
    return bool(row["post"]) and (begun is None or year is None or begun <= dt.date(year, 1, 1))


def _was_elected(row: Row) -> bool:
    """Tell whether a member sits on a committee whose term began in the course of the year."""
    begun: dt.date | None = row.ledgers.setting("term_from")
    return bool(row["post"]) and begun is not None and begun.year == row.ledgers.year
