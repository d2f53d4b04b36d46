"""Local hints: only where 基本信息 asks for them."""

from tests.rules.example import BASICS, Example, beside, silent
from workbook.tables import ACTIVITIES, ELECTION, TALKS, VOLUNTEERING

ASKED = {"基本信息": BASICS.format(year=2022).replace("| 合理性提示 | |", "| 合理性提示 | 是 |")}
LEFT = ASKED | {"党员花名册": "| 姓名 | 入党日期 | 转入日期 | 转出日期 |\n| 张三 | 1995-07-01 | | 2022-06-01 |\n"
                             "| 李四 | 2001-07-01 | 2022-05-01 | |"}  # fmt: skip
EVENTS = "| 日期 | 类型 | 兼作一 | 主题内容 |\n"
STEPS = "| 步骤号 | 步骤 | 计划日期 | 完成日期 |\n"
TALK = "| 日期 | 谈话人 | 谈话对象 |\n"
WEEKEND = EVENTS + "| 2022-03-05 | 党课 | | 甲 |\n| 2022-03-06 | 支委会 | | 乙 |"

EXAMPLES = (
    Example(
        "LIKELY-001", ACTIVITIES,
        shown=("2022-03-04、2022-04-08 两次党课的主题内容都是“学习全面从严治党有关规定和案例”",
               "2022-03-04 两个党小组会的主题内容都是“学习全面从严治党有关规定和案例”（同一天的不提示）"),
        given=ASKED,
        wrong=EVENTS + "| 2022-03-04 | 党课 | | 学习全面从严治党有关规定和案例 |\n| 2022-04-08 | 党课 | | 学习全面从严治党有关规定和案例 |",
        flagged=["活动台账!D3"],
        right=EVENTS + "| 2022-03-04 | 党小组会 | | 学习全面从严治党有关规定和案例 |\n| 2022-03-04 | 党小组会 | | 学习全面从严治党有关规定和案例 |\n"
                       "| 2022-04-04 | 支委会 | | 研究党费 |\n| 2022-05-04 | 支委会 | | 研究党费 |",
    ),
    Example(
        "LIKELY-001", VOLUNTEERING, given=ASKED,
        wrong="| 日期 | 服务内容 |\n| 2022-03-04 | 在居住地社区清扫楼道和街巷 |\n| 2022-03-05 | 在居住地社区清扫楼道和街巷 |",
        flagged=["志愿服务台账!B3"],
        right="| 日期 | 服务内容 |\n| 2022-03-04 | 在居住地社区清扫楼道和街巷 |\n| 2022-03-05 | 在居住地社区清扫楼道和公园 |",
    ),
    Example(
        "LIKELY-002", ACTIVITIES, given=ASKED, wrong=WEEKEND, flagged=["活动台账!A2", "活动台账!A3"],
        right=EVENTS + "| 2022-03-04 | 党课 | | 甲 |\n| 2022-03-05 | 主题党日 | 志愿服务 | 乙 |\n| | 党课 | | 丙 |",
    ),
    Example(
        "LIKELY-002", ACTIVITIES, given=ASKED,
        wrong=EVENTS + "| 2022-10-03 | 党课 | | 甲 |\n| 2021-01-01 | 支委会 | | 乙 |", flagged=["活动台账!A2", "活动台账!A3"],
        right=EVENTS + "| 2022-10-04 | 党课 | | 甲 |\n| 2022-10-03 | 志愿服务 | | 乙 |\n| 2022-04-05 | 党课 | | 丙 |",
    ),
    Example(
        "LIKELY-003", ELECTION, given=ASKED,
        wrong=STEPS + "| 1 | 收到换届提醒 | 2022-03-04 | |", flagged=["换届选举台账!C2"],
        right=STEPS + "| 1 | 收到换届提醒 | 2022-03-04 | 2022-03-07 |\n| 2 | 研究换届工作 | 2023-03-04 | |\n| 3 | 报送换届请示 | | |",
    ),
    Example(
        "LIKELY-004", TALKS, given=LEFT, shown=beside("花名册上李四 2022-05-01 转入"),
        wrong=TALK + "| 2022-04-04 | 张三 | 李四 |\n| 2022-07-04 | 张三 | 李四 |",
        flagged=["谈心谈话台账!C2", "谈心谈话台账!B3"],
        right=TALK + "| 2022-05-04 | 张三 | 李四 |\n| 2022-07-04 | 吴九 | 李四 |",
    ),
)  # fmt: skip
STILL_POSSIBLE = ()
NOT_APPLICABLE = (silent("LIKELY-002", ACTIVITIES, WEEKEND),)
