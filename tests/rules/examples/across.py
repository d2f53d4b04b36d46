"""What several rows or sheets say together: twice, links, hours and places."""

from tests.rules.example import Example, beside
from workbook.tables import (
    ACTIVITIES,
    CHANGES,
    DOCUMENTS,
    DUES,
    DUTIES,
    HONOURS,
    OUTCOMES,
    PROJECTS,
    TALKS,
    TASKS,
    VOLUNTEERING,
)

EVENTS = "| 日期 | 类型 | 主题内容 | 主体 | 编号 | 同日活动编号 |\n"
TALK = "| 日期 | 谈话人 | 谈话对象 |\n"
SERVICE = "| 日期 | 组织方式 | 社区 | 服务内容 | 参加人员 | 每人时长 | 活动编号 |\n"
ACTIVITY = {"活动台账": EVENTS + "| 2022-03-05 | 志愿服务 | 学雷锋日清扫街巷 | | HD-01 | |"}

TWICE = (
    Example(
        "TWICE-001", ACTIVITIES,
        shown=("2022-03-04 登了“讲授廉政专题党课”，又登了“廉政专题党课”",
               "2022-03-04 登了两个党小组会，主体一个是第一党小组，一个是第二党小组"),
        wrong=EVENTS + "| 2022-03-04 | 党课 | 讲授廉政专题党课 | | | |\n| 2022-03-05 | 党课 | 讲授廉政专题党课 | | | |\n"
                       "| 2022-03-04 | 党课 | 廉政专题党课 | | | |",
        flagged=["活动台账!C4"],
        right=EVENTS + "| 2022-03-04 | 党小组会 | 学习会议精神 | 第一党小组 | | |\n"
                       "| 2022-03-04 | 党小组会 | 学习会议精神 | 第二党小组 | | |\n"
                       "| 2022-03-05 | 集中学习 | 读书班第一期 | | | |\n| 2022-03-05 | 集中学习 | 读书班第二期 | | | |\n"
                       "| 2022-03-06 | 党课 | 上半场讲座 | | HD-1 | |\n| 2022-03-06 | 党课 | 讲座上半场 | | HD-2 | HD-1 |\n"
                       "| | 党课 | 讲座 | | | |\n| | 党课 | 讲座 | | | |",
    ),
    Example(
        "TWICE-001", HONOURS,
        wrong="| 称号 | 级别 | 对象类型 | 授予日期 | 涉及党员 |\n| 优秀共产党员 | 县级 | 个人 | 2022-07-01 | 张三 |\n"
              "| 优秀共产党员 | 县级 | 个人 | 2022-07-01 | 张三 |",
        flagged=["荣誉台账!A3"],
        right="| 称号 | 级别 | 对象类型 | 授予日期 | 涉及党员 |\n| 优秀共产党员 | 县级 | 个人 | 2022-07-01 | 张三 |\n"
              "| 优秀共产党员 | 县级 | 个人 | 2022-07-01 | 李四 |",
    ),
    Example(
        "TWICE-001", DOCUMENTS,
        wrong="| 方向 | 名称 | 文号 |\n| 制发 | 关于年度学习安排的通知 | |\n| 制发 | 年度学习安排的通知 | |",
        flagged=["文件与报送台账!B3"],
        right="| 方向 | 名称 | 文号 |\n| 制发 | 关于年度学习安排的通知 | |\n| 收文 | 年度学习安排的通知 | |",
    ),
    Example(
        "TWICE-002", TALKS,
        shown=("2022-03-04 登了张三与李四，又登了李四与张三", "2022-03-04 张三与李四，2022-03-05 李四与张三"),
        wrong=TALK + "| 2022-03-04 | 张三 | 李四 |\n| 2022-03-04 | 李四 | 张三 |", flagged=["谈心谈话台账!C3"],
        right=TALK + "| 2022-03-04 | 张三 | 李四 |\n| 2022-03-05 | 李四 | 张三 |\n| 2022-03-04 | 张三 | 王五 |",
    ),
    Example(
        "TWICE-003", DUES, shown=("张三在党费台账里登了两行", "张三、李四在党费台账里各登一行"),
        wrong="| 姓名 | 1月 |\n| 张三 | 50 |\n| 李四 | 50 |\n| 张三 | 50 |", flagged=["党费台账!A4"],
        right="| 姓名 | 1月 |\n| 张三 | 50 |\n| 李四 | 50 |",
    ),
    Example(
        "TWICE-003", CHANGES,
        wrong="| 日期 | 姓名 | 变动类型 |\n| 2022-03-04 | 张三 | 转出 |\n| 2022-03-04 | 张三 | 转出 |",
        flagged=["党员变动台账!B3"],
        right="| 日期 | 姓名 | 变动类型 |\n| 2022-03-04 | 张三 | 转出 |\n| 2022-03-04 | 李四 | 转出 |",
    ),
    Example(
        "TWICE-004", VOLUNTEERING,
        shown=beside("活动台账同一天登了 HD-01“学雷锋日清扫街巷”"),
        given=ACTIVITY,
        wrong=SERVICE + "| 2022-03-05 | 单位组织 | | 清扫街巷 | 张三 | 2 | |", flagged=["志愿服务台账!G2"],
        right=SERVICE + "| 2022-03-05 | 单位组织 | | 清扫街巷 | 张三 | 2 | HD-01 |\n"
                        "| 2022-03-05 | 党员个人 | | 清扫街巷 | 张三 | 2 | |\n"
                        "| 2022-03-06 | 单位组织 | | 清扫街巷 | 张三 | 2 | |",
    ),
)  # fmt: skip

