import datetime as dt

import openpyxl
import pytest
import xlsxwriter

from workbook.grid import open_book
from workbook.grid.model import UNCACHED
from workbook.trouble import Trouble

from .packages import MAIN, xlsx

DAY = dt.date(2022, 3, 4)


def grid(path):
    return open_book(path).grids["表"]


def hand_made(tmp_path, rows, **options):
    return grid(xlsx(tmp_path / "表.xlsx", f"<sheetData>{rows}</sheetData>", **options))


def test_values_come_as_numbers_texts_dates_and_blanks(tmp_path):
    path = tmp_path / "表.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("表")
        sheet.write_row(1, 1, ["党课", 12, 0])
        sheet.write_datetime(1, 5, dt.datetime(2022, 3, 4), workbook.add_format({"num_format": "yyyy/m/d"}))
        sheet.write_boolean(1, 6, True)
        sheet.write_string(1, 7, "=1+1")
    assert grid(path).rows == [
        [None] * 8,
        [None, "党课", 12.0, 0.0, None, DAY, True, "=1+1"],
    ]


def test_leading_spaces_and_line_breaks_stay(tmp_path):
    path = tmp_path / "表.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        workbook.add_worksheet("表").write_row(0, 0, [" 020100", "一\n二", "　全角"])
    assert grid(path).rows == [[" 020100", "一\n二", "　全角"]]


def test_of_sheets_not_asked_for_only_the_name_is_read_unless_none_of_those_asked_for_is_there(tmp_path):
    path = tmp_path / "表.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        for name in ("表", "说明"):
            workbook.add_worksheet(name).write_string(0, 0, name)
    rows = {"表": [["表"]], "说明": [["说明"]]}
    for wanted, read in (((), rows), ({"别的"}, rows), ({"表", "别的"}, {**rows, "说明": []})):
        assert {name: grid.rows for name, grid in open_book(path, wanted).grids.items()} == read


@pytest.mark.parametrize("style", ["1", "2", "3"])
def test_dates_in_the_formats_of_a_chinese_excel_are_dates(tmp_path, style):
    assert hand_made(tmp_path, f'<row r="1"><c r="A1" s="{style}"><v>44624</v></c></row>').rows == [[DAY]]


def test_dates_that_count_from_1904_are_right(tmp_path):
    path = xlsx(
        tmp_path / "表.xlsx",
        '<sheetData><row r="1"><c r="A1" s="1"><v>43162</v></c></row></sheetData>',
        settings='<workbookPr date1904="1"/>',
    )
    book = open_book(path)
    assert book.date1904
    assert book.grids["表"].rows == [[DAY]]


def test_errors_are_faults_and_never_blanks(tmp_path):
    found = hand_made(
        tmp_path,
        '<row r="2"><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C2"><v>1</v></c>'
        '<c t="e" r="AB2"><v>#REF!</v></c></row>',
    )
    assert found.faults == {(2, 2): "#DIV/0!", (2, 28): "#REF!"}
    assert found.rows[1][1] is None


def test_a_formula_nobody_computed_is_a_fault_and_an_empty_result_is_none(tmp_path):
    found = hand_made(
        tmp_path,
        '<row r="1"><c r="A1"><f>SUM(B1)</f></c><c r="B1"><f>1</f><v></v></c><c r="C1"><f>1</f><v/></c>'
        '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f>1+1</f><v>2</v></c>'
        '<c r="F1"><f t="shared" si="0"/></c>'
        '<c r="G1" t="inlineStr"><is><t>&lt;f&gt; t="e"</t></is></c></row>',
    )
    assert found.faults == dict.fromkeys(((1, 1), (1, 2), (1, 3), (1, 6)), UNCACHED)
    assert found.rows == [[None, None, None, None, 2.0, None, '<f> t="e"']]


def test_a_workbook_saved_by_openpyxl_has_uncached_formulas(tmp_path):
    workbook = openpyxl.Workbook()
    workbook.active.title = "表"
    workbook.active.append(["应到", "=A1&1"])
    workbook.save(tmp_path / "表.xlsx")
    assert grid(tmp_path / "表.xlsx").faults == {(1, 2): UNCACHED}


def test_merges_and_hidden_rows_are_told(tmp_path):
    path = tmp_path / "表.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("表")
        sheet.merge_range("B2:C4", "合并")
        sheet.write("A6", "隐藏")
        sheet.set_row(5, None, None, {"hidden": True})
    assert grid(path).merges == ((2, 2, 4, 3),)
    assert grid(path).hidden == {6}
    assert grid(path).rows[5][0] == "隐藏"


def test_strict_ooxml_is_read(tmp_path):
    row = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1" t="d"><v>2022-03-04</v></c></row>'
    )
    assert hand_made(tmp_path, row, strict=True).rows == [["甲", DAY]]


def test_cells_without_addresses_are_counted(tmp_path):
    found = hand_made(
        tmp_path, '<row><c><v>1</v></c></row><row><c><v>1</v></c><c t="e"><v>#N/A</v></c></row>'
    )
    assert found.faults == {(2, 2): "#N/A"}
    assert found.rows == [[1.0, None], [1.0, None]]


def test_a_prefixed_sheet_is_read(tmp_path):
    sheet = f"""<?xml version="1.0"?><x:worksheet xmlns:x="{MAIN}"><x:sheetData>
    <x:row r='1' hidden='1'><x:c r='A1'>
    <x:v>1</x:v></x:c><x:c r='B1' t='e'><x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>"""
    found = grid(xlsx(tmp_path / "表.xlsx", sheet))
    assert (found.faults, found.hidden) == ({(1, 2): "#N/A"}, {1})
    assert found.rows[0][0] == 1.0


