"""Names in every ledger, and the roster itself."""

import datetime as dt

from tests.rules.example import BASICS, ROSTER, Example
from workbook.tables import ACTIVITIES, CHANGES, DUES, MEMBERS, OUTCOMES, TALKS, TASKS, VOLUNTEERING

GROUPS = {"基本信息": BASICS.format(year=2022)}
MEETING = {
    "活动台账": "| 日期 | 类型 | 编号 |\n| 2022-03-04 | 党员大会 | HD-01 |\n| 2022-03-05 | 支委会 | HD-02 |"
}

NAMES = (
    Example(
        "WHO-001", VOLUNTEERING,
        wrong="| 日期 | 参加人员 |\n| 2022-03-04 | 张三、赵六六、吴九 |\n| 2022-03-05 | 全体除郑十 |",
        flagged=["志愿服务台账!B2", "志愿服务台账!B3"],
        right="| 日期 | 参加人员 |\n| 2022-03-04 | 张三、外请（市委党校） |\n| 2022-03-05 | 全体除王五 |",
    ),
    Example(
        "WHO-001", TASKS,
        wrong="| 重点任务 | 责任人 |\n| 甲 | 张三三 |", flagged=["重点任务立项分解表!B2"],
        right="| 重点任务 | 责任人 |\n| 甲 | 张三 |\n| 乙 | 欧阳丹丹 |",
    ),
    Example(
        "WHO-001", ACTIVITIES,
        wrong="| 日期 | 主持人 | 列席 |\n| 2022-03-04 | 吴九 | 郑十 |", flagged=["活动台账!B2"],
        right="| 日期 | 主持人 | 列席 |\n| 2022-03-04 | 张三 | 郑十 |",
    ),
    Example(
        "WHO-001", DUES,
        wrong="| 姓名 | 月应交 |\n| 吴九 | 50 |", flagged=["党费台账!A2"],
        right="| 姓名 | 月应交 |\n| 张三 | 50 |",
    ),
    Example(
        "WHO-002", TASKS,
        wrong="| 重点任务 | 责任人 |\n| 甲 | 欧阳丹丹 |", flagged=["重点任务立项分解表!B2"],
        right="| 重点任务 | 责任人 |\n| 甲 | 张三 |",
    ),
    Example(
        "WHO-003", ACTIVITIES,
        given={MEMBERS.sheet: "| 姓名 | 入党日期 | 转入日期 | 转出日期 |\n| 张三 | 1995-07-01 | | 2022-06-01 |\n"
                              "| 李四 | 2001-07-01 | 2022-05-01 | |"},
        wrong="| 日期 | 参加人员 | 请假缺席人员 |\n| 2022-03-04 | 张三、李四 | |\n| 2022-07-04 | | 张三 |",
        flagged=["活动台账!B2", "活动台账!C3"],
        right="| 日期 | 参加人员 |\n| 2022-05-04 | 张三、李四 |",
    ),
    Example(
        "WHO-004", OUTCOMES,
        wrong="| 类别 | 已交人员 |\n| 心得体会 | 张三、李四、张三 |", flagged=["成果台账!B2"],
        right="| 类别 | 已交人员 |\n| 心得体会 | 外请（甲单位）、外请（乙单位） |\n| 心得体会 | 外请（甲）、外请（甲） |",
    ),
    Example(
        "WHO-005", VOLUNTEERING,
        wrong="| 组织方式 | 参加人员 |\n| 党员个人 | 张三、外请（社区） |", flagged=["志愿服务台账!B2"],
        right="| 组织方式 | 参加人员 |\n| 单位组织 | 张三、外请（社区） |\n| 党员个人 | 张三 |",
    ),
    Example(
        "WHO-006", DUES,
        wrong="| 姓名 | 月应交 |\n| 张三、李四 | 50 |\n| 全体 | 50 |", flagged=["党费台账!A2", "党费台账!A3"],
        right="| 姓名 | 月应交 |\n| 张三 | 50 |\n| 李四（办公室） | 50 |\n| 王五、王五 | 50 |",
    ),
    Example(
        "WHO-006", CHANGES,
        wrong="| 日期 | 姓名 | 变动类型 |\n| 2022-03-04 | 赵六、孙七 | 转入 |", flagged=["党员变动台账!B2"],
        right="| 日期 | 姓名 | 变动类型 |\n| 2022-03-04 | 赵六 | 转入 |\n| 2022-03-04 | 孙七 | 转入 |",
    ),
    Example(
        "WHO-007", TALKS,
        wrong="| 日期 | 谈话人 | 谈话对象 |\n| 2022-03-04 | 张三 | 李四、王五 |\n| 2022-03-05 | 张三 李四 | 赵六 |",
        flagged=["谈心谈话台账!C2", "谈心谈话台账!B3"],
        right="| 日期 | 谈话人 | 谈话对象 |\n| 2022-03-04 | 张三 | 李四 |\n| 2022-03-04 | 张三 | 王五 |",
    ),
    Example(
        "WHO-007", ACTIVITIES,
        wrong="| 日期 | 主持人 |\n| 2022-03-04 | 张三、李四 |", flagged=["活动台账!B2"],
        right="| 日期 | 主持人 | 主讲人 |\n| 2022-03-04 | 张三 | 李四、王五 |",
    ),
)  # fmt: skip

