"""A workbook a person filled, rearranged and annotated goes into a new template; nothing is lost."""

import pytest
from openpyxl.comments import Comment

from tests.workbook.build.built import (
    PAGES,
    TABLES,
    default_rows,
    opened,
    package,
    parts,
    resaved,
    sample_package,
)
from workbook.carry import carry, read_old
from workbook.content import Content, Remark


def rebuilt(content: Content):
    return opened(package(content))


def column(sheet, title: str, header: int = 3) -> list[object]:
    place = [cell.value for cell in sheet[header]].index(title)
    return [row[place] for row in sheet.iter_rows(min_row=header + 1, values_only=True)]


def test_a_workbook_carried_into_its_own_template_is_equal_part_by_part(tmp_path) -> None:
    (tmp_path / "旧.xlsx").write_bytes(sample_package())
    content = carry(tmp_path / "旧.xlsx", TABLES, default_rows())
    content.pages = PAGES
    assert parts(package(content)) == parts(sample_package())


@pytest.mark.office
def test_a_workbook_saved_by_libreoffice_is_carried_the_same(tmp_path) -> None:
    (tmp_path / "旧.xlsx").write_bytes(resaved(sample_package(), tmp_path))
    content = carry(tmp_path / "旧.xlsx", TABLES, default_rows())
    content.pages = PAGES
    assert len(content.notes) == 1
    assert parts(package(content)) == parts(sample_package())


def test_the_old_file_is_only_read(tmp_path) -> None:
    old = tmp_path / "旧.xlsx"
    old.write_bytes(sample_package())
    carry(old, TABLES, default_rows())
    assert old.read_bytes() == sample_package()
    assert list(tmp_path.iterdir()) == [old]


def test_an_added_column_stays_beside_its_neighbour_with_its_values(filled, carried) -> None:
    sheet = filled["谈心谈话台账"]
    sheet.insert_cols(4)
    sheet["D3"], sheet["D4"], sheet["D6"] = "地点", "会议室", 3.5
    new = rebuilt(carried())["谈心谈话台账"]
    assert [cell.value for cell in new[3]][2:5] == ["谈话对象", "地点", "关系"]
    assert column(new, "地点") == ["会议室", None, 3.5]
    assert column(new, "关系") == ["党员之间"] * 3


def test_a_column_without_a_title_is_kept(filled, carried) -> None:
    filled["谈心谈话台账"]["H5"] = "随手记的"
    sheet = rebuilt(carried())["谈心谈话台账"]
    assert "随手记的" in [cell.value for cell in sheet[5]]


def test_moved_columns_go_where_the_template_has_them(filled, carried) -> None:
    sheet = filled["谈心谈话台账"]
    sheet.move_range("B3:B6", cols=8)
    content = carried()
    assert [row["谈话人"] for row in content.of("talks").rows] == ["甲1", "甲2", "甲3"]
    assert content.of("talks").extras == []


def test_titles_with_spaces_and_line_breaks_are_found(filled, carried) -> None:
    filled["谈心谈话台账"]["B3"] = " 谈 话\n人 ＊"
    assert [row["谈话人"] for row in carried().of("talks").rows] == ["甲1", "甲2", "甲3"]


def test_a_misspelt_title_stays_as_a_column_of_its_own(filled, carried) -> None:
    filled["谈心谈话台账"]["B3"] = "谈话的人"
    content = carried()
    assert [(extra.title, extra.values[0]) for extra in content.of("talks").extras] == [("谈话的人", "甲1")]
    assert any("谈话的人" in note for note in content.notes)


def test_lines_above_the_header_stay_above_it(filled, carried) -> None:
    sheet = filled["谈心谈话台账"]
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.insert_rows(3)
    sheet["B3"] = "填报人：甲"
    new = rebuilt(carried())["谈心谈话台账"]
    assert new["B3"].value == "填报人：甲"
    assert new["A4"].value == "日期"
    assert column(new, "谈话人", header=4) == ["甲1", "甲2", "甲3"]
    assert new.freeze_panes.endswith("5")


def test_a_line_between_title_and_note_is_not_taken_for_the_note(filled, carried) -> None:
    sheet = filled["谈心谈话台账"]
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.insert_rows(2)
    sheet["A2"] = "内部资料"
    assert carried().of("talks").above == [{1: "内部资料"}]


