"""Dues against the rates and against what was due."""

import datetime as dt

from tests.rules.example import Example, beside, silent
from workbook.tables import DUES, MEMBERS

HEAD = "| 姓名 | 月应交 | 交纳基数 |\n"
MONTHS = "| 姓名 | 月应交 | 1月 | 2月 | 3月 | 4月 | 5月 | 6月 | 7月 |\n"
REMARKED = "| 姓名 | 月应交 | 1月 | 2月 | 3月 | 4月 | 备注 |\n"
SPRING, SUMMER = dt.date(2022, 3, 31), dt.date(2022, 7, 31)
RETIRED = {MEMBERS.sheet: "| 姓名 | 入党日期 | 职务职级 | 转入日期 | 转出日期 |\n| 张三 | 1995-07-01 | 退休干部 | | |\n"
                          "| 李四 | 1995-07-01 | 科长 | | |"}  # fmt: skip
MOVED = {MEMBERS.sheet: "| 姓名 | 入党日期 | 转入日期 | 转出日期 |\n| 张三 | 1995-07-01 | 2022-01-10 | |\n"
                        "| 李四 | 1995-07-01 | | 2022-07-05 |"}  # fmt: skip

EXAMPLES = (
    Example(
        "PAY-010", DUES,
        wrong=HEAD + "| 张三 | 90 | 3000 |\n| 李四 | 75 | 5000 |\n| 王五 | 200 | 10000 |\n| 赵六 | 152 | 10100 |\n| 孙七 | 80 | 4000 |",
        flagged=["党费台账!B2", "党费台账!B3", "党费台账!B4", "党费台账!B5", "党费台账!B6"],
        right=HEAD + "| 张三 | 15 | 3000 |\n| 李四 | 50 | 5000 |\n| 王五 | 150 | 10000 |\n| 赵六 | 202 | 10100 |\n"
                     "| 孙七 | 0 | 4000 |\n| 周八 | 70 | |\n| 吴九 | 30.5 | 3001 |",
    ),
    Example(
        "PAY-010", DUES, given=RETIRED,
        wrong=HEAD + "| 李四 | 25 | 5000 |", flagged=["党费台账!B2"], right=HEAD + "| 张三 | 25 | 5000 |",
    ),
    Example(
        "PAY-011", DUES, given=RETIRED, shown=beside("花名册上张三是退休干部"),
        wrong=HEAD + "| 张三 | 90 | 6000 |", flagged=["党费台账!B2"],
        right=HEAD + "| 张三 | 60 | 6000 |\n| 李四 | 90 | 6000 |",
    ),
    Example(
        "PAY-012", DUES, as_of=SPRING,
        wrong=MONTHS + "| 张三 | 50 | 50 | 0 | 50 | | | | |\n| 李四 | 50 | 0 | 0 | 0 | 150 | | | |",
        flagged=["党费台账!D2", "党费台账!C3"],
        right=MONTHS + "| 张三 | 50 | 0 | 0 | 150 | | | | |\n| 李四 | 50 | 50 | | 50 | | | | |\n| 王五 | | 0 | 0 | 0 | | | | |\n"
                       "| 赵六 | 0 | 0 | 0 | 0 | | | | |\n| 孙七 | 50 | 150 | 0 | 0 | | | | |",
    ),
    Example(
        "PAY-012", DUES, as_of=SPRING, given=MOVED,
        wrong=MONTHS + "| 张三 | 50 | 0 | 50 | 40 | | | | |", flagged=["党费台账!E2"],
        right=MONTHS + "| 张三 | 50 | 0 | 50 | 50 | | | | |\n| 吴九 | 50 | 0 | 0 | 0 | | | | |",
    ),
    Example(
        "PAY-013", DUES, as_of=SUMMER,
        wrong=MONTHS + "| 张三 | 50 | 0 | 0 | 0 | 0 | 0 | 0 | 50 |\n| 李四 | | 50 | 0 | 0 | 0 | 0 | 0 | 0 |",
        flagged=["党费台账!C2", "党费台账!D3"],
        right=MONTHS + "| 张三 | 50 | 0 | 0 | 0 | 0 | 0 | 50 | 0 |\n| 李四 | 50 | 0 | 0 | 0 | 0 | 0 | | 0 |\n"
                       "| 王五 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n| 赵六 | 50 | 350 | 0 | 0 | 0 | 0 | 0 | 0 |",
    ),
    Example(
        "PAY-013", DUES, as_of=SUMMER, given=MOVED,
        wrong=MONTHS + "| 张三 | 50 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n| 李四 | 50 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |",
        flagged=["党费台账!D2", "党费台账!C3"],
        right=MONTHS + "| 李四 | 50 | 50 | 0 | 0 | 0 | 0 | 0 | 0 |",
    ),
    Example(
        "PAY-014", DUES, as_of=SUMMER,
        wrong=REMARKED + "| 张三 | 15 | 15 | 1500 | 15 | 15 | |\n| 李四 | 15 | 150 | 15 | 150 | 15 | 8月转出 |\n"
                         "| 王五 | 1.5 | 15 | 15 | 15 | 15 | |",
        flagged=["党费台账!D2", "党费台账!C3", "党费台账!C4"],
        right=REMARKED + "| 张三 | 15 | 15 | 149 | 15 | 15 | |\n| 李四 | 15 | 180 | 0 | | | 一次交清 |\n"
                         "| 王五 | 15 | 1015 | 15 | 15 | 15 | 自愿多交党费1000元 |\n| 赵六 | 0 | 100 | 0 | 0 | 0 | |\n"
                         "| 孙七 | | 1500 | 15 | 15 | 15 | |",
    ),
)  # fmt: skip
ZEROS = MONTHS + "| 张三 | 50 | 0 | 0 | 0 | 0 | 0 | 0 | |"
STILL_POSSIBLE = (
    silent("PAY-012", DUES, MONTHS + "| 张三 | 50 | 50 | 50 | 0 | | | | |", as_of=dt.date(2022, 3, 30)),
    silent("PAY-013", DUES, ZEROS, as_of=dt.date(2022, 6, 29)),
)
NOT_APPLICABLE = (
    silent("PAY-012", DUES, MONTHS + "| 张三 | 0 | 0 | 0 | 0 | | | | |", as_of=SPRING),
    silent("PAY-013", DUES, ZEROS, given=MOVED, as_of=dt.date(2022, 6, 30)),
)
