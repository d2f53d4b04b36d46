"""密级 marks: known in any usual form, and never repeated."""

import pytest

from addin.secrecy import is_marked
from tests.rules.example import Example
from workbook.tables import ACTIVITIES


@pytest.mark.parametrize("text", ["秘密★1年", "机密 ★", "★绝密", "密级：秘密", "密 级:机密", "密级机密"])
def test_a_mark_is_known(text: str) -> None:
    assert is_marked(text)


@pytest.mark.parametrize("text", ["保守国家秘密教育", "保密工作★优秀", "商业秘密保护", 3.0, None])
def test_words_about_secrets_are_no_mark(text: object) -> None:
    assert not is_marked(text)


@pytest.mark.parametrize(
    "code", ["SECRET-001", "READ-002", "COL-002", "WHO-001", "REF-003", "TEXT-001", "DATE-002"]
)
def test_no_message_repeats_a_cell_with_a_mark(code: str) -> None:
    example = Example(
        code,
        ACTIVITIES,
        wrong="| 日期 | 类型 | 主题内容 | 主持人 | 同日活动编号 |\n"
        "| 秘密★甲 | 秘密★乙 | 秘密★丙XX | 秘密★丁 | 秘密★戊 |\n| 2021-03-04 | 秘密★己 | 秘密★庚 | | |",
        flagged=[],
        right="",
    )
    told = [(f.message, f.subject, f.safe) for f in example.found_in_wrong()]
    assert not any(letter in str(told) for letter in "甲乙丙丁戊己庚")
