"""What 情况说明 may call the thing that a finding is about, and which of it is the shortest that is clear."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from addin.finding import WHOLE_YEAR, Finding
from addin.likeness import bare
from addin.secrecy import is_marked
from workbook.ledger import Ledgers, Row
from workbook.parse import dates
from workbook.parse.reading import Around
from workbook.tables import EXPLANATIONS
from workbook.values import show

SEVERAL = re.compile("[、，,；;]")
MONTHS = re.compile(r"(\d{1,2})月?\s*[-－—–~～至到]\s*(\d{1,2})月份?")
MONTH = re.compile(r"0?(\d{1,2})月份?")
QUARTER = re.compile(r"第?([一二三四1-4])季度?")
DIGITS = dict(zip("1234", "一二三四", strict=True))


def periods(text: str) -> list[str]:
    """Return the periods `text` names, as requirements call them: 3-4月 is 3月 and 4月, 2季度 is 第二季度."""
    return [name for part in SEVERAL.split(text) for name in _names(part.strip())]


def _names(part: str) -> list[str]:
    span, month, quarter = MONTHS.fullmatch(part), MONTH.fullmatch(part), QUARTER.fullmatch(part)
    if span:
        return [f"{number}月" for number in range(int(span[1]), int(span[2]) + 1)]
    if month:
        return [f"{month[1]}月"]
    return [f"第{DIGITS.get(quarter[1], quarter[1])}季度"] if quarter else [part]


def _key(text: str) -> str:
    """Return what is the same of a word however its spaces, signs and letters are written."""
    return bare(normalize("NFKC", text)).upper() or text


def words_of(found: Finding) -> list[str]:
    """Return what the thing found may be called, the shortest to write first; none with a 密级 mark."""
    row = found.cell.of
    if "subject" in found.cell.facts or row is None:
        return [found.subject]
    if row.ledger.table.upright:
        return [found.cell.title, WHOLE_YEAR, *(f"{row.ledgers.year}{end}" for end in ("", "年"))]
    return [*words_of_row(row), found.subject]


def words_of_row(row: Row) -> list[str]:
    """Return what a row may be called: its 编号, that of its event, its day, what names it, all together."""
    ledger = row.ledger
    numbers = [row[key] for key in ("id", "event") if key in ledger.places]
    named = [row[key] for key in ledger.table.identity]
    days = [each for each in (row.day, *named) if isinstance(each, dt.date)]
    texts = [show(each) for each in named if not isinstance(each, dt.date)]
    words = [*map(show, numbers), *(day.isoformat() for day in days), *reversed(texts)]
    whole = " ".join(filter(None, map(show, named)))
    return [word for word in dict.fromkeys((*words, whole)) if word and not is_marked(word)]


class Called:
    """How the findings of one rule are told from one another."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = list(findings)
        self.by_word: dict[str, set[str]] = defaultdict(set)
        for found in self.findings:
            for word in words_of(found):
                self.by_word[_key(word)].add(found.subject)

    def shortest(self, found: Finding) -> str:
        """Return the shortest word that names what was `found` and nothing else that the rule found."""
        clear = (word for word in words_of(found) if len(self.by_word[_key(word)]) == 1)
        return next(clear, found.subject)

    def named(self, text: str, ledgers: Ledgers) -> dict[str, set[str]]:
        """Return which things each part of `text` names: one is clear, several are not, none is another's."""
        whole = self._things(text, ledgers)
        if len(whole) == 1:
            return {text: whole}
        return {part: self._things(part, ledgers) for part in periods(text)} | (
            {text: whole} if whole else {}
        )

    def _things(self, text: str, ledgers: Ledgers) -> set[str]:
        """Return the things that `text` names; of several words each has to name them: a day and a title."""
        found = [self.by_word.get(key, set()) for key in keys(text, ledgers)]
        things = set().union(*found)
        if things or len(text.split()) < 2:
            return things
        first, *others = (self._things(word, ledgers) for word in text.split())
        return first.intersection(*others)


def keys(text: str, ledgers: Ledgers) -> Iterator[str]:
    """Yield what `text` is looked up by: as it is written, and as the day it is."""
    yield _key(text)
    day = dates.date(text, EXPLANATIONS["date"], Around(ledgers.year)).value
    if day is not None:
        yield _key(day.isoformat())


def names_a_row(text: str, found: Finding, ledgers: Ledgers) -> bool:
    """Tell whether `text` names any row of the sheet on which something was `found`."""
    row = found.cell.of
    if row is None or row.ledger.table.upright:
        return False
    wanted = {*keys(text, ledgers)}
    return any(_key(word) in wanted for each in row.ledger for word in words_of_row(each))
