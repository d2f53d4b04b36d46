"""The workbooks the benchmark measures with, and that its competitors write what this program writes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from addin.finding import ENTRY, ERROR
from addin.pipeline import Order, judge, run
from tests.addin.libreoffice.live import Live
from workbook.grid import open_book
from workbook.ledger import Ledgers
from workbook.read import read
from workbook.tables import TABLES

SCRIPTS = Path(__file__).parents[2] / "scripts"
GROUPS = ("清单", "台账", "党员", "专用")
DEFAULTS = ("points",)  # a rule of counting, not an entry
Made = Callable[[int, int], Path]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return a function that lets the benchmark write a workbook: `made(rows, seed)`."""
    folder = tmp_path_factory.mktemp("bench")

    def make(rows: int, seed: int) -> Path:
        target = folder / f"{rows}-{seed}.xlsx"
        if not target.exists():
            script("_bench_rows.py", str(rows), str(seed), str(target))
        return target

    return make


def script(name: str, *arguments: str) -> None:
    command = [sys.executable, "-X", "utf8", "-W", "ignore", str(SCRIPTS / name), *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def ledgers(path: Path) -> Ledgers:
    return read(open_book(path), TABLES, None)


def entered(path: Path) -> dict[str, list[list[object]]]:
    return {
        ledger.table.key: [row.values for row in ledger]
        for ledger in ledgers(path)
        if ledger.table.group in GROUPS and ledger.table.key not in DEFAULTS
    }


@pytest.mark.parametrize("rows", [450, 1300])
def test_a_workbook_has_as_many_entries_as_asked_for(made: Made, rows: int) -> None:
    assert sum(map(len, entered(made(rows, 1)).values())) == rows


def test_equal_seeds_give_equal_workbooks_and_other_seeds_other_ones(made: Made, tmp_path: Path) -> None:
    script("_bench_rows.py", "1300", "1", str(tmp_path / "again.xlsx"))
    assert (tmp_path / "again.xlsx").read_bytes() == made(1300, 1).read_bytes()
    assert entered(made(1300, 2)) != entered(made(1300, 1))


@pytest.mark.parametrize("rows", [450, 1300])
def test_every_entry_is_valid(made: Made, rows: int) -> None:
    findings = judge(ledgers(made(rows, 1))).findings
    assert [(f.code, f.address) for f in findings if (f.kind, f.severity) == (ENTRY, ERROR)] == []


def test_the_year_grows_in_all_its_ledgers_but_not_in_its_people(made: Made) -> None:
    year, years = entered(made(450, 1)), entered(made(1300, 1))
    assert {key for key in years if len(years[key]) == len(year[key])} >= {"members", "dues"}
    assert {key for key in years if len(years[key]) > len(year[key])} >= {"activities", "tasks", "talks"}


def test_rows_are_told_in_words_and_on_days_of_their_own(made: Made) -> None:
    rows = ledgers(made(1300, 1))["activities"].rows
    assert len({row["topic"] for row in rows}) > 0.95 * len(rows)
    assert len({row["date"] for row in rows}) > 1.5 * len({row["date"] for row in rows[: len(rows) // 3]})


def test_a_competitor_writes_the_text_and_the_tables_this_program_writes(made: Made, tmp_path: Path) -> None:
    workbook, target = made(450, 1), tmp_path / "competitor.docx"
    script("_bench_competitors.py", "each-sheet", str(workbook), str(target))
    ours, theirs = content(run(workbook, Order(str(tmp_path))).draft), content(target)
    shared = sum(len(text) for text in theirs if text in ours)
    assert shared > 0.8 * sum(map(len, ours))


@pytest.mark.uno
def test_a_click_on_a_real_year_calls_the_spreadsheet_as_often_whatever_it_finds(
    tmp_path: Path, made: Made
) -> None:
    workbook = tmp_path / "党建 台账" / "台账.xlsm"
    workbook.parent.mkdir()
    script("_bench_rows.py", "450", "1", str(workbook))
    live = Live(tmp_path, "--headless")
    try:
        office = live.office
        arguments = office.arguments(MacroExecutionMode=4)  # without asking
        book = office.desktop.loadComponentFromURL(office.url(workbook), "_blank", 0, arguments)
        none = [calls(live, workbook, task) for task in ("check", "write")]
        few = [calls(live, workbook, task) for task in ("check", "write") if spoil(book, 1)]
        many = [calls(live, workbook, task) for task in ("check", "write") if spoil(book, 60)]
        assert found(book) > 60
    finally:
        live.kill()
    assert few == many
    assert few[1] == none[1] and 0 <= few[0] - none[0] <= 10  # 校验 brings the first error in view
    sheets = 1 + len({table.sheet for table in TABLES})  # with the page of the rules
    assert max(many) <= 2 * sheets + 80


def calls(live: Live, workbook: Path, task: str) -> int:
    """Return how often a click calls LibreOffice, which counts where ranges lie as no call."""
    command = [sys.executable, "-X", "utf8", str(SCRIPTS / "_bench_click.py"), "click", str(live.pid)]
    done = subprocess.run([*command, str(workbook), task], check=True, capture_output=True, encoding="utf-8")
    return int(done.stdout.split()[-1])


def spoil(book: Any, rows: int) -> bool:
    """Type a day no calendar has into so many activities."""
    cells = book.Sheets.getByName("活动台账")
    for row in range(4, 4 + rows):
        cells.getCellByPosition(0, row).setString(f"2022.13.{row}")
    return True


def found(book: Any) -> int:
    """Return how many lines 校验结果 has."""
    cells = book.Sheets.getByName("校验结果").getCellRangeByName("A3:A300")
    return sum(bool(text) for (text,) in cells.getDataArray())


def content(path: Path) -> list[str]:
    """Return the paragraphs, figures included, and the cells of a Word document."""
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    lines = [
        "".join(text.text or "" for text in p._p.iter(f"{{{p._p.nsmap['w']}}}t")) for p in document.paragraphs
    ]
    return [text for text in (*lines, *cells) if text]
