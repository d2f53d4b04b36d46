"""When the reports are regenerated: a plan, its days, and how a person writes and reads it.

Times are those of the clock on the wall. Public holidays are not known: a working day is Monday to Friday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

DAILY, WORKDAYS, WEEKLY, MONTHLY, QUARTER = "daily", "workdays", "weekly", "monthly", "quarter"
WORDS = {"每天": DAILY, "工作日": WORKDAYS, "每周": WEEKLY, "每月": MONTHLY, "季末": QUARTER}
WEEKDAYS = "一二三四五六日"
LAST = "末"
LAST_DAY = 0  # stands for it where a day of the month is asked for
SURE_DAY = 28  # the last one that every month has
QUARTER_ENDS = {3: 31, 6: 30, 9: 30, 12: 31}
FIRST_ON = {WEEKLY: 1, MONTHLY: LAST_DAY}  # what is meant where nothing is said
FRIDAY = 5
MORNING = time(9, 30)  # office PCs are off at night
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Plan:
    """One time of day on certain days; `on` is a weekday from 1, or a day of the month, 0 for the last."""

    every: str = WORKDAYS
    at: time = MORNING
    on: int = 0

    @property
    def weekday(self) -> int:
        """Return the weekday of a weekly plan, Monday is 0; of another one it means nothing."""
        return (self.on - 1) % 7

    def falls_on(self, day: date) -> bool:
        """Tell whether `day` is one of its days."""
        if self.every == WEEKLY:
            return day.isoweekday() == self.on
        if self.every == MONTHLY:
            return day.day == self.on if self.on else is_last(day)
        if self.every == QUARTER:
            return QUARTER_ENDS.get(day.month) == day.day
        return self.every == DAILY or day.isoweekday() <= FRIDAY

    def next_after(self, moment: datetime) -> datetime:
        """Return the first time later than `moment`."""
        return next(time for time in self._times(moment.date(), DAY) if time > moment)

    def last_before(self, moment: datetime) -> datetime:
        """Return the last time not later than `moment`."""
        return next(time for time in self._times(moment.date(), -DAY) if time <= moment)

    def _times(self, day: date, step: timedelta) -> Iterator[datetime]:
        while True:
            if self.falls_on(day):
                yield datetime.combine(day, self.at)
            day += step

    def __str__(self) -> str:
        days = {
            DAILY: "每天",
            WORKDAYS: "每个工作日",
            WEEKLY: f"每周{WEEKDAYS[self.weekday]}",
            MONTHLY: f"每月 {self.on} 日" if self.on else "每月最后一天",
            QUARTER: "每季度最后一天",
        }
        return f"{days[self.every]} {self.at.hour}:{self.at:%M}"


def is_last(day: date) -> bool:
    """Tell whether `day` is the last one of its month."""
    return (day + DAY).month != day.month


def plan(
    every: str | None = None, at: time | None = None, on: str | None = None, base: Plan | None = None
) -> Plan:
    """Return the plan of a person's words; what is not said is as in `base`, else the usual.

    ValueError says what is wrong.
    """
    base = base or Plan()
    kind = every or base.every
    if kind not in FIRST_ON and on is not None:
        raise ValueError("--on 只用于 --every 每周（周一……周日）和 --every 每月（1……28 或 末）")
    return Plan(kind, at or base.at, _which(kind, on, base))


def _which(kind: str, on: str | None, base: Plan) -> int:
    if on is not None:
        return _weekday(on) if kind == WEEKLY else _day(on)
    return base.on if kind == base.every else FIRST_ON.get(kind, 0)


def frequency(word: str) -> str:
    """Return the kind of plan that is written 每天 or daily; ValueError names them all."""
    found = WORDS.get(word, word.lower())
    if found not in WORDS.values():
        pairs = "、".join(f"{chinese}（{english}）" for chinese, english in WORDS.items())
        raise ValueError(f"“{word}”不认识，可以写：{pairs}")
    return found


def clock(word: str) -> time:
    """Return the time of day that is written 9:30, 09:30 or 9：30."""
    found = re.fullmatch(r"(\d{1,2})[:：](\d{2})", word.strip(), re.ASCII)
    try:
        return time(int(found[1]), int(found[2])) if found else time(99)
    except ValueError:
        raise ValueError(f"“{word}”不是钟点，请写成 09:30 的样子（00:00 到 23:59）") from None


def _weekday(word: str) -> int:
    found = re.fullmatch(f"(?:周|星期|礼拜)?([{WEEKDAYS}天])", word.strip())
    if not found:
        raise ValueError(f"--on：“{word}”不是星期几，每周可以写 周一、周二……周日")
    return WEEKDAYS.index(found[1].replace("天", "日")) + 1


def _day(word: str) -> int:
    text = word.strip().removesuffix("日").removesuffix("号")
    if text == LAST or text.lower() == "last":
        return LAST_DAY
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= SURE_DAY):
        raise ValueError(f"--on：“{word}”不行，每月可以写 1……{SURE_DAY} 中的一天，或 末（最后一天）")
    return int(text)


def as_data(plan: Plan) -> dict[str, object]:
    """Return `plan` as plain data, to be kept in a file."""
    return {"every": plan.every, "at": f"{plan.at:%H:%M}", "on": plan.on}


def from_data(data: dict[str, object]) -> Plan:
    """Return the plan that `as_data` gave; ValueError where it is none."""
    every, on = frequency(str(data["every"])), int(str(data["on"]))
    most = {WEEKLY: 7, MONTHLY: SURE_DAY}.get(every, 0)
    if not (every == WEEKLY) <= on <= most:
        raise ValueError(on)
    return Plan(every, clock(str(data["at"])), on)
