"""The narrative's places for numbers and names, and where its rows come from."""

import datetime as dt

import pytest

from addin.narrative import FORMS, Clause, Placeholder, names, parts, placeholders, source
from tests.given import ledgers
from workbook.selection import Misstated


def test_a_text_is_split_into_words_placeholders_and_clauses() -> None:
    assert parts("开展{主题党日次数}次【，读书会{读书会次数:汉字}次】。") == (
        "开展",
        Placeholder("主题党日次数"),
        "次",
        Clause(("，读书会", Placeholder("读书会次数", "汉字"), "次")),
        "。",
    )


def test_a_full_width_colon_before_the_form_is_accepted() -> None:
    assert placeholders("{家风故事数：余}") == [Placeholder("家风故事数", "余")]


@pytest.mark.parametrize("text", [None, "", "没有数字的话。"])
def test_a_text_without_places_has_no_placeholders(text: str | None) -> None:
    assert placeholders(text) == []


@pytest.mark.parametrize(
    ("form", "value", "written"),
    [
        ("", dt.date(2022, 3, 5), "2022年3月5日"),
        ("年月", dt.date(2022, 3, 5), "2022年3月"),
        ("月日", dt.date(2022, 3, 5), "3月5日"),
        ("余", 326, "300余"),
        ("汉字", 2, "两"),
        ("余", "清扫、慰问", "清扫、慰问"),
    ],
)
def test_a_form_writes_the_value_as_documents_do(form: str, value: object, written: str) -> None:
    assert FORMS[form](value) == written


def test_names_are_settings_wordings_the_theme_and_indicators() -> None:
    given = ledgers(
        {
            "选项表": "| 规范表述 | 正确写法 |\n| 指导思想 | 某某思想 |",
            "统计口径": "| 指标 | 计算 |\n| 党课次数 | 次数 |",
        }
    )
    assert {"单位简称", "年度", "指导思想", "年度主题", "年度主题简称", "党课次数"} <= names(given)


def test_a_source_names_a_ledger_and_a_condition() -> None:
    given = ledgers(
        {
            "问题与打算": "| 类型 | 标题 | 内容 |\n| 问题 | 甲 | 甲事 |\n| 打算 | 乙 | 乙事 |",
            "总结底稿": "| 层级 | 来源 |\n| 正文 | 问题与打算：类型=打算 |",
            "选项表": "| 问题或打算 |\n| 问题 |\n| 打算 |",
        }
    )
    selection = source(next(iter(given["narrative"])))
    assert selection is not None
    assert [row.number for row in selection.pick(given["problems"]).rows] == [3]


@pytest.mark.parametrize(("text", "word"), [("问题和打算：", "问题和打算"), ("党费台账：", "党费台账")])
def test_a_source_nobody_can_write_from_is_named(text: str, word: str) -> None:
    given = ledgers({"总结底稿": f"| 层级 | 来源 |\n| 正文 | {text} |"})
    with pytest.raises(Misstated) as caught:
        source(next(iter(given["narrative"])))
    assert caught.value.word == word


def test_the_braces_of_a_chinese_keyboard_hold_a_name_too() -> None:
    assert parts("党员｛党员总数：汉字｝名") == ("党员", Placeholder("党员总数", "汉字"), "名")
