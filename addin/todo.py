"""还差什么: what is still open, as one page in plain words that can be handed to a leader."""

from __future__ import annotations

import datetime as dt

from addin.birthdays import birthdays_in
from addin.cells import undone
from addin.finding import WHOLE_YEAR
from addin.indicator import MISSING, NOT_ENTERED, REPORTED, Figure, indicator_named
from addin.judgement import Judgement
from addin.numerals import hanzi
from addin.requirement import DUE, Period, Standing, requirements, standings
from addin.secrecy import discreet
from addin.summary import GAP, Heading, Paragraph, Summary, written
from addin.todo_coming import day_in, hours_of_study, next_steps, probations, term_ends
from addin.todo_page import MOST, Item, Section, Todo
from addin.todo_short import unexplained
from workbook.derive import DUE_SOON, OVERDUE, alert_of
from workbook.ledger import Ledgers, Row
from workbook.selection import Selection
from workbook.tables import BASICS, INDICATORS
from workbook.values import show

SIDE = 18  # characters that are shown on each side of a gap, at most
PAUSES = "。；，、"
LISTS = {
    "projects": ("重点项目", "name"),
    "tasks": ("重点任务", "task"),
    "duties": ("书记责任", "duty"),
    "key_work": ("重点工作", "name"),
    "problems": ("整改事项", "title"),
}
REPORT = "报送"
MONTH = dt.timedelta(31)


def todo(judged: Judgement) -> Todo:
    """Say what is still open in the workbook that was judged."""
    ledgers = judged.ledgers
    running = [
        each for required in requirements(ledgers) for each in standings(required) if each.state == DUE
    ]
    monthly = [each for each in running if each.period.begin.month == each.period.end.month]
    longer = [each for each in running if each not in monthly]
    sections = (
        ("本月须办", [*map(_required, monthly), *next_steps(ledgers)]),
        ("本季、本年须办", _longer(judged, longer)),
        (f"逾期和{ledgers.setting('due_soon_days'):g}日内到期", _listed(judged)),
        ("一个月内待报送", _papers(ledgers)),
        ("待收材料", _pieces(ledgers)),
        ("总结还缺的数", _gaps(judged, running)),
        ("没有做到、还没有说明的", unexplained(judged.findings)),
    )
    unit = ledgers.setting("unit_short") or ledgers.setting("unit") or ""
    return Todo(
        f"{unit}{f'{ledgers.year}年' if ledgers.year else ''}党建工作还差什么",
        f"截至{show(ledgers.now)}，按台账所登记的列出。{_birthdays(ledgers)}",
        tuple(Section(f"{hanzi(n)}、{title}", tuple(items)) for n, (title, items) in enumerate(sections, 1)),
        ledgers.now,
    )


def _birthdays(ledgers: Ledgers) -> str:
    """Name whose political birthdays fall in this month of the workbook's year."""
    now = ledgers.now
    rows = birthdays_in(ledgers, now.month) if now.year == ledgers.year else ()
    who = "、".join(f"{row['name']}（{row['joined'].day}日）" for row in rows)
    return f"本月政治生日：{who}。" if who else ""


def _longer(judged: Judgement, running: list[Standing]) -> list[Item]:
    """Return what a quarter or the year wants, and what the year is to bring beside."""
    wanted = [_required(each) for each in sorted(running, key=_last)]
    return [*wanted, *hours_of_study(judged.ledgers), *term_ends(judged.findings)]


def _last(standing: Standing) -> dt.date:
    return standing.period.last


def _required(standing: Standing) -> Item:
    required, period = standing.requirement, standing.period
    had = f"已登记 {standing.amount:g} {required.unit}".rstrip() if standing.rows else "还没有登记"
    name = (
        "今年"
        if period.name == WHOLE_YEAR and period.begin.year == required.row.ledgers.now.year
        else period.name
    )
    return Item(
        f"{required.name}：{required.demand}，{name}{had}{_grace(period, required.row.ledgers)}",
        _last_day(period, required.row.ledgers),
        where=required.selection.ledger.table.sheet,
    )


def _grace(period: Period, ledgers: Ledgers) -> str:
    """Say until when at the latest, where there is a time of grace that has not begun."""
    graced = period.last > period.end and ledgers.now <= period.end
    return f"（最迟次年{period.last.month}月底）" if graced else ""


def _last_day(period: Period, ledgers: Ledgers) -> str:
    """Write the last day of a period; once that has passed, the last day of its grace."""
    return day_in(period.end if ledgers.now <= period.end else period.last, ledgers)


def _listed(judged: Judgement) -> list[Item]:
    """Return what is late or soon due, the oldest first; what was answered for says so."""
    ledgers = judged.ledgers
    answered = {found.cell.of for found in judged.findings if found.explained}
    found = [row for key in LISTS for row in ledgers[key] if row["alert"] in (OVERDUE, DUE_SOON)]
    checks = [row for row in ledgers["self_checks"] if _alert(row, undone(row)) in (OVERDUE, DUE_SOON)]
    works = [(_due(row), _work(row, row in answered)) for row in (*found, *checks)]
    return [item for _, item in sorted((*works, *probations(judged.findings)), key=lambda each: each[0])]


