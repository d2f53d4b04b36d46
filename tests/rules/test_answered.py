"""A shortfall is answered on 情况说明 by what a person reads in 校验结果."""

import pytest

from addin.finding import SHORTFALL, Finding
from addin.validate import validate
from tests.given import ledgers
from tests.rules.example import rule_of
from tests.rules.examples import EXAMPLES
from workbook.ledger import Ledgers


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


def test_an_election_that_too_few_attended_is_answered_and_never_blocks() -> None:
    given = ledgers(
        {
            "换届选举台账": "| 步骤号 | 步骤 | 完成日期 | 应到会 | 实到会 | 最低当选得票 |\n"
            "| 11 | 选举 | 2022-05-13 | 10 | 7 | 6 |",
            "情况说明": "| 规则 | 期间或对象 | 原因 |\n| ELECT-004 | 11 | 已报上级党组织，另行安排 |",
        }
    )
    (found,) = validate(given, [rule_of("ELECT-004")])
    assert (found.explained, found.blocks) == (True, False)


def test_a_group_that_did_not_meet_is_answered_by_the_month() -> None:
    (found,) = validate(read_groups("8月、9月"), [rule_of("MEET-017")])
    assert (found.subject, found.explained) == ("9月", True)
    assert found.says == "9月别的党小组开了会，第二党小组没有党小组会的登记。"


def read_groups(answered: str) -> Ledgers:
    """Return two groups that met in August, and one of them in September."""
    roster = "| 姓名 | 入党日期 | 转入日期 | 转出日期 | 党小组 | 党小组长 |\n"
    meetings = "| 日期 | 类型 | 主体 |\n| 2022-08-04 | 党小组会 | 第一党小组 |\n"
    required = "| 规定动作 | 台账 | 条件 | 计算 | 周期 | 最少 | 启用 |\n"
    return ledgers(
        {
            "基本信息": "| 项目 | 内容 |\n| 年度 | 2022 |\n| 划分党小组 | 是 |",
            "党员花名册": roster
            + "| 张三 | 1995-07-01 | | | 第一党小组 | |\n| 李四 | 1995-07-01 | | | 第二党小组 | |",
            "活动台账": meetings
            + "| 2022-08-05 | 党小组会 | 第二党小组 |\n| 2022-09-05 | 党小组会 | 第一党小组 |",
            "规定动作": required + "| 召开党小组会 | 活动台账 | 类型=党小组会 | 次数 | 月 | 1 | 是 |",
            "情况说明": f"| 规则 | 期间或对象 | 原因 |\n| MEET-017 | {answered} | 防汛值守 |",
        }
    )


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


VOTES = """
| 日期 | 活动编号 | 议题 | 议题类别 | 表决结果 |
| 2022-06-24 | HD-046 | 接收甲同志为中共预备党员 | 发展党员 | 通过 |
| 2022-09-02 | HD-060 | 接收乙同志为中共预备党员 | 发展党员 | 通过 |
| 2022-09-02 | HD-060 | 丙同志转正 | 预备党员转正 | 通过 |
"""
MEETINGS = {
    "基本信息": "| 项目 | 内容 |\n| 年度 | 2022 |\n| 设支部委员会 | 是 |",
    "活动台账": "| 编号 | 日期 | 类型 | 主题内容 | 参加范围 | 参加人员 | 请假缺席人员 |\n"
    "| HD-046 | 2022-06-24 | 党员大会 | 甲 | | | |\n| HD-060 | 2022-09-02 | 党员大会 | 乙 | | | |",
}
HEAD = "| 规则 | 期间或对象 | 原因 |\n"


def with_votes(votes: str, answer: str = HEAD) -> Ledgers:
    return ledgers({**MEETINGS, "议题表决台账": votes, "情况说明": answer})


def voted(subject: str = "") -> list[Finding]:
    answer = HEAD + (f"| VOTE-008 | {subject} | 研究过，没有记录 |" if subject else "")
    return validate(with_votes(VOTES, answer), [rule_of("VOTE-008"), rule_of("EXPL-003")])


def explained(subject: str) -> list[int]:
    return [found.cell.row for found in voted(subject) if found.explained]


@pytest.mark.parametrize(
    "subject",
    ["HD-046", "hd-046", "2022-06-24", "2022年6月24日", "6月24日", "2022.6.24", "接收甲同志为中共预备党员",
     "“接收甲同志为中共预备党员”", "2022年6月24日 接收甲同志为中共预备党员",
     "2022-6-24 接收甲同志为中共预备党员"],
)  # fmt: skip
def test_a_row_is_answered_by_whatever_names_it_alone(subject: str) -> None:
    assert explained(subject) == [2]


