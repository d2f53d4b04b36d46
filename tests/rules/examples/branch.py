"""The branch, its committee, the year of probation, and the flow of members."""

import datetime as dt

from tests.rules.example import BASICS, ROSTER, Example, beside, silent
from workbook.tables import BASICS as SETTINGS
from workbook.tables import CHANGES, MEMBERS

HEAD = "| 姓名 | 党员类别 | 入党日期 | 转正日期 | 党内职务 |\n"
SEVEN = ROSTER + "| 吴九 | 男 | 1990-01 | 正式党员 | 2012-07-01 | | | 第二党小组 | 2013-07-01 | | |\n"
TO_BE_CONFIRMED = "| 吴九 | 男 | 1990-01 | 正式党员 | 2012-07-01 | | | 第二党小组 | 2023-07-01 | | |\n"


def settings(**own: str) -> str:
    """Return 基本信息 with some settings as they are given."""
    lines = BASICS.format(year=2022).splitlines()
    return "\n".join(
        next((f"| {t} | {v} |" for t, v in own.items() if f"| {t} |" in line), line) for line in lines
    )


def roster(*members: str) -> dict[str, str]:
    """Return a roster of numbered full members, each with the Party post given."""
    rows = (f"| 党员{n} | 正式党员 | 2000-07-01 | 2001-07-01 | {post} |\n" for n, post in enumerate(members))
    return {MEMBERS.sheet: HEAD.replace(" |\n", " | 转入日期 | 转出日期 |\n") + "".join(rows)}


COMMITTEE = (
    Example(
        "BRANCH-001", SETTINGS,
        shown=("花名册有正式党员 7 名；设支部委员会：否", "花名册有正式党员 7 名；设支部委员会：是"),
        given={MEMBERS.sheet: SEVEN},
        wrong=settings(设支部委员会="否"), flagged=["基本信息!B8"], right=settings(),
    ),
    Example(
        "BRANCH-002", MEMBERS,
        shown=("设支部委员会：是；花名册上只有书记、副书记 2 名成员",
               "设支部委员会：是；花名册上有书记、组织委员、宣传委员 3 名成员"),
        wrong=roster("书记", "副书记", *[""] * 5)[MEMBERS.sheet], flagged=["基本信息!B8"],
        right=roster("书记", "组织委员", "宣传委员", *[""] * 5)[MEMBERS.sheet],
    ),
    Example(
        "BRANCH-002", SETTINGS, given=roster("书记", "副书记", "", "", "", "", ""),
        wrong=settings(), flagged=["基本信息!B8"], right=settings(设支部委员会="否"),
    ),
    Example(
        "BRANCH-002", SETTINGS, given=roster("书记", *["委员"] * 7, ""),
        wrong=settings(), flagged=["基本信息!B8"], right=settings(设支部委员会=""),
    ),
    Example(
        "BRANCH-003", MEMBERS,
        shown=("设支部委员会：是；花名册上 8 名党员的党内职务都空着",
               "设支部委员会：是；花名册上书记、组织委员、宣传委员都填了党内职务"),
        wrong=roster(*[""] * 8)[MEMBERS.sheet], flagged=["基本信息!B8"],
        right=roster("书记", "组织委员", "宣传委员", *[""] * 5)[MEMBERS.sheet],
    ),
    Example(
        "BRANCH-003", SETTINGS, given=roster(*[""] * 8),
        wrong=settings(), flagged=["基本信息!B8"], right=settings(设支部委员会="否"),
    ),
    Example(
        "BRANCH-004", SETTINGS,
        shown=("设支部委员会：否；花名册上有组织委员、宣传委员",
               "设支部委员会：是；花名册上有组织委员、宣传委员"),
        wrong=settings(设支部委员会="否"), flagged=["基本信息!B8"], right=settings(),
    ),
    Example(
        "BRANCH-004", MEMBERS, given={"基本信息": settings(设支部委员会="否")},
        wrong=roster("书记", "组织委员", "")[MEMBERS.sheet], flagged=["基本信息!B8"],
        right=roster("书记", "副书记", "")[MEMBERS.sheet],
    ),
    Example(
        "BRANCH-005", MEMBERS,
        shown=("花名册有在册党员 50 名", "花名册有在册党员 49 名"),
        wrong=roster(*[""] * 50)[MEMBERS.sheet], flagged=["基本信息!B5"],
        right=roster(*[""] * 49)[MEMBERS.sheet],
    ),
    Example(
        "BRANCH-006", MEMBERS,
        shown=("花名册有正式党员 2 名", "花名册有正式党员 3 名"),
        wrong=roster("书记", "")[MEMBERS.sheet], flagged=["基本信息!B5"],
        right=roster("书记", "", "")[MEMBERS.sheet],
    ),
    Example(
        "BRANCH-006", SETTINGS, given=roster("书记", ""),
        wrong=settings(), flagged=["基本信息!B5"], right=settings(支部名称="中共甲局、乙局联合支部委员会"),
    ),
    Example(
        "BRANCH-007", MEMBERS,
        shown=("书记张三的转正日期：2022-01-01（今天是 2022-12-31，不满一年）",
               "书记张三的转正日期：2021-12-31（今天是 2022-12-31，满一年）"),
        wrong=ROSTER.replace("1996-07-01", "2022-01-01"), flagged=["党员花名册!F2"],
        right=ROSTER.replace("1996-07-01", "2021-12-31").replace("2002-07-01", "2022-03-01"),
    ),
)  # fmt: skip

