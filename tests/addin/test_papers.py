"""What the papers of a year are called."""

import pytest

from addin.judgement import judge
from addin.papers import DRAFT, paper_name
from tests.given import ledgers


@pytest.mark.parametrize(
    ("basics", "name"),
    [
        ("| 年度 | 2022 |\n| 单位全称 | 云川市档案局 |", "云川市档案局2022年党建工作总结（送审稿）.docx"),
        ("| 年度 | |\n| 单位全称 | |", "未填单位未填年度党建工作总结（送审稿）.docx"),
    ],
)
def test_a_paper_is_named_by_unit_and_year_and_says_which_is_not_filled_in(basics: str, name: str) -> None:
    read = ledgers({"基本信息": "| 项目 | 内容 |\n" + basics, "活动台账": "| 日期 | 类型 |"})
    assert paper_name(judge(read), DRAFT) == name
