"""The summary as data: structure, numbers in their places, what is left out and what is missing."""

import datetime as dt

import pytest

from addin.compose import compose
from addin.indicator import compute
from addin.summary import Heading, Number, Paragraph, Summary, Text, written
from tests.given import BASICS, ledgers

INDICATORS = """
| 指标 | 台账 | 条件 | 计算 | 零值确认 |
| 党课次数 | 活动台账 | 类型=党课 | 次数 | |
| 读书会次数 | 活动台账 | 类型=专题读书会 | 次数 | 是 |
| 宣讲次数 | 活动台账 | 类型=宣讲 | 次数 | |
"""
ACTIVITIES = """
| 日期 | 类型 | 主题内容 | 参加范围 |
| 2022-03-04 | 党课 | 甲 | 全体党员 |
| 2022-06-04 | 党课 | 乙 | 全体党员 |
"""
OPTIONS = "| 活动类型 | 问题或打算 |\n| 党课 | 问题 |\n| 专题读书会 | 打算 |\n| 宣讲 | |"
PROBLEMS = """
| 类型 | 标题 | 内容 | 写入总结 |
| 问题 | 甲 | 学得不深。 | 是 |
| 问题 | 乙 | 融合不够 | 是 |
| 打算 | 抓学习 | 学在前。 | 是 |
| 打算 | 抓落实 | 做在前 | 是 |
"""


def composed(narrative: str, as_of: dt.date | None = None, **sheets: str) -> Summary:
    given = {
        "统计口径": INDICATORS,
        "活动台账": ACTIVITIES,
        "选项表": OPTIONS,
        "问题与打算": PROBLEMS,
        "总结底稿": "| 层级 | 标题 | 正文 | 来源 | 输出 |\n" + narrative,
        **sheets,
    }
    read = ledgers(given, as_of=as_of)
    return compose(read, compute(read))


def words(summary: Summary) -> list[str]:
    return [
        block.text if isinstance(block, Heading) else block.lead + written(block.body)
        for block in summary.blocks
    ]


def test_levels_are_numbered_and_level_two_runs_into_its_text() -> None:
    summary = composed(
        "| 一级 | 工作 |\n| 二级 | 学习 |\n| 正文 | | 学了。 |\n| 二级 | 组织 | 做了。 |\n| 一级 | 打算 |"
    )
    assert words(summary) == ["一、工作", "（一）学习。学了。", "（二）组织。做了。", "二、打算"]


def test_a_second_paragraph_below_a_level_two_heading_stands_alone() -> None:
    summary = composed("| 二级 | 学习 | 一段。 |\n| 正文 | | 又一段。 |")
    assert words(summary) == ["（一）学习。一段。", "又一段。"]


def test_the_scheme_of_level_numbers_is_a_setting() -> None:
    basics = BASICS.format(year=2022) + "\n| 层级序数 | 1.（1） |"
    summary = composed("| 一级 | 工作 |\n| 二级 | 学习 | 学。 |", 基本信息=basics)
    assert words(summary) == ["1.工作", "（1）学习。学。"]


def test_a_figure_keeps_the_name_of_its_indicator() -> None:
    (block,) = composed("| 正文 | | 上党课{党课次数:汉字}次。 |").blocks
    assert isinstance(block, Paragraph)
    assert block.body == (Text("上党课"), Number("党课次数", "两"), Text("次。"))


def test_a_clause_whose_figure_is_a_confirmed_zero_is_left_out() -> None:
    assert words(composed("| 正文 | | 党课{党课次数}次【、读书会{读书会次数}次】。 |")) == ["党课2次。"]
    assert words(composed("| 正文 | | 办了【读书会{读书会次数}次】、【党课{党课次数}次】。 |")) == [
        "办了、党课2次。"
    ]


def test_a_comma_before_a_full_stop_goes_with_the_clause() -> None:
    assert words(composed("| 正文 | | 学了，【读书会{读书会次数}次】。 |")) == ["学了。"]


def test_a_missing_figure_is_named_in_the_text_and_in_the_summary() -> None:
    summary = composed("| 正文 | | 宣讲{宣讲次数}次【，共{宣讲次数}场】，属{上级党组织}。 |")
    assert words(summary) == ["宣讲〔待补：宣讲次数〕次，共〔待补：宣讲次数〕场，属〔待补：上级党组织〕。"]
    assert summary.missing == ("宣讲次数", "上级党组织")


