"""采纳建议 and 撤销上一步 in a live LibreOffice: the cells that are mended change, and none besides."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import xlwings

from addin.buttons import OpenBook
from addin.libreoffice.apps import App
from addin.libreoffice.books import Book
from addin.libreoffice.ranges import Range
from addin.libreoffice.sheets import Sheet
from addin.macro import ask
from addin.mending import accept, undo
from addin.scattered import Scattered
from tests.addin.vba.reading import macro_package
from workbook.read.headers import letters

pytestmark = pytest.mark.uno
LEDGER = "活动台账"
FIRST, LAST = 5, 100  # rows that are filled in


class Desk(OpenBook):
    """A person who agrees to everything and reads every box at once."""

    said = ""

    def tell(self, text: str) -> None:
        self.said = text

    def ask(self, text: str) -> bool:
        return True


@pytest.fixture
def sample(app: xlwings.App, tmp_path: Path) -> Iterator[xlwings.Book]:
    """Return the sample year with its macros, open in LibreOffice, its name one that Excel puts in quotes."""
    path = tmp_path / "A&B's 一.xlsm"
    path.write_bytes(macro_package())
    book = app.books.open(str(path))
    yield book
    book.close()


def column(book: xlwings.Book, title: str) -> int:
    rows = book.sheets[LEDGER].range("A1:X4").value
    return next(row.index(title) for row in rows if title in row) + 1


def spoil(book: xlwings.Book, rows: range) -> dict[str, str]:
    """Put something to mend into every row of `rows`; return what by address."""
    put: dict[str, str] = {}
    sheet = book.sheets[LEDGER]
    for row in rows:
        title, text = ("日期", f"2022.3.{row % 28 + 1}") if row % 2 else ("学时", f"{row % 5 + 1}学时")
        place = column(book, title)
        sheet.api.getCellByPosition(place - 1, row - 1).setString(text)
        put[sheet.range((row, place)).get_address(False, False)] = text
    return put


def litter(book: xlwings.Book, rows: range) -> None:
    """Put between and beside them whatever a block of values would not bring back."""
    cells = book.sheets[LEDGER].api
    topic, hours = column(book, "主题内容") - 1, column(book, "学时") - 1
    at = iter(rows)
    for formula in ("'001", "=NA()", "=TRUE()", "2022-03-04", "", '=""', "'=1+1", "'3/4"):
        cells.getCellByPosition(topic, next(at)).setFormula(formula)
    cells.getCellByPosition(hours, next(at)).setFormula("=1+1")
    redden(cells.getCellByPosition(topic, next(at)))
    as_text = cells.getCellByPosition(topic, next(at))
    as_text.NumberFormat = book.api.NumberFormats.queryKey("@", book.api.CharLocale, False)
    as_text.setString("1.10")
    cells.getRows().getByIndex(next(at)).IsVisible = False
    cells.getCellRangeByPosition(30, 4, 31, 9).setArrayFormula("=ROW(A1:B6)*COLUMN(A1:B6)")
    cells.getCellRangeByPosition(topic, 60, topic, 61).merge(True)


def redden(cell: Any) -> None:
    """Give a cell words of which two are red."""
    cell.setString("一个字是红的，3/4")
    cursor = cell.createTextCursor()
    cursor.gotoStart(False)
    cursor.goRight(2, True)
    cursor.CharColor = 0xFF0000


def seen(book: xlwings.Book) -> dict[str, Any]:
    """Return everything of the ledger's cells, and the formulas of every sheet nobody but a person fills."""
    sheet = book.sheets[LEDGER]
    last = sheet.used_range.last_cell
    cells = sheet.api.getCellRangeByPosition(0, 0, last.column - 1, last.row - 1)
    rows = zip(cells.getFormulaArray(), cells.getDataArray(), strict=True)
    found: dict[str, Any] = {
        f"{letters(place)}{row}": (formula, type(value), value)
        for row, (formulas, values) in enumerate(rows, 1)
        for place, (formula, value) in enumerate(zip(formulas, values, strict=True))
    }
    looks = cells.getUniqueCellFormatRanges()
    found["looks"] = [looks.getByIndex(number).RangeAddressesAsString for number in range(looks.Count)]
    found["hidden"] = [cells.Rows.getByIndex(row).IsVisible for row in range(last.row)]
    topic = column(book, "主题内容") - 1
    found["words"] = [portions(cells.getCellByPosition(topic, row)) for row in range(last.row)]
    for other in book.sheets:
        if other.name not in (LEDGER, "校验结果", "首页"):
            found[other.name] = other.used_range.formula
    return found


def portions(cell: Any) -> list[tuple[str, int]]:
    """Return the pieces of a text and their colours."""
    if cell.Type.value != "TEXT":
        return []
    found: list[tuple[str, int]] = []
    paragraphs = cell.createEnumeration()
    while paragraphs.hasMoreElements():
        pieces = paragraphs.nextElement().createEnumeration()
        while pieces.hasMoreElements():
            piece = pieces.nextElement()
            found.append((piece.String, piece.CharColor))
    return found


def changed(before: dict[str, Any], after: dict[str, Any]) -> set[str]:
    return {key for key in {*before, *after} if before.get(key) != after.get(key)}


