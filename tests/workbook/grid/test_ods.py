import datetime as dt

import pytest

from workbook.grid import open_book
from workbook.grid.model import UNCACHED
from workbook.trouble import Trouble

from .packages import ods

NUMBER = (
    '<table:table-cell office:value-type="float" office:value="{0}"><text:p>{0}</text:p></table:table-cell>'
)
MILLION = 'table:number-rows-repeated="1048575"'
BLANK = '<table:table-cell table:number-columns-repeated="{}"/>'


def text(content):
    return f'<table:table-cell office:value-type="string"><text:p>{content}</text:p></table:table-cell>'


def cell(attributes, content=""):
    return f"<table:table-cell {attributes}>{content}</table:table-cell>"


def row(*cells, attributes=""):
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def grid(tmp_path, *rows):
    path = ods(tmp_path / "表.ods", f'<table:table table:name="表">{"".join(rows)}</table:table>')
    return open_book(path).grids["表"]


def value(tmp_path, attributes, content=""):
    found = grid(tmp_path, row(cell(attributes, content)))
    return found.rows[0][0] if found.rows else None


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('office:value-type="float" office:value="12"', 12.0),
        ('office:value-type="percentage" office:value="0.965"', 0.965),
        ('office:value-type="currency" office:currency="CNY" office:value="5.5"', 5.5),
        ('office:value-type="date" office:date-value="2022-03-04"', dt.date(2022, 3, 4)),
        ('office:value-type="date" office:date-value="2022-03-04T14:30:00"', dt.datetime(2022, 3, 4, 14, 30)),
        ('office:value-type="time" office:time-value="PT14H30M00S"', dt.time(14, 30)),
        ('office:value-type="time" office:time-value="PT30H00M00S"', dt.timedelta(hours=30)),
        ('office:value-type="boolean" office:boolean-value="true"', True),
        ('office:value-type="boolean" office:boolean-value="false"', False),
        ('office:value-type="string" office:string-value="党课"', "党课"),
        ('table:formula="of:=1+1" office:value-type="float" office:value="2"', 2.0),
        ('table:formula="of:=[.A9]" office:value-type="string" office:string-value=""', None),
    ],
)
def test_each_type_of_value_is_read(tmp_path, attributes, expected):
    assert value(tmp_path, attributes) == expected


def test_a_number_shown_as_true_is_true(tmp_path):
    assert value(tmp_path, 'office:value-type="float" office:value="1"', "<text:p>TRUE</text:p>") is True


def test_text_keeps_its_paragraphs_spaces_and_spans(tmp_path):
    inside = (
        '<text:p>一<text:s text:c="2"/><text:span>二</text:span><text:tab/>三</text:p>'
        "<text:p>四<text:line-break/>五</text:p>"
    )
    assert value(tmp_path, 'office:value-type="string"', inside) == "一  二\t三\n四\n五"


def test_a_comment_and_a_picture_are_no_text_of_the_cell(tmp_path):
    inside = (
        "<o:annotation><text:p>批注</text:p></o:annotation><text:p>党课</text:p>"
        "<draw:frame><draw:text-box><text:p>图中</text:p></draw:text-box></draw:frame>"
    )
    assert value(tmp_path, 'office:value-type="string"', inside) == "党课"


def test_repeated_cells_and_rows_are_counted(tmp_path):
    found = grid(
        tmp_path,
        row(BLANK.format(16384), attributes='table:number-rows-repeated="2"'),
        row(BLANK.format(2), NUMBER.format(1), BLANK.format(16381)),
        row(cell('office:value-type="float" office:value="7" table:number-columns-repeated="2"'),
            attributes='table:number-rows-repeated="2"'),
        row(BLANK.format(16384), attributes='table:number-rows-repeated="1048571"'),
    )  # fmt: skip
    none = [None] * 3
    assert found.rows == [none, none, [None, None, 1.0], [7.0, 7.0, None], [7.0, 7.0, None]]
    assert found.rows[3] is not found.rows[4]


def test_errors_and_formulas_without_a_value_are_faults(tmp_path):
    found = grid(
        tmp_path,
        row(NUMBER.format(1)),
        row(
            cell('table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"',
                 "<text:p>#DIV/0!</text:p>"),
            cell('table:formula="of:=#REF!" office:value-type="string"', "<text:p>#REF!</text:p>"),
            cell('table:formula="of:=1+1"'),
            text("#REF!"),
        ),
    )  # fmt: skip
    assert found.faults == {(2, 1): "#DIV/0!", (2, 2): "#REF!", (2, 3): UNCACHED}
    assert found.rows[1] == [None, None, None, "#REF!"]


def test_merges_and_hidden_rows_are_told(tmp_path):
    spans = 'table:number-columns-spanned="2" table:number-rows-spanned="3"'
    spanned = cell(f'office:value-type="string" {spans}', "<text:p>合并</text:p>")
    found = grid(
        tmp_path,
        row(NUMBER.format(1)),
        row(BLANK.format(1), spanned, "<table:covered-table-cell/>", NUMBER.format(2)),
        row(NUMBER.format(3), attributes='table:visibility="filter"'),
    )
    assert found.merges == ((2, 2, 4, 3),)
    assert found.rows[1] == [None, "合并", None, 2.0]
    assert found.hidden == {3}


def test_rows_in_groups_and_headers_count(tmp_path):
    found = grid(
        tmp_path,
        f"<table:table-header-rows>{row(text('日期'))}</table:table-header-rows>",
        f"<table:table-row-group>{row(text('甲'))}",
        f"<table:table-row-group>{row(text('乙'))}</table:table-row-group></table:table-row-group>",
    )
    assert found.rows == [["日期"], ["甲"], ["乙"]]


def test_tables_inside_links_are_no_sheets(tmp_path):
    inner = f'<table:table table:name="里">{row(text("里"))}</table:table>'
    path = ods(
        tmp_path / "表.ods",
        f'<table:table table:name="表">{row(text("外"))}</table:table>'
        f"<table:dde-links><table:dde-link>{inner}"
        "</table:dde-link></table:dde-links>",
    )
    book = open_book(path)
    assert {name: each.rows for name, each in book.grids.items()} == {"表": [["外"]]}


def test_dates_that_count_from_1904_are_told(tmp_path):
    null = '<table:null-date table:date-value="1904-01-01"/>'
    settings = f"<table:calculation-settings>{null}</table:calculation-settings>"
    assert open_book(ods(tmp_path / "表.ods", settings + '<table:table table:name="表"/>')).date1904


@pytest.mark.parametrize(
    "rows",
    [
        [row(NUMBER.format(1), attributes=MILLION), row(BLANK.format(19), NUMBER.format(1))],
        [row(BLANK.format(19), NUMBER.format(1), attributes=MILLION)],
        [row(BLANK.format(1), attributes=MILLION), row(BLANK.format(19), NUMBER.format(1))],
        [row(BLANK.format(999_999_999), NUMBER.format(1))],
    ],
)
def test_entries_far_out_are_refused_before_they_fill_the_memory(tmp_path, rows):
    with pytest.raises(Trouble) as caught:
        grid(tmp_path, *rows)
    assert caught.value.code == 2
