"""换届选举 and the term of office. The roster has 6 full members, 3 of them on the committee."""

import datetime as dt

from tests.rules.example import BASICS, Example, beside, silent
from workbook.tables import ACTIVITIES, ELECTION, VOTES
from workbook.tables import BASICS as SETTINGS

HEAD = "| 步骤号 | 步骤 | 完成日期 | 文号 | 备注 |\n"
DAY = "| 步骤号 | 步骤 | 完成日期 | 应到会 | 实到会 | 应选名额 | 候选人数 | 最低当选得票 | 核减人数 | 核减原因 |\n"
VOTE = "| 日期 | 议题类别 | 应到会 | 实到会 | 赞成 | 表决结果 |\n"
BLANK = BASICS.format(year=2022)
ELECTED = "| 步骤号 | 步骤 | 完成日期 |\n| 2 | 研究 | {first} |\n| 11 | 选举 | {held} |"


def term(begin: str, end: str) -> str:
    """Return the settings with a term of office."""
    return BLANK.replace("任期起 | |", f"任期起 | {begin} |").replace("任期止 | |", f"任期止 | {end} |")


def steps(first: str = "", held: str = "") -> dict[str, str]:
    """Return a 换届选举台账 on which the first step and the vote have their days."""
    return {ELECTION.sheet: ELECTED.format(first=first, held=held)}


SESSION = {
    ACTIVITIES.sheet: "| 编号 | 日期 | 类型 |\n| HD-1 | 2022-05-13 | 支委会 |\n| HD-2 | 2022-05-14 | 党员大会 |"
}
WITHOUT_COMMITTEE = {SETTINGS.sheet: BLANK.replace("设支部委员会 | 是", "设支部委员会 | 否")}

STEPS = (
    Example(
        "ELECT-001", ELECTION,
        shown=("请示 2022-04-01，批复 2022-03-31", "请示 2022-04-01，批复 2022-04-01"),
        wrong=HEAD + "| 3 | 请示 | 2022-04-01 | | |\n| 4 | 批复 | 2022-03-31 | | |", flagged=["换届选举台账!C3"],
        right=HEAD + "| 3 | 请示 | 2022-04-01 | | |\n| 4 | 批复 | 2022-04-01 | | |\n"
                     "| 8 | 请示 | | | |\n| 9 | 批复 | 2022-04-20 | | |",
    ),
    Example(
        "ELECT-002", ELECTION,
        shown=("研究 2022-04-01，准备 2022-03-31", "研究 2022-04-01，请示 2022-04-08，准备 2022-04-08"),
        wrong=HEAD + "| 2 | 研究 | 2022-04-01 | | |\n| 3 | 请示 | | | |\n| 5 | 准备 | 2022-03-31 | | |",
        flagged=["换届选举台账!C4"],
        right=HEAD + "| 2 | 研究 | 2022-04-01 | | |\n| 3 | 请示 | 2022-04-08 | | |\n"
                     "| 4 | 批复 | 2022-04-02 | | |\n| 5 | 准备 | 2022-04-08 | | |\n| 6 | 推荐 | | | |",
    ),
    Example(
        "ELECT-003", ELECTION,
        wrong=HEAD + "| 3 | 请示 | 2022-04-01 | | |\n| 14 | 批复 | 2022-05-01 | | |",
        flagged=["换届选举台账!D2", "换届选举台账!D3"],
        right=HEAD + "| 3 | 请示 | 2022-04-01 | 云支〔2022〕3号 | |\n| 4 | 批复 | 2022-04-08 | | 电话批复，有记录 |\n"
                     "| 5 | 准备 | 2022-04-15 | | |\n| 8 | 请示 | | | |",
    ),
    Example(
        "ELECT-013", ELECTION,
        shown=("选举 2022-05-13，报告 2022-06-14", "选举 2022-05-13，报告 2022-06-13"),
        wrong=HEAD + "| 11 | 选举 | 2022-05-13 | | |\n| 13 | 报告 | 2022-06-14 | | |", flagged=["换届选举台账!C3"],
        right=HEAD + "| 11 | 选举 | 2022-05-13 | | |\n| 13 | 报告 | 2022-06-13 | | |",
    ),
    Example(
        "ELECT-015", ELECTION,
        wrong=HEAD + "| 1 | 提醒 | | | |\n| 3 | 请示 | 2022-04-01 | | |\n| 4 | 批复 | | | |\n| 11 | 选举 | 2022-05-13 | | |",
        flagged=["换届选举台账!C5"],
        right=HEAD + "| 1 | 提醒 | | | |\n| 3 | 请示 | 2022-04-01 | | |\n| 4 | 批复 | 四月 | | |\n"
                     "| 11 | 选举 | 2022-05-13 | | |\n| 13 | 报告 | | | |",
    ),
    Example(
        "ELECT-016", ELECTION,
        wrong=HEAD + "| 3 | 请示 | 2022-04-14 | | |\n| 11 | 选举 | 2022-05-13 | | |", flagged=["换届选举台账!C2"],
        right=HEAD + "| 3 | 请示 | 2022-04-13 | | |\n| 8 | 请示 | 2022-05-01 | | |\n| 11 | 选举 | 2022-05-13 | | |",
    ),
    Example(
        "ELECT-016", ELECTION, given={SETTINGS.sheet: BLANK.replace("请示提前天数 | |", "请示提前天数 | 60 |")},
        wrong=HEAD + "| 3 | 请示 | 2022-04-01 | | |\n| 11 | 选举 | 2022-05-13 | | |", flagged=["换届选举台账!C2"],
        right=HEAD + "| 3 | 请示 | 2022-05-14 | | |\n| 11 | 选举 | 2022-05-13 | | |",
    ),
    Example(  # a workbook of before there was the setting
        "ELECT-016", ELECTION, given={SETTINGS.sheet: BLANK.replace("| 换届请示提前天数 | |\n", "")},
        wrong=HEAD + "| 3 | 请示 | 2022-04-14 | | |\n| 11 | 选举 | 2022-05-13 | | |", flagged=["换届选举台账!C2"],
        right=HEAD + "| 3 | 请示 | 2022-04-13 | | |\n| 11 | 选举 | 2022-05-13 | | |",
    ),
    Example(
        "ELECT-013", ELECTION, as_of=dt.date(2022, 6, 14),
        wrong=HEAD + "| 11 | 选举 | 2022-05-13 | | |\n| 13 | 报告 | 2022-06-20 | | |", flagged=["换届选举台账!C3"],
        right=HEAD + "| 11 | 选举 | 2022-05-14 | | |\n| 13 | 报告 | | | |",
    ),
)  # fmt: skip