def test_comments_stay_with_their_cells(filled, carried) -> None:
    sheet = filled["谈心谈话台账"]
    sheet["B5"].comment = Comment("补谈", "甲")
    sheet["C3"].comment = Comment("写全名", "乙")
    content = carried()
    assert content.of("talks").remarks == [
        Remark(None, "谈话对象", "写全名", "乙"),
        Remark(1, "谈话人", "补谈", "甲"),
    ]
    new = rebuilt(content)["谈心谈话台账"]
    assert (new["B5"].comment.text, new["C3"].comment.text) == ("补谈", "写全名")


def test_widths_a_person_set_stay(filled, carried) -> None:
    filled["谈心谈话台账"].column_dimensions["E"].width = 33
    content = carried()
    assert content.of("talks").widths.keys() == {"谈话时机"}
    assert rebuilt(content)["谈心谈话台账"].column_dimensions["E"].width == pytest.approx(33, abs=0.02)


def test_hidden_rows_stay_hidden_and_keep_their_values(filled, carried) -> None:
    filled["谈心谈话台账"].row_dimensions[5].hidden = True
    new = rebuilt(carried())["谈心谈话台账"]
    assert [new.row_dimensions[row].hidden for row in (4, 5, 6)] == [False, True, False]
    assert new["B5"].value == "甲2"


def test_merged_entries_stay_merged(filled, carried) -> None:
    sheet = filled["谈心谈话台账"]
    sheet.merge_cells("D4:D6")
    sheet.merge_cells("B5:C5")
    new = rebuilt(carried())["谈心谈话台账"]
    assert {"D4:D6", "B5:C5"} <= {str(merged) for merged in new.merged_cells.ranges}
    assert (new["D4"].value, new["B5"].value) == ("党员之间", "甲2")


def test_a_merge_over_columns_that_part_is_undone_and_told(filled, carried) -> None:
    sheet = filled["谈心谈话台账"]
    sheet.insert_cols(3)
    sheet["C3"] = "谈话时机"
    sheet.merge_cells("B4:C4")
    content = carried()
    assert content.of("talks").merges == []
    assert any("谈心谈话台账!B4" in note for note in content.notes)
    assert rebuilt(content)["谈心谈话台账"]["B4"].value == "甲1"


def test_blank_rows_between_entries_stay(filled, carried) -> None:
    sheet = filled["谈心谈话台账"]
    sheet.move_range("A5:D6", rows=2)
    assert [row.get("谈话人") for row in carried().of("talks").rows] == ["甲1", None, None, "甲2", "甲3"]


def test_links_to_files_stay(filled, carried) -> None:
    sheet = filled["文件与报送台账"]
    sheet["C4"], sheet["J4"] = "某通知", "2022/通知.pdf"
    sheet["J4"].hyperlink = "2022/通知.pdf"
    cell = next(cell for cell in rebuilt(carried())["文件与报送台账"][4] if cell.value == "2022/通知.pdf")
    assert cell.hyperlink.target.replace("\\", "/") == "2022/通知.pdf"


def test_a_formula_is_carried_as_text_where_it_has_no_result(filled, carried) -> None:
    filled["党费台账"]["A4"], filled["党费台账"]["B4"] = "甲", "=1+1"
    content = carried()
    assert content.of("dues").rows == [{"姓名": "甲", "月应交": "=1+1"}]
    assert any("党费台账" in note and "公式" in note for note in content.notes)
    assert rebuilt(content)["党费台账"]["B4"].data_type == "s"


def test_a_formula_is_carried_as_its_result_where_it_has_one(tmp_path) -> None:
    old = opened(sample_package(), values=True)["首页"]["B5"].value
    (tmp_path / "旧.xlsx").write_bytes(sample_package())
    home = next(sheet for sheet in read_old(tmp_path / "旧.xlsx").sheets if sheet.name == "首页")
    assert home.values[5, 2] == old
    assert (5, 2) in home.formulas


def test_an_error_cell_is_carried_as_text(filled, carried) -> None:
    filled["党费台账"]["A4"], filled["党费台账"]["B4"] = "甲", "#REF!"
    assert filled["党费台账"]["B4"].data_type == "e"
    content = carried()
    assert content.of("dues").rows[0]["月应交"] == "#REF!"
    assert rebuilt(content)["党费台账"]["B4"].data_type == "s"
