"""An open workbook is read as its file would be, in few calls."""

from __future__ import annotations

import datetime as dt
import shutil
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlwings

from addin import openbook
from addin.libreoffice.engine import register
from addin.libreoffice.ranges import Range
from addin.libreoffice.sheets import Sheet
from addin.macro import ask
from addin.openbook import read_open_book
from tests.addin.libreoffice.live import Live
from workbook.content import RULES
from workbook.grid import open_book
from workbook.grid.model import Book, Grid
from workbook.ledger import Ledgers
from workbook.read import read
from workbook.tables import SHEETS, TABLES
from workbook.trouble import NOT_OURS, Trouble

pytestmark = pytest.mark.uno
SAMPLE = Path(__file__).parents[2] / "workbook" / "党建台账（示例）.xlsm"
LEDGER = "活动台账"


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    live = Live(tmp_path_factory.mktemp("office"), "--headless")
    yield live
    live.kill()


@pytest.fixture
def sample(live: Live, tmp_path: Path) -> Iterator[xlwings.Book]:
    """Return the sample year, open in LibreOffice."""
    app = register(live.office)
    (tmp_path / "党 建").mkdir()
    book = app.books.open(shutil.copy(SAMPLE, tmp_path / "党 建"))
    yield book
    book.close()
    xlwings.engines.engines.clear()
    xlwings.engines.engines_by_name.clear()
    xlwings.engines.active = None


def told(ledgers: Ledgers) -> dict[str, Any]:
    """Return everything that was read, as plain data."""
    rows = {
        ledger.table.key: (ledger.header, ledger.letters, [(row.number, row.values) for row in ledger])
        for ledger in ledgers
    }
    marks = [
        (mark.form, mark.table, mark.row.number, mark.column.key, mark.raw, mark.meant, mark.hint)
        for mark in ledgers.marks
    ]
    return {
        "rows": rows,
        "marks": sorted(marks, key=repr),
        "gaps": [(gap.form, gap.table.key, gap.title, gap.nearest, gap.place) for gap in ledgers.gaps],
        "year": ledgers.year,
        "options": ledgers.options,
    }


def both(book: xlwings.Book) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what is read from the open workbook, and from the file it was just saved to."""
    live = told(read(read_open_book(book), TABLES))
    book.save()
    return live, told(read(open_book(book.fullname), TABLES))


def test_the_sample_year_is_read_alike_from_the_screen_and_from_the_file(sample: xlwings.Book) -> None:
    live = read(read_open_book(sample), TABLES)
    file = read(open_book(sample.fullname), TABLES)
    assert told(live) == told(file)
    assert sum(map(len, live)) > 500


def test_the_sheets_are_the_same_cell_by_cell(sample: xlwings.Book) -> None:
    live, file = read_open_book(sample), open_book(sample.fullname)
    assert list(live.grids) == list(file.grids)
    wanted = {table.sheet for table in TABLES}
    for name in wanted & set(file.grids):
        assert typed(live.grids[name]) == typed(file.grids[name])
    assert live.path == Path(sample.fullname)


def typed(grid: Grid) -> list[list[tuple[type, Any]]]:
    return [[(type(value), value) for value in row] for row in grid.rows]


def test_careless_entries_are_read_alike_too(sample: xlwings.Book) -> None:
    sheet = sample.sheets[LEDGER]
    last = sheet.used_range.last_cell.row
    sheet.range((last + 1, 1)).value = [
        ["2022.3.4", "党课", True, 0, 1, "=1/0", '=""', "=1+1", "'001", dt.datetime(2022, 3, 4, 9, 30)],
        [44624, None, False, "１２", "a\nb\tc", "=NA()", "'=1", "=DATE(2022,3,4)", None, 0.5],
        [None] * 10,
        ["合计", None, None, 3, None, None, None, None, None, None],
    ]
    sheet.range((last + 2, 10)).number_format = "hh:mm"
    sheet.range((last + 1, 2), (last + 2, 2)).merge()
    sheet.range((last + 1, 1)).rows.hidden = True
    live, file = both(sample)
    assert live == file
    forms = {mark[0] for mark in live["marks"]}
    assert forms >= {"error_cell", "merged_down", "boolean", "text_date", "full_width", "type_clash"}


def test_the_screen_is_read_not_the_file(sample: xlwings.Book) -> None:
    before = read(read_open_book(sample), TABLES)
    row = next(iter(before["activities"]))
    sample.sheets[LEDGER].range(row.at("topic").address.partition("!")[2]).value = "刚改的，还没有保存"
    after = read(read_open_book(sample), TABLES)
    assert next(iter(after["activities"]))["topic"] == "刚改的，还没有保存"


def test_an_error_is_a_fault_and_not_a_text(sample: xlwings.Book) -> None:
    sample.sheets[LEDGER].range("F5").value = "=1/0"
    grid = read_open_book(sample).grids[LEDGER]
    assert (grid.faults, grid.rows[4][5]) == ({(5, 6): "#DIV/0!"}, None)


def test_merged_cells_among_the_rows_are_found_and_titles_left_out(sample: xlwings.Book) -> None:
    sheet = sample.sheets[LEDGER]
    for area in ("C10:C12", "E20:F21", "X104:Y104", "A50:D50"):
        sheet.range(area).merge()
    found = read_open_book(sample).grids[LEDGER].merges
    assert found == ((10, 3, 12, 3), (20, 5, 21, 6), (50, 1, 50, 4), (104, 24, 104, 25))


def test_a_clean_sheet_is_looked_up_and_read_and_that_is_all(
    sample: xlwings.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = watched(monkeypatch)
    read_open_book(sample)
    sheets = len({RULES, *SHEETS} & {sheet.name for sheet in sample.sheets})
    assert Counter(asked) == {"raw_value": sheets}
    sample.sheets[LEDGER].range("C10:C12").merge()
    asked.clear()
    read_open_book(sample)
    assert asked.count("raw_value") == sheets and 0 < asked.count("merge_cells") < 40


def test_an_older_workbook_that_has_no_macro_is_read_alike(
    sample: xlwings.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample.sheets[LEDGER].range("C10:C12").merge()
    sample.sheets["志愿服务台账"].range("C9:D9").merge()
    with_macro = read_open_book(sample)
    monkeypatch.setattr(openbook, "ask", lambda book, name: None)
    asked = watched(monkeypatch)
    assert read_open_book(sample) == with_macro
    assert asked.count("used_range") == asked.count("raw_value")


@pytest.mark.parametrize(
    ("area", "last"), [("A1:C1", 2), ("C104:D104", 104), ("X50:X51", 50), ("A50:X52", 50), ("B5:B60", 5)]
)
def test_the_macro_finds_where_the_last_merged_cells_begin(
    sample: xlwings.Book, area: str, last: int
) -> None:
    sample.sheets[LEDGER].range(area).merge()
    (line,) = (line for line in ask(sample, "Extents") if line.endswith(f" {LEDGER}"))
    used = sample.sheets[LEDGER].used_range.last_cell
    assert line == f"{used.row} {used.column} {last} {LEDGER}"


def watched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list on which every question about cells will be noted."""
    asked: list[str] = []
    monkeypatch.setattr(Sheet, "used_range", counted("used_range", asked, Sheet))
    for name in ("raw_value", "merge_cells", "row_hidden", "formula"):
        monkeypatch.setattr(Range, name, counted(name, asked))
    return asked


