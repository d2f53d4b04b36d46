import re

import pytest

from tests.workbook.build.built import TABLES, TYPED, blank_package, opened, parts
from workbook.build.marks import in_words

LIMIT = 255  # what older Excel takes
DUE = [table for table in TYPED if table.has("due")]


@pytest.fixture(scope="module")
def book():
    return opened(blank_package())


def conditions(book, sheet: str) -> list[tuple[str, str]]:
    """Return the ranges and formulas of the conditional formats of a sheet, in the order of precedence."""
    rules = [(str(r.sqref), rule) for r in book[sheet].conditional_formatting for rule in r.rules]
    ordered = sorted(rules, key=lambda pair: pair[1].priority)
    return [(cells, "".join(rule.formula)) for cells, rule in ordered]


@pytest.mark.parametrize("table", TYPED, ids=lambda table: table.key)
def test_a_cell_looks_its_own_address_up_among_the_findings(book, table) -> None:
    formula = f'AND(标出问题="是",COUNTIF(问题位置,"{table.sheet}!"&ADDRESS(ROW(),COLUMN(),4))>0)'
    assert formula in [found for _, found in conditions(book, table.sheet)]


def test_the_address_is_looked_up_in_the_places_of_the_findings(book) -> None:
    place = next(cell.column_letter for cell in book["校验结果"][3] if cell.value == "位置")
    assert book.defined_names["问题位置"].attr_text == f"'校验结果'!${place}$4:${place}$2000"


def test_the_switch_stands_on_the_home_sheet(book) -> None:
    sheet, cell = book.defined_names["标出问题"].attr_text.split("!")
    assert book[sheet.strip("'")][cell.replace("$", "")].value == "是"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_no_condition_is_longer_than_older_excel_takes(book, table) -> None:
    assert all(len(formula) < LIMIT for _, formula in conditions(book, table.sheet))


@pytest.mark.parametrize("table", [t for t in TABLES if t.written], ids=lambda table: table.key)
def test_what_the_program_writes_is_not_marked_as_an_error_of_a_person(book, table) -> None:
    assert not any("问题位置" in formula for _, formula in conditions(book, table.sheet))


def test_what_is_grave_stands_out_among_the_findings(book) -> None:
    assert {'"错误"', '"警告"'} <= {formula for _, formula in conditions(book, "校验结果")}


@pytest.mark.parametrize("table", DUE, ids=lambda table: table.key)
def test_a_deadline_is_marked_late_before_it_is_marked_near(book, table) -> None:
    letters = next(c.column_letter for c in book[table.sheet][3] if c.value == table["due"].title)
    found = [
        formula for cells, formula in conditions(book, table.sheet) if cells == f"{letters}4:{letters}2000"
    ]
    late, near = found
    assert late.endswith("<时限比较日)") and near.endswith("-TODAY())/(临期天数+1))=0)")


@pytest.mark.parametrize("table", DUE, ids=lambda table: table.key)
def test_what_the_checks_found_outshines_every_other_mark(book, table) -> None:
    assert "COUNTIF(问题位置" in conditions(book, table.sheet)[0][1]
    assert conditions(book, table.sheet)[-1][1].startswith("COUNTA(")


def test_the_state_stands_in_words_beside_the_day() -> None:
    styles = parts(blank_package())["xl/styles.xml"].decode()
    assert re.findall(r'formatCode="yyyy-m-d&quot;(逾期|临期)&quot;', styles)
    assert in_words("逾期").endswith('@"逾期"')


def test_what_was_due_on_the_last_day_of_a_year_is_late_once_it_is_over(book) -> None:
    year = """VALUE(SUBSTITUTE('基本信息'!$B$4,"年",""))"""
    assert book.defined_names["时限比较日"].attr_text == (f"IFERROR(MIN(TODAY(),DATE({year}+1,1,1)),TODAY())")


def test_days_before_a_deadline_default_to_fifteen(book) -> None:
    formula = book.defined_names["临期天数"].attr_text
    line = int(re.search(r"\$B\$(\d+)", formula)[1])
    assert book["基本信息"].cell(line, 1).value == "临期提醒天数"
    assert formula.endswith(",15)")