def test_a_missing_figure_in_a_heading_or_a_title_is_named_as_well() -> None:
    basics = BASICS.format(year=2022) + "\n| 支部名称 | |"
    summary = composed(
        "| 标题 | {单位全称}总结 |\n| 一级 | 宣讲{宣讲次数}次 |\n| 二级 | {主管领域} | 学。 |",
        基本信息=basics,
    )
    assert summary.missing == ("单位全称", "宣讲次数", "主管领域")


def test_a_list_without_a_row_is_a_gap_and_not_a_colon_with_nothing_behind() -> None:
    text = "| 正文 | | 不足： | 问题与打算：类型=问题 |\n| 二级 | | | 问题与打算：类型=打算 |"
    summary = composed(text, 问题与打算="| 类型 | 标题 | 内容 |")
    assert words(summary) == ["不足：〔待补：问题与打算〕", "〔待补：问题与打算〕"]
    assert summary.missing == ("问题与打算",)


def test_a_list_written_only_if_it_has_rows_leaves_no_gap() -> None:
    summary = composed("| 正文 | | 不足： | 问题与打算：类型=问题 | 有数才写 |", 问题与打算="| 类型 | 内容 |")
    assert words(summary) == []


def test_rows_below_a_body_row_join_as_first_second() -> None:
    summary = composed("| 正文 | | 差距有： | 问题与打算：类型=问题 |")
    assert words(summary) == ["差距有：一是学得不深；二是融合不够。"]


def test_rows_below_a_level_two_row_become_a_paragraph_each() -> None:
    summary = composed("| 二级 | | | 问题与打算：类型=打算 |")
    assert words(summary) == ["（一）抓学习。学在前。", "（二）抓落实。做在前。"]


def test_a_single_row_stands_without_a_number() -> None:
    summary = composed("| 正文 | | | 问题与打算：类型=问题 且 标题=甲 |")
    assert words(summary) == ["学得不深。"]


def test_output_no_keeps_a_row_out_and_with_figures_only_asks_for_one() -> None:
    summary = composed(
        "| 正文 | | 不要。 | | 否 |\n| 正文 | | 宣讲{宣讲次数}次。 | | 有数才写 |\n"
        "| 正文 | | 读书会{读书会次数}次。 | | 有数才写 |\n| 正文 | | 党课{党课次数}次。 | | 有数才写 |"
    )
    assert words(summary) == ["党课2次。"]


def test_a_list_of_the_year_becomes_an_attachment() -> None:
    duties = """
| 编号 | 责任类别 | 责任事项 | 责任人 | 完成时限 | 状态 | 计划次数 | 对应指标 |
| ZR-01 | 组织建设 | 讲党课 | 张三 | 2022-12-31 | 进行中 | 4 | 党课次数 |
"""
    summary = composed("| 附件 | 责任清单 | | 书记责任清单： |", 书记责任清单=duties)
    (attached,) = summary.attachments
    assert (attached.number, attached.title) == (1, "责任清单")
    assert attached.sheet.titles[0] == "序号"
    assert dict(zip(attached.sheet.titles, attached.sheet.rows[0], strict=True)) | {
        "责任事项": "讲党课", "完成时限": "2022年12月31日", "计划次数": "4", "完成次数": "2",
    } == dict(zip(attached.sheet.titles, attached.sheet.rows[0], strict=True))  # fmt: skip


def test_an_attachment_leaves_out_what_its_condition_does_but_nothing_in_doubt() -> None:
    tasks = "| 重点任务 | 状态 |\n| 甲 | 完成 |\n| 乙 | 调整取消 |\n| 丙 | |"
    summary = composed("| 附件 | 任务 | | 重点任务立项分解表：状态≠调整取消 |", 重点任务立项分解表=tasks)
    assert [line[:2] for line in summary.attachments[0].sheet.rows] == [("1", "甲"), ("2", "丙")]


def test_the_signature_is_a_setting() -> None:
    basics = BASICS.format(year=2022) + "\n| 支部名称 | 某支部 |\n| 总结落款 | 是 |"
    assert composed("| 正文 | | 好。 |").signature is None
    assert composed("| 正文 | | 好。 |", 基本信息=basics).signature == ("某支部", "2022年12月31日")


