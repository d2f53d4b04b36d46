"""统计口径, 规定动作, 积分 and 总结底稿: what they name must be there."""

from tests.rules.example import BASICS, Example
from workbook.tables import INDICATORS, NARRATIVE, POINTS, REQUIREMENTS

COUNTED = "| 指标 | 台账 | 条件 | 计算 |\n"
REQUIRED = "| 规定动作 | 台账 | 条件 | 计算 | 启用 |\n"
SCORED = "| 积分事项 | 台账 | 条件 | 计分人员列 | 启用 |\n"
STATED = "| 指标 | 计算 | 填报值 | 出处 |\n"
TOLD = "| 层级 | 标题 | 正文 | 来源 | 输出 |\n"
LECTURES = {"统计口径": COUNTED + "| 党课次数 | 活动台账 | 类型=党课 | 次数 |"}
HELD = {"活动台账": "| 日期 | 类型 |\n| 2022-03-04 | 党课 |", "基本信息": BASICS.format(year=2022)}
DEMANDED = "| 规定动作 | 台账 | 计算 | 周期 | 最少 | 最多 | 适用情形 | 启用 |\n"

EXAMPLES = (
    Example(
        "DEF-001", INDICATORS,
        wrong=COUNTED + "| 甲 | 活动台帐 | | 次数 |\n| 乙 | | | 次数 |", flagged=["统计口径!B2", "统计口径!B3"],
        right=COUNTED + "| 甲 | 活动台账 | | 次数 |\n| 乙 | | | 填报 |",
    ),
    Example(
        "DEF-001", NARRATIVE,
        wrong=TOLD + "| 正文 | | | 问题打算：类型=问题 | 是 |", flagged=["总结底稿!D2"],
        right=TOLD + "| 正文 | | | 问题与打算：类型=问题 | 是 |",
    ),
    Example(
        "DEF-002", REQUIREMENTS,
        wrong=REQUIRED + "| 党课 | 活动台账 | 类别=党课 | 次数 | 是 |\n| 学时 | 活动台账 | | 合计(课时) | 是 |",
        flagged=["规定动作!C2", "规定动作!D3"],
        right=REQUIRED + "| 党课 | 活动台账 | 类型=党课 | 次数 | 是 |\n| 党课 | 活动台账 | 类别=党课 | 次数 | 否 |",
    ),
    Example(
        "DEF-002", POINTS,
        wrong=SCORED + "| 参加党课 | 活动台账 | 类型=党课 | 到会人员 | 是 |", flagged=["积分台账!D2"],
        right=SCORED + "| 参加党课 | 活动台账 | 类型=党课 | 到场人员 | 是 |\n| 参加 | 活动台账 | 类别=甲 | 到会 | 否 |",
    ),
    Example(
        "DEF-003", INDICATORS,
        wrong=COUNTED + "| 甲 | 活动台账 | 类型是党课 | 次数 |\n| 乙 | 活动台账 | 年度主题 非空党课 | 次数 |",
        flagged=["统计口径!C2", "统计口径!C3"],
        right=COUNTED + "| 甲 | 活动台账 | 类型=党课 且 年度主题 非空 | 次数 |",
    ),
    Example(
        "DEF-004", INDICATORS,
        wrong=COUNTED + "| 甲 | 活动台账 | 类型=党 课程 | 次数 |\n| 乙 | 活动台账 | 学时≥两 | 次数 |\n| 丙 | 活动台账 | 类型= | 次数 |",
        flagged=["统计口径!C2", "统计口径!C3", "统计口径!C4"],
        right=COUNTED + "| 甲 | 活动台账 | 类型=党课、宣讲 且 学时≥2 且 日期≥2022-3-1 | 次数 |",
    ),
    Example(
        "DEF-004", INDICATORS,
        wrong="| 指标 | 台账 | 条件 | 计算 |\n| 甲 | 活动台账 | 主讲人身份=支部书记 | 次数 |\n"
              "| 乙 | 重点任务立项分解表 | 预警=逾期了 | 次数 |",
        flagged=["统计口径!C2", "统计口径!C3"],
        right="| 指标 | 台账 | 条件 | 计算 |\n| 甲 | 活动台账 | 主讲人身份=书记、外请 | 次数 |\n"
              "| 乙 | 重点任务立项分解表 | 预警=逾期 | 次数 |",
    ),
    Example(
        "DEF-005", INDICATORS,
        wrong=COUNTED + "| 甲 | 活动台账 | | 平均(学时) |\n| 乙 | 活动台账 | | 合计(主题内容) |\n| 丙 | 活动台账 | | 场次 |",
        flagged=["统计口径!D2", "统计口径!D3", "统计口径!D4"],
        right=COUNTED + "| 甲 | 活动台账 | | 合计（学时） |\n| 乙 | 活动台账 | | 日期(日期) |",
    ),
    Example(
        "DEF-006", NARRATIVE,
        wrong=TOLD + "| 正文 | | | 党费台账： | 是 |", flagged=["总结底稿!D2"],
        right=TOLD + "| 正文 | | | 重点工作台账：类别=品牌 | 是 |",
    ),
    Example(
        "DEF-010", INDICATORS,
        shown=("第 2 行和第 4 行的指标都叫“甲”", "第 2 行的指标叫“甲”，第 3 行的叫“乙”"),
        wrong="| 指标 | 计算 |\n| 甲 | 次数 |\n| 乙 | 次数 |\n| 甲 | 填报 |", flagged=["统计口径!A4"],
        right="| 指标 | 计算 |\n| 甲 | 次数 |\n| 乙 | 次数 |",
    ),
    Example(
        "DEF-011", INDICATORS,
        wrong=STATED + "| 群众满意度 | 填报 | 96.5 | |", flagged=["统计口径!D2"],
        right=STATED + "| 群众满意度 | 填报 | 96.5 | 机关工委通报 |\n| 乙 | 填报 | | |",
    ),
    Example(
        "DEF-012", INDICATORS,
        wrong=STATED + "| 群众满意度 | 填报 | | 机关工委通报 |", flagged=["统计口径!C2"],
        right=STATED + "| 群众满意度 | 填报 | 96.5 | 机关工委通报 |\n| 甲 | 填报 | 0 | 通报 |\n| 乙 | 次数 | | |",
    ),
    Example(
        "DEF-013", INDICATORS,
        wrong=STATED + "| 党课次数 | 次数 | 4 | |", flagged=["统计口径!C2"],
        right=STATED + "| 党课次数 | 次数 | | |\n| 满意度 | 填报 | 96 | 通报 |",
    ),
    Example(
        "DEF-014", INDICATORS,
        shown=("{row}。活动台账里有 1 行党课", "{row}。活动台账里没有宣讲"),
        given=HELD,
        wrong="| 指标 | 台账 | 条件 | 计算 | 零值确认 |\n| 党课次数 | 活动台账 | 类型=党课 | 次数 | 是 |",
        flagged=["统计口径!E2"],
        right="| 指标 | 台账 | 条件 | 计算 | 零值确认 |\n| 宣讲次数 | 活动台账 | 类型=宣讲 | 次数 | 是 |\n"
              "| 党课次数 | 活动台账 | 类型=党课 | 次数 | 否 |",
    ),
    Example(
        "DEF-015", INDICATORS,
        wrong="| 指标 | 计算 |\n| 支部名称 | 次数 |\n| 年度主题 | 次数 |", flagged=["统计口径!A2", "统计口径!A3"],
        right="| 指标 | 计算 |\n| 年度主题党课次数 | 次数 |",
    ),
    Example(
        "DEF-007", REQUIREMENTS,
        wrong=DEMANDED + "| 甲 | 活动台账 | 次数 | 届 | 1 | | | 是 |\n| 乙 | 活动台账 | 次数 | 月 | | | | 是 |\n"
                         "| 丙 | 活动台账 | 次数 | 月 | 3 | 1 | | 是 |\n| 丁 | 活动台账 | 次数 | 月 | 1 | | 有退休党员 | 是 |\n"
                         "| 戊 | 活动台账 | 清单(主题内容) | 月 | 1 | | | 是 |\n| 己 | 党员花名册 | 次数 | 月 | 1 | | | 是 |",
        flagged=[f"规定动作!A{row}" for row in range(2, 8)],
        right=DEMANDED + "| 甲 | 活动台账 | 次数 | 月 | 1 | | 都适用 | 是 |\n| 乙 | 活动台账 | 合计(学时) | 半年 | | 9 | | 是 |\n"
                         "| 丙 | 活动台账 | 次数 | 届 | | | | 否 |",
    ),
    Example(
        "NARR-001", NARRATIVE, given=LECTURES,
        wrong=TOLD + "| 正文 | {支部名} | 上党课{党课次}次【，宣讲{宣讲次数}次】。 | | 是 |",
        flagged=["总结底稿!B2", "总结底稿!C2", "总结底稿!C2"],
        right=TOLD + "| 正文 | {支部名称} | {年度}年上党课{党课次数:汉字}次。 | | 是 |\n| 正文 | | {没有的指标} | | 否 |",
    ),
    Example(
        "NARR-002", NARRATIVE, given=LECTURES,
        wrong=TOLD + "| 正文 | | 上党课{党课次数:大写}次。 | | 是 |", flagged=["总结底稿!C2"],
        right=TOLD + "| 正文 | | 上党课{党课次数:余}次，{党课次数：汉字}次。 | | 是 |",
    ),
    Example(
        "NARR-003", NARRATIVE,
        wrong=TOLD + "| 正文 | 甲{乙 | 上党课{党课次数次。 | | 是 |\n| 正文 | | 【，宣讲【三】次】 | | 是 |\n"
                     "| 正文 | | 上党课｛党课次数次。 | | 是 |",
        flagged=["总结底稿!B2", "总结底稿!C2", "总结底稿!C3", "总结底稿!C4"],
        right=TOLD + "| 正文 | | 上党课{党课次数}次【，宣讲{宣讲次数}次】。 | | 是 |",
    ),
)  # fmt: skip