def _alert(row: Row, is_open: bool) -> str | None:
    return alert_of(row, settled=not is_open)


def _due(row: Row) -> dt.date:
    day: dt.date | None = row["due"].day if row["due"] else None
    return day or dt.date.max


def _work(row: Row, answered: bool) -> Item:
    kind, key = LISTS.get(row.ledger.table.key, ("专项自查", "item"))
    return Item(
        f"{kind}{_quoted(_said(row, key))}，{_left(row)}{'，已说明' if answered else ''}",
        _until(row),
        _who(row),
        _where(row),
    )


def _said(row: Row, key: str) -> str:
    return discreet(str(row[key] or row.name))


def _quoted(text: str) -> str:
    """Put a text in quotation marks; those inside become single ones."""
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


def _left(row: Row) -> str:
    left = (_due(row) - row.ledgers.now).days
    if left < 0:
        return f"已过 {-left} 天"
    return f"还有 {left} 天" if left else "今天到期"


def _until(row: Row) -> str:
    return day_in(row["due"].day, row.ledgers) if row["due"] and row["due"].day else show(row["due"])


def _who(row: Row) -> str:
    return show(row["owner"]) if row.ledger.table.has("owner") else ""


def _where(row: Row) -> str:
    return f"{row.ledger.table.sheet} 第{row.number}行"


def _papers(ledgers: Ledgers) -> list[Item]:
    """Return what is late or to be handed up within a month and was not yet, the oldest first."""
    soon = ledgers.now + MONTH
    rows = [row for row in ledgers["documents"] if row["direction"] == REPORT and row["due"] and undone(row)]
    return [
        Item(f"报送{show(row['party'])}：{_said(row, 'name')}", _until(row), _who(row), _where(row))
        for row in sorted(rows, key=_due)
        if _due(row) <= soon
    ]


def _pieces(ledgers: Ledgers) -> list[Item]:
    """Return the pieces that were asked for and by whom they are still owed, the oldest first."""
    rows = [row for row in ledgers["outcomes"] if row["missing"]]
    return [
        Item(
            f"{show(row['kind'])}{_quoted(_said(row, 'name'))}，{_owed(row['missing'])}",
            _until(row),
            "",
            _where(row),
        )
        for row in sorted(rows, key=_due)
    ]


def _owed(people: tuple[str, ...]) -> str:
    few = people if len(people) <= MOST else people[:MOST]
    more = f"等 {len(people)} 人" if len(people) > len(few) else ""
    return f"{'、'.join(few)}{more}还没有交"


def _gaps(judged: Judgement, running: list[Standing]) -> list[Item]:
    """Return the numbers the summary lacks: in which words, and which sheet gives them.

    Those that the things still to be held will give by themselves share the last line.
    """
    asked = [each.requirement.selection for each in running]
    coming = [name for name in judged.summary.missing if _selection(judged, name) in asked]
    found = [
        Item(
            f"{name}：{_around(judged.summary, name)}",
            where=_source(judged.ledgers, name, judged.figures.get(name)),
        )
        for name in judged.summary.missing
        if name not in coming
    ]
    return [*found, Item(f"{'、'.join(coming)}：上面所列的事办完、登记后就有")] if coming else found


def _selection(judged: Judgement, name: str) -> Selection | None:
    """Return which rows an indicator counts that is missing for want of any, or None."""
    figure, indicator = judged.figures.get(name), indicator_named(judged.ledgers, name)
    none_entered = figure is not None and figure.reason == NOT_ENTERED
    return indicator.selection if indicator and none_entered else None


def _around(summary: Summary, name: str) -> str:
    """Return the words around the gap `name`, from pause to pause, or cut to what tells where it stands."""
    gap = f"〔待补：{name}〕"
    texts = (each.text if isinstance(each, Heading) else _words(each) for each in summary.blocks)
    text = next((text for text in texts if gap in text), gap)
    before, _, after = text.partition(gap)
    begin = max(before.rfind(mark) for mark in PAUSES) + 1
    end = min((place for mark in PAUSES if (place := after.find(mark)) >= 0), default=len(after))
    before, after = (GAP.sub("…", part) for part in (before[begin:], after[:end]))
    return _quoted(f"{_short_end(before)}〔　〕{_short(after)}")


def _words(paragraph: Paragraph) -> str:
    return paragraph.lead + written(paragraph.body)


def _short(text: str) -> str:
    return text if len(text) <= SIDE else text[:SIDE] + "……"


def _short_end(text: str) -> str:
    return text if len(text) <= SIDE else "……" + text[-SIDE:]


def _source(ledgers: Ledgers, name: str, figure: Figure | None) -> str:
    """Name the sheet that gives a figure; a gap that is none is a setting, or the sheet whose rows lack."""
    if figure is None:
        return name if ledgers.by_sheet(name) else BASICS.sheet
    if figure.state == MISSING and REPORTED in figure.definition:
        return INDICATORS.sheet
    return figure.definition.partition("：")[0]
