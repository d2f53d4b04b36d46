"""The term of office: in which years it leaves no election to be told."""

import datetime as dt

import pytest

from addin.compose import compose
from addin.indicator import EVIDENCED, MISSING, ZERO, Figure, compute
from tests.given import ledgers

HEAD = "| 指标 | 台账 | 条件 | 计算 |\n"
ELECTED = "| 换届日期 | 活动台账 | 类型=换届选举 | 日期(日期) |"
TERM = "| 项目 | 内容 |\n| 年度 | 2022 |\n| 本届任期起 | {} |\n| 本届任期止 | {} |"
QUIET = TERM.format("2020-05-13", "2023-05-12")
STEPS = "| 步骤号 | 步骤 | 完成日期 |\n| 1 | 收到换届提醒 | {} |"


def figure_of(line: str, **sheets: str) -> Figure:
    (found,) = compute(ledgers({**sheets, "统计口径": HEAD + line}, as_of=dt.date(2022, 12, 31))).values()
    return found


@pytest.mark.parametrize(
    ("basics", "step", "state"),
    [
        (QUIET, "", ZERO),
        (QUIET, "2020-03-01", ZERO),
        (QUIET, "2022-11-12", MISSING),
        (QUIET, "十一月的某天", MISSING),
        (TERM.format("2022-05-13", "2025-05-12"), "", MISSING),
        (TERM.format("2019-05-13", "2022-05-12"), "", MISSING),
        (TERM.format("2020-05-13", ""), "", MISSING),
        (TERM.format("", "2023-05-12"), "", MISSING),
        (TERM.format("2020-05-13", "看不懂"), "", MISSING),
    ],
)
def test_an_election_is_none_in_a_year_that_the_term_of_office_leaves_out(
    basics: str, step: str, state: str
) -> None:
    given = {"基本信息": basics, "换届选举台账": STEPS.format(step)}
    assert figure_of(ELECTED, **given).state == state
    assert figure_of("| 步骤数 | 换届选举台账 | 步骤号=11 | 次数 |", **given).state == state
    assert figure_of("| 讲 | 活动台账 | 类型=党课 | 次数 |", **given).state == MISSING


def test_an_election_that_the_term_leaves_out_is_nothing_and_says_by_which_settings() -> None:
    found = figure_of(ELECTED, 基本信息=QUIET)
    assert found.value == "无"
    assert "本届任期起" in found.reason and "本届任期止" in found.reason
    held = "| 日期 | 类型 | 主题内容 |\n| 2022-05-13 | 换届选举 | 选举 |"
    options = "| 活动类型 |\n| 换届选举 |"
    kept = figure_of(ELECTED, 基本信息=QUIET, 活动台账=held, 选项表=options)
    assert (kept.state, kept.value) == (EVIDENCED, dt.date(2022, 5, 13))


def test_the_sentence_about_an_election_is_dropped_in_a_year_without_one() -> None:
    line = "| 层级 | 正文 |\n| 正文 | 党费收齐。【支部于{换届日期:年月日}完成换届选举。】 |"
    read = ledgers({"基本信息": QUIET, "统计口径": HEAD + ELECTED, "总结底稿": line})
    summary = compose(read, compute(read))
    assert [block.words for block in summary.blocks] == ["党费收齐。"]
    assert summary.missing == ()