def counted(name: str, asked: list[str], owner: type = Range) -> property:
    getter = getattr(owner, name).fget

    def count(self: Any) -> Any:
        asked.append(name)
        return getter(self)

    return property(count)


def test_a_sheet_used_far_out_is_refused_before_it_is_read(sample: xlwings.Book) -> None:
    sample.sheets[LEDGER].range("AMJ1000000").value = "误填"
    with pytest.raises(Trouble) as refused:
        read_open_book(sample)
    assert refused.value.code == NOT_OURS
    assert LEDGER in refused.value.message and "1000000" in refused.value.message


def test_an_empty_sheet_is_an_empty_grid(sample: xlwings.Book) -> None:
    sample.sheets[LEDGER].clear()
    assert read_open_book(sample).grids[LEDGER] == Grid(LEDGER, [])


class Shown:
    """A workbook of one sheet as Excel gives it, with what only Excel gives."""

    name, fullname = LEDGER, "Book1"

    def __init__(self, rows: list[list[Any]]) -> None:
        self.rows = rows
        self.sheets = self.app = self
        self.used_range = self.last_cell = self
        self.row, self.column = len(rows), len(rows[0])
        self.merge_cells = False

    def __iter__(self) -> Iterator[Shown]:
        return iter([self])

    def __getitem__(self, name: str) -> Shown:
        return self

    def macro(self, name: str) -> Any:
        raise xlwings.XlwingsError(name)

    def range(self, *corners: Any) -> Shown:
        return self

    def options(self, **options: Any) -> Shown:
        return self

    @property
    def value(self) -> list[list[Any]]:
        return self.rows


def test_what_only_excel_gives_becomes_what_files_give() -> None:
    shown: Any = Shown(
        [[Decimal("12.50"), dt.datetime(2022, 3, 4), dt.datetime(1899, 12, 30, 9, 30), "#REF!"]]
    )
    book: Book = read_open_book(shown)
    assert book.grids[LEDGER].rows == [[12.5, dt.date(2022, 3, 4), dt.time(9, 30), None]]
    assert book.grids[LEDGER].faults == {(1, 4): "#REF!"}
    assert book.path is None


def test_a_workbook_in_a_cloud_folder_that_is_not_on_the_disk_has_no_path() -> None:
    class Away(Shown):
        @property
        def fullname(self) -> str:  # type: ignore[override]
            raise xlwings.XlwingsError("https://example.com/台账.xlsm")

    away: Any = Away([["甲"]])
    assert read_open_book(away).path is None
