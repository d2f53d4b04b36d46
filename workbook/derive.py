"""What the reader computes for Derived columns: each function takes a row and returns a value or None."""

from __future__ import annotations

import datetime as dt

from workbook.ledger import Ledgers, Row
from workbook.roster import (
    WHOLE,
    committee_on,
    group_on,
    leaders_on,
    member,
    members_on,
    membership,
    names,
    names_on,
    resolve,
)
from workbook.values import OUTSIDE, Deadline, People

FIRST = "党组书记"  # of the bureau's leading Party group, by 基本信息: beside his office in the branch
RANKS = (FIRST, "书记", "班子成员", "支委", "党员", OUTSIDE)  # of lecturers, the highest first
DONE, CANCELLED, UNDER_WAY, NOT_BEGUN = "完成", "调整取消", "进行中", "未开始"
OVERDUE, DUE_SOON, ON_TIME, STANDING = "逾期", "临期", "未到期", "常态"
ALERTS = (DONE, OVERDUE, DUE_SOON, ON_TIME, STANDING)
GROUP = "党小组"
MONTHS = range(1, 13)
ELECTION_DAY = 11  # the step of 换届选举台账 at which is voted


def scope_names(row: Row, scope: str | None) -> tuple[str, ...] | None:
    """Return who is expected by a 参加范围; None where it is open (自定) or blank, or names nobody."""
    group = row["body"] if scope == GROUP and "body" in row.ledger.places else None
    key = ("scope", scope, row.day, group)
    if key not in row.ledgers.memo:
        row.ledgers.memo[key] = names(_scope(row.ledgers, row.day, scope, group)) or None
    found: tuple[str, ...] | None = row.ledgers.memo[key]
    return found


def _scope(ledgers: Ledgers, day: dt.date | None, scope: str | None, group: str | None) -> tuple[Row, ...]:
    if scope in WHOLE:
        return members_on(ledgers, day)
    if scope == "支委":
        return committee_on(ledgers, day)
    if scope == "班子":
        return leaders_on(ledgers, day)
    return group_on(ledgers, day, group)


def _named(row: Row, key: str) -> tuple[str, ...] | None:
    """Return whom a people cell names; None where it is blank, or means all of a roster that is empty."""
    return resolve(row[key], row.ledgers, row.day) or None


def members_in_scope(row: Row) -> int | None:
    """Count who was expected (应到): the roster of the day by 参加范围, or those named and absent."""
    expected = scope_names(row, row["scope"])
    if expected is not None:
        return len(expected)
    if _named(row, "attendees") is None:
        return None
    return len(_inside(row, "attendees")) + len(_inside(row, "absent"))


def _inside(row: Row, key: str) -> tuple[str, ...]:
    """Return the names of a people cell without guests."""
    people: People | None = row[key]
    return tuple(
        name
        for name in resolve(people, row.ledgers, row.day)
        if people is not None and not people.is_outsider(name)
    )


def expected_less_absent(row: Row) -> int | None:
    """Count who was present (实到): those named, or 应到 less those absent."""
    if row["attendees"] is not None:
        return None if _named(row, "attendees") is None else len(_inside(row, "attendees"))
    expected = row["expected"]
    return None if expected is None else int(expected) - len(_inside(row, "absent"))


def attendance(row: Row) -> tuple[str, ...] | None:
    """Return the names of those present: named ones, or the scope less those absent; None where unknown."""
    if row["attendees"] is not None:
        return _named(row, "attendees")
    expected = scope_names(row, row["scope"])
    absent = resolve(row["absent"], row.ledgers, row.day)
    return None if expected is None else tuple(name for name in expected if name not in absent)


def lecturer_rank(row: Row) -> tuple[str, ...]:
    """Name the highest office of each lecturer by the roster: 书记, 班子成员, 支委, 党员 or 外请.

    The one 基本信息 names as 党组书记 is that as well.
    """
    people: People | None = row["lecturer"]
    if people is None:
        return ()
    leading = "".join((row.ledgers.setting("leading_secretary") or "").split())
    first = (FIRST,) if leading in people.names else ()
    return (*first, *dict.fromkeys(_rank(row, people, name) for name in people.names))


def _rank(row: Row, people: People, name: str) -> str:
    entry = member(row.ledgers, name)
    if people.is_outsider(name) or entry is None:
        return OUTSIDE
    if entry["post"] == "书记":
        return "书记"
    if entry["leader"] == "是":
        return "班子成员"
    return "支委" if entry["post"] else "党员"


def copies(row: Row) -> float | None:
    """Count the pieces (份数) of an outcome: the number typed, else one a person who handed in."""
    quantity: float | None = row["quantity"]
    handed_in = _named(row, "submitters")
    return quantity if quantity is not None or handed_in is None else len(handed_in)