MEETINGS = (
    Example(
        "ELECT-004", ELECTION,
        wrong=DAY + "| 11 | 选举 | 2022-05-13 | 10 | 7 | 3 | 4 | 6 | | |", flagged=["换届选举台账!E2"],
        right=DAY + "| 11 | 选举 | 2022-05-13 | 10 | 8 | 3 | 4 | 6 | | |\n"
                    "| 12 | 支委会 | 2022-05-13 | 5 | 3 | 2 | 2 | 3 | | |",
    ),
    Example(
        "ELECT-005", ELECTION,
        wrong=DAY + "| 11 | 选举 | 2022-05-13 | 6 | 4 | 3 | 4 | | | |", flagged=["换届选举台账!E2"],
        right=DAY + "| 11 | 选举 | 2022-05-13 | 6 | 5 | 3 | 4 | | | |\n| 2 | 支委会 | 2022-03-13 | 3 | 2 | | | | | |",
    ),
    Example(
        "ELECT-005", ELECTION, as_of=dt.date(2022, 4, 30),
        wrong=DAY + "| 11 | 选举 | 2022-04-13 | 6 | 4 | 3 | 4 | | | |", flagged=["换届选举台账!E2"],
        right=DAY + "| 11 | 选举 | 2022-05-13 | 6 | 4 | 3 | 4 | | | |",
    ),
    Example(
        "ELECT-006", ELECTION, shown=beside("花名册当日有选举权的 6 人"),
        wrong=DAY + "| 11 | 选举 | 2022-05-13 | 5 | 5 | | | | | |", flagged=["换届选举台账!D2"],
        right=DAY + "| 11 | 选举 | 2022-05-13 | 5 | 5 | | | | 1 | 在服刑 |\n| 12 | 支委会 | 2022-05-13 | 3 | 3 | | | | | |",
    ),
    Example(
        "ELECT-007", ELECTION,
        wrong=DAY + "| 11 | 选举 | 2022-05-13 | 5 | 5 | | | | 1 | |", flagged=["换届选举台账!J2"],
        right=DAY + "| 11 | 选举 | 2022-05-13 | 4 | 4 | | | | 2 | 因病不能表达意志、卧床不能自理 |\n"
                    "| 12 | 支委会 | 2022-05-13 | | | | | | 0 | |",
    ),
    Example(
        "ELECT-008", ELECTION,
        shown=("{row}", "步骤号：10；步骤：筹备；完成日期：2022-05-11；应选名额：5；候选人数：6"),
        wrong=DAY + "| 8 | 请示 | 2022-04-26 | | | 5 | 6 | | | |\n| 10 | 筹备 | 2022-05-11 | | | 5 | 5 | | | |",
        flagged=["换届选举台账!G3"],
        right=DAY + "| 8 | 请示 | 2022-04-26 | | | 5 | 5 | | | |\n| 10 | 筹备 | 2022-05-11 | | | 5 | 6 | | | |\n"
                    "| 12 | 支委会 | 2022-05-13 | | | 2 | 2 | | | |",
    ),
    Example(
        "ELECT-008", ELECTION,
        wrong=DAY + "| 11 | 选举 | 2022-05-13 | | | 7 | 8 | | | |", flagged=["换届选举台账!G2"],
        right=DAY + "| 11 | 选举 | 2022-05-13 | | | 3 | 4 | | | |",
    ),
    Example(
        "ELECT-009", ELECTION,
        shown=("{row}", "步骤号：12；步骤：支委会；完成日期：2022-05-13；应选名额：2；候选人数：2"),
        wrong=DAY + "| 12 | 支委会 | 2022-05-13 | | | 2 | 3 | | | |", flagged=["换届选举台账!G2"],
        right=DAY + "| 11 | 选举 | 2022-05-13 | | | 3 | 4 | | | |\n| 12 | 支委会 | 2022-05-13 | | | 2 | 2 | | | |",
    ),
)  # fmt: skip

