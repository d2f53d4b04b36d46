"""What changed since another run: findings that came and went, figures with the rows that moved them."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, TypeVar

from addin.finding import EXPLAINED, REMINDER, SHORTFALL
from addin.kept import KeptFigure, KeptFinding, Named, Snapshot, Value
from addin.pairing import as_called_now, pairs
from workbook.values import show_date

FIRST = "第一次生成，没有可比的"
SAME = "没有变化"
NEW, SOON, GONE = "新出现", "新临期", "已消除"
DROPPED, WITHDRAWN = "不再核对", "说明已撤"  # and EXPLAINED
FATES = ("new", "gone", "dropped", "explained", "withdrawn", "still", "answered")
LISTED = "、"  # joins what a figure lists, in the order of its rows

Each = TypeVar("Each")


class Shift(NamedTuple):
    """A row that a figure rests on both times, and what it gave and gives; a text where no number is."""

    row: Named
    old: Value
    new: Value


class Moved(NamedTuple):
    """A figure that changed, as it was and is; None where 统计口径 did not or does not name it.

    Where its 口径 changed no rows are named. Else `added` rows are counted now and
    were not, `gone` ones the other way round, `shifted` ones give something else; `doubtful` rows leave it
    open now and did not, `settled` ones the other way round. Of twins each counts.
    """

    name: str
    old: KeptFigure | None
    new: KeptFigure | None
    added: tuple[Named, ...] = ()
    gone: tuple[Named, ...] = ()
    shifted: tuple[Shift, ...] = ()
    doubtful: tuple[Named, ...] = ()
    settled: tuple[Named, ...] = ()

    @property
    def redefined(self) -> bool:
        """Tell whether its 口径 changed."""
        return bool(self.old and self.new and self.old.definition != self.new.definition)

    @property
    def renamed(self) -> bool:
        """Tell whether its unit changed."""
        return bool(self.old and self.new and self.old.unit != self.new.unit)

    @property
    def same(self) -> bool:
        """Tell whether the number is what it was, whatever else changed."""
        return bool(self.old and self.new and _told(self.old) == _told(self.new))


class Differences(NamedTuple):
    """What changed since the run of `before`; None where there is none to compare with, and `why` not.

    `new` findings were not there, `gone` ones are not there any more; of `dropped` ones what they fell short
    of is not required any more, or not so that it could be counted. `explained` ones have got their 情况说明,
    `withdrawn` ones lost it, `still` are open as they were. `figures` are those whose number changed,
    `meanings` those of which only the 口径 or the unit did. `remarks` are what to bear in mind; `twins` are
    called what several rows of one sheet are or were.

    `checked` is the last run, where nothing changed since: what else is told of is older. `again` tells that
    it was on the same day.
    """

    before: dt.datetime | None
    why: str = ""
    new: tuple[KeptFinding, ...] = ()
    gone: tuple[KeptFinding, ...] = ()
    dropped: tuple[KeptFinding, ...] = ()
    explained: tuple[KeptFinding, ...] = ()
    withdrawn: tuple[KeptFinding, ...] = ()
    still: tuple[KeptFinding, ...] = ()
    figures: tuple[Moved, ...] = ()
    meanings: tuple[Moved, ...] = ()
    remarks: tuple[str, ...] = ()
    twins: frozenset[Named] = frozenset()
    checked: dt.datetime | None = None
    again: bool = False

    @property
    def nothing(self) -> bool:
        """Tell whether nothing changed."""
        found = self.new or self.gone or self.dropped or self.explained or self.withdrawn
        return not (found or self.figures or self.meanings)

    @property
    def on_paper(self) -> Differences:
        """Return what the report tells: within a day the same again, so that it need not be written anew."""
        return self._replace(checked=None, again=False) if self.again else self


def differences(before: Snapshot | None, now: Snapshot) -> Differences:
    """Return what changed from `before` to `now`; years are not compared with one another."""
    if before is None:
        return Differences(None, FIRST)
    if before.year != now.year:
        return Differences(None, f"上次是{_year(before)}的台账，这次是{_year(now)}的，不作比较")
    before = as_called_now(before, now)
    moved = tuple(_moved(before, now))
    fates = _by_fate(before, now)
    return Differences(
        before.taken,
        new=fates["new"],
        gone=fates["gone"],
        dropped=fates["dropped"],
        explained=fates["explained"],
        withdrawn=fates["withdrawn"],
        still=fates["still"],
        figures=tuple(each for each in moved if not each.same),
        meanings=tuple(each for each in moved if each.same),
        remarks=tuple(_remarks(before, now)),
        twins=before.twins | now.twins,
    )


def _year(kept: Snapshot) -> str:
    return f"{kept.year}年度" if kept.year else "没有填年度"


def _remarks(before: Snapshot, now: Snapshot) -> Iterator[str]:
    if before.as_of != now.as_of and (before.named or now.named):
        then, today = (f"统计到{show_date(kept.as_of)}{_chosen(kept)}" for kept in (before, now))
        yield f"那次{then}，这次{today}：有的不同只是因为统计到的日子不同。"


def _chosen(kept: Snapshot) -> str:
    return "（指定的日期）" if kept.named else ""


def _by_fate(before: Snapshot, now: Snapshot) -> dict[str, tuple[KeptFinding, ...]]:
    """Return the findings by what became of each."""
    fates: dict[str, list[KeptFinding]] = {fate: [] for fate in FATES}
    dropped = {*before.asked} - {*now.asked}
    for old, new in pairs(before, now):
        found = new or old
        if found:
            fate = _fate(old, new)
            fates["dropped" if fate == "gone" and _falls_short(found, dropped) else fate].append(found)
    return {fate: tuple(found) for fate, found in fates.items()}


def _falls_short(found: KeptFinding, codes: set[str]) -> bool:
    return found.kind == SHORTFALL and found.code in codes


def _fate(old: KeptFinding | None, new: KeptFinding | None) -> str:
    """Return the word for what became of a finding."""
    if old is None or new is None:
        return "gone" if new is None else "new"
    if old.explained == new.explained or new.kind == REMINDER:  # of which none is explained
        return "answered" if new.explained else "still"
    return "explained" if new.explained else "withdrawn"


def _moved(before: Snapshot, now: Snapshot) -> Iterator[Moved]:
    for name in now.figures | before.figures:
        old, new = before.figures.get(name), now.figures.get(name)
        moved = Moved(name, old, new)
        if old is None or new is None or moved.redefined:
            yield moved
        elif not moved.same:
            yield _with_rows(moved, _Rows(before, old), _Rows(now, new))
        elif moved.renamed:
            yield moved


def _told(figure: KeptFigure) -> tuple[object, ...]:
    """Return what a figure says: a list is the same in any order, for rows may be sorted."""
    listed = isinstance(figure.value, str)
    return sorted(figure.text.split(LISTED)) if listed else figure.text, figure.state


class _Rows:
    """The rows of one figure by name, with what each gives; those that leave it open are kept apart."""

    def __init__(self, kept: Snapshot, figure: KeptFigure) -> None:
        self.doubtful = Counter(kept.rows[place] for place in figure.doubtful)
        gives: Sequence[Value] = figure.gives or [None] * len(figure.rows)
        self.given: defaultdict[Named, Counter[Value]] = defaultdict(Counter)
        for place, gift in zip(figure.rows, gives, strict=True):
            self.given[kept.rows[place]][gift] += 1

    @property
    def names(self) -> list[Named]:
        """Return what the rows are called."""
        return [*self.given, *self.doubtful]


def _with_rows(moved: Moved, old: _Rows, new: _Rows) -> Moved:
    """Name the rows that moved a figure, twins as often as there are more or fewer of them."""
    kinds = [_of_one_name(row, old, new) for row in dict.fromkeys([*new.names, *old.names])]
    return moved._replace(
        added=_all(kind.added for kind in kinds),
        gone=_all(kind.gone for kind in kinds),
        shifted=_all(kind.shifted for kind in kinds),
        doubtful=_all(kind.doubtful for kind in kinds),
        settled=_all(kind.settled for kind in kinds),
    )


def _all(groups: Iterable[list[Each]]) -> tuple[Each, ...]:
    return tuple(chain.from_iterable(groups))


class _Moves(NamedTuple):
    """What became of the rows of one name, as in Moved."""

    added: list[Named]
    gone: list[Named]
    doubtful: list[Named]
    settled: list[Named]
    shifted: list[Shift]


def _of_one_name(row: Named, old: _Rows, new: _Rows) -> _Moves:
    """Say what became of the rows called so: one that leaves the figure open now is not gone."""
    was, is_ = old.given[row], new.given[row]
    less, more = [*(was - is_).elements()], [*(is_ - was).elements()]
    shifted = [Shift(row, *gifts) for gifts in zip(less, more, strict=False)]
    opened = max(new.doubtful[row] - old.doubtful[row], 0)
    settled = max(old.doubtful[row] - new.doubtful[row], 0)
    return _Moves(
        [row] * (len(more) - len(shifted) - settled),
        [row] * (len(less) - len(shifted) - opened),
        [row] * opened,
        [row] * settled,
        shifted,
    )


def tally(changed: Differences) -> str:
    """Say in numbers alone what changed since the last run: 新出现 3 个，已消除 2 个；数字变了 4 个."""
    return SAME if changed.checked else counts(changed)


def counts(changed: Differences) -> str:
    """Say the same of the changes that are told of, though they may be older."""
    if changed.before is None:
        return changed.why
    explained = sum(found.explained for found in changed.new)
    soon = sum(found.kind == REMINDER for found in changed.new)
    numbers = {
        NEW: len(changed.new) - explained - soon,
        SOON: soon,
        GONE: len(changed.gone),
        DROPPED: len(changed.dropped),
        EXPLAINED: len(changed.explained) + explained,
        WITHDRAWN: len(changed.withdrawn),
    }
    found = "，".join(f"{word} {count} 个" for word, count in numbers.items() if count)
    figures = f"数字变了 {len(changed.figures)} 个" if changed.figures else ""
    meanings = f"口径或单位改了 {len(changed.meanings)} 个" if changed.meanings else ""
    return "；".join(filter(None, (found, figures, meanings))) or SAME


def gist(changed: Differences) -> str:
    """Say the same in one line of its own: 与上次相比：新出现 3 个，已消除 2 个；数字变了 4 个。"""
    return f"与上次相比：{tally(changed)}。"