LINKS = (
    Example(
        "REF-001", ACTIVITIES,
        shown=("第 2 行、第 3 行的编号都是 HD-1", "第 2 行的编号是 HD-1，第 3 行的空着"),
        wrong=EVENTS + "| 2022-03-04 | 党课 | 甲 | | HD-1 | |\n| 2022-03-05 | 党课 | 乙 | | HD-1 | |",
        flagged=["活动台账!E3"],
        right=EVENTS + "| 2022-03-04 | 党课 | 甲 | | HD-1 | |\n| 2022-03-05 | 党课 | 乙 | | | |\n"
                       "| 2022-03-06 | 党课 | 丙 | | | |",
    ),
    Example(
        "REF-002", TASKS,
        shown=beside("重点项目清单里有编号 1"),
        given={"重点项目清单": "| 编号 | 项目名称 |\n| 1 | 甲 |"},
        wrong="| 编号 | 重点任务 |\n| 1 | 乙 |", flagged=["重点任务立项分解表!A2"],
        right="| 编号 | 重点任务 |\n| 2 | 乙 |",
    ),
    Example(
        "REF-003", OUTCOMES,
        shown=("{row}。没有 HD-02 这场活动，也没有“学习月”这个主题", "{row}。活动台账里有 HD-01"),
        given=ACTIVITY,
        wrong="| 类别 | 活动编号 | 年度主题 |\n| 心得体会 | HD-02 | 学习月 |",
        flagged=["成果台账!B2", "成果台账!C2"],
        right="| 类别 | 活动编号 | 年度主题 |\n| 心得体会 | HD-01 | |",
    ),
    Example(  # a sheet that is not read is a fault of its own: what it names is not to be cleared
        "REF-003", DUTIES, given={"活动台账": "| 甲 | 乙 |"},
        wrong="| 责任事项 | 对应指标 | 佐证编号 |\n| 讲党课 | 上党课次数 | HD-01 |",
        flagged=["书记责任清单!B2"],
        right="| 责任事项 | 佐证编号 |\n| 讲党课 | HD-01 |",
    ),
    Example(
        "REF-003", PROJECTS, given=ACTIVITY,
        wrong="| 编号 | 佐证编号 |\n| XM-01 | HD-01、HD-09 |", flagged=["重点项目清单!B2"],
        right="| 编号 | 佐证编号 |\n| XM-01 | HD-01、XM-02 |\n| XM-02 | |",
    ),
    Example(
        "REF-003", DUTIES, given={"统计口径": "| 指标 | 计算 |\n| 党课次数 | 次数 |"},
        wrong="| 责任事项 | 对应指标 |\n| 讲党课 | 上党课次数 |", flagged=["书记责任清单!B2"],
        right="| 责任事项 | 对应指标 |\n| 讲党课 | 党课次数 |",
    ),
    Example(
        "REF-004", ACTIVITIES,
        shown=("{row}。HD-1 是 2022-03-04 的活动",
               "日期：2022-03-04；类型：党课；主题内容：乙；编号：HD-2；同日活动编号：HD-1（HD-1 在同一天）"),
        wrong=EVENTS + "| 2022-03-04 | 党课 | 甲 | | HD-1 | |\n| 2022-03-05 | 党课 | 乙 | | HD-2 | HD-1 |",
        flagged=["活动台账!F3"],
        right=EVENTS + "| 2022-03-04 | 党课 | 甲 | | HD-1 | |\n| 2022-03-04 | 党课 | 乙 | | HD-2 | HD-1 |",
    ),
    Example(
        "REF-005", ACTIVITIES,
        wrong=EVENTS + "| 2022-03-04 | 党课 | 甲 | | HD-1 | HD-1 |", flagged=["活动台账!F2"],
        right=EVENTS + "| 2022-03-04 | 党课 | 甲 | | HD-1 | |\n| 2022-03-04 | 宣讲 | 甲 | | | |",
    ),
    Example(
        "REF-006", VOLUNTEERING, given=ACTIVITY, shown=beside("HD-01 是 2022-03-05 的活动"),
        wrong=SERVICE + "| 2022-03-06 | 单位组织 | | 清扫街巷 | 张三 | 2 | HD-01 |", flagged=["志愿服务台账!G2"],
        right=SERVICE + "| 2022-03-05 | 单位组织 | | 清扫街巷 | 张三 | 2 | HD-01 |",
    ),
)  # fmt: skip

