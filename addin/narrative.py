"""The narrative (总结底稿) as text with places for numbers and names, and where its rows come from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from addin.numerals import counted, roughly
from workbook.ledger import Ledgers, Row
from workbook.selection import Misstated, Selection, find_ledger, select
from workbook.values import show, show_date

TOKENS = re.compile(r"\{([^{}]*)\}|【([^【】]*)】")
BRACES = str.maketrans("｛｝", "{}")
THEME, THEME_SHORT = "年度主题", "年度主题简称"
PERIOD, WHOLE, SO_FAR = "统计期间", "全年", "今年以来"


class Placeholder(NamedTuple):
    """A place for a figure or a name: {家风故事数:余} is the name 家风故事数 in the form 余."""

    name: str
    form: str = ""


class Clause(NamedTuple):
    """Words in 【】, left out when a figure in them is a confirmed zero."""

    parts: tuple[str | Placeholder, ...]


Part = str | Placeholder | Clause


def plain(text: str | None) -> str:
    """Return a narrative text with the braces of a Chinese keyboard, ｛｝, as plain ones."""
    return (text or "").translate(BRACES)


@lru_cache(maxsize=1024)  # rules and the writer ask for the same texts
def parts(text: str | None) -> tuple[Part, ...]:
    """Split a narrative text into words, placeholders and clauses, in order."""
    text = plain(text)
    found: list[Part] = []
    end = 0
    for token in TOKENS.finditer(text):
        found.append(text[end : token.start()])
        found.append(_placeholder(token[1]) if token[1] is not None else _clause(token[2]))
        end = token.end()
    found.append(text[end:])
    return tuple(part for part in found if part != "")


def _placeholder(inside: str) -> Placeholder:
    name, _, form = inside.replace("：", ":").partition(":")
    return Placeholder(name.strip(), form.strip())


def _clause(inside: str) -> Clause:
    return Clause(tuple(part for part in parts(inside) if not isinstance(part, Clause)))


def placeholders(text: str | None) -> list[Placeholder]:
    """Return every placeholder of a narrative text, those inside 【】 included."""
    found: list[Placeholder] = []
    for part in parts(text):
        inner = part.parts if isinstance(part, Clause) else (part,)
        found += [item for item in inner if isinstance(item, Placeholder)]
    return found


def fixed_names(ledgers: Ledgers) -> dict[str, str | None]:
    """Return what a placeholder can name beside indicators: settings, 规范表述, theme and period."""
    basics = ledgers["basics"]
    names = {column.title: _entry(ledgers, column.key) for column in basics.table.columns}
    names |= {row["name"]: row["right"] for row in ledgers["wordings"] if row["name"]}
    begun = (row for row in ledgers["themes"] if row["begin"] is None or row["begin"] <= ledgers.as_of)
    theme = next(begun, None)
    return names | {
        THEME: theme["name"] if theme else None,
        THEME_SHORT: theme["short"] if theme else None,
        PERIOD: WHOLE if ledgers.is_over(12) else SO_FAR,
    }


def _entry(ledgers: Ledgers, key: str) -> str | None:
    value = ledgers.setting(key)
    return None if value is None else show(value)


def names(ledgers: Ledgers) -> set[str]:
    """Return every name a placeholder may use."""
    return set(fixed_names(ledgers)) | {str(row["name"]) for row in ledgers["indicators"] if row["name"]}


def _date_form(write: Callable[[dt.date], str]) -> Callable[[Any], str]:
    return lambda value: write(value) if isinstance(value, dt.date) else show(value)


def _number_form(write: Callable[[float], str]) -> Callable[[Any], str]:
    return lambda value: write(value) if isinstance(value, (int, float)) else show(value)


FORMS: dict[str, Callable[[Any], str]] = {
    "": show,
    "余": _number_form(roughly),
    "汉字": _number_form(counted),
    "年月日": _date_form(show_date),
    "年月": _date_form(lambda day: f"{day.year}年{day.month}月"),
    "月日": _date_form(lambda day: f"{day.month}月{day.day}日"),
}


def source(row: Row) -> Selection | None:
    """Return the rows a narrative row is written from (台账：条件), or None; raise Misstated."""
    text = row["source"]
    if not text:
        return None
    sheet, _, condition = str(text).replace(":", "：", 1).partition("：")
    ledger = find_ledger(row.ledgers, sheet)
    if ledger.table.narrates is None:
        raise Misstated("source", sheet)
    return select(condition, ledger)
