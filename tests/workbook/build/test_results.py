"""The look of the result sheets: what is grave in colour, links as links, lines where something stands."""

import io
import re
import zipfile
from html import unescape

import pytest
from xlsxwriter import Workbook

from workbook.build.layout import plan
from workbook.build.names import block_of
from workbook.build.results import mark_results
from workbook.build.style import Styles
from workbook.build.worksheet import GrowingSheet
from workbook.content import Content
from workbook.tables import TABLES


def conditions(key: str) -> list[tuple[str, str]]:
    """Return range and condition of each mark on the sheet of the table `key`."""
    block, made = block_of(plan(TABLES, Content()), key), io.BytesIO()
    with Workbook(made) as book:
        mark_results(book.add_worksheet(block.table.sheet, GrowingSheet), block, Styles(book))
    with zipfile.ZipFile(made) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    areas = re.findall(
        r'<conditionalFormatting sqref="([^"]+)">(.*?)</conditionalFormatting>', sheet, re.DOTALL
    )
    return [
        (area, unescape(rule))
        for area, rules in areas
        for rule in re.findall(r"<formula>(.*?)</formula>", rules)
    ]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (
            "findings",
            [
                ("B4:B2000", '"错误"'),
                ("B4:B2000", '"警告"'),
                ("B4:B2000", '"已说明"'),
                ("C4:C2000 H4:H2000", 'C4<>""'),
                ("A4:H2000", "COUNTA($A4:$H4)>0"),
            ],
        ),
        (
            "sources",
            [("D4:D2000", '"待补"'), ("F4:F2000", 'F4<>""'), ("A4:G2000", "COUNTA($A4:$G4)>0")],
        ),
    ],
)
def test_the_lines_come_last_for_only_the_first_true_condition_shows(
    key: str, expected: list[tuple[str, str]]
) -> None:
    assert conditions(key) == expected
