"""看板 as it is drawn: panels in their places, native charts that refer to its cells."""

import io
import re
import zipfile

import pytest
from xlsxwriter import Workbook

from tests.workbook.build.built import opened, sample_package
from tests.workbook.build.built import parts as parts_of
from workbook.build.board import write_board
from workbook.build.style import Styles
from workbook.build.worksheet import GrowingSheet
from workbook.content import HOME
from workbook.panels import NOTE_ROW, PANELS, WIDTHS, Panel
from workbook.tables import BOARD

CHARTS = [panel for panel in PANELS if panel.chart]


@pytest.fixture(scope="module")
def parts() -> dict[str, str]:
    made = io.BytesIO()
    with Workbook(made) as book:
        book.add_worksheet(HOME)
        write_board(book, book.add_worksheet(BOARD.sheet, GrowingSheet), Styles(book))
    with zipfile.ZipFile(made) as package:
        return {name: package.read(name).decode() for name in package.namelist() if name.endswith("xml")}


def test_every_panel_has_its_titles_in_place(parts: dict[str, str]) -> None:
    words = re.findall(r"<t[^>]*>([^<]*)</t>", parts["xl/sharedStrings.xml"])
    cells = dict(re.findall(r'<c r="([A-Z]+\d+)"[^>]*t="s"><v>(\d+)</v>', parts["xl/worksheets/sheet2.xml"]))
    for panel in PANELS:
        assert words[int(cells[f"A{panel.top}"])] == panel.title
        assert words[int(cells[f"A{panel.top + 1}"])] == panel.columns[0]


def test_the_workbook_holds_the_board_as_it_is_drawn() -> None:
    package = sample_package()
    assert len([name for name in parts_of(package) if name.startswith("xl/charts/chart")]) == len(CHARTS)
    assert opened(package)[BOARD.sheet].cell(PANELS[-1].top, 1).value == PANELS[-1].title


def test_its_declared_columns_are_those_of_its_first_panel() -> None:
    assert tuple(column.title for column in BOARD.columns) == PANELS[0].columns


def chart(parts: dict[str, str], panel: Panel) -> str:
    return parts[f"xl/charts/chart{CHARTS.index(panel) + 1}.xml"]


@pytest.mark.parametrize("panel", CHARTS, ids=lambda panel: panel.key)
def test_a_chart_refers_to_the_numbers_of_its_panel(parts: dict[str, str], panel: Panel) -> None:
    formulas = re.findall(r"<c:val>.*?<c:f>(.*?)</c:f>", chart(parts, panel))
    assert panel.chart
    assert len(formulas) == (len(panel.chart.series) or panel.chart.lines)
    for formula in formulas:
        sheet, _, cells = formula.rpartition("!")
        rows = [int(row) for row in re.findall(r"\$[A-Z]+\$(\d+)", cells)]
        assert sheet.strip("'") == BOARD.sheet
        assert panel.first <= min(rows) <= max(rows) <= panel.last


def test_charts_stand_above_the_panels_and_inside_the_printed_columns(parts: dict[str, str]) -> None:
    ends = re.findall(
        r"<xdr:to><xdr:col>(\d+)</xdr:col>.*?<xdr:row>(\d+)</xdr:row>", parts["xl/drawings/drawing1.xml"]
    )
    assert len(ends) == len(CHARTS)
    assert all(int(row) < PANELS[0].top - 1 and int(column) < len(WIDTHS) for column, row in ends)


def test_the_rows_under_the_charts_have_one_height_in_every_program(parts: dict[str, str]) -> None:
    rows = dict(re.findall(r'<row r="(\d+)"([^>]*)>', parts["xl/worksheets/sheet2.xml"]))
    assert all('customHeight="1"' in rows[str(row)] for row in range(3, NOTE_ROW))


def test_each_panel_draws_its_lines_where_something_stands(parts: dict[str, str]) -> None:
    assert parts["xl/worksheets/sheet2.xml"].count("<conditionalFormatting") == len(PANELS) + 1
