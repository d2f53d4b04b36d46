"""Cells read as meant, though typed in an unusual way."""

from tests.rules.example import Example
from workbook.tables import ACTIVITIES, MEMBERS, VOLUNTEERING

DATED = "| 日期 | 类型 |\n| 2022-03-04 | 党课 |"

EXAMPLES = (
    Example(
        "READ-020", ACTIVITIES,
        wrong="| 日期 | 主题内容 |\n| 2022-03-04 | 学习第２期材料 |", flagged=["活动台账!B2"],
        right="| 日期 | 主题内容 |\n| 2022-03-04 | 学习第2期材料 |\n| 2022-03-05 | 学习材料（一） |",
    ),
    Example(
        "READ-021", ACTIVITIES,
        wrong="| 日期 | 类型 | 主题内容 |\n| 2022-03-04 | 党 课 | '  学习材料 |",
        flagged=["活动台账!B2", "活动台账!C2"],
        right="| 日期 | 类型 | 主题内容 |\n| 2022-03-04 | 党课 | 学习材料 |\n| 2022-03-05 | 党课 | 学习 材料 |",
    ),
    Example(
        "READ-022", ACTIVITIES,
        wrong="| 日期 | 类型 |\n| 2022.3.4 | 党课 |\n| 2022年3月5日 | 党课 |", flagged=["活动台账!A2", "活动台账!A3"],
        right=DATED,
    ),
    Example("READ-023", ACTIVITIES, wrong="| 日期 | 类型 |\n| 44624 | 党课 |", flagged=["活动台账!A2"], right=DATED),
    Example(
        "READ-024", VOLUNTEERING, shown=("每人时长：文本格式的“2”，左上角有绿色小三角", "每人时长：数字 2"),
        wrong="| 日期 | 每人时长 |\n| 2022-03-04 | '2 |", flagged=["志愿服务台账!B2"],
        right="| 日期 | 每人时长 |\n| 2022-03-04 | 2 |",
    ),
    Example(
        "READ-025", VOLUNTEERING,
        wrong="| 日期 | 每人时长 |\n| 2022-03-04 | 2小时 |", flagged=["志愿服务台账!B2"],
        right="| 日期 | 每人时长 |\n| 2022-03-04 | 2 |",
    ),
    Example(
        "READ-026", VOLUNTEERING,
        wrong="| 日期 | 参加人员 |\n| 2022-03-04 | 张三，李四 |", flagged=["志愿服务台账!B2"],
        right="| 日期 | 参加人员 |\n| 2022-03-04 | 张三、李四 |",
    ),
    Example(
        "READ-027", ACTIVITIES,
        wrong="| 日期 | 请假缺席人员 |\n| 2022-03-04 | 无 |", flagged=["活动台账!B2"],
        right="| 日期 | 请假缺席人员 |\n| 2022-03-04 | |",
    ),
    Example(
        "READ-028", MEMBERS,
        wrong="| 姓名 | 班子成员 |\n| 张三 | √ |", flagged=["党员花名册!B2"],
        right="| 姓名 | 班子成员 |\n| 张三 | 是 |",
    ),
    Example(
        "READ-029", ACTIVITIES, shown=("{row}。原来填的是“3-2”", "{row}"),
        wrong="| 日期 | 地点 |\n| 2022-03-04 | 2022-03-02 |", flagged=["活动台账!B2"],
        right="| 日期 | 地点 |\n| 2022-03-04 | 3楼2号 |",
    ),
)  # fmt: skip