RESULTS = (
    Example(
        "ELECT-010", ELECTION,
        shown=("应到会：6；实到会：6；最低当选得票：3（没有过半）",
               "应到会：6；实到会：5；最低当选得票：3（超过实到会的一半；按应到会没有过半，见 ELECT-011）"),
        wrong=DAY + "| 11 | 选举 | 2022-05-13 | 6 | 6 | 3 | 4 | 3 | | |", flagged=["换届选举台账!H2"],
        right=DAY + "| 11 | 选举 | 2022-05-13 | 6 | 5 | 3 | 4 | 3 | | |\n"
                    "| 12 | 支委会 | 2022-05-13 | 3 | 3 | 2 | 2 | 2 | | |",
    ),
    Example(
        "ELECT-010", VOTES,
        wrong=VOTE + "| 2022-05-13 | 选举 | 6 | 5 | 2 | 通过 |", flagged=["议题表决台账!E2"],
        right=VOTE + "| 2022-05-13 | 选举 | 6 | 5 | 3 | 通过 |\n| 2022-05-13 | 选举 | 6 | 5 | 2 | 未通过 |\n"
                     "| 2022-05-13 | 表彰处分 | 6 | 5 | 2 | 通过 |",
    ),
    Example(
        "ELECT-011", ELECTION,
        wrong=DAY + "| 11 | 选举 | 2022-05-13 | 6 | 5 | 3 | 4 | 3 | | |", flagged=["换届选举台账!H2"],
        right=DAY + "| 11 | 选举 | 2022-05-13 | 6 | 5 | 3 | 4 | 4 | | |\n| 12 | 支委会 | 2022-05-13 | 5 | 2 | | | 2 | | |",
    ),
    Example(
        "ELECT-011", VOTES, given={SETTINGS.sheet: BLANK.replace("得票基数 | |", "得票基数 | 实到会 |")},
        wrong=VOTE + "| 2022-05-13 | 选举 | 6 | 5 | 3 | 通过 |", flagged=["议题表决台账!E2"],
        right=VOTE + "| 2022-05-13 | 选举 | 6 | 5 | 4 | 通过 |",
    ),
    Example(  # the committee's own elections are no matter of the assembly
        "ELECT-011", VOTES, given=SESSION,
        wrong=VOTE + "| 2022-05-14 | 选举 | 6 | 5 | 3 | 通过 |", flagged=["议题表决台账!E2"],
        right=VOTE + "| 2022-05-13 | 选举 | 5 | 3 | 2 | 通过 |",
    ),
    Example(
        "ELECT-014", ELECTION,
        wrong=DAY + "| 12 | 支委会 | 2022-05-13 | 5 | 2 | 2 | 2 | 2 | | |", flagged=["换届选举台账!E2"],
        right=DAY + "| 11 | 选举 | 2022-05-13 | 6 | 2 | 3 | 4 | 4 | | |\n| 12 | 支委会 | 2022-05-13 | 4 | 2 | 2 | 2 | 2 | | |",
    ),
    Example(
        "ELECT-012", ELECTION,
        wrong=DAY + "| 11 | 选举 | 2022-05-13 | 6 | 5 | 3 | 4 | 6 | | |", flagged=["换届选举台账!H2"],
        right=DAY + "| 11 | 选举 | 2022-05-13 | 6 | 5 | 3 | 4 | 5 | | |",
    ),
)  # fmt: skip

