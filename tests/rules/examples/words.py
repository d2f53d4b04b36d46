"""Words left behind, fixed formulations, themes, 密级 marks."""

from tests.rules.example import BASICS, Example, beside
from workbook.tables import ACTIVITIES, DUTIES, NARRATIVE, OUTCOMES, TALKS, TASKS, THEMES
from workbook.tables import BASICS as BASICS_TABLE

WORDINGS = {
    "选项表": "| 活动类型 | 规范表述 | 正确写法 | 常见误写 | 起用 | 停用 |\n"
    "| 党课 | 条例 | 《中国共产党支部工作条例（试行）》 | 《中国共产党支部工作条例》；《支部工作条例》 | | |\n"
    "| | 表率 | 作表率 | 做表率 | | |\n"
    "| | 旧提法 | 深化去年专题学习 | 深化专题学习 | | 2021-12-31 |"
}
OLD_THEME = {
    "年度主题": "| 名称 | 简称 | 起 | 止 |\n| 百年历程专题学习教育 | 百年专题 | 2021-01-01 | 2021-12-31 |"
}
THEME = {"年度主题": "| 名称 | 简称 | 起 | 止 |\n| 学习贯彻大会精神 | 大会精神 | 2022-10-22 | |"}

EXAMPLES = (
    Example(
        "TEXT-001", ACTIVITIES,
        wrong="| 日期 | 主题内容 | 地点 |\n| 2022-03-04 | 学习**讲话 | XX会议室 |\n| 2022-03-05 | 20xx年第一次 | × 月 |\n"
              "| 2022-03-06 | 传达X月会议精神 | 〔待补：地点〕 |",
        flagged=["活动台账!B2", "活动台账!C2", "活动台账!B3", "活动台账!B4", "活动台账!C4"],
        right="| 日期 | 主题内容 | 地点 | 编号 |\n| 2022-03-04 | 学习讲话精神 | 三楼会议室 | |\n| 2022-03-04 | 学习《EXX手册》3×4 *注 | A×B 会议室 | XX-01 |",
    ),
    Example(
        "TEXT-001", BASICS_TABLE,
        wrong=BASICS.format(year=2022).replace("云川市", "××市"), flagged=["基本信息!B3", "基本信息!B5"],
        right=BASICS.format(year=2022),
    ),
    Example(
        "TEXT-002", DUTIES, given=WORDINGS,
        wrong="| 责任事项 | 依据 |\n| 当先锋、做表率 | 《中国共产党支部工作条例》，做表率，做表率 |",
        flagged=["书记责任清单!A2", "书记责任清单!B2"],
        right="| 责任事项 | 依据 |\n| 当先锋、作表率，深化专题学习 | 《中国共产党支部工作条例（试行）》 |",
    ),
    Example(
        "TEXT-003", NARRATIVE,
        wrong="| 标题 | 正文 |\n| 2021年工作 | 2021年，支部开展工作。 |", flagged=["总结底稿!A2", "总结底稿!B2"],
        right="| 标题 | 正文 |\n| 2022年工作 | 较2021年多2次，2021年以来连续开展，对照2021年度组织生活会问题整改，印发《2021年要点》。 |",
    ),
    Example(
        "TEXT-003", TASKS,
        wrong="| 重点任务 | 具体措施 | 来源 |\n| 甲 | 制定2021年学习计划 | 2021年要点 |", flagged=["重点任务立项分解表!B2"],
        right="| 重点任务 | 具体措施 |\n| 甲 | 制定2022年学习计划 |\n| 乙 | 制定12021年计划 |",
    ),
    Example(
        "TEXT-004", NARRATIVE, given={**WORDINGS, **OLD_THEME},
        wrong="| 标题 | 正文 |\n| 推进百年历程专题学习教育 | 深化去年专题学习，抓好落实。 |",
        flagged=["总结底稿!A2", "总结底稿!B2"],
        right="| 标题 | 正文 |\n| 推进专题学习教育 | 深化专题学习，抓好落实。 |",
    ),
    Example(
        "TEXT-005", OUTCOMES,
        wrong="| 类别 | 名称或主题 |\n| 心得体会 | 学习《条例心得 |", flagged=["成果台账!B2"],
        right="| 类别 | 名称或主题 |\n| 心得体会 | 学习《条例》心得 |",
    ),
    Example(
        "THEME-001", THEMES,
        wrong="| 名称 | 简称 | 起 | 止 |\n| 百年历程专题学习教育 | 百年专题 | 2021-01-01 | 2021-12-31 |",
        flagged=["年度主题!D2"],
        right="| 名称 | 简称 | 起 | 止 |\n| 百年历程专题学习教育 | 百年专题 | 2021-01-01 | 2022-01-31 |\n| 乙 | 乙 | | |",
    ),
    Example(
        "THEME-002", ACTIVITIES, given=THEME, shown=beside("大会精神这个主题从 2022-10-22 起"),
        wrong="| 日期 | 年度主题 |\n| 2022-03-04 | 大会精神 |", flagged=["活动台账!B2"],
        right="| 日期 | 年度主题 |\n| 2022-10-22 | 大会精神 |\n| 2022-03-04 | 不在表里 |",
    ),
    Example(
        "SECRET-001", ACTIVITIES,
        wrong="| 日期 | 主题内容 | 参加人员 | 类型 |\n| 2022-03-04 | 传达秘密★1年文件 | 张三（密级：机密） | 机密★ |\n"
              "| 机密★ | 学习 | 张三 | 党课 |",
        flagged=["活动台账!B2", "活动台账!C2", "活动台账!D2", "活动台账!A3"],
        right="| 日期 | 主题内容 | 参加人员 |\n| 2022-03-04 | 开展保守国家秘密教育★ | 张三 |",
    ),
    Example(
        "SECRET-001", TALKS,
        wrong="| 日期 | 谈话人 | 谈话对象 | 自加列 |\n| 2022-03-04 | 张三 | 李四 | 绝密★ |", flagged=["谈心谈话台账!D2"],
        right="| 日期 | 谈话人 | 谈话对象 | 自加列 |\n| 2022-03-04 | 张三 | 李四 | 3 |",
    ),
)  # fmt: skip
