"""The values a cell can hold beyond text, numbers and days: People and Deadline."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

OUTSIDE = "外请"


@dataclass(frozen=True)
class People:
    """The people named in one cell.

    `everyone` stands for 全体; `without` are those a 全体除… leaves out; `notes` are the
    remarks in brackets, such as the reason of an absence.
    """

    names: tuple[str, ...] = ()
    everyone: bool = False
    without: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()

    def note(self, name: str) -> str:
        """Return the remark that stands in brackets behind `name`, or an empty text."""
        return dict(self.notes).get(name, "")

    @property
    def outsiders(self) -> tuple[str, ...]:
        """Return the names marked 外请: guests, who stand on no roster."""
        return tuple(name for name in self.names if self.is_outsider(name))

    def is_outsider(self, name: str) -> bool:
        """Tell whether `name` is marked 外请."""
        return name.startswith(OUTSIDE) or self.note(name).startswith(OUTSIDE)

    def __str__(self) -> str:
        if self.everyone:
            return "全体" + ("除" + "、".join(self.without) if self.without else "")
        return "、".join(self._with_note(name) for name in self.names)

    def _with_note(self, name: str) -> str:
        note = self.note(name)
        return f"{name}（{note}）" if note else name


@dataclass(frozen=True)
class Deadline:
    """A time limit: its last day, or None where it never ends (长期坚持, 每月)."""

    text: str
    day: dt.date | None = None

    def __str__(self) -> str:
        return self.text


def show_date(day: dt.date) -> str:
    """Write `day` as official documents do: 2022年3月5日, without leading zeros (GB/T 9704 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def show_number(number: float) -> str:
    """Write `number` without a trailing .0 and with at most two decimals."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def show(value: object) -> str:
    """Write any cell value as a person reads it; a blank gives an empty text."""
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return show_date(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return show_number(value)
    if isinstance(value, tuple):
        return "、".join(show(item) for item in value)
    return str(value)