ROSTERS = (
    Example(
        "WHO-010", MEMBERS,
        wrong="| 姓名 | 入党日期 |\n| 张三 | 1995-07-01 |\n| 李四 | 2001-07-01 |\n| 张三 | 1995-07-01 |",
        flagged=["党员花名册!A4"],
        right="| 姓名 | 入党日期 | 转入日期 | 转出日期 |\n| 张三 | 1995-07-01 | | 2020-03-01 |\n"
              "| 张三 | 1995-07-01 | 2021-03-01 | |",
    ),
    Example(
        "WHO-011", MEMBERS,
        wrong="| 姓名 | 入党日期 |\n| 李伟 | 1995-07-01 |\n| 李伟 | 2001-07-01 |",
        flagged=["党员花名册!A2", "党员花名册!A3"],
        right="| 姓名 | 入党日期 |\n| 李伟（办） | 1995-07-01 |\n| 李伟（财） | 2001-07-01 |",
    ),
    Example(
        "WHO-012", MEMBERS,
        wrong="| 姓名 | 出生年月 | 入党日期 |\n| 张三 | 1980-03 | 1997-07-01 |", flagged=["党员花名册!C2"],
        right="| 姓名 | 出生年月 | 入党日期 |\n| 张三 | 1980-03 | 1998-03-01 |",
    ),
    Example(
        "WHO-013", MEMBERS,
        wrong="| 姓名 | 党员类别 | 转正日期 |\n| 张三 | 预备党员 | 2022-05-01 |", flagged=["党员花名册!B2"],
        right="| 姓名 | 党员类别 | 转正日期 |\n| 张三 | 正式党员 | 2022-05-01 |\n| 李四 | 预备党员 | |",
    ),
    Example(
        "WHO-014", MEMBERS, given=GROUPS,
        wrong=ROSTER.replace("|  | 第二党小组", "| | ").replace("| 是 | 第一党小组", "| 是 | ", 1),
        flagged=["党员花名册!H2"], right=ROSTER,
    ),
    Example(  # of a head without a group another rule tells
        "WHO-014", MEMBERS, given=GROUPS,
        wrong="| 姓名 | 党小组 | 党小组长 |\n| 张三 | | 否 |", flagged=["党员花名册!B2"],
        right="| 姓名 | 党小组 | 党小组长 |\n| 张三 | | 是 |",
    ),
    Example(
        "WHO-015", MEMBERS,
        wrong=ROSTER.replace("组织委员", "书记"), flagged=["党员花名册!F3"], right=ROSTER,
    ),
    Example(
        "CHG-001", CHANGES,
        wrong="| 日期 | 姓名 | 变动类型 |\n| 2022-03-04 | 赵六 | 转入 |\n| 2022-07-01 | 周八 | 发展 |",
        flagged=["党员变动台账!A2", "党员变动台账!A3"],
        right="| 日期 | 姓名 | 变动类型 |\n| 2012-07-01 | 周八 | 发展 |\n| 2013-06-01 | 周八 | 转正 |",
    ),
    Example(
        "CHG-002", MEMBERS,
        given={CHANGES.sheet: "| 日期 | 姓名 | 变动类型 |\n| 2022-03-04 | 李四 | 转入 |"},
        wrong="| 姓名 | 转入日期 | 转出日期 |\n| 张三 | 2022-03-04 | 2022-09-01 |",
        flagged=["党员花名册!B2", "党员花名册!C2"],
        right="| 姓名 | 转入日期 | 转出日期 |\n| 李四 | 2022-03-04 | |\n| 张三 | 2019-03-04 | 2021-09-01 |",
    ),
    Example(
        "CHG-003", CHANGES, given=MEETING,
        wrong="| 日期 | 姓名 | 变动类型 | 决议会议编号 |\n| 2022-03-05 | 周八 | 转正 | HD-02 |",
        flagged=["党员变动台账!D2"],
        right="| 日期 | 姓名 | 变动类型 | 决议会议编号 |\n| 2022-03-04 | 周八 | 转正 | HD-01 |",
    ),
    Example(
        "TALK-001", TALKS,
        wrong="| 日期 | 谈话人 | 谈话对象 |\n| 2022-03-04 | 张三 | 张三 |", flagged=["谈心谈话台账!C2"],
        right="| 日期 | 谈话人 | 谈话对象 |\n| 2022-03-04 | 张三 | 李四 |",
    ),
    Example(
        "TALK-002", TALKS,
        wrong="| 日期 | 谈话人 | 谈话对象 | 关系 |\n| 2022-03-04 | 张三 | 赵六 | 支委之间 |\n"
              "| 2022-03-05 | 赵六 | 孙七 | 支委与党员 |",
        flagged=["谈心谈话台账!D2", "谈心谈话台账!D3"],
        right="| 日期 | 谈话人 | 谈话对象 | 关系 |\n| 2022-03-04 | 张三 | 李四 | 支委之间 |\n"
              "| 2022-03-05 | 赵六 | 张三 | 支委与党员 |\n| 2022-03-06 | 孙七 | 吴九 | 支委之间 |",
    ),
    Example(
        "PAY-001", DUES,
        given={MEMBERS.sheet: "| 姓名 | 入党日期 | 转入日期 | 转出日期 |\n| 张三 | 1995-07-01 | | 2022-02-10 |\n"
                              "| 李四 | 2022-03-20 | | |"},
        wrong="| 姓名 | 1月 | 2月 | 3月 |\n| 张三 | 50 | 50 | 50 |\n| 李四 | | 30 | 30 |",
        flagged=["党费台账!D2", "党费台账!C3"],
        right="| 姓名 | 1月 | 2月 | 3月 |\n| 张三 | 50 | 50 | |\n| 李四 | | | 30 |\n| 王五 | 50 | 50 | 50 |",
    ),
    Example(
        "PAY-002", DUES, as_of=None, today=dt.date(2022, 2, 10),
        wrong="| 姓名 | 1月 | 2月 | 3月 | 4月 |\n| 张三 | 50 | 50 | 50 | 50 |", flagged=["党费台账!D2"],
        right="| 姓名 | 1月 | 2月 | 3月 |\n| 张三 | 50 | 50 | |",
    ),
    Example(
        "PAY-002", DUES, as_of=dt.date(2022, 1, 31), today=dt.date(2022, 3, 1),
        wrong="| 姓名 | 1月 | 4月 |\n| 张三 | 50 | 50 |", flagged=["党费台账!C2"],
        right="| 姓名 | 1月 | 2月 | 3月 |\n| 张三 | 50 | 50 | 50 |",
    ),
    Example(
        "PAY-003", DUES, as_of=dt.date(2022, 3, 30),
        given={MEMBERS.sheet: "| 姓名 | 入党日期 | 转入日期 | 转出日期 |\n| 张三 | 1995-07-01 | | |\n"
                              "| 李四 | 1995-07-01 | 2022-01-31 | |\n| 王五 | 1995-07-01 | | 2022-02-01 |"},
        wrong="| 姓名 | 月应交 | 1月 | 2月 | 3月 |\n| 张三 | | 50 | | |\n| 李四 | 30 | | | |\n| 王五 | 30 | | | |",
        flagged=["党费台账!D2", "党费台账!D3", "党费台账!C4"],
        right="| 姓名 | 月应交 | 1月 | 2月 | 3月 |\n| 张三 | 50 | 50 | 0 | |\n| 李四 | 0 | | | |\n"
              "| 王五 | | 50 | | |\n| 孙七 | 50 | | | |\n| 张三 | 50 | 50 | 五十 | |",
    ),
    Example(
        "PAY-004", MEMBERS, as_of=dt.date(2022, 3, 30),
        given={DUES.sheet: "| 姓名 | 月应交 | 1月 |\n| 张三 | 50 | 50 |"},
        wrong="| 姓名 | 入党日期 | 转入日期 | 转出日期 |\n| 张三 | 1995-07-01 | | |\n| 李四 | 1995-07-01 | | |\n"
              "| 王五 | 1995-07-01 | | 2022-03-02 |",
        flagged=["党员花名册!A3", "党员花名册!A4"],
        right="| 姓名 | 入党日期 | 转入日期 | 转出日期 |\n| 张三 | 1995-07-01 | | |\n| 李四 | 2022-02-15 | | |\n"
              "| 王五 | 1995-07-01 | | 2022-01-20 |\n| 赵六 | 1995-07-01 | 2022-03-01 | |",
    ),
    Example(  # nobody keeps this sheet here
        "PAY-004", DUES,
        wrong="| 姓名 | 月应交 | 1月 |\n| 张三 | 50 | 50 |",
        flagged=[f"党员花名册!A{row}" for row in range(3, 8)],
        right="| 姓名 | 月应交 | 1月 |",
    ),
)  # fmt: skip

EXAMPLES = (*NAMES, *ROSTERS)
