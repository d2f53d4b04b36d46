"""Every drop-down leads, through its name, to its list; LibreOffice computes the names a second time."""

import datetime as dt
import re

import pytest
from openpyxl.utils import range_boundaries

from tests.workbook.build.built import (
    TABLES,
    TYPED,
    blank,
    opened,
    package,
    recalculated,
    sample,
    sample_package,
)
from workbook.build.marks import last_day
from workbook.build.names import LAST_MONTHS, list_name
from workbook.parse.deadlines import deadline
from workbook.parse.reading import Around
from workbook.spec import DEADLINE, Column

GROWING = re.compile(r"OFFSET\('(\w+)'!\$([A-Z]+)\$(\d+),0,0,MAX\(1,(COUNTA|SUMPRODUCT)\(.*\),1\)")
OPTION_LISTS = next(table for table in TABLES if table.key == "options").sheet_columns
COMING = (*LAST_MONTHS, *(f"{word}前" for word in LAST_MONTHS if word.endswith(("底", "末", "季度"))))
NEVER = ("长期坚持", "每月", "每季度", "适时", "4月15日前")


def values(book, name: str) -> list[object]:
    """Return the list behind a growing name, by the name's own formula."""
    sheet, letters, row, way = GROWING.fullmatch(book.defined_names[name].attr_text).groups()
    column = range_boundaries(f"{letters}1")[0]
    cells = [book[sheet].cell(number, column).value for number in range(int(row), book[sheet].max_row + 1)]
    filled = [number for number, value in enumerate(cells, 1) if value is not None]
    return cells[: len(filled) if way == "COUNTA" else max(filled)] if filled else [None]


def drop_downs(book):
    for sheet in book:
        for validation in sheet.data_validations.dataValidation:
            if validation.type == "list":
                yield sheet.title, str(validation.sqref), validation


@pytest.fixture(scope="module")
def book():
    return opened(sample_package())


@pytest.fixture(scope="module")
def computed(book, tmp_path_factory):
    """Return the sample as LibreOffice computes it, with what each name gives on a sheet of its own."""
    given = opened(sample_package())
    sheet = given.create_sheet("试算")
    for row, name in enumerate(growing(given), 1):
        cells = (name, f"=ROWS({name})", f"=INDEX({name},1)", f"=INDEX({name},ROWS({name}))")
        for column, value in enumerate(cells, 1):
            sheet.cell(row, column, value)
    for row, formula in enumerate(("=本年度", "=临期天数", "=标出问题", "=时限比较日-DATE(2023,1,1)"), 1):
        sheet.cell(row, 6, formula)
    for row, text in enumerate((*COMING, *NEVER), 1):
        sheet.cell(row, 8, text)
        sheet.cell(row, 9, f"={last_day(f'H{row}')}-{'DATE(2022,12,31)' if text in COMING else 'TODAY()'}")
    return recalculated(given, tmp_path_factory.mktemp("names"))


def growing(book) -> list[str]:
    return [name for name, defined in book.defined_names.items() if "OFFSET" in defined.attr_text]


@pytest.mark.parametrize("column", OPTION_LISTS, ids=lambda column: column.title)
def test_an_option_list_is_what_its_name_gives(book, column) -> None:
    listed = [row[column.title] for row in sample().of("options").rows if column.title in row]
    assert values(book, list_name(column.title)) == (listed or [None])


def test_a_list_grows_with_what_is_added_below() -> None:
    content = blank()
    content.of("options").rows[5]["方式"] = "书面"
    book = opened(package(content))
    options = [row["方式"] for row in content.of("options").rows if "方式" in row]
    assert values(book, "选项_方式") == [*options[:3], None, None][: len(options)]


def test_a_column_with_gaps_is_offered_down_to_its_last_entry() -> None:
    content = blank()
    content.of("activities").rows = [{"编号": "HD-1"}, {}, {"编号": "HD-3"}]
    assert values(opened(package(content)), "活动台账_编号") == ["HD-1", None, "HD-3"]


def test_the_names_of_members_projects_and_themes_are_offered(book) -> None:
    for name, key, title in (
        ("党员花名册_姓名", "members", "姓名"),
        ("重点项目清单_编号", "projects", "编号"),
        ("年度主题_简称", "themes", "简称"),
        ("统计口径_指标", "indicators", "指标"),
    ):
        assert values(book, name) == [row[title] for row in sample().of(key).rows]


def test_every_drop_down_leads_through_a_name_to_a_list(book) -> None:
    found = list(drop_downs(book))
    assert len(found) > 80
    for sheet, cells, validation in found:
        name = validation.formula1.removeprefix("=")
        assert name in growing(book), (sheet, cells, name)


@pytest.mark.parametrize("table", TYPED, ids=lambda table: table.key)
def test_every_choice_offers_its_own_list_down_to_the_last_row(book, table) -> None:
    offered = {cells: v.formula1 for sheet, cells, v in drop_downs(book) if sheet == table.sheet}
    for number, column in enumerate(table.sheet_columns, 4):
        if column.kind.name == "choice":
            cells = f"B{number}" if table.upright else "{0}4:{0}2000".format(letters(book, table, column))
            assert offered[cells] == list_name(column.kind.source)


def letters(book, table, column: Column) -> str:
    return next(cell.column_letter for cell in book[table.sheet][3] if cell.value == column.title)


@pytest.mark.office
def test_libreoffice_finds_the_same_lists(book, computed) -> None:
    rows = computed["试算"].iter_rows(max_col=4, values_only=True)
    found = {row[0]: row[1:] for row in rows if row[0]}
    for name in growing(book):
        listed = values(book, name)
        assert found[name][0] == len(listed), name
        if listed != [None]:
            assert found[name][1:] == (listed[0], listed[-1]), name


@pytest.mark.office
def test_the_settings_stand_behind_their_names(computed) -> None:
    assert [computed["试算"].cell(row, 6).value for row in range(1, 5)] == [2022, 15, "是", 0]


@pytest.mark.office
def test_a_deadline_in_words_ends_on_the_day_the_reader_reads(computed) -> None:
    column = Column("due", "完成时限", DEADLINE)
    for row, text in enumerate(COMING, 1):
        day = deadline(text, column, Around(2022)).value.day
        assert computed["试算"].cell(row, 9).value == (day - dt.date(2022, 12, 31)).days, text


@pytest.mark.office
def test_other_words_never_come_due(computed) -> None:
    rows = range(len(COMING) + 1, len(COMING) + len(NEVER) + 1)
    assert [computed["试算"].cell(row, 9).value for row in rows] == [999] * len(NEVER)