HOURS = (
    Example(
        "HOUR-001", VOLUNTEERING,
        wrong=SERVICE + "| 2022-03-06 | 单位组织 | | 清扫街巷 | 张三 | 16 | |", flagged=["志愿服务台账!F2"],
        right=SERVICE + "| 2022-03-06 | 单位组织 | | 清扫街巷 | 张三 | 12 | |",
    ),
    Example(
        "HOUR-001", ACTIVITIES,
        wrong="| 日期 | 类型 | 学时 |\n| 2022-03-04 | 集中学习 | 20 |", flagged=["活动台账!C2"],
        right="| 日期 | 类型 | 学时 |\n| 2022-03-04 | 集中学习 | 4 |",
    ),
    Example(
        "HOUR-002", VOLUNTEERING,
        wrong=SERVICE + "| 2022-03-06 | 单位组织 | | 清扫街巷 | 张三 | 0 | |", flagged=["志愿服务台账!F2"],
        right=SERVICE + "| 2022-03-06 | 单位组织 | | 清扫街巷 | 张三 | 0.5 | |\n| 2022-03-07 | 单位组织 | | 清扫 | 张三 | | |",
    ),
    Example(
        "HOUR-003", VOLUNTEERING,
        shown=("李四 2022-03-06 登了两次服务：8 小时、5 小时",
               "李四 2022-03-06 登了两次服务：8 小时、4 小时"),
        wrong=SERVICE + "| 2022-03-06 | 单位组织 | | 清扫 | 张三、李四 | 8 | |\n| 2022-03-06 | 党员个人 | | 劝导 | 李四 | 5 | |",
        flagged=["志愿服务台账!F3"],
        right=SERVICE + "| 2022-03-06 | 单位组织 | | 清扫 | 全体 | 8 | |\n| 2022-03-06 | 党员个人 | | 劝导 | 李四 | 4 | |\n"
                        "| 2022-03-07 | 党员个人 | | 劝导 | 李四 | 8 | |",
    ),
    Example(
        "PLACE-001", VOLUNTEERING,
        shown=("李四 2022-03-06 在梨园社区服务，没有写活动编号；同一天全体党员在三楼会议室上党课（HD-01）",
               "同样的两次，志愿服务那一行写了活动编号 HD-01"),
        given={"活动台账": "| 日期 | 类型 | 参加范围 | 地点 | 编号 | 同日活动编号 |\n"
                          "| 2022-03-06 | 党课 | 全体党员 | 三楼会议室 | HD-01 | |"},
        wrong=SERVICE + "| 2022-03-06 | 党员个人 | 梨园社区 | 劝导 | 李四、王五 | 2 | |", flagged=["志愿服务台账!C2"],
        right=SERVICE + "| 2022-03-06 | 单位组织 | 梨园社区 | 劝导 | 李四 | 2 | HD-01 |\n"
                        "| 2022-03-07 | 党员个人 | 梨园社区 | 劝导 | 李四 | 2 | |\n| 2022-03-06 | 党员个人 | | 劝导 | 王五 | 2 | |",
    ),
    Example(
        "PLACE-001", ACTIVITIES,
        wrong="| 日期 | 类型 | 参加范围 | 地点 | 参加人员 | 编号 | 同日活动编号 |\n"
              "| 2022-03-06 | 党课 | 自定 | 甲地 | 张三 | | |\n| 2022-03-06 | 宣讲 | 自定 | 乙地 | 张三、李四 | | |",
        flagged=["活动台账!D3"],
        right="| 日期 | 类型 | 参加范围 | 地点 | 参加人员 | 编号 | 同日活动编号 |\n"
              "| 2022-03-06 | 党课 | 自定 | 甲地 | 张三 | HD-1 | |\n| 2022-03-06 | 宣讲 | 自定 | 乙地 | 张三 | | HD-1 |\n"
              "| 2022-03-06 | 宣讲 | 自定 | 乙地 | 李四 | | |",
    ),
)  # fmt: skip

EXAMPLES = (*TWICE, *LINKS, *HOURS)