@pytest.mark.parametrize("subject", ["HD-060", "2022-09-02", "第2行", "D2", "随便写"])
def test_what_names_several_rows_or_none_answers_nothing_and_is_told(subject: str) -> None:
    told = [found for found in voted(subject) if found.code == "EXPL-003"]
    assert explained(subject) == []
    assert [found.address for found in told] == ["情况说明!B2"]
    assert "议题表决台账!D2 填“HD-046”；议题表决台账!D3 填“接收乙同志" in told[0].fix


def test_several_are_answered_in_one_row() -> None:
    assert explained("HD-046、丙同志转正") == [2, 4]


def test_each_shortfall_closes_with_what_to_write_the_shortest_that_is_clear() -> None:
    ends = [found.fix.rpartition("说明时")[2] for found in voted()]
    assert ends == [
        f"“规则”填 VOTE-008，“期间或对象”填 {word}。"
        for word in ("HD-046", "接收乙同志为中共预备党员", "丙同志转正")
    ]


def test_what_is_to_be_written_is_accepted() -> None:
    for found in voted():
        word = found.fix.rpartition("填 ")[2].rstrip("。")
        assert explained(word) == [found.cell.row]


@pytest.mark.parametrize("subject", ["13", "报告", "2022-08-01"])
def test_a_step_is_answered_by_its_number_its_name_or_its_day(subject: str) -> None:
    given = ledgers(
        {
            "换届选举台账": "| 步骤号 | 步骤 | 完成日期 |\n| 11 | 选举 | 2022-05-13 |\n"
            "| 13 | 报告 | 2022-08-01 |",
            "情况说明": HEAD + f"| ELECT-013 | {subject} | 合并报送 |",
        }
    )
    assert [found.explained for found in validate(given, [rule_of("ELECT-013")])] == [True]


@pytest.mark.parametrize("subject", ["本届任期止", "全年", "2022", "2022年"])
def test_a_setting_is_answered_by_its_title_or_the_year(subject: str) -> None:
    given = ledgers(
        {
            "基本信息": "| 项目 | 内容 |\n| 年度 | 2022 |\n| 本届任期止 | 2022-06-30 |",
            "换届选举台账": "| 步骤号 | 步骤 | 完成日期 |\n| 1 | 提醒 | |",
            "情况说明": HEAD + f"| TERM-002 | {subject} | 经批准延期半年 |",
        }
    )
    assert [found.explained for found in validate(given, [rule_of("TERM-002")])] == [True]


def test_a_member_is_answered_by_name() -> None:
    roster = (
        "| 姓名 | 党员类别 | 入党日期 | 转正日期 | 转入日期 | 转出日期 |\n"
        + "| 张三 | 预备党员 | 2020-07-01 | | | |"
    )
    answer = HEAD + "| FULL-002 | 张三 | 病假 |"
    given = ledgers({"党员花名册": roster, "党员变动台账": "| 姓名 | 变动类型 |", "情况说明": answer})
    assert [found.explained for found in validate(given, [rule_of("FULL-002")])] == [True]


def test_a_text_with_a_mark_of_secrecy_is_not_asked_for() -> None:
    votes = VOTES.replace("接收", "秘密★ 接收").replace("| HD-060 | 丙", "| HD-046 | 丙")
    ends = [found.fix.rpartition("填 ")[2] for found in validate(with_votes(votes), [rule_of("VOTE-008")])]
    assert ends == ["2022-06-24。", "HD-060。", "丙同志转正。"]


def test_an_explanation_of_what_was_mended_since_is_harmless() -> None:
    mended = VOTES.replace("| HD-046 | 接收甲同志为中共预备党员 | 发展党员 |", "| HD-046 | 甲 | 其他 |")
    answer = HEAD + "| VOTE-008 | HD-046 | 研究过，没有记录 |"
    codes = [
        found.code
        for found in validate(with_votes(mended, answer), [rule_of("VOTE-008"), rule_of("EXPL-003")])
    ]
    assert codes == ["VOTE-008", "VOTE-008"]


def test_every_shortfall_of_the_examples_says_how_it_is_answered_in_one_sentence() -> None:
    for example in EXAMPLES:
        for found in example.found_in_wrong():
            asks = found.kind == SHORTFALL and not found.explained
            assert found.fix.count("“期间或对象”填") == (asks), found.fix
