import pytest

from workbook.grid.markdown import book
from workbook.read import read
from workbook.tables import TABLES
from workbook.trouble import Trouble

from .reading import ACTIVITIES, BASICS, gaps, ledgers


def refused(sheets):
    with pytest.raises(Trouble) as caught:
        read(book(sheets, "某表.xlsx"), TABLES)
    assert caught.value.code == 2
    assert "某表.xlsx" in caught.value.message
    return caught.value.message


def test_another_workbook_is_refused():
    assert "不是党建台账" in refused({"Sheet1": "| 姓名 | 电话 |\n| 某人 | |"})


def test_an_empty_workbook_is_refused():
    assert "空" in refused({"Sheet1": "", "Sheet2": ""})
    assert "空" in refused({})


def test_a_workbook_without_its_settings_is_refused_with_the_name_of_the_sheet():
    assert "基本信息" in refused({"活动台账": ACTIVITIES})
    assert "基本信息" in refused({"活动台账": ACTIVITIES, "基本信息": "| 甲 | 乙 |"})


def test_a_workbook_without_any_ledger_is_refused():
    assert "台账" in refused({"基本信息": BASICS})
    assert "台账" in refused({"基本信息": BASICS, "选项表": "| 活动类型 |\n| 党课 |", "活动台账": "| 甲 |"})


def test_one_ledger_found_by_its_titles_is_enough():
    assert len(ledgers()["activities"]) == 1


@pytest.mark.parametrize("version", ["'1.1", "'2.0", "'1.0.1", "'10", "'V1.2"])
def test_a_newer_template_is_refused_and_an_update_asked_for(version):
    message = refused({"基本信息": f"| 年度 | 2022 |\n| 模板版本 | {version} |", "活动台账": ACTIVITIES})
    assert "更新" in message


@pytest.mark.parametrize("version", ["'1.0", "'0.9", "1", "'1"])
def test_the_same_or_an_older_template_is_read(version):
    read_in = ledgers(basics=f"| 年度 | 2022 |\n| 模板版本 | {version} |")
    assert gaps(read_in, "missing_version") == []


def test_a_missing_version_is_a_gap():
    assert gaps(ledgers(basics="| 年度 | 2022 |"), "missing_version") == [("模板版本", "", "")]
    assert gaps(ledgers(basics="| 年度 | 2022 |\n| 模板版本 | |"), "missing_version") != []