WORKS = """
| 类别 | 事项名称 | 状态 | 完成日期 | 进展成效 |
| 中心工作 | 甲 | 进行中 | | 甲在办。 |
| 中心工作 | 乙 | 完成 | 2022-03-20 | 乙办成 |
| 中心工作 | 丙 | 完成 | 2022-06-20 | 丙办成 |
| 中心工作 | 丁 | 进行中 | 2022-07-20 | 丁办成 |
"""
KINDS = "| 重点工作类别 | 状态 | 问题或打算 |\n| 中心工作 | 进行中 | 问题 |\n| | 完成 | |"
MARCH, DECEMBER = dt.date(2022, 3, 31), dt.date(2022, 12, 31)


def test_work_that_was_finished_only_after_a_chosen_day_is_not_told() -> None:
    def told(line: str, day: dt.date | None = MARCH) -> list[str]:
        return words(composed(line, day, 重点工作台账=WORKS, 选项表=KINDS))

    assert told("| 正文 | | 有： | 重点工作台账 |") == ["有：一是甲在办；二是乙办成。"]
    assert told("| 二级 | | | 重点工作台账 |") == ["（一）甲。甲在办。", "（二）乙。乙办成。"]
    assert told("| 正文 | | 有： | 重点工作台账：事项名称=丙 | 有数才写 |") == []
    everything = ["有：一是甲在办；二是乙办成；三是丙办成；四是丁办成。"]
    assert [told("| 正文 | | 有： | 重点工作台账 |", day) for day in (DECEMBER, None)] == [everything] * 2


def test_a_problem_that_was_solved_only_after_a_chosen_day_is_told() -> None:
    head = "| 类型 | 标题 | 内容 | 提出日期 | 状态 | 完成日期 |\n"
    problems = head + "| 问题 | 甲 | 学得不深 | 2022-02-01 | 完成 | 2022-06-20 |"
    assert words(composed("| 正文 | | | 问题与打算 |", MARCH, 问题与打算=problems, 选项表=KINDS)) == [
        "学得不深。"
    ]


def test_an_attachment_leaves_the_result_of_what_was_finished_only_later_blank() -> None:
    tasks = """
    | 任务名称 | 状态 | 完成日期 | 完成情况 |
    | 甲 | 完成 | 2022-03-20 | 甲办成 |
    | 乙 | 完成 | 2022-06-20 | 乙办成 |
    """
    given = {"重点任务立项分解表": tasks, "选项表": KINDS}
    (early,) = composed("| 附件 | 清单 | | 重点任务立项分解表 |", MARCH, **given).attachments
    (whole,) = composed("| 附件 | 清单 | | 重点任务立项分解表 |", DECEMBER, **given).attachments
    at = early.sheet.titles.index("完成情况")
    assert [line[at] for line in early.sheet.rows] == ["甲办成", ""]
    assert [line[at] for line in whole.sheet.rows] == ["甲办成", "乙办成"]


def test_the_title_says_up_to_which_day_a_part_of_the_year_is_counted() -> None:
    title = "| 标题 | 工作总结 |"
    assert composed(title, MARCH).title == "工作总结\n（统计截至2022年3月31日）"
    later = (DECEMBER, dt.date(2023, 2, 1), None)
    assert [composed(title, day).title for day in later] == ["工作总结"] * 3


def test_the_theme_is_the_first_that_had_begun() -> None:
    head = "| 名称 | 简称 | 起 |\n"
    themes = head + "| 秋天的主题 | 秋 | 2022-10-16 |\n| 春天的主题 | 春 | 2022-02-16 |\n| 常在的 | 常 | |"
    line = "| 正文 | | {年度主题}、{年度主题简称} |"
    days = (dt.date(2022, 1, 31), MARCH, DECEMBER)
    told = [words(composed(line, day, 年度主题=themes)) for day in days]
    assert told == [["常在的、常"], ["春天的主题、春"], ["秋天的主题、秋"]]


@pytest.mark.parametrize(
    ("as_of", "period"), [(MARCH, "今年以来"), (dt.date(2022, 12, 31), "全年"), (dt.date(2023, 2, 1), "全年")]
)
def test_the_period_is_the_whole_year_only_once_it_is_over(as_of: dt.date, period: str) -> None:
    assert words(composed("| 正文 | | {统计期间}上课。 |", as_of)) == [f"{period}上课。"]
