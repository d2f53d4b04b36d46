"""The figures of the summary as a user of pandas would filter them from the sheets of one year."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

LABELS = ["类型", "兼作一", "兼作二", "兼作三"]
SHEETS = (
    "基本信息", "党员花名册", "党员变动台账", "谈心谈话台账", "党费台账", "重点项目清单",
    "重点任务立项分解表", "书记责任清单", "活动台账", "成果台账", "志愿服务台账", "重点工作台账",
    "专项自查台账", "文件与报送台账", "荣誉台账", "问题与打算", "总结底稿", "年度主题", "选项表",
)  # fmt: skip
HEADER = 2  # a title and a note stand above the column titles
CONDUCT = "党员遵守党纪国法情况"
Sheets = dict[str, "pd.DataFrame"]


class Year:
    """The sheets of one workbook, with the roster beside them for 全体 and 应到."""

    def __init__(self, sheets: Sheets) -> None:
        self.sheets = {name: sheets[name].dropna(how="all") for name in SHEETS}
        basics = self.sheets["基本信息"].dropna(subset="项目")
        self.settings = dict(zip(basics["项目"], basics["内容"], strict=True))
        self.roster = self.sheets["党员花名册"]
        self.ranks = {row["姓名"]: _rank(row) for _, row in self.roster.iterrows()}
        self.activities = self._of_year("活动台账", "日期")

    def _of_year(self, sheet: str, date: str) -> pd.DataFrame:
        frame = self.sheets[sheet]
        year = int(self.settings["年度"])
        own = frame[date].map(lambda day: getattr(day, "year", year))
        return frame[frame["归属年度"].fillna(own).fillna(year) == year]

    def members(self, day: Any, scope: str = "全体党员", group: str = "") -> list[str]:
        """Return the names expected on `day`."""
        held = self.roster
        held = held[~((held["入党日期"] > day) | (held["转入日期"] > day) | (held["转出日期"] <= day))]
        if scope == "支委":
            held = held[held["党内职务"].notna()]
        if scope == "班子":
            held = held[held["班子成员"] == "是"]
        if scope == "党小组":
            held = held[held["党小组"] == group]
        return list(held["姓名"])

    def names(self, cell: Any, day: Any = None) -> list[str]:
        """Return the names in a people cell; 全体 is the roster of `day`."""
        if not isinstance(cell, str):
            return []
        found = [name for name in re.split(r"[、，,；;\s]+", re.sub(r"（[^）]*）", "", cell)) if name]
        if not found or not found[0].startswith("全体"):
            return found
        without = {found[0].removeprefix("全体").removeprefix("党员").removeprefix("除"), *found[1:]}
        return [name for name in self.members(day) if name not in without]

    def labelled(self, *kinds: str) -> pd.DataFrame:
        """Return the activities of any of `kinds`, labels included."""
        return self.activities[self.activities[LABELS].isin(kinds).any(axis=1)]

    def attendance(self, row: pd.Series[Any]) -> list[str]:
        """Return who was present at an activity."""
        if isinstance(row["参加人员"], str):
            return self.names(row["参加人员"], row["日期"])
        absent = self.names(row["请假缺席人员"], row["日期"])
        expected = self.members(row["日期"], row["参加范围"], row["主体"])
        return [name for name in expected if name not in absent]

    def present(self, row: pd.Series[Any]) -> float:
        """Return how many were present: what is typed, else those counted."""
        return len(self.attendance(row)) if math.isnan(row["实到"]) else float(row["实到"])

    def lectures(self, ranks: tuple[str, ...]) -> int:
        """Count the lessons given by people of one of `ranks`."""
        lessons = self.labelled("党课")
        held = lessons["主讲人"].map(lambda cell: any(self.ranks.get(n) in ranks for n in self.names(cell)))
        return int(held.sum())


def _rank(row: pd.Series[Any]) -> str:
    if row["党内职务"] == "书记":
        return "书记"
    return "班子成员" if row["班子成员"] == "是" else "党员"


def figures(year: Year) -> dict[str, Any]:
    """Return every figure the narrative uses, by name."""
    parts = (_people, _lists, _activities, _outcomes, _services, _rest)
    return {name: value for part in parts for name, value in part(year).items()}


def _people(year: Year) -> dict[str, Any]:
    import pandas as pd

    roster = year.roster
    end = pd.Timestamp(int(year.settings["年度"]), 12, 31)
    roster = roster[roster["姓名"].isin(year.members(end))]
    dues = year.sheets["党费台账"][[f"{month}月" for month in range(1, 13)]]
    return {
        "党员总数": len(roster),
        "正式党员数": (roster["党员类别"] == "正式党员").sum(),
        "预备党员数": (roster["党员类别"] == "预备党员").sum(),
        "谈心谈话次数": len(year.sheets["谈心谈话台账"]),
        "党费实收": dues.sum().sum(),
    }


def _lists(year: Year) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for sheet, total, done in (
        ("重点项目清单", "项目总数", "项目完成数"),
        ("重点任务立项分解表", "任务总数", "任务完成数"),
        ("书记责任清单", "职责项数", "职责完成数"),
    ):
        status = year.sheets[sheet]["状态"]
        found |= {total: (status != "调整取消").sum(), done: (status == "完成").sum()}
    return found


def _activities(year: Year) -> dict[str, Any]:
    def count(*kinds: str) -> int:
        return len(year.labelled(*kinds))

    def themed(kind: str) -> int:
        return int(year.labelled(kind)["年度主题"].notna().sum())

    birthdays = year.labelled("政治生日")
    return {
        "第一议题学习次数": count("第一议题"),
        "专题研究党建次数": count("专题研究党建"),
        "年度主题集中学习次数": themed("集中学习"),
        "年度主题党课次数": themed("党课"),
        "年度主题宣讲次数": themed("宣讲"),
        "交流研讨次数": count("交流研讨"),
        "专题读书会次数": count("专题读书会"),
        "党员大会次数": count("党员大会"),
        "支委会次数": count("支委会"),
        "党小组会次数": count("党小组会"),
        "组织生活会次数": count("组织生活会"),
        "主题党日次数": count("主题党日"),
        "理论小组学习次数": count("理论学习小组"),
        "民主评议次数": count("民主评议党员"),
        "班子成员上党课次数": year.lectures(("书记", "班子成员")),
        "政治生日人次": birthdays.apply(year.attendance, axis=1).map(len).sum() if len(birthdays) else 0,
        "政治生日活动次数": len(birthdays),
        "党费公布次数": count("公布党费收支"),
        "换届日期": year.labelled("换届选举")["日期"].max(),
        "警示教育次数": count("警示教育", "观看警示教育片"),
        "警示教育片次数": count("观看警示教育片"),
        "家风家训分享次数": count("家风家训分享"),
        "家风节目次数": count("观看家风节目"),
        "党建品牌研究次数": count("研究党建品牌"),
        "研究意识形态次数": count("研究意识形态"),
        "意识形态研判次数": count("意识形态分析研判"),
        "集中学习参加人次": year.labelled("集中学习", "理论学习小组", "交流研讨", "专题读书会")
        .apply(year.present, axis=1)
        .sum(),
    }


def _outcomes(year: Year) -> dict[str, Any]:
    outcomes = year.sheets["成果台账"]
    counted = outcomes.apply(lambda row: len(year.names(row["已交人员"], row["提交日期"])), axis=1)
    copies = outcomes["数量"].fillna(counted).groupby(outcomes["类别"]).sum()
    return {
        "心得体会篇数": copies.get("心得体会", 0),
        "发言提纲份数": copies.get("交流发言提纲", 0),
        "家风承诺书份数": copies.get("家风承诺书", 0),
        "家风故事数": copies.get("家风故事", 0),
    }


def _services(year: Year) -> dict[str, Any]:
    services = year._of_year("志愿服务台账", "日期")
    people = services.apply(lambda row: year.names(row["参加人员"], row["日期"]), axis=1)
    unit, own = services["组织方式"] == "单位组织", services["组织方式"] == "党员个人"
    return {
        "单位志愿服务次数": unit.sum(),
        "单位志愿服务小时": services.loc[unit, "每人时长"].sum(),
        "党员志愿服务人数": people[own].explode().nunique(),
        "党员志愿服务次数": people[own].map(len).sum(),
        "党员志愿服务小时": (people[own].map(len) * services.loc[own, "每人时长"]).sum(),
    }


def _rest(year: Year) -> dict[str, Any]:
    checks = year.sheets["专项自查台账"]
    checks = checks[checks["自查日期"].notna()]
    conduct = checks["自查事项"] == CONDUCT
    honours, work = year._of_year("荣誉台账", "授予日期"), year.sheets["重点工作台账"]
    families = honours[honours["对象类型"] == "家庭"]
    bench = work[(work["类别"] == "对标") & work["数量"].notna()]
    return {
        "专项自查项数": (~conduct).sum(),
        "自查发现问题数": checks.loc[~conduct, "发现问题数"].sum(),
        "自查整改问题数": checks.loc[~conduct, "已整改数"].sum(),
        "违规违纪问题数": checks.loc[conduct, "发现问题数"].sum(),
        "获评家庭党员数": families["涉及党员"].map(year.names).explode().nunique(),
        "家庭荣誉称号": _listed(families["称号"]),
        "争创目标项数": bench["数量"].sum(),
        "创建命名批次": _listed(honours["批次"]),
        "集体荣誉项数": (honours["对象类型"] == "集体").sum(),
        "办实事件数": ((work["类别"] == "为民办实事") & (work["状态"] != "调整取消")).sum(),
    }


def _listed(column: pd.Series[Any]) -> str:
    return "、".join(dict.fromkeys(column.dropna().astype(str)))


def written(value: Any) -> str:
    """Write a cell or a figure as it stands in the document."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if hasattr(value, "strftime"):
        return f"{value.year}年{value.month}月{value.day}日"
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
