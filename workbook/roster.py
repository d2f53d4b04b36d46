"""Who was a member, on the committee or among the leaders on a day, by 党员花名册."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Hashable

from workbook.ledger import Ledgers, Row
from workbook.values import People

WHOLE = ("全体党员", "全体")
GUESTS = "guests"  # 列席 need not be on the roster
IN_CHARGE = ("leader", "owner", "recorder", GUESTS)  # nor need those in charge: colleagues may be no members
FULL = "正式党员"
HEAD = "是"  # in 党小组长


def members_on(ledgers: Ledgers, day: dt.date | None) -> tuple[Row, ...]:
    """Return the roster rows of those who were members of the branch on `day` (None: the as-of date)."""
    day = day or ledgers.as_of
    key = ("members", _era(ledgers, day))
    if key not in ledgers.memo:
        ledgers.memo[key] = tuple(row for since, until, row in _terms(ledgers) if since <= day < until)
    found: tuple[Row, ...] = ledgers.memo[key]
    return found


def _era(ledgers: Ledgers, day: dt.date) -> int:
    """Return how many times the branch had changed by `day`: between two changes all days are alike."""
    if "changes" not in ledgers.memo:
        ends = {end for since, until, _ in _terms(ledgers) for end in (since, until)}
        ledgers.memo["changes"] = sorted(ends)
    return bisect_right(ledgers.memo["changes"], day)


def _those(
    ledgers: Ledgers, day: dt.date | None, what: Hashable, holds: Callable[[Row], bool]
) -> tuple[Row, ...]:
    """Return those of the members on `day` of whom `holds` is true; `what` names them for the memo."""
    key = (what, _era(ledgers, day or ledgers.as_of))
    if key not in ledgers.memo:
        ledgers.memo[key] = tuple(filter(holds, members_on(ledgers, day)))
    found: tuple[Row, ...] = ledgers.memo[key]
    return found


def names_on(ledgers: Ledgers, day: dt.date | None) -> frozenset[str]:
    """Return the names of those who were members on `day` (None: the as-of date)."""
    key = ("names", _era(ledgers, day or ledgers.as_of))
    if key not in ledgers.memo:
        ledgers.memo[key] = frozenset(names(members_on(ledgers, day)))
    found: frozenset[str] = ledgers.memo[key]
    return found


def _terms(ledgers: Ledgers) -> list[tuple[dt.date, dt.date, Row]]:
    """Return from when and until when each person of the roster was a member of the branch."""
    if "terms" not in ledgers.memo:
        ledgers.memo["terms"] = [_term(row) for row in ledgers["members"] if row["name"]]
    terms: list[tuple[dt.date, dt.date, Row]] = ledgers.memo["terms"]
    return terms


def _term(row: Row) -> tuple[dt.date, dt.date, Row]:
    since = max(row["joined"] or dt.date.min, row["arrived"] or dt.date.min)
    return since, row["left"] or dt.date.max, row


def committee_on(ledgers: Ledgers, day: dt.date | None) -> tuple[Row, ...]:
    """Return the roster rows with a Party post (支委) on `day`."""
    return _those(ledgers, day, "committee", lambda row: bool(row["post"]))


def voters_on(ledgers: Ledgers, day: dt.date | None) -> tuple[Row, ...]:
    """Return the roster rows of those who could vote on `day`: full members who keep that right.

    A member votes from the day after the one on which the meeting confirmed him.
    """
    day = day or ledgers.as_of
    key = ("voters", day)
    if key not in ledgers.memo:
        ledgers.memo[key] = tuple(row for row in members_on(ledgers, day) if _votes(row, day))
    found: tuple[Row, ...] = ledgers.memo[key]
    return found


def _votes(row: Row, day: dt.date) -> bool:
    confirmed: dt.date | None = row["confirmed"]
    return row["standing"] == FULL and row["voting"] != "否" and (confirmed is None or confirmed < day)


def leaders_on(ledgers: Ledgers, day: dt.date | None) -> tuple[Row, ...]:
    """Return the roster rows of the bureau's leaders (班子成员) on `day`."""
    return _those(ledgers, day, "leaders", lambda row: bool(row["leader"] == "是"))


def group_on(ledgers: Ledgers, day: dt.date | None, group: str | None) -> tuple[Row, ...]:
    """Return the roster rows of the Party group (党小组) named `group` on `day`."""
    return _those(ledgers, day, ("group", group), lambda row: bool(group and row["group"] == group))


def heads_on(ledgers: Ledgers, day: dt.date | None, group: str | None) -> tuple[Row, ...]:
    """Return the roster rows of those who headed the Party group named `group` on `day`: one, or none."""
    return tuple(row for row in group_on(ledgers, day, group) if row["head"] == HEAD)


def names(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """Return the names of roster rows."""
    return tuple(row["name"] for row in rows)


def resolve(people: People | None, ledgers: Ledgers, day: dt.date | None) -> tuple[str, ...]:
    """Return the names a people cell stands for; 全体 is the roster of `day`. A blank cell gives ()."""
    if people is None:
        return ()
    if not people.everyone:
        return people.names
    return tuple(name for name in names(members_on(ledgers, day)) if name not in people.without)


def member(ledgers: Ledgers, name: str) -> Row | None:
    """Return the roster row of `name`, or None."""
    return _by_name(ledgers).get(name)


def _by_name(ledgers: Ledgers) -> dict[str, Row]:
    if "by name" not in ledgers.memo:
        ledgers.memo["by name"] = {row["name"]: row for row in ledgers["members"] if row["name"]}
    by_name: dict[str, Row] = ledgers.memo["by name"]
    return by_name


def strangers(people: People, ledgers: Ledgers) -> tuple[str, ...]:
    """Return the names that no roster row bears and that are not marked 外请; without a roster, none."""
    known, named = _by_name(ledgers), (*people.names, *people.without)
    if not known or all(name in known for name in named):  # as nearly always
        return ()
    return tuple(name for name in named if name not in known and not people.is_outsider(name))


def membership(entry: Row) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the first and the last month of a roster row's membership as year and month."""
    since, until, _ = _term(entry)
    return (since.year, since.month), (until.year, until.month)
