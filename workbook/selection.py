"""Selections (口径): which rows of which ledger, in the condition language people write.

A condition is clauses joined by 且. A clause is a column title, an operator (= ≠ ≥ ≤ 含 空 非空) and
values; 、 between values means any of them, “…” keeps a value whole. Nothing more.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from workbook.clause import Clause
from workbook.doubt import strays
from workbook.ledger import Ledger, Ledgers, Row
from workbook.nearest import nearest
from workbook.spec import Column
from workbook.values import show

OPERATORS = {"≠": "≠", "!=": "≠", "≥": "≥", ">=": "≥", "≤": "≤", "<=": "≤", "=": "=", "＝": "="}
WORDS = ("非空", "空", "含")
SIGNS = (*OPERATORS, *WORDS)
QUOTED = re.compile("“[^”]*”")
EITHER = "同一列的几个值，用顿号隔开就是任一个；不同列的，分成两行各数各的。"
DAY_FORM = "要写成 2022-3-4 这样的日期"
FORMS = {"number": "要写数字", "date": DAY_FORM, "deadline": DAY_FORM, "month": "要写成 2022-3 这样的年月"}


class Misstated(ValueError):
    """A definition that cannot be understood: `what` is wrong, the `word`, and the `nearest` right one.

    `cause` says what is wrong with the word, `hint` what to write instead where no word is near.
    """

    def __init__(self, what: str, word: str, nearest: str = "", cause: str = "", hint: str = "") -> None:
        super().__init__(f"{what}: {word}")
        self.what = what
        self.word = word
        self.nearest = nearest
        self.cause = cause
        self.hint = hint


class Picked(NamedTuple):
    """The rows a selection takes, and those it cannot decide because a tested cell is blank."""

    rows: tuple[Row, ...]
    doubtful: tuple[Row, ...] = ()


class Selection(NamedTuple):
    """Which rows of which ledger."""

    ledger: Ledger
    clauses: tuple[Clause, ...] = ()

    def pick(self, rows: Iterable[Row]) -> Picked:
        """Sort `rows` into those that meet every clause and those that leave it open."""
        taken: list[Row] = []
        doubtful: list[Row] = []
        for row in rows:
            answer = self._meets(row)
            if answer is not False:
                (doubtful if answer is None else taken).append(row)
        return Picked(tuple(taken), tuple(doubtful))

    def _meets(self, row: Row) -> bool | None:
        """Test `row` until a clause fails; one that cannot tell leaves the answer open."""
        answer: bool | None = True
        for clause in self.clauses:
            held = clause.holds(row)
            if held is False:
                return False
            answer = None if held is None else answer
        return answer


def select(text: str | None, ledger: Ledger) -> Selection:
    """Read the condition `text` for `ledger`; raise Misstated naming the nearest right word."""
    key, memo = ("selection", ledger.table.key, text), ledger.ledgers.memo
    if key not in memo:  # checked by a rule, then counted
        memo[key] = Selection(ledger, tuple(_clauses((text or "").strip(), ledger)))
    selection: Selection = memo[key]
    return selection


def find_ledger(ledgers: Ledgers, sheet: str | None) -> Ledger:
    """Return the ledger on the sheet named `sheet`; raise Misstated naming the nearest one."""
    ledger = ledgers.by_sheet((sheet or "").strip())
    if ledger is None:
        raise Misstated("ledger", sheet or "", nearest(sheet or "", (x.table.sheet for x in ledgers)))
    return ledger


def find_column(ledger: Ledger, title: str) -> Column:
    """Return the column of `ledger` titled `title`; raise Misstated naming the nearest one."""
    column = ledger.column(title)
    if column is None:
        raise _no_column(title, ledger)
    return column


def _no_column(title: str, ledger: Ledger) -> Misstated:
    return Misstated("column", title, nearest(title, ledger.by_title), f"“{ledger.table.sheet}”里没有这一列")


def _clauses(text: str, ledger: Ledger) -> Iterator[Clause]:
    if not text:
        return
    for part in _split(text, ledger):
        if any(_starts_behind("或者?", part, ledger)):
            raise Misstated("value", part.strip(), "", "“或”连不起两个条件", EITHER)
        found = _start(part, ledger)
        if found is None:
            raise _unknown_start(part, ledger)
        title, sign, rest = found
        column, operator = find_column(ledger, title), OPERATORS.get(sign, sign)
        places = (ledger.plain.get(key) for key in column.also)
        beside = tuple(place for place in places if place is not None)
        values = _values(rest.strip(), column, operator, ledger)
        stray = strays(ledger, column, options_of(column, ledger))
        plain = () if stray else _plain(column, operator, values, beside, ledger)
        yield Clause(column, operator, values, beside, stray, plain)


def _plain(
    column: Column, operator: str, values: tuple[Any, ...], beside: tuple[int, ...], ledger: Ledger
) -> tuple[int, ...]:
    """Return the places a clause looks at, where it asks for words and each cell holds a single one."""
    place = ledger.plain.get(column.key)
    several = any(ledger.table[key].kind.several for key in column.also)
    only_words = operator == "=" and all(isinstance(value, str) for value in values)
    return (place, *beside) if only_words and place is not None and not (several or column.of) else ()


def _start(text: str, ledger: Ledger) -> tuple[str, str, str] | None:
    """Return title, operator and the rest where `text` starts as a clause does, the longest title first."""
    text = text.lstrip()
    for title in filter(text.startswith, ledger.longest_titles):
        behind = text[len(title) :].lstrip()
        sign = next(filter(behind.startswith, SIGNS), None)
        if sign:
            return title, sign, behind[len(sign) :]
    return None


def _split(text: str, ledger: Ledger) -> Iterator[str]:
    """Cut `text` at each 且 that a clause's start follows, outside quotation marks."""
    begin = 0
    for found in _starts_behind("且", text, ledger):
        yield text[begin : found.start()]
        begin = found.end()
    yield text[begin:]