def test_scattered_fixes_change_their_cells_alone_and_undo_brings_everything_back(
    sample: xlwings.Book,
) -> None:
    put = spoil(sample, range(FIRST, LAST, 3))
    litter(sample, range(FIRST + 1, LAST, 6))
    before = seen(sample)
    steps = sample.api.getUndoManager().getAllUndoActionTitles()
    desk = Desk(sample)
    accept(desk)
    mended = seen(sample)
    assert changed(before, mended) == set(put)
    assert {mended[address][1] for address in put} == {float}
    undo(desk)
    assert f"改回 {len(put)} 处" in desk.said
    assert changed(before, seen(sample)) == set()
    assert sample.api.getUndoManager().getAllUndoActionTitles() == steps


def test_as_many_calls_mend_many_cells_as_few(sample: xlwings.Book, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Counter[str] = Counter()
    for owner in (App, Book, Sheet, Range):
        for name in ("run", "raw_value", "formula", "merge_cells", "used_range", "number_format"):
            if name in vars(owner):
                monkeypatch.setattr(owner, name, counted(calls, name, vars(owner)[name]))
    totals = []
    for rows in (range(FIRST, FIRST + 4), range(FIRST, LAST, 2)):
        spoil(sample, rows)
        for task in (accept, undo):
            calls.clear()
            task(Desk(sample))
            totals.append(Counter(calls))
    few, few_undone, many, many_undone = totals
    assert many == few and many_undone == few_undone
    assert many["number_format"] == 0


def counted(calls: Counter[str], name: str, member: Any) -> Any:
    def count(function: Any) -> Any:
        def call(*given: Any) -> Any:
            calls[name] += 1
            return function(*given)

        return call

    return property(count(member.fget), count(member.fset)) if isinstance(member, property) else count(member)


def test_every_kind_of_value_is_put(sample: xlwings.Book) -> None:
    sheet = sample.sheets[LEDGER]
    values = {
        "AC5": "'001",
        "AC7": "甲",
        "AC9": dt.date(2022, 3, 4),
        "AC11": dt.datetime(2022, 3, 4, 8, 30),
        "AC13": dt.time(9, 30),
        "AC15": 2.5,
        "AC17": -1.0,
        "AC19": None,
    }
    sheet["AC19"].value = "旧"
    sheet["AC9"].number_format = sheet["AC15"].number_format = "@"
    cells = tuple((place[:2], int(place[2:]), value) for place, value in values.items())
    assert ask(sample, "PutCells", LEDGER, *Scattered(LEDGER, cells).words) == 0
    found = [sheet[place].value for place in values]
    midnight = dt.datetime(2022, 3, 4)
    assert found == [
        "001",
        "甲",
        midnight,
        dt.datetime(2022, 3, 4, 8, 30),
        dt.datetime(1899, 12, 30, 9, 30),
        2.5,
        -1,
        None,
    ]
    assert sheet["AC15"].number_format == "General"


def test_days_are_right_in_a_workbook_that_counts_from_1904(sample: xlwings.Book) -> None:
    null = sample.api.NullDate
    null.Year, null.Month, null.Day = 1904, 1, 1
    sample.api.NullDate = null
    cells = Scattered(LEDGER, (("AC", 9, dt.date(2022, 3, 4)),))
    assert ask(sample, "PutCells", LEDGER, *cells.words) == 0
    assert sample.sheets[LEDGER]["AC9"].value == dt.datetime(2022, 3, 4)


@pytest.mark.parametrize("way", ["protected", "no such sheet", "no such cell"])
def test_the_macro_tells_how_many_cells_took_nothing(sample: xlwings.Book, way: str) -> None:
    sheet = sample.sheets[LEDGER]
    before = sheet["AC5"].value
    if way == "protected":
        sheet.api.protect("")
    name = "没有" if way == "no such sheet" else LEDGER
    words = Scattered(name, (("AC", 5, "甲"), ("AC", 0 if way == "no such cell" else 6, "乙"))).words
    assert ask(sample, "PutCells", name, *words) == (1 if way == "no such cell" else 2)
    assert sheet["AC5"].value == ("甲" if way == "no such cell" else before)


def test_of_two_workbooks_of_one_name_the_one_that_is_given_is_written(
    app: xlwings.App, sample: xlwings.Book, tmp_path: Path
) -> None:
    (tmp_path / "乙").mkdir()
    path = tmp_path / "乙" / Path(sample.fullname).name
    path.write_bytes(macro_package())
    other = xlwings.Book(impl=app.impl.books.open(str(path)))  # xlwings' own open wants other names
    try:
        for book, text in ((sample, "甲"), (other, "乙")):
            assert ask(book, "PutCells", LEDGER, *Scattered(LEDGER, (("AC", 5, text),)).words) == 0
        assert [book.sheets[LEDGER]["AC5"].value for book in (sample, other)] == ["甲", "乙"]
    finally:
        other.close()


def test_a_workbook_without_macros_is_mended_all_the_same(book: xlwings.Book) -> None:
    book.sheets[0].name = LEDGER
    Desk(book).mend(Scattered(LEDGER, (("B", 2, "甲"), ("B", 3, 2.0), ("D", 9, "'001"))))
    assert book.sheets[0]["B2:D9"].value[0] == ["甲", None, None]
    assert book.sheets[0]["B3"].value == 2 and book.sheets[0]["D9"].value == "001"