JUNE, JULY = dt.date(2022, 6, 20), dt.date(2022, 7, 2)
PROBATION_HEAD = "| 姓名 | 党员类别 | 入党日期 | 转正日期 | 转入日期 | 转出日期 |\n"
ON_PROBATION = PROBATION_HEAD + "| 赵六 | 预备党员 | 2021-07-01 | | | |\n"
EXTENDED = {CHANGES.sheet: "| 日期 | 姓名 | 变动类型 |\n| 2022-07-01 | 赵六 | 延长预备期 |"}
NEXT_YEAR = ON_PROBATION.replace("2021-07-01", "2022-01-10")
PROBATION = (
    Example(
        "FULL-001", MEMBERS, as_of=JUNE, shown=beside("今天是 2022-06-20"),
        wrong=ON_PROBATION, flagged=["党员花名册!B2"],
        right=ON_PROBATION.replace("2021-07-01", "2021-07-06") + "| 张三 | 正式党员 | 2021-06-20 | 2022-06-20 | | |",
    ),
    Example(
        "FULL-002", MEMBERS,
        shown=beside("今天是 2022-07-02"),
        as_of=JULY, wrong=ON_PROBATION, flagged=["党员花名册!B2"],
        right=PROBATION_HEAD + "| 赵六 | 正式党员 | 2021-07-01 | 2022-07-01 | | |\n| 孙七 | 预备党员 | 2021-07-02 | | | |\n"
                               "| 周八 | 预备党员 | 2021-03-01 | | | 2022-05-01 |",
    ),
    Example(
        "FULL-002", CHANGES, as_of=JULY, given={MEMBERS.sheet: ON_PROBATION},
        wrong="| 日期 | 姓名 | 变动类型 |\n| 2022-07-01 | 孙七 | 延长预备期 |", flagged=["党员花名册!B2"],
        right=EXTENDED[CHANGES.sheet],
    ),
    Example(
        "FULL-002", MEMBERS, as_of=JULY, given=EXTENDED,
        wrong=ON_PROBATION.replace("2021", "2020"), flagged=["党员花名册!B2"], right=ON_PROBATION,
    ),
    Example(  # the year is over, and so is its last day; what ends soon is seen from today
        "FULL-002", MEMBERS, as_of=None, today=dt.date(2023, 1, 5),
        wrong=ON_PROBATION.replace("2021-07-01", "2021-12-31"), flagged=["党员花名册!B2"], right=NEXT_YEAR,
    ),
    Example(
        "FULL-001", MEMBERS, as_of=None, today=dt.date(2023, 1, 5),
        wrong=ON_PROBATION.replace("2021-07-01", "2022-01-20"), flagged=["党员花名册!B2"],
        right=ON_PROBATION.replace("2021-07-01", "2022-01-21"),
    ),
    Example(
        "FULL-003", MEMBERS,
        wrong=PROBATION_HEAD + "| 张三 | 正式党员 | 2001-07-01 | 2002-05-01 | | |", flagged=["党员花名册!D2"],
        right=PROBATION_HEAD + "| 张三 | 正式党员 | 2001-07-01 | 2002-06-30 | | |\n| 李四 | 正式党员 | 1975-07-01 | 1975-07-01 | | |\n"
                               "| 王五 | 正式党员 | 2004-02-29 | 2005-02-28 | | |",
    ),
)  # fmt: skip

