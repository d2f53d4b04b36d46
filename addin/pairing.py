"""Which finding and which row of a run is which of another."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import TypeVar

from addin.finding import WHOLE_YEAR
from addin.kept import Identity, KeptFinding, Named, Snapshot

Pair = tuple[KeptFinding | None, KeptFinding | None]
Key = TypeVar("Key", bound=Hashable)
Each = TypeVar("Each", bound=Hashable)


def as_called_now(before: Snapshot, now: Snapshot) -> Snapshot:
    """Return `before` with the names that rows have got since: a 编号, or without one another day.

    A row is known again by what else stands in it, where no other is like it.
    """
    old, new = _marks(before, now), _marks(now, before)
    names: dict[Named, Named] = {}
    for place in (0, 1):
        names |= _again(_by_mark(old, place), _by_mark(new, place))
        old = {row: words for row, words in old.items() if row not in names}
        new = {row: words for row, words in new.items() if row not in names.values()}
    rows = tuple(names.get(row, row) for row in before.rows)
    findings = (found._replace(name=names.get(found.row, found.row).name) for found in before.findings)
    return before._replace(rows=rows, findings=tuple(findings))


def _marks(kept: Snapshot, other: Snapshot) -> dict[Named, list[str]]:
    """Return the marks of the rows whose name the `other` run did not know."""
    known = set(other.rows)
    marks = zip(kept.rows, kept.marks, strict=False)
    return {row: mark.split() for row, mark in marks if row.name and row not in known}


def _by_mark(marks: dict[Named, list[str]], place: int) -> dict[Hashable, list[Named]]:
    found: dict[Hashable, list[Named]] = {}
    for row, words in marks.items():
        for word in words[place : place + 1]:
            found.setdefault((row.sheet, word), []).append(row)
    return found


def _again(old: Mapping[Key, list[Each]], new: Mapping[Key, list[Each]]) -> dict[Each, Each]:
    """Return what stands alone under its key both times, and what it is now."""
    alone = [key for key, found in old.items() if len(found) == len(new.get(key, ())) == 1]
    return {old[key][0]: new[key][0] for key in alone}


def pairs(before: Snapshot, now: Snapshot) -> Iterator[Pair]:
    """Yield each finding as it was and as it is: what is new has been None, what is gone is None.

    Twins, alike in their identity, are told apart by what they say, and where they say the same by turn.
    What is left over is the same where it says the same of a row that got another name.
    """
    found = list(_alike(before.findings, now.findings))
    yield from (pair for pair in found if all(pair))
    again = _by_words([pair for pair in found if not all(pair)], before, now)
    yield from again.items()
    known = {*again, *again.values()}
    yield from (pair for pair in found if not all(pair) and not known.intersection(pair))


def _by_words(left: list[Pair], before: Snapshot, now: Snapshot) -> dict[KeptFinding, KeptFinding]:
    """Pair what says the same of rows whose names only one run knows; two 编号 are two rows."""
    rows, others = set(before.rows), set(now.rows)
    gone = _by(_wording, (old for old, _ in left if old and old.row not in others))
    come = _by(_wording, (new for _, new in left if new and new.row not in rows))
    numbered, still = before.numbered, now.numbered
    again = _again(gone, come).items()
    return {old: new for old, new in again if not (old.row in numbered and new.row in still)}


def _wording(found: KeptFinding) -> tuple[str, ...]:
    return found.code, found.sheet, found.title, found.period, found.says


def _alike(before: Iterable[KeptFinding], now: Iterable[KeptFinding]) -> Iterator[Pair]:
    old, new = _by(_identity, before), _by(_identity, now)
    _share_out(old, new)
    for identity in old | new:
        yield from _paired(old.get(identity, []), new.get(identity, []))


def _share_out(old: dict[Identity, list[KeptFinding]], new: Mapping[Identity, list[KeptFinding]]) -> None:
    """Let the one finding of what was held in no period stand for each period that is still open.

    Otherwise the first entry of a year would look as if it had brought new faults.
    """
    given: set[Identity] = set()
    for identity in new:
        whole = (*identity[:4], WHOLE_YEAR)
        if identity[4] and whole in old and whole not in new:
            old.setdefault(identity, old[whole])
            given.add(whole)
    for whole in given:
        del old[whole]


def _identity(found: KeptFinding) -> Identity:
    return found.identity


def _by(key: Callable[[KeptFinding], Key], findings: Iterable[KeptFinding]) -> dict[Key, list[KeptFinding]]:
    groups: dict[Key, list[KeptFinding]] = {}
    for found in findings:
        groups.setdefault(key(found), []).append(found)
    return groups


def _paired(before: list[KeptFinding], now: list[KeptFinding]) -> Iterator[Pair]:
    old, new = _by(_words, before), _by(_words, now)
    for says, found in old.items():
        yield from zip(found, new.get(says, ()), strict=False)
    yield from zip_longest(_more(old, new), _more(new, old))


def _words(found: KeptFinding) -> str:
    return found.says


def _more(those: dict[str, list[KeptFinding]], others: dict[str, list[KeptFinding]]) -> Iterator[KeptFinding]:
    """Yield of `those` what says a thing more often than the `others`."""
    for says, found in those.items():
        yield from found[len(others.get(says, ())) :]
