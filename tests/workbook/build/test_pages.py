"""Pages to read: their tables are whole, and what belongs to a table stays with it on paper."""

from tests.workbook.build.built import opened, package
from workbook.content import Content, Heading, Line, Page, TableRow

HEAD, ROW = TableRow(("甲", "乙", "丙"), head=True), TableRow(("1",))


def page(*lines: Heading | Line | TableRow):
    content = Content()
    content.pages = (Page("一页", lines, (10.0, 20.0, 30.0)),)
    return opened(package(content))["一页"]


def test_the_titles_of_the_only_table_stay_in_sight_and_on_every_printed_page() -> None:
    sheet = page(Line("说明"), HEAD, Heading("题"), ROW)
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$4:$4", "A5")


def test_of_several_tables_none_is_repeated() -> None:
    sheet = page(HEAD, ROW, HEAD, ROW)
    assert (sheet.print_title_rows, sheet.freeze_panes) == (None, "A2")


def test_a_row_that_ends_early_is_framed_to_the_end() -> None:
    cell = page(HEAD, ROW)["B4"]
    assert (cell.value, cell.border.right.style) in ((None, "thin"), ("", "thin"))