@pytest.mark.parametrize("claimed", ["A1:XFD1048576", "A1"])
def test_a_wrong_dimension_neither_hides_nor_adds_cells(tmp_path, claimed):
    sheet = f'<dimension ref="{claimed}"/><sheetData><row r="2"><c r="F2"><v>1</v></c></row></sheetData>'
    found = grid(xlsx(tmp_path / "表.xlsx", sheet))
    assert [len(found.rows), len(found.rows[0])] == [2, 6]


def test_formatted_blank_cells_far_out_are_no_rows(tmp_path):
    found = hand_made(
        tmp_path,
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576" s="1"><c r="XFD1048576" s="1"/></row>',
    )
    assert found.rows == [[1.0]]


def test_one_entry_far_out_to_the_right_is_bearable(tmp_path):
    found = hand_made(tmp_path, '<row r="11"><c r="A11"><v>1</v></c><c r="XFD11"><v>1</v></c></row>')
    assert [len(found.rows), len(found.rows[0])] == [11, 16384]


def test_an_entry_in_the_last_row_is_refused_before_it_fills_the_memory(tmp_path):
    path = xlsx(
        tmp_path / "表.xlsx",
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="T1048576"><v>1</v></c></row></sheetData>',
    )
    with pytest.raises(Trouble, match="1048576") as caught:
        open_book(path)
    assert caught.value.code == 2
    assert "表" in caught.value.message


def test_sheets_keep_their_order_and_hidden_ones_are_read(tmp_path):
    path = tmp_path / "表.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        for name in ("乙", "甲 & <丙>", "隐"):
            workbook.add_worksheet(name).write(0, 0, name)
        workbook.get_worksheet_by_name("隐").hide()
        workbook.add_chartsheet("图")
    book = open_book(path)
    assert list(book.grids) == ["乙", "甲 & <丙>", "隐"]
    assert [each.rows[0][0] for each in book.grids.values()] == ["乙", "甲 & <丙>", "隐"]


def test_many_rows_are_scanned_piece_by_piece(tmp_path):
    path = tmp_path / "表.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("表")
        for row in range(30_000):
            sheet.write_row(row, 0, [row, "内容" * (row % 7), row / 7, "甲乙丙"])
        sheet.write_formula(29_000, 4, "=1/0", value="#DIV/0!")
        sheet.set_row(28_000, None, None, {"hidden": True})
    found = grid(path)
    assert found.faults == {(29_001, 5): "#DIV/0!"}
    assert found.hidden == {28_001}
    assert len(found.rows) == 30_000


def test_the_book_knows_its_file(tmp_path):
    path = xlsx(tmp_path / "台账.xlsx", "<sheetData/>")
    assert (open_book(path).name, open_book(path).path) == ("台账.xlsx", path)


def test_a_macro_workbook_or_a_wrong_ending_is_read_by_content(tmp_path):
    row = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    assert grid(xlsx(tmp_path / "台账.xlsm", row)).rows == [[1.0]]
    assert grid(xlsx(tmp_path / "台账.ods", row)).rows == [[1.0]]


def test_the_file_stays_as_it_is(tmp_path):
    path = xlsx(tmp_path / "台账.xlsx", "<sheetData/>")
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    open_book(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1048576">',
        '<c r="XFD3">',
        '<c r="ZZZZ3">',
        '<c s="1" r="XFD99999">',
        '<c r="A99999999999">',
        "<c r='XFD99999'>",
    ],
)
def test_a_wrong_address_in_the_middle_of_a_row_cannot_exhaust_the_memory(tmp_path, cell):
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="B{n}"><v>1</v></c></row>' for n in range(1, 400)
    )
    odd = rows.replace('<c r="A300">', cell)
    try:
        found = hand_made(tmp_path, odd)
    except Trouble as trouble:
        assert trouble.code == 2
    else:
        assert len(found.rows) * len(found.rows[0]) < 7_000_000


def test_strings_that_claim_more_than_they_hold_are_refused(tmp_path):
    strings = f'<sst xmlns="{MAIN}" uniqueCount="99999999999"><si><t>甲</t></si></sst>'
    with pytest.raises(Trouble) as caught:
        hand_made(tmp_path, "", parts={"xl/sharedStrings.xml": strings})
    assert caught.value.code == 2


def test_an_unknown_encoding_is_damage(tmp_path):
    with pytest.raises(Trouble) as caught:
        hand_made(tmp_path, "", parts={"xl/workbook.xml": '<?xml version="1.0" encoding="UTF-88"?><a/>'})
    assert caught.value.code == 2


def test_an_error_counts_where_its_address_says(tmp_path):
    found = hand_made(
        tmp_path, '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B3" t="e"><v>#N/A</v></c></row>'
    )
    assert found.faults == {(3, 2): "#N/A"}


def test_runaway_validations_cost_nothing(tmp_path):
    areas = " ".join(f"HW{n}:WUT{n}" for n in range(1, 3000))
    sheet = (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><dataValidations count="1">'
        f'<dataValidation type="list" sqref="{areas}"><formula1>"甲,乙"</formula1></dataValidation>'
        "</dataValidations>"
    )
    assert grid(xlsx(tmp_path / "表.xlsx", sheet)).rows == [[1.0]]