def not_submitted(row: Row) -> tuple[str, ...]:
    """Name who has not handed in (未交人员): the 应交范围 on that day less those who did.

    Nothing is asked of those who came after the last day, or had left by then.
    """
    expected = scope_names(row, row["scope"])
    if expected is None or row["quantity"] is not None:
        return ()
    done = resolve(row["submitters"], row.ledgers, row.day)
    asked = names_on(row.ledgers, row["due"].day) if row["due"] and row["due"].day else expected
    return tuple(name for name in expected if name not in done and name in asked)


def person_times(row: Row) -> int | None:
    """Count the participations (人次) of a voluntary service."""
    people = _named(row, "attendees")
    return None if people is None else len(people)


def person_hours(row: Row) -> float | None:
    """Multiply participations by hours each (人时)."""
    times, hours = row["person_times"], row["hours"]
    return None if times is None or hours is None else times * hours


def alert(row: Row) -> str | None:
    """Put a list row's state against the as-of date in one word (预警)."""
    return alert_of(row, row["status"] in (DONE, CANCELLED))


def report_alert(row: Row) -> str | None:
    """Put a paper's state against the as-of date in one word (预警); a day of completion settles it."""
    return alert_of(row, row["done"] is not None and not row.is_later)


def alert_of(row: Row, settled: bool) -> str | None:
    """Put the deadline of `row` against the day it is looked at, unless it is settled."""
    deadline: Deadline | None = row["due"]
    if settled:
        return DONE
    if deadline is None:
        return None
    if deadline.day is None:
        return STANDING
    if row.ledgers.has_passed(deadline.day):
        return OVERDUE
    near = row.ledgers.now <= deadline.day <= row.ledgers.soon("due_soon_days")
    return DUE_SOON if near else ON_TIME


def progress(row: Row) -> float | None:
    """Compute a project's progress in percent: tasks done / tasks, by weight where any is given."""
    tasks = tasks_of(row)
    weights = [task["weight"] for task in tasks]
    if any(weight is not None for weight in weights):
        shares = [weight or 0 for weight in weights]
    else:
        shares = [1.0 for _ in tasks]
    total = sum(shares)
    done = sum(share for share, task in zip(shares, tasks, strict=True) if task["status"] == DONE)
    return None if not total else round(100 * done / total, 1)


def tasks_of(project: Row) -> list[Row]:
    """Return the tasks that belong to `project`; cancelled ones do not count."""
    return tasks_by_project(project.ledgers).get(project["id"] or "", [])


def tasks_by_project(ledgers: Ledgers) -> dict[str, list[Row]]:
    """Return the tasks by the 编号 of their project; cancelled ones do not count."""
    if "tasks by project" not in ledgers.memo:
        groups: dict[str, list[Row]] = {}
        for task in ledgers["tasks"]:
            if task["project"] and task["status"] != CANCELLED:
                groups.setdefault(task["project"], []).append(task)
        ledgers.memo["tasks by project"] = groups
    found: dict[str, list[Row]] = ledgers.memo["tasks by project"]
    return found


def birthday(row: Row) -> str | None:
    """Write a member's political birthday (政治生日): month and day of joining the Party."""
    joined = row["joined"]
    return None if joined is None else f"{joined.month}月{joined.day}日"


def paid_in_year(row: Row) -> float | None:
    """Sum the dues a member paid from January to December, in yuan; None while a month is not entered."""
    paid = [row[f"m{month}"] for month in MONTHS]
    nothing = all(amount is None for amount in paid)
    if unentered_months(row) or (nothing and not _owes_nothing(row)):
        return None
    return sum(amount or 0 for amount in paid)


def _owes_nothing(row: Row) -> bool:
    """Tell whether no dues are owed, or, once a month of the year is over, none by who comes or came late."""
    entry = _payer(row)
    return row["monthly"] == 0 or (entry is not None and entry.ledgers.is_over(1) and not months_due(entry))


def _payer(row: Row) -> Row | None:
    people: People | None = row["name"]
    return member(row.ledgers, people.names[0]) if people and people.names else None


def unentered_months(row: Row) -> tuple[int, ...]:
    """Return the months whose dues are blank though they are over and due: a blank may be paid or not.

    Nothing is due of whom 月应交 frees by a 0, nor for the month of joining, coming or leaving.
    """
    blank = [month for month in MONTHS if row[f"m{month}"] is None and row.ledgers.is_over(month)]
    entry = _payer(row) if blank else None
    if entry is None or row["monthly"] == 0:
        return ()
    due = months_due(entry)
    return tuple(month for month in blank if month in due)


def months_due(entry: Row) -> tuple[int, ...]:
    """Return the months of the year that are over and for which the member in `entry` owes dues."""
    year, (first, last) = entry.ledgers.year, membership(entry)
    if year is None:
        return ()
    return tuple(m for m in MONTHS if first < (year, m) < last and entry.ledgers.is_over(m))
