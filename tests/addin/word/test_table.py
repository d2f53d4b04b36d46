import time

import pytest
from lxml import etree

from addin.summary import Sheet
from addin.word import table as printer
from tests.addin.word.sample import NAMES, PROJECTS, SUMMARY, TASKS, W, body, find, texts

ROOM = 12756


def table(sheet: Sheet, room: int) -> etree._Element:
    root = etree.fromstring(f'<root xmlns:w="{NAMES["w"]}">{"".join(printer.table(sheet, room))}</root>')
    return root[0]


def grid(element) -> list[int]:
    return [int(width) for width in find(element, "w:tblGrid/w:gridCol/@w:w")]


def styles(element, row: int) -> list[str]:
    return find(find(element, "w:tr")[row], "w:tc/w:p/w:pPr/w:pStyle/@w:val")


def test_an_attachment_has_its_mark_at_the_top_and_its_title_on_the_third_line():
    root = body()
    assert texts(root, "AttachmentMark") == ["附件1", "附件2"]
    assert texts(root, "AttachmentTitle") == ["重点项目清单", "重点任务立项分解表"]
    mark = find(root, "//w:p[w:pPr/w:pStyle/@w:val='AttachmentMark']")[0]
    second, third = find(mark, "following-sibling::w:p")[:2]
    assert find(second, ".//w:t") == []
    assert find(third, "w:pPr/w:pStyle/@w:val") == ["AttachmentTitle"]


def test_the_head_is_repeated_on_each_page_and_only_the_head():
    rows = find(table(TASKS, ROOM), "w:tr")
    assert len(rows) == len(TASKS.rows) + 1
    assert [bool(find(row, "w:trPr/w:tblHeader")) for row in rows] == [True] + [False] * len(TASKS.rows)


def test_no_row_is_torn_apart_by_the_end_of_a_page():
    assert len(find(table(TASKS, ROOM), "w:tr/w:trPr/w:cantSplit")) == len(TASKS.rows) + 1


@pytest.mark.parametrize("sheet", [TASKS, PROJECTS, Sheet(("甲",) * 30, (5,) * 30, (("某某某某",) * 30,))])
def test_the_columns_fill_the_type_area_exactly(sheet: Sheet):
    element = table(sheet, ROOM)
    assert sum(grid(element)) == ROOM
    assert min(grid(element)) > 0
    assert [int(cell.get(f"{W}w")) for cell in find(element, "w:tr[2]/w:tc/w:tcPr/w:tcW")] == grid(element)


def test_a_table_that_fits_is_set_larger_than_one_that_does_not():
    narrow = table(PROJECTS, ROOM)
    wide = table(TASKS._replace(widths=(20, 80, 20, 30)), ROOM)
    assert styles(narrow, 0) == ["CellHead"] * 2
    assert styles(wide, 0) == ["SmallHead"] * 4


def test_short_columns_are_centred_and_long_ones_are_not():
    assert styles(table(TASKS, ROOM), 1) == ["CellCentred", "CellText", "CellCentred", "CellCentred"]


def test_a_name_is_not_broken_where_the_sheet_was_narrow():
    crowded = Sheet(("责任人", "措施"), (1, 200), (("周明远", "字" * 60),))
    assert grid(table(crowded, ROOM))[0] >= 3 * 180 + 120


def test_a_title_too_long_for_its_column_breaks_in_the_middle():
    crowded = Sheet(("牵头领导", "措施"), (1, 200), (("周明远", "字" * 60),))
    assert find(table(crowded, ROOM), "w:tr[1]/w:tc[1]//w:t/text()") == ["牵头", "领导"]


def test_a_table_without_rows_keeps_its_head():
    assert len(find(table(TASKS._replace(rows=()), ROOM), "w:tr")) == 1


def test_line_breaks_in_a_cell_are_kept_and_control_characters_are_not():
    element = table(Sheet(("甲",), (10,), (("一\n二<\x07三",),)), ROOM)
    assert find(element, "w:tr[2]//w:t/text()") == ["一", "二<三"]
    assert len(find(element, "w:tr[2]//w:br")) == 1


def test_the_borders_come_from_the_named_style_and_are_thin():
    assert find(table(TASKS, ROOM), "w:tblPr/w:tblStyle/@w:val") == ["ListTable"]


def cost_of_a_row(rows: int) -> float:
    sheet = TASKS._replace(rows=TASKS.rows[:1] * rows)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        body(SUMMARY._replace(attachments=(SUMMARY.attachments[0]._replace(sheet=sheet),)))
        times.append(time.perf_counter() - start)
    return min(times) / rows


def test_two_thousand_rows_cost_ten_times_what_two_hundred_do_not_a_hundred_times():
    assert cost_of_a_row(2000) < 3 * cost_of_a_row(200)