def _starts_behind(word: str, text: str, ledger: Ledger) -> Iterator[re.Match[str]]:
    """Yield where `word` stands outside quotation marks with the start of a clause behind it."""
    masked = QUOTED.sub(lambda found: "”" * len(found[0]), text)
    return (found for found in re.finditer(word, masked) if _start(text[found.end() :], ledger))


def _unknown_start(part: str, ledger: Ledger) -> Misstated:
    part = part.strip()
    if any(part.startswith(title) for title in ledger.by_title):
        return Misstated("operator", part, "=")
    title = re.split("|".join(map(re.escape, SIGNS)), part, maxsplit=1)[0].strip()
    return _no_column(title, ledger) if title else Misstated("operator", part, "=")


def _values(text: str, column: Column, operator: str, ledger: Ledger) -> tuple[Any, ...]:
    if operator in ("空", "非空"):
        if text:
            raise Misstated("operator", text, operator)
        return ()
    if not text:
        word, hint = f"{column.title}{operator}", f"要数空着的，写“{column.title} 空”。"
        raise Misstated("value", word, "", "后面没有写值", hint)
    known = options_of(column, ledger)
    words = [text] if text in known else re.findall(r"“[^”]*”|[^、]+", text)
    return tuple(_value(word.strip().strip("“”"), column, operator, known) for word in words)


def options_of(column: Column, ledger: Ledger) -> tuple[str, ...]:
    """Return the values column `column` offers, with those of the columns it looks into as well.

    Where one of the option lists is empty or not there, any value may be meant, and none is returned.
    """
    lists = [column, *(ledger.table[key] for key in column.also)]
    ledgers = ledger.ledgers
    found: list[str] = []
    for each in lists:
        if each.kind.name == "choice":
            offered = ledgers.options.get(each.kind.source)
            if not offered:
                return ()
            found += offered
        elif each.words:
            found += each.words
        elif each.kind.name == "reference" and each.kind.source in ledgers:
            target = ledgers[each.kind.source]
            found += [show(row[target.table.names]) for row in target]
    return tuple(dict.fromkeys(found))


def _value(word: str, column: Column, operator: str, known: tuple[str, ...]) -> Any:
    convert = CONVERT.get(column.kind.name)
    if convert is not None and operator != "含":
        try:
            return convert(word)
        except ValueError as error:
            raise Misstated("value", word, "", f"“{column.title}”{FORMS[column.kind.name]}") from error
    if known and operator in ("=", "≠") and word not in known:
        cause, hint = f"“{column.title}”这一列没有这个值", EITHER if "或" in word else ""
        raise Misstated("value", word, nearest(word, known), cause, hint)
    return word


def _to_day(word: str) -> dt.date:
    numbers = [int(number) for number in re.findall(r"\d+", word)]
    if len(numbers) != 3:
        raise ValueError(word)
    return dt.date(*numbers)


def _to_any(word: str) -> Any:
    """Return the number or day that `word` may stand for in a column a person added, else the word."""
    for convert in (float, _to_day):
        with suppress(ValueError):
            return convert(word)
    return word


CONVERT: dict[str, Callable[[str], Any]] = {
    "any": _to_any,
    "number": float,
    "date": _to_day,
    "deadline": _to_day,
    "month": lambda word: _to_day(word + "-1" if word.count("-") == 1 else word),
}
