"""Composition: figures and narrative become the Summary, every number still named by its indicator."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from addin.attachments import attachment, is_yet_to_be
from addin.indicator import EVIDENCED, MISSING, STATED, ZERO, Figure, in_period
from addin.narrative import FORMS, Clause, Part, Placeholder, fixed_names, parts, source
from addin.numerals import hanzi
from addin.summary import Attachment, Heading, Number, Paragraph, Run, Summary, Text, written
from workbook.ledger import Ledgers, Row
from workbook.selection import Misstated, Picked
from workbook.values import show_date

TITLE, FIRST, SECOND, BODY, ATTACHED = "标题", "一级", "二级", "正文", "附件"
IF_ANY = "有数才写"
LOOSE = tuple(
    comma + stop for comma in "、，；" for stop in "。；！"
)  # what a dropped clause leaves before a full stop
NUMBERINGS: dict[str, tuple[Callable[[int], str], Callable[[int], str]]] = {
    "一、（一）": (lambda n: f"{hanzi(n)}、", lambda n: f"（{hanzi(n)}）"),
    "一、1.": (lambda n: f"{hanzi(n)}、", lambda n: f"{n}."),
    "1.（1）": (lambda n: f"{n}.", lambda n: f"（{n}）"),
    "不编序数": (lambda n: "", lambda n: ""),
}


def compose(ledgers: Ledgers, figures: dict[str, Figure]) -> Summary:
    """Write the year's summary of `ledgers` with `figures` as plain data."""
    writer = Writer(ledgers, figures)
    for row in ledgers["narrative"]:
        writer.take(row)
    unit = writer.fixed.get("单位全称") or ""
    return Summary(
        "\n".join(filter(None, (writer.title, _until(ledgers)))),
        tuple(writer.blocks),
        tuple(writer.attachments),
        _signature(ledgers),
        author=unit,
        subject=f"{ledgers.year or ''}年党建工作总结",
        as_of=ledgers.as_of,
    )


def _until(ledgers: Ledgers) -> str:
    """Say up to which day the summary counts where a person chose one before the end of the year."""
    return f"（统计截至{show_date(ledgers.as_of)}）" if ledgers.ends_early else ""


def _signature(ledgers: Ledgers) -> tuple[str, str] | None:
    if ledgers.setting("signed") != "是":
        return None
    return (ledgers.setting("branch") or "", show_date(ledgers.as_of))