TERMS = (
    Example(
        "TERM-001", SETTINGS,
        shown=("{row}。今天是 2022-12-31，已到届满前六个月",
               "{row}。今天是 2022-12-31，还没有到届满前六个月"),
        given=steps(held="2020-03-01"),
        wrong=term("2020-03-01", "2023-06-30"), flagged=["基本信息!B12"],
        right=term("2020-03-01", "2023-07-01"),
    ),
    Example(
        "TERM-001", SETTINGS, given=steps(first="2022-11-20"),
        wrong=term("2022-12-01", "2023-03-01"), flagged=["基本信息!B12"],
        right=term("2020-03-01", "2023-03-01"),
    ),
    Example(
        "TERM-002", SETTINGS,
        shown=("{row}。今天是 2022-12-31，没有换届的登记", "{row}。今天是 2022-12-31，当天届满"),
        wrong=term("2019-01-01", "2021-12-31"), flagged=["基本信息!B12"],
        right=term("2019-03-01", "2022-12-31"),
    ),
    Example(
        "TERM-002", SETTINGS, given=steps(held="2022-12-20"),
        wrong=term("2022-12-20", "2022-12-30"), flagged=["基本信息!B12"],
        right=term("2019-03-01", "2022-03-01"),
    ),
    Example(
        "TERM-003", SETTINGS,
        shown=("{row}。今天是 2022-12-31，超过一年",
               "{row}。今天是 2022-12-31，正好一年，由 TERM-002 提示"),
        wrong=term("2018-12-31", "2021-12-30"), flagged=["基本信息!B12"],
        right=term("2019-01-01", "2021-12-31"),
    ),
    Example(
        "TERM-004", SETTINGS,
        shown=("{row}。选举 2022-05-13，不到三年", "{row}。选举 2022-05-13，正好三年"),
        given=steps(held="2022-05-13"),
        wrong=term("2022-05-13", "2024-05-12"), flagged=["基本信息!B12"],
        right=term("2022-05-13", "2025-05-12"),
    ),
    Example(
        "TERM-004", SETTINGS, given=steps(held="2022-05-13"),
        wrong=term("2019-06-01", "2022-05-31"), flagged=["基本信息!B12"],
        right=term("2022-05-13", "2025-06-12"),
    ),
)  # fmt: skip

