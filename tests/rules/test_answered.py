"""A shortfall is answered on 情况说明 by what a person reads in 校验结果."""

from addin.validate import validate
from tests.given import ledgers
from tests.rules.example import rule_of


def test_a_step_of_an_election_is_answered_by_its_number() -> None:
    given = ledgers(
        {
            "换届选举台账": "| 步骤号 | 步骤 | 完成日期 |\n| 11 | 选举 | 2022-05-13 |\n"
            "| 13.0 | 报告 | 2022-08-01 |",
            "情况说明": "| 规则 | 期间或对象 | 原因 |\n| ELECT-013 | 13 | 上级要求合并报送 |",
        }
    )
    (found,) = validate(given, [rule_of("ELECT-013")])
    assert (found.subject, found.explained) == ("13", True)


def test_a_term_is_answered_by_the_title_of_its_line() -> None:
    given = ledgers(
        {
            "基本信息": "| 项目 | 内容 |\n| 年度 | 2022 |\n| 本届任期止 | 2022-06-30 |",
            "换届选举台账": "| 步骤号 | 步骤 | 完成日期 |\n| 1 | 提醒 | |",
            "情况说明": "| 规则 | 期间或对象 | 原因 |\n| TERM-002 | 本届任期止 | 经批准延期半年 |",
        }
    )
    (found,) = validate(given, [rule_of("TERM-002")])
    assert found.explained