class Writer:
    """Takes the narrative's rows one by one and keeps the numbers of the levels."""

    def __init__(self, ledgers: Ledgers, figures: dict[str, Figure]) -> None:
        self.ledgers = ledgers
        self.figures = figures
        self.fixed = fixed_names(ledgers)
        self.numbers = NUMBERINGS.get(ledgers.setting("numbering"), NUMBERINGS["一、（一）"])
        self.title = ""
        self.blocks: list[Heading | Paragraph] = []
        self.attachments: list[Attachment] = []
        self.counts = [0, 0]
        self.levels = {
            TITLE: self._title,
            FIRST: self._first,
            SECOND: self._second,
            BODY: self._body,
            ATTACHED: self._attached,
        }

    def take(self, row: Row) -> None:
        """Write one row of the narrative, unless 输出 keeps it out."""
        level = self.levels.get(row["level"])
        if level is not None and self._wanted(row):
            level(row)

    def _wanted(self, row: Row) -> bool:
        """Tell whether the row is put out; 有数才写 asks for a figure or a source row that is there."""
        if row["output"] != IF_ANY:
            return str(row["output"]) != "否"
        used = [self.figures[name] for name in _names(row) if name in self.figures]
        return bool(self._rows(row)) or any(f.state in (EVIDENCED, STATED) and f.value for f in used)

    def _title(self, row: Row) -> None:
        self.title = written(self.runs(row["text"] or row["title"]))

    def _first(self, row: Row) -> None:
        self.counts = [self.counts[0] + 1, 0]
        self.blocks.append(Heading(self.numbers[0](self.counts[0]) + self._words(row["title"])))
        if row["text"] or row["source"]:
            self._body(row)

    def _second(self, row: Row) -> None:
        """Write a level-2 heading; one with a 来源 gives a heading and a paragraph to each of its rows."""
        if not row["source"]:
            self.blocks.append(Paragraph(self.runs(row["text"]), self._lead(self._words(row["title"]))))
            return
        rows = self._rows(row)
        gap = () if rows else _unfilled(row)
        self.blocks += [Paragraph(gap)] if gap else []
        for each in rows:
            heading, sentence = each.ledger.table.narrates or ("", "")
            lead = self._lead(str(each[heading] or ""))
            self.blocks.append(Paragraph((Text(_closed(each[sentence])),), lead))

    def _lead(self, title: str) -> str:
        """Number the next level-2 heading and end it with a full stop."""
        self.counts[1] += 1
        return _closed(self.numbers[1](self.counts[1]) + title)

    def _body(self, row: Row) -> None:
        """Write a paragraph; one right below a bare level-2 heading runs on behind it."""
        runs = tidy((*self.runs(row["text"]), *(_listed(self._rows(row)) or _unfilled(row))))
        if not runs:
            return
        last = self.blocks[-1] if self.blocks else None
        if isinstance(last, Paragraph) and last.lead and not last.body:
            self.blocks[-1] = Paragraph(runs, last.lead)
        else:
            self.blocks.append(Paragraph(runs))

    def _attached(self, row: Row) -> None:
        picked = self._picked(row)  # a list shows what is in doubt as well: the reader would miss the row
        rows = tuple(sorted((*picked.rows, *picked.doubtful), key=lambda each: each.number))
        if rows:
            title = self._words(row["title"])
            number = len(self.attachments) + 1
            self.attachments.append(attachment(number, title, rows, self.figures))

    def _rows(self, row: Row) -> tuple[Row, ...]:
        return tuple(each for each in self._picked(row).rows if not is_yet_to_be(each))

    def _picked(self, row: Row) -> Picked:
        """Pick the rows a 来源 names; a misspelt one is a finding of its own and gives none."""
        try:
            selection = source(row)
        except Misstated:
            selection = None
        return selection.pick(in_period(selection.ledger, None, None)) if selection else Picked(())

    def _words(self, text: str | None) -> str:
        return written(self.runs(text))

    def runs(self, text: str | None) -> tuple[Run, ...]:
        """Turn a narrative text into runs; clauses whose figure is a confirmed zero are left out."""
        return tidy(run for part in parts(text) for run in self._part(part))

    def _part(self, part: Part) -> Iterator[Run]:
        if isinstance(part, Clause):
            if not any(self._is_zero(item) for item in part.parts):
                yield from (self._item(item) for item in part.parts)
        else:
            yield self._item(part)

    def _is_zero(self, item: str | Placeholder) -> bool:
        figure = self.figures.get(item.name) if isinstance(item, Placeholder) else None
        return figure is not None and figure.state == ZERO

    def _item(self, item: str | Placeholder) -> Run:
        if isinstance(item, str):
            return Text(item)
        figure = self.figures.get(item.name)
        if figure is None:
            value = self.fixed.get(item.name)
            return Text(value) if value else _gap(item.name)
        if figure.state == MISSING:
            return _gap(item.name)
        return Number(item.name, FORMS.get(item.form, FORMS[""])(figure.value))


def _gap(name: str) -> Number:
    return Number(name, "", missing=True)


def _unfilled(row: Row) -> tuple[Run, ...]:
    """Return the gap of a 来源 without rows, named by its sheet: a colon with nothing behind is no text."""
    if not row["source"] or row["output"] == IF_ANY:
        return ()
    return (_gap(str(row["source"]).replace(":", "：").partition("：")[0]),)


def _names(row: Row) -> list[str]:
    return [item.name for part in parts(row["text"]) for item in _inside(part)]


def _inside(part: Part) -> tuple[Placeholder, ...]:
    inner = part.parts if isinstance(part, Clause) else (part,)
    return tuple(item for item in inner if isinstance(item, Placeholder))


def _closed(text: str | None) -> str:
    """End a sentence with a full stop, once."""
    return (text or "").rstrip("。；;. ") + "。" if text else ""


def _listed(rows: tuple[Row, ...]) -> tuple[Run, ...]:
    """Join the sentences of `rows` as 一是…；二是…。; a single one stands alone."""
    said = [row[row.ledger.table.narrates[1]] for row in rows if row.ledger.table.narrates]
    sentences = [str(text).rstrip("。；;. ") for text in said if text]
    if len(sentences) == 1:
        return (Text(_closed(sentences[0])),)
    numbered = [f"{hanzi(place)}是{sentence}" for place, sentence in enumerate(sentences, 1)]
    return (Text("；".join(numbered) + "。"),) if numbered else ()


def tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Join neighbouring words and take away the comma a dropped clause left before a full stop."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if isinstance(run, Text) and isinstance(last, Text):
            joined[-1] = Text(last.text + run.text)
        elif run.text or isinstance(run, Number):
            joined.append(run)
    return tuple(Text(_closed_up(run.text)) if isinstance(run, Text) else run for run in joined)


def _closed_up(text: str) -> str:
    if any(pair in text for pair in LOOSE):
        return re.sub("[、，；]+(?=[。；！])", "", text)
    return text