EXAMPLES = (*STEPS, *MEETINGS, *RESULTS, *TERMS)
BEFORE = dt.date(2022, 3, 31)
BACKWARDS = HEAD + "| 2 | 研究 | 2022-04-08 | | |\n| 5 | 准备 | 2022-04-01 | | |"
FEW = DAY + "| 11 | 选举 | 2022-05-13 | 6 | 4 | 3 | 4 | | | |"
FEW_ELECTED = DAY + "| 11 | 选举 | 2022-05-13 | 10 | 7 | 3 | 4 | 6 | | |"
AS_MANY = DAY + "| 10 | 筹备 | 2022-05-11 | | | 5 | 5 | | | |"
UNEQUAL = DAY + "| 12 | 支委会 | 2022-05-13 | | | 2 | 3 | | | |"
ONE_BASE = DAY + "| 11 | 选举 | 2022-05-13 | 6 | 5 | 3 | 4 | 3 | | |"
FEW_OF_NEW = DAY + "| 12 | 支委会 | 2022-05-13 | 5 | 2 | 2 | 2 | 2 | | |"
SKIPPED = HEAD + "| 9 | 批复 | | | |\n| 11 | 选举 | 2022-05-13 | | |"
HURRIED = HEAD + "| 3 | 请示 | 2022-05-10 | | |\n| 11 | 选举 | 2022-05-13 | | |"
UNREPORTED = HEAD + "| 11 | 选举 | 2022-05-13 | | |\n| 13 | 报告 | | | |"
STILL_POSSIBLE = (
    silent("ELECT-002", ELECTION, BACKWARDS, as_of=BEFORE),
    silent("ELECT-004", ELECTION, FEW_ELECTED, as_of=BEFORE),
    silent("ELECT-005", ELECTION, FEW, as_of=BEFORE),
    silent("ELECT-008", ELECTION, AS_MANY, as_of=BEFORE),
    silent("ELECT-009", ELECTION, UNEQUAL, as_of=BEFORE),
    silent("ELECT-011", ELECTION, ONE_BASE, as_of=BEFORE),
    silent("ELECT-011", VOTES, VOTE + "| 2022-05-13 | 选举 | 6 | 5 | 3 | 通过 |", as_of=BEFORE),
    silent("ELECT-014", ELECTION, FEW_OF_NEW, as_of=BEFORE),
    silent("ELECT-013", ELECTION, UNREPORTED, as_of=dt.date(2022, 6, 13)),
    silent("ELECT-015", ELECTION, SKIPPED, as_of=BEFORE),
    silent("ELECT-016", ELECTION, HURRIED, as_of=dt.date(2022, 5, 12)),
    silent("TERM-001", SETTINGS, term("2020-03-01", "2023-07-01")),
    silent("TERM-002", SETTINGS, term("2019-12-31", "2022-12-31")),
    silent("TERM-003", SETTINGS, term("2018-12-31", "2021-12-31")),
)
NOT_APPLICABLE = (
    silent("ELECT-002", ELECTION, HEAD + "| 3 | 请示 | 2022-04-08 | | |\n| 4 | 批复 | 2022-04-01 | | |"),
    silent("ELECT-002", ELECTION, BACKWARDS.replace("2022-04-08", "")),
    silent("ELECT-004", ELECTION, FEW_ELECTED.replace("11 | 选举", "12 | 支委会")),
    silent("ELECT-005", ELECTION, FEW.replace("11 | 选举", "2 | 支委会")),
    silent("ELECT-008", ELECTION, AS_MANY, given=WITHOUT_COMMITTEE),
    silent("ELECT-008", ELECTION, AS_MANY.replace("2022-05-11", "")),  # no more than planned
    silent("ELECT-009", ELECTION, UNEQUAL.replace("12 | 支委会", "11 | 选举")),
    silent("ELECT-011", ELECTION, ONE_BASE.replace("4 | 3 |", "4 | |")),
    silent("ELECT-011", VOTES, VOTE + "| 2022-05-13 | 表彰处分 | 6 | 5 | 3 | 通过 |"),
    silent("ELECT-014", ELECTION, FEW_OF_NEW, given=WITHOUT_COMMITTEE),
    silent("ELECT-013", ELECTION, UNREPORTED.replace("2022-05-13", "")),
    silent("ELECT-015", ELECTION, SKIPPED.replace("2022-05-13", "")),
    silent("ELECT-016", ELECTION, HURRIED.replace("2022-05-13", "")),
    silent(
        "ELECT-016",
        ELECTION,
        HURRIED,
        given={SETTINGS.sheet: BLANK.replace("提前天数 | |", "提前天数 | 0 |")},
    ),
    silent("TERM-001", SETTINGS, BLANK),
    silent("TERM-002", SETTINGS, BLANK),
    silent("TERM-002", SETTINGS, term("2019-03-01", "2022-03-01"), given=steps(held="2022-02-20")),
    silent("TERM-003", SETTINGS, BLANK),
    silent("TERM-003", SETTINGS, term("2018-03-01", "2021-03-01"), given=steps(held="2021-02-20")),
    silent("TERM-004", SETTINGS, term("2019-06-01", "2022-05-31")),
)
