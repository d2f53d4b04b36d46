"""Attachments: a list of the year as a table, in the columns an office prints."""

from __future__ import annotations

from addin.indicator import Figure
from addin.summary import Attachment, Sheet
from workbook.ledger import Row
from workbook.spec import Column
from workbook.values import show, show_number

NUMBER_TITLE, COUNTED_TITLE = "序号", "完成次数"
RESULT = "result"
DATE_WIDTH = 16.0


def attachment(number: int, title: str, rows: tuple[Row, ...], figures: dict[str, Figure]) -> Attachment:
    """Return `rows` of one ledger as attachment `number`; a row's 对应指标 gives its 完成次数."""
    table = rows[0].ledger.table
    columns = [table[key] for key in table.attached]
    counted = table.has("indicator")
    titles = (NUMBER_TITLE, *(column.title for column in columns), *([COUNTED_TITLE] if counted else []))
    widths = (6.0, *(_width(column) for column in columns), *([9.0] if counted else []))
    lines = tuple(
        (str(place), *_cells(row, columns), *([_count(row, figures)] if counted else []))
        for place, row in enumerate(rows, 1)
    )
    return Attachment(number, title, Sheet(titles, widths, lines), rows)


def is_yet_to_be(row: Row) -> bool:
    """Tell whether what a row says was achieved came only after a day that a person chose within the year."""
    table, ledgers = row.ledger.table, row.ledgers
    if not (ledgers.ends_early and table.has(RESULT) and table.has("done")):
        return False
    done = row.later("done") or row["done"]
    return done is not None and bool(done > ledgers.as_of)


def _width(column: Column) -> float:
    """Return a column's width on paper; a date in official form (2022年12月20日) must not break."""
    is_day = column.kind.name in ("date", "deadline")
    return max(column.width, DATE_WIDTH) if is_day else column.width or 10.0


def _cells(row: Row, columns: list[Column]) -> list[str]:
    left_out = RESULT if is_yet_to_be(row) else ""
    return ["" if column.key == left_out else _written(row[column.key], column) for column in columns]


def _written(value: object, column: Column) -> str:
    if isinstance(value, float) and column.unit == "%":
        return f"{show_number(value)}%"
    return show(value)


def _count(row: Row, figures: dict[str, Figure]) -> str:
    figure = figures.get(row["indicator"] or "")
    return figure.text if figure else ""
