"""What changed since a 送审稿 was edited: its numbers against what the ledgers come to now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from addin.indicator import Figure
from addin.summary import Number, Paragraph, Summary
from addin.word import Passage, sentence, tag
from workbook.ledger import Row

GONE = "底稿或统计口径里已没有这个数字，请核对文中这一句"
ABSENT = "文中没有这个数字；有意删去的，不用处理"
NOWHERE = "（文中没有）"


@dataclass(frozen=True)
class Change:
    """A number of the edited document: what stands there (`old`), what it comes to (`new`), by which rows."""

    name: str
    sentence: str
    old: str
    new: str
    rows: tuple[Row, ...] = ()
    note: str = ""


def changes(
    passages: Sequence[Passage], summary: Summary, figures: Mapping[str, Figure]
) -> tuple[Change, ...]:
    """Return every number whose text differs, in the order of the document; then those it no longer has."""
    now: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages_of(summary):
        now[passage.tag].append(passage)
    rows = {tag(name): figure for name, figure in figures.items()}
    there = {passage.tag for passage in passages}
    absent = (each for name, meant in now.items() if name not in there for each in meant)
    found = [*_changed(passages, now), *(_absent(passage) for passage in absent)]
    return tuple(_with_rows(change, rows) for change in found)


def passages_of(summary: Summary) -> Iterator[Passage]:
    """Yield the numbers of a summary as a document would give them back."""
    for block in summary.blocks:
        if isinstance(block, Paragraph):
            yield from _numbers(block)


def _numbers(paragraph: Paragraph) -> Iterator[Passage]:
    words = [run.shown if isinstance(run, Number) else run.text for run in paragraph.body]
    whole, at = "".join(words), 0
    for run, shown in zip(paragraph.body, words, strict=True):
        if isinstance(run, Number):
            yield Passage(tag(run.name), shown, sentence(whole, at))
        at += len(shown)


def _changed(passages: Iterable[Passage], now: Mapping[str, list[Passage]]) -> Iterator[Change]:
    """Yield the numbers that differ: told apart by their turn where the text has each as often as before."""
    old: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        old[passage.tag].append(passage)
    turns: dict[str, int] = defaultdict(int)
    for passage in passages:
        meant = [each.text for each in now.get(passage.tag, ())]
        turn, turns[passage.tag] = turns[passage.tag], turns[passage.tag] + 1
        if len(meant) == len(old[passage.tag]):
            meant = meant[turn : turn + 1]
        if passage.text not in meant:
            new = "、".join(dict.fromkeys(meant))
            yield Change(passage.tag, passage.sentence, passage.text, new, note="" if meant else GONE)


def _absent(meant: Passage) -> Change:
    return Change(meant.tag, meant.sentence, NOWHERE, meant.text, note=ABSENT)


def _with_rows(change: Change, figures: Mapping[str, Figure]) -> Change:
    """Name the figure in full and add the rows it rests on."""
    figure = figures.get(change.name)
    if figure is None:
        return change
    note = change.note or figure.reason
    return Change(figure.name, change.sentence, change.old, change.new, figure.rows, note)
