"""What was held, beside what is required: one line for each requirement, then one for each other kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from addin.indicator import in_period
from addin.requirement import MET, MISSED, UNCLEAR, Requirement, Standing, requirements, standings
from workbook.ledger import Ledgers, Row

ALL = "会议和活动（场）"
LABELS = ("kind", "also_1", "also_2", "also_3")


@dataclass(frozen=True)
class Held:
    """One line: the `rows` of `what` was held, what is demanded, and how often that was met."""

    what: str
    rows: tuple[Row, ...]
    demand: str = ""
    met: str = ""


def held(ledgers: Ledgers) -> list[Held]:
    """Return one line for all events, one for each requirement, and one for each other kind that was held."""
    events = in_period(ledgers["activities"], None, None)
    required = requirements(ledgers)
    told = {kind for each in required for kind in each.kinds}
    lines = [Held(ALL, tuple(events)), *map(_against, required)]
    return lines + [line for line in _kinds(ledgers, events) if line.what not in told]


def _against(required: Requirement) -> Held:
    standing = standings(required)
    rows = tuple(row for each in standing for row in each.rows)
    return Held(required.name, rows, required.demand, _met(standing))


def _met(standing: list[Standing]) -> str:
    """Say in how many of the periods that are over, or already met, the least was reached: 9/10."""
    states = [each.state for each in standing]
    settled = sum(state in (MET, MISSED) for state in states)
    unclear = sum(state == UNCLEAR for state in states)
    reached = f"{states.count(MET)}/{settled}" if settled else ""
    return reached + (f"，{unclear} 期待核" if unclear else "")


def _kinds(ledgers: Ledgers, events: list[Row]) -> Iterator[Held]:
    """Yield a line for each kind or label some event bears, in the order of the drop-down lists."""
    by_kind: dict[str, list[Row]] = {}
    for row in events:
        for kind in {row[key] for key in LABELS if row[key]}:
            by_kind.setdefault(kind, []).append(row)
    known = (*ledgers.options.get("活动类型", ()), *ledgers.options.get("兼作标签", ()), *sorted(by_kind))
    for kind in dict.fromkeys(known):
        if kind in by_kind:
            yield Held(kind, tuple(by_kind[kind]))
