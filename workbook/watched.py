"""A day that notices what it is held against: so the reading of a day knows until when it will hold."""

from __future__ import annotations

import datetime as dt
from typing import Any


class Watched(dt.date):
    """Today, as a run looks at it: a plain date that remembers the next day a comparison comes out otherwise.

    Deadlines, days of reminder, periods, plans: whatever a rule puts today against is noticed, so that a new
    rule need not say on which days it speaks up. `today + 15 days` is watched too. Writing the day out and
    counting days up to it is no comparison.
    """

    _watch: _Watch | None = None
    _ahead = 0  # days by which this one lies after the day that is watched

    @classmethod
    def of(cls, day: dt.date) -> Watched:
        """Return `day` with a memory of its own."""
        return cls._made(day, _Watch(), 0)

    @classmethod
    def _made(cls, day: dt.date, watch: _Watch | None, ahead: int) -> Watched:
        made = cls(day.year, day.month, day.day)
        made._watch, made._ahead = watch, ahead
        return made

    @property
    def turns(self) -> dt.date | None:
        """Return the first day on which a comparison made so far comes out otherwise, or None."""
        nearest = self._watch.nearest if self._watch else None
        return None if nearest is None else dt.date.fromordinal(nearest)

    def __lt__(self, other: dt.date) -> bool:
        holds = super().__lt__(other)
        return self._noticed(other, 0) if holds is True else holds

    def __le__(self, other: dt.date) -> bool:
        holds = super().__le__(other)
        return self._noticed(other, 1) if holds is True else holds

    def __gt__(self, other: dt.date) -> bool:
        holds = super().__gt__(other)
        return not self._noticed(other, 1) if holds is False else holds

    def __ge__(self, other: dt.date) -> bool:
        holds = super().__ge__(other)
        return not self._noticed(other, 0) if holds is False else holds

    def __eq__(self, other: object) -> bool:
        holds = super().__eq__(other)
        if isinstance(other, dt.date) and self <= other and not holds:
            self._noticed(other, 0)
        return holds

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = dt.date.__hash__

    def __add__(self, other: dt.timedelta) -> Watched:
        return self._made(super().__add__(other), self._watch, self._ahead + other.days)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        return self + -other if isinstance(other, dt.timedelta) else super().__sub__(other)

    def _noticed(self, other: dt.date, late: int) -> bool:
        """Notice that what holds today will not `late` days after `other`; return True.

        As days go by, what is before becomes after, never the other way round: only that can turn. Two
        watched days move together, and the last day there is stands for no end.
        """
        if self._watch and not isinstance(other, Watched) and other < dt.date.max:
            self._watch.notice(other.toordinal() + late - self._ahead)
        return True


class _Watch:
    """What a watched day and the days counted from it remember together: the ordinal of the nearest turn."""

    nearest: int | None = None

    def notice(self, turn: int) -> None:
        """Keep `turn` if it is the nearest so far and a day there is."""
        if turn <= LAST and (self.nearest is None or turn < self.nearest):
            self.nearest = turn


LAST = dt.date.max.toordinal()