MOVES = "| 日期 | 姓名 | 变动类型 |\n"
DAYS = "| 姓名 | 入党日期 | 转正日期 | 转入日期 | 转出日期 |\n"
THREE = DAYS + "| 张三 | 2001-07-01 | 2002-07-01 | | |\n| 李四 | 2001-07-01 | 2002-07-01 | 2022-03-01 | |\n"
FLOW = (
    Example(
        "CHG-004", MEMBERS,
        shown=("花名册：张三 2022-06-24 入党；变动台账没有登他的“发展”",
               "花名册：王五 2022-06-24 入党；变动台账登了他的“发展”"),
        given={CHANGES.sheet: MOVES + "| 2022-06-24 | 王五 | 发展 |"},
        wrong=DAYS + "| 张三 | 2022-06-24 | | | |\n| 李四 | 2021-06-24 | 2022-06-24 | | |",
        flagged=["党员花名册!B2", "党员花名册!C3"],
        right=DAYS + "| 王五 | 2022-06-24 | | | |\n| 李四 | 2022-02-24 | | 2022-06-24 | |\n| 赵六 | 2021-06-24 | 2022-06-24 | | 2022-05-01 |",
    ),
    Example(
        "CHG-005", CHANGES,
        shown=("变动台账：2022-06-20 张三其他减少；花名册：转出日期是 2022-06-24",
               "变动台账：2022-06-24 张三其他减少；花名册：转出日期是 2022-06-24"),
        given={MEMBERS.sheet: DAYS + "| 张三 | 2001-07-01 | | | 2022-06-24 |"},
        wrong=MOVES + "| 2022-06-20 | 张三 | 其他减少 |", flagged=["党员变动台账!A2"],
        right=MOVES + "| 2022-06-24 | 张三 | 其他减少 |",
    ),
    Example(
        "CHG-005", CHANGES,
        wrong=MOVES + "| 2022-06-24 | 张三 | 其他减少 |\n| 2022-07-24 | 李四 | 取消预备党员资格 |",
        flagged=["党员变动台账!A2", "党员变动台账!A3"],
        right=MOVES + "| 2022-06-24 | 张三 | 转出 |\n| 2022-07-24 | 吴九 | 其他减少 |\n| 2022-07-24 | 赵六 | 延长预备期 |",
    ),
    Example(
        "CHG-006", CHANGES,
        shown=("年初 2 人，变动台账只登了李四转入，应有 3 人；花名册上王五也转出了，是 2 人",
               "年初 2 人，变动台账登了李四转入、王五转出，应有 2 人；花名册也是 2 人"),
        given={MEMBERS.sheet: THREE + "| 王五 | 2001-07-01 | 2002-07-01 | | 2022-05-01 |"},
        wrong=MOVES + "| 2022-03-01 | 李四 | 转入 |", flagged=["党员变动台账!C1"],
        right=MOVES + "| 2022-03-01 | 李四 | 转入 |\n| 2022-05-01 | 王五 | 转出 |\n| 2021-05-01 | 赵六 | 转出 |\n| 2022-06-01 | 张三 | 延长预备期 |",
    ),
    Example(
        "CHG-006", CHANGES, given={MEMBERS.sheet: THREE}, as_of=dt.date(2022, 2, 1),
        wrong=MOVES + "| 2022-01-15 | 李四 | 转入 |", flagged=["党员变动台账!C1"],
        right=MOVES + "| 2022-03-01 | 李四 | 转入 |",
    ),
)  # fmt: skip

EXAMPLES = (*COMMITTEE, *PROBATION, *FLOW)
STILL_POSSIBLE = (
    silent("FULL-001", MEMBERS, ON_PROBATION, as_of=dt.date(2022, 6, 15)),
    silent("FULL-002", MEMBERS, ON_PROBATION, as_of=JUNE),
)
MOVED_AWAY = "| 吴九 | 正式党员 | 2000-07-01 | 2001-07-01 | | | 2022-06-01 |\n"
NOT_APPLICABLE = (
    silent("BRANCH-001", SETTINGS, settings(设支部委员会=""), given={MEMBERS.sheet: SEVEN}),
    silent("BRANCH-001", SETTINGS, settings(设支部委员会="否")),
    silent("BRANCH-001", SETTINGS, settings(设支部委员会="否"), given={MEMBERS.sheet: ROSTER + TO_BE_CONFIRMED}),
    silent("BRANCH-002", SETTINGS, settings(设支部委员会="否"), given=roster("书记", "副书记", "")),
    silent("BRANCH-003", SETTINGS, settings(), given=roster()),
    silent("BRANCH-005", MEMBERS, roster(*[""] * 49)[MEMBERS.sheet] + MOVED_AWAY),
    silent("BRANCH-005", SETTINGS, settings(支部名称="中共甲局总支部委员会"), given=roster(*[""] * 50)),
    silent("BRANCH-006", SETTINGS, settings(), given=roster()),
    silent("BRANCH-006", SETTINGS, settings(支部名称="中共甲局、乙局联合支部委员会"), given=roster("书记", "")),
    silent("BRANCH-006", MEMBERS, roster("书记", "", "")[MEMBERS.sheet].replace("党员2 | 正式党员", "党员2 |")),
    silent("BRANCH-007", MEMBERS, ROSTER.replace("2002-07-01", "2022-03-01")),
    silent("BRANCH-007", MEMBERS, ROSTER.replace("1996-07-01 | | |", "2022-01-01 | | 2022-06-01 |")),
    silent("FULL-001", MEMBERS, ROSTER),
    silent("FULL-001", MEMBERS, ON_PROBATION, given=EXTENDED, as_of=JUNE),
    silent("FULL-001", MEMBERS, NEXT_YEAR, as_of=None),
    silent("FULL-002", MEMBERS, ON_PROBATION.replace("| | | |", "| | | 2022-05-01 |"), as_of=JULY),
    silent("FULL-002", MEMBERS, NEXT_YEAR, as_of=None),
)  # fmt: skip
