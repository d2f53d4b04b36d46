import datetime as dt
from functools import cache

import pytest

from tests.workbook.build.built import (
    TABLES,
    blank,
    blank_package,
    opened,
    package,
    parts,
    recalculated,
    sample,
    sample_package,
)
from workbook.build.state import NOT_YET, STEPS, YES
from workbook.tables import BOARD, FINDINGS, SOURCES, TODO


def ticks(data: bytes) -> list[str]:
    """Return the ticks of the seven steps, from top to bottom, as the file holds them."""
    cells = [cell.value for row in opened(data, values=True)["首页"].iter_rows() for cell in row]
    return [value for value in cells if value in (YES, NOT_YET)]


def test_the_title_names_unit_and_year() -> None:
    sheet = opened(sample_package(), values=True)["首页"]
    settings = sample().of("basics").rows[0]
    assert sheet["B1"].value == f"{settings['单位全称']}{settings['年度']}年党建工作台账"
    assert sheet["B2"].value == settings["支部名称"]


def test_a_blank_workbook_names_no_year_and_has_no_tick() -> None:
    assert opened(blank_package(), values=True)["首页"]["B1"].value == "党建工作台账"
    assert ticks(blank_package()) == [NOT_YET] * len(STEPS)


@pytest.mark.parametrize(
    ("year", "ends", "told"),
    [
        (2022, dt.date(2025, 5, 12), "本届任期 2025年5月12日届满，还有 863 天"),
        (2022, dt.date(2022, 12, 31), "本届任期 2022年12月31日届满，还有 0 天"),
        (2022, dt.date(2022, 12, 1), "本届任期 2022年12月1日届满，已超过 30 天"),
        (2022, None, ""),
        (2022, "五月", ""),
    ],
)
def test_the_days_until_the_term_ends_are_counted(year, ends, told) -> None:
    content = blank()
    content.of("basics").rows = [{"年度": year, "本届任期止": ends}]
    assert (opened(package(content), values=True)["首页"]["B4"].value or "") == told


def test_the_days_are_counted_from_today_in_a_year_that_is_not_over() -> None:
    today = dt.date.today()
    content = blank()
    content.of("basics").rows = [{"年度": today.year + 1, "本届任期止": today + dt.timedelta(days=40)}]
    assert opened(package(content), values=True)["首页"]["B4"].value.endswith("还有 40 天")


def test_a_whole_year_has_all_ticks() -> None:
    assert ticks(sample_package()) == [YES] * len(STEPS)


@pytest.mark.parametrize("step", STEPS[1:], ids=lambda step: step.table)
def test_a_step_is_not_done_while_an_entry_it_needs_is_missing(step) -> None:
    content = sample()
    table = next(table for table in TABLES if table.key == step.table)
    for row in content.of(step.table).rows:
        row.pop(table[step.keys[-1]].title, None)
    expected = [NOT_YET if other is step else YES for other in STEPS]
    assert ticks(package(content)) == expected


def test_the_settings_are_not_done_while_a_required_one_is_missing() -> None:
    content = sample()
    del content.of("basics").rows[0]["单位简称"]
    assert ticks(package(content))[0] == NOT_YET


def test_a_year_typed_with_its_word_is_named_once() -> None:
    assert opened(odd_package(), values=True)["首页"]["B1"].value == "甲局2022年党建工作台账"


def test_nothing_entered_is_no_nought() -> None:
    home = opened(blank_package(), values=True)["首页"]
    assert [home[cell].value for cell in ("B5", "F5", "J5")] == ["—"] * 3


def test_only_rows_that_name_their_task_are_counted_as_done() -> None:
    assert opened(odd_package(), values=True)["首页"]["J5"].value == "1 / 2"


@cache
def odd_package() -> bytes:
    content = blank()
    content.of("basics").rows = [{"单位全称": "甲局", "年度": "2022年"}]
    states = (("一", "完成"), ("二", "未开始"), (None, "完成"), (None, "调整取消"), ("三", "调整取消"))
    content.of("tasks").rows = [
        {"重点任务": name, "状态": state} if name else {"状态": state} for name, state in states
    ]
    content.of("activities").rows = [
        {"日期": "2022-03-04", "归属年度": year} for year in ("2022年", 2021, 2022)
    ]
    return package(content)


@pytest.mark.office
@pytest.mark.parametrize("data", [sample_package, blank_package, odd_package])
def test_every_value_is_what_libreoffice_computes(data, tmp_path) -> None:
    kept = opened(data(), values=True)["首页"]
    computed = recalculated(opened(data()), tmp_path)["首页"]
    formulas = [cell for row in opened(data())["首页"].iter_rows() for cell in row if cell.data_type == "f"]
    assert len(formulas) > 25
    for cell in formulas:
        assert computed[cell.coordinate].value == kept[cell.coordinate].value, cell.coordinate


def test_every_sheet_in_sight_is_one_click_away() -> None:
    book = opened(sample_package())
    links = [cell.hyperlink for row in book["首页"].iter_rows() for cell in row if cell.hyperlink]
    led_to = {link.location.split("!")[0].strip("'") for link in links}
    assert led_to == {sheet.title for sheet in book if sheet.sheet_state == "visible"} - {"首页"}


def test_sheets_out_of_sight_are_named_without_a_link() -> None:
    book = opened(blank_package())
    cells = {cell.value: cell for row in book["首页"].iter_rows() for cell in row}
    for table in TABLES:
        if table.hidden and not table.written:
            assert cells[table.sheet].hyperlink is None


def test_every_sheet_of_the_program_is_shown_and_named() -> None:
    for built in (blank_package(), sample_package()):
        book = opened(built)
        named = [cell.value for row in book["首页"].iter_rows() for cell in row]
        for table in (TODO, BOARD, FINDINGS, SOURCES):
            assert book[table.sheet].sheet_state == "visible" and table.sheet in named


def test_no_button_promises_what_this_edition_cannot_do() -> None:
    found = parts(blank_package())
    assert not any(name.startswith(("xl/ctrlProps", "xl/vbaProject")) for name in found)
    cells = [cell.value for row in opened(blank_package())["首页"].iter_rows() for cell in row if cell.value]
    assert any("scripts/regenerate.py" in str(value) for value in cells)


def test_a_member_who_left_is_not_counted() -> None:
    content = blank()
    content.of("members").rows = [{"姓名": "甲"}, {"姓名": "乙", "转出日期": None}, {"姓名": "丙"}]
    assert opened(package(content), values=True)["首页"]["B5"].value == 3
    content.of("members").rows[2]["转出日期"] = "2022-05-01"
    assert opened(package(content), values=True)["首页"]["B5"].value == 2


def test_the_switch_is_kept_as_it_was() -> None:
    content = blank()
    content.marks = "否"
    book = opened(package(content))
    cell = book.defined_names["标出问题"].attr_text.split("!")[1].replace("$", "")
    assert book["首页"][cell].value == "否"


def test_the_large_numbers_leave_out_what_is_cancelled_or_of_another_year() -> None:
    def shown(content) -> list[object]:
        home = opened(package(content), values=True)["首页"]
        return [home[cell].value for cell in ("F5", "J5")]

    content = sample()
    events, tasks = shown(content)
    assert events == sum(str(row.get("归属年度") or 2022) == "2022" for row in content.of("activities").rows)
    content.of("activities").rows[5]["归属年度"] = "2021"
    content.of("tasks").rows[5]["状态"] = "调整取消"
    done, _, total = str(tasks).partition(" / ")
    assert shown(content) == [events - 1, f"{int(done) - 1} / {int(total) - 1}"]
