"""One workbook, several file formats: the ledgers are the same."""

import datetime as dt
import os
import subprocess
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from workbook.build import build
from workbook.content import content_of
from workbook.grid import open_book
from workbook.grid.refusals import OLD_XLS
from workbook.read import read
from workbook.rows import load, merged
from workbook.tables import TABLES
from workbook.trouble import Trouble

from .grid.packages import ods, xlsx
from .reading import marks

HOME = Path(__file__).parents[2]
TITLES = ["日期", "类型", "主题内容", "参加范围", "请假缺席人员", "学时", "应到", "归属年度", "编号"]
ROWS = [
    [dt.date(2022, 3, 4), "党课", "第一行\n第二行", "全体党员", "张三（公务）", 1.5, 26, 2022, "HD-01"],
    ["2022/3/5", "主题党日", " 首尾 ", "支委", "张三，李四", "2学时", "", "", 12],
    [44628, "党课", "１２", "自定", "无", 0, "至少3人", "", "020100"],
    [2022.1, "", "", "", "张三等5人", "", True, "", ""],
]


def written(path):
    """Write a workbook with each kind of cell, a merge, a hidden row, an error and a true date with time."""
    with xlsxwriter.Workbook(path) as workbook:
        day = workbook.add_format({"num_format": "yyyy/m/d"})
        basics = workbook.add_worksheet("基本信息")
        for row, pair in enumerate([("年度", 2022), ("单位全称", "某局"), ("模板版本", "1.0")]):
            basics.write_row(row, 0, pair)
        sheet = workbook.add_worksheet("活动台账")
        sheet.merge_range(0, 0, 0, 8, "活动台账")
        sheet.write_row(2, 0, TITLES)
        for number, cells in enumerate(ROWS, 3):
            for place, value in enumerate(cells):
                if isinstance(value, dt.date):
                    sheet.write_datetime(number, place, value, day)
                else:
                    sheet.write(number, place, value)
        stamp = workbook.add_format({"num_format": "m/d/yy h:mm"})
        sheet.write_datetime(7, 0, dt.datetime(2022, 5, 6, 14, 30), stamp)
        sheet.merge_range(7, 1, 8, 1, "党课")
        sheet.merge_range(7, 5, 8, 5, 3)
        sheet.write(8, 2, "合并的一行")
        sheet.write_formula(8, 6, "=1/0", value="#DIV/0!")
        sheet.set_row(8, None, None, {"hidden": True})
        sheet.write(9, 0, "制表人：某人")
    return path


def ledgers(path):
    return read(open_book(path), TABLES, dt.date(2022, 12, 31))


def told(read_in):
    """Return everything a later step can see of what was read."""
    rows = {ledger.table.key: [(row.number, row.values) for row in ledger] for ledger in read_in}
    noticed = [(m.form, m.table, m.row.number, m.column.key, m.raw, m.meant, m.hint) for m in read_in.marks]
    places = {ledger.table.key: (ledger.header, ledger.letters) for ledger in read_in}
    return read_in.year, read_in.as_of, read_in.options, rows, noticed, places, read_in.gaps


def converted(path, ending):
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        ending,
        "--outdir",
        str(path.parent),
        str(path),
    ]
    subprocess.run(
        command, check=True, capture_output=True, timeout=180, env={**os.environ, "HOME": str(path.parent)}
    )
    return path.with_suffix(f".{ending}")


def test_a_workbook_of_every_kind_of_cell_is_read(tmp_path):
    read_in = ledgers(written(tmp_path / "台账.xlsx"))
    rows = read_in["activities"].rows
    assert [row.number for row in rows] == [4, 5, 6, 7, 8, 9]
    assert [row["date"].isoformat() if row["date"] else None for row in rows] == [
        "2022-03-04", "2022-03-05", "2022-03-08", None, "2022-05-06", None,
    ]  # fmt: skip
    assert [row["hours"] for row in rows] == [1.5, 2.0, 0.0, None, 3.0, None]
    assert [row["id"] for row in rows] == ["HD-01", "12", "020100", None, None, None]
    assert marks(read_in, "error_cell", "boolean", "merged_number", "ambiguous_date", "bad_number") == [
        "活动台账!A7", "活动台账!F8", "活动台账!G6", "活动台账!G7", "活动台账!G9",
    ]  # fmt: skip
    assert [(gap.title, gap.place) for gap in read_in.gaps if gap.form == "skipped_row"] == [
        ("落款行", "活动台账!A10")
    ]


def test_a_copy_saved_by_openpyxl_reads_the_same(tmp_path):
    path = written(tmp_path / "台账.xlsx")
    copy = openpyxl.load_workbook(path)
    copy["活动台账"]["G9"] = "#DIV/0!"
    copy["活动台账"]["G9"].data_type = "e"
    copy.save(tmp_path / "副本.xlsx")
    assert told(ledgers(tmp_path / "副本.xlsx"))[1:] == told(ledgers(path))[1:]


def test_the_same_few_rows_by_hand_read_the_same_in_both_formats(tmp_path):
    def in_xlsx(place, text):
        return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'

    def in_ods(text):
        return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'

    titles, cells = ("年度", "日期"), ("2022", "2022/3/4")
    one = xlsx(
        tmp_path / "台账.xlsx",
        "<sheetData>" + "".join(
            f'<row r="{n}">{in_xlsx(f"A{n}", title)}{in_xlsx(f"B{n}", cell)}</row>'
            for n, (title, cell) in enumerate(zip(titles, cells, strict=True), 1)
        ) + "</sheetData>",
    )  # fmt: skip
    rows = "".join(
        f"<table:table-row>{in_ods(title)}{in_ods(cell)}</table:table-row>"
        for title, cell in zip(titles, cells, strict=True)
    )
    two = ods(tmp_path / "台账.ods", f'<table:table table:name="表">{rows}</table:table>')
    assert open_book(one).grids == open_book(two).grids


@pytest.mark.office
def test_a_workbook_reads_the_same_as_xlsx_and_as_ods(tmp_path):
    path = converted(written(tmp_path / "台账.xlsx"), "ods")
    assert told(ledgers(path)) == told(ledgers(written(tmp_path / "台账.xlsx")))


@pytest.mark.office
def test_the_sample_year_reads_the_same_as_xlsx_and_as_ods(tmp_path):
    sample = tmp_path / "示例.xlsx"
    rows = merged(load(HOME / "workbook" / "defaults", TABLES), load(HOME / "workbook" / "sample", TABLES))
    build(content_of(rows), TABLES, sample)
    assert told(ledgers(converted(sample, "ods"))) == told(ledgers(sample))


@pytest.mark.office
def test_a_true_old_workbook_is_told_as_such(tmp_path):
    with pytest.raises(Trouble) as caught:
        open_book(converted(written(tmp_path / "台账.xlsx"), "xls"))
    assert OLD_XLS in caught.value.message
