"""Party dues by the rates in force: of the whole base, by the band it falls into."""

from __future__ import annotations

import datetime as dt

from addin.basis import DUES_RATES, RETIRED_DUES_RATES, in_force
from workbook.ledger import Row
from workbook.roster import member, membership
from workbook.tables.people import MONTHS

RETIRED = ("退休", "离休")


def payer(row: Row) -> Row | None:
    """Return the roster row of the member a row of 党费台账 is about, or None."""
    people = row["name"]
    return member(row.ledgers, people.names[0]) if people and people.names else None


def is_retired(row: Row) -> bool:
    """Tell whether the roster says under 职务职级 that the payer is retired."""
    entry = payer(row)
    return any(word in ((entry and entry["job"]) or "") for word in RETIRED)


def by_rate(base: float, year: int, retired: bool = False) -> float | None:
    """Compute the dues of a month in yuan from the pay `base`; None before the rates began."""
    value = in_force(RETIRED_DUES_RATES if retired else DUES_RATES, dt.date(year, 12, 31))
    if value is None:
        return None
    rate = next(rate for limit, rate in value.amount if limit is None or base <= limit)
    return round(base * float(rate) / 100, 2)


def months_due(row: Row) -> tuple[int, ...]:
    """Return the months that are over and whose dues are paid here, without that of coming or leaving."""
    entry, year = payer(row), row.ledgers.year
    if entry is None or year is None or row["monthly"] == 0:
        return ()
    first, last = membership(entry)
    months = range(1, len(MONTHS) + 1)
    return tuple(month for month in months if row.ledgers.is_over(month) and first < (year, month) < last)
