"""What every column's own declaration asks of its cells: filled, among its options, within its bounds."""

from collections.abc import Iterator
from typing import Any

from addin.basis import TEMPLATE
from addin.cells import OWN_ROW, cells, filled_in
from addin.finding import ENTRY, ERROR, WARNING
from addin.likeness import offer
from addin.numbering import next_numbers
from addin.rule import Found, rule
from workbook.doubt import OPEN_LISTS, unreadable
from workbook.ledger import Ledger, Ledgers, Row
from workbook.spec import Column

# Cells whose blank has a rule of its own, with its own reason.
RULED_ELSEWHERE = ("owner", "year")


@rule(
    "COL-001",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="“{title}”空着。",
    why="带＊的是必填项，归类、计数或写总结要用到它。",
    fix="按原始材料填写；一时查不到的先空着，不要估填。",
)
def required_cell_blank(ledgers: Ledgers) -> Found:
    """Find blank cells in required columns; a column that is not there is another rule's."""
    for ledger in filled_in(ledgers):
        there = ledger.lines if ledger.table.upright else ledger.letters
        needed = [column.key for column in ledger.columns if column.required and column.key in there]
        places = [(key, ledger.places[key]) for key in needed if key not in RULED_ELSEWHERE]
        numbers = _free_numbers(ledger)
        for row in ledger:
            for key, place in places:
                if row.values[place] is None and not unreadable(row, key):
                    yield row.at(key, safe=next(numbers, None) if key == "id" else None)


def _free_numbers(ledger: Ledger) -> Iterator[str]:
    """Yield 编号 that may be given to rows without one."""
    place = ledger.places.get("id")
    if place is not None:
        yield from next_numbers(str(row.values[place]) for row in ledger if row.values[place] is not None)


@rule(
    "COL-002",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="“{value}”不在“{title}”的选项里。",
    why="统计口径按选项数行，写法不一致的行会漏掉。",
    fix="{near}请从下拉选项中选；确需新的一种，先加到选项表。",
)
def value_outside_its_options(ledgers: Ledgers) -> Found:
    """Find values that no drop-down offers; labels with a quorum of their own have a rule of their own."""
    for row, column, value, known in _strange(ledgers):
        own_row = column.kind.source == "兼作标签" and value in OWN_ROW
        if column.kind.source not in OPEN_LISTS and not own_row:
            yield row.at(column.key, value=value, **_offer(value, known, column))


@rule(
    "COL-003",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    says="“{value}”还不在“{title}”的选项里。",
    why="同一个名称有两种写法，就会算成两个。",
    fix="{near}写错了的请改正；是新的名称，在选项表里加上。",
)
def name_not_yet_listed(ledgers: Ledgers) -> Found:
    """Find names an open list does not hold; an empty list asks nothing."""
    for row, column, value, known in _strange(ledgers):
        if column.kind.source in OPEN_LISTS:
            yield row.at(column.key, value=value, **_offer(value, known, column))


def _strange(ledgers: Ledgers) -> Iterator[tuple[Row, Column, str, tuple[str, ...]]]:
    """Yield every value outside the options of its column, with those options."""
    known = {source: frozenset(options) for source, options in ledgers.options.items()}
    for row, column, value in cells(ledgers, "choice"):
        offered = known.get(column.kind.source)
        if not offered:
            continue
        for each in value if isinstance(value, tuple) else (value,):
            if each not in offered:
                yield row, column, each, ledgers.options[column.kind.source]


def _offer(value: str, known: tuple[str, ...], column: Column) -> dict[str, Any]:
    """Return the nearest option; in a cell of several values none is put in place of all of them."""
    facts = offer(value, known)
    return facts | {"safe": None} if column.kind.several else facts


@rule(
    "COL-004",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="“{title}”填的 {value} 小于 {bound}。",
    why="这样的数不可能出现，合计会跟着错。",
    fix="请按原始材料核对后改正。",
)
def number_too_low(ledgers: Ledgers) -> Found:
    """Find numbers below what their column can hold."""
    for row, column, value in cells(ledgers, "number"):
        if column.low is not None and value < column.low:
            yield row.at(column.key, value=value, bound=column.low)


@rule(
    "COL-005",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="“{title}”填的 {value} 大于 {bound}。",
    why="这样的数不可能出现，合计会跟着错。",
    fix="请按原始材料核对后改正。",
)
def number_too_high(ledgers: Ledgers) -> Found:
    """Find numbers above what their column can hold."""
    for row, column, value in cells(ledgers, "number"):
        if column.high is not None and value > column.high:
            yield row.at(column.key, value=value, bound=column.high)


RULES = (required_cell_blank, value_outside_its_options, name_not_yet_listed, number_too_low, number_too_high)
