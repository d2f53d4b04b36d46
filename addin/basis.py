"""What a rule rests on: a provision by exact title, year and article, with its standing and its dates.

The addresses are those where a copy of the text was read. Numbers set by a regulation are dated: `in_force`
tells which one a day falls under.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

VERIFIED, UNVERIFIED, LOCAL, CUSTOM, OWN = "已核", "待核", "地方", "惯例", "本工具"
PENDING = {UNVERIFIED: "（依据待核）", LOCAL: "（地方要求）", CUSTOM: "（惯例）"}


class Basis(NamedTuple):
    """A provision or reason a rule rests on.

    `standing` says whether its text was verified; `begin` and `end` are the first and the last day on which
    it is in force, None where that is open or not known; `source` is the address where a copy was read.
    """

    title: str
    standing: str
    year: int | None = None
    article: str = ""
    begin: dt.date | None = None
    end: dt.date | None = None
    source: str = ""

    def __str__(self) -> str:
        return cite(self.title, self.article, self.standing)

    def at(self, article: str, standing: str, source: str = "") -> Basis:
        """Return the provision `article` of this regulation with its own standing."""
        return self._replace(article=article, standing=standing, source=source or self.source)


def cite(title: str | None, article: str | None, standing: str | None) -> str:
    """Write a basis as a message names it: title, article, and where it is not verified, that."""
    pending = PENDING.get(standing or "", "")
    named = f"{title or ''}{article or ''}"
    return f"{named}{pending}" if named else pending.strip("（）")


class Value(NamedTuple):
    """A number that a provision sets, from the day on which it does."""

    begin: dt.date
    amount: Any
    basis: Basis


def in_force(values: tuple[Value, ...], day: dt.date) -> Value | None:
    """Return the last of the dated `values` that holds on `day`, or None before the first of them."""
    held = [value for value in values if value.begin <= day and not _is_over(value.basis, day)]
    return held[-1] if held else None


def _is_over(basis: Basis, day: dt.date) -> bool:
    return basis.end is not None and basis.end < day


ARITHMETIC = Basis("数的加减与先后", OWN)
CALENDAR = Basis("日期的先后", OWN)
TEMPLATE = Basis("本表填写约定", OWN)
DEFINITIONS = Basis("本表统计口径和底稿的写法约定", OWN)
LISTED = Basis("本年清单自定的时限", OWN)
WORDING = Basis("本表所列规范表述", OWN)
PLAUSIBLE = Basis("常见情形，仅供自己核对", OWN)
SECRECY = Basis("本工作簿使用约定：不得录入国家秘密、工作秘密", OWN)

# 《中国共产党支部工作条例（试行）》, 2018: article numbers other than 11–14, 16 and 17 were not seen.
BRANCH_RULES = Basis(
    "《中国共产党支部工作条例（试行）》", VERIFIED, 2018, "", dt.date(2018, 10, 28),
    source="http://xgll.com.cn/zt/fzxcyrysf/2021-09/17/content_380854.htm",
)  # fmt: skip
_ARTICLE_11 = "http://www.xgll.com.cn/zt/fzxcyrysf/2021-09/16/content_380801.htm"
DECIDING = BRANCH_RULES.at("第十一条", VERIFIED, _ARTICLE_11)
COMMITTEE_MEETING = BRANCH_RULES.at("第十二条", VERIFIED)
GROUP_MEETINGS = BRANCH_RULES.at("第十三条", VERIFIED)
CHAIRING = BRANCH_RULES.at("第十四条", VERIFIED)
LIFE_MEETING = BRANCH_RULES.at("第十七条", VERIFIED, "https://miniwenda.com/life/245598.html")
APPRAISAL = BRANCH_RULES.at("", VERIFIED, "https://pofan.com.cn/info/1115/4984.html")
APPRAISAL_SHARE = Basis(
    "民主评议党员“优秀”等次的比例", UNVERIFIED,
    source="http://www-12371-cn.hcv8jop8ns2r.cn/special/zbsh/mzpy",
)  # fmt: skip
TALKING = BRANCH_RULES.at("第十九条", UNVERIFIED)
BRANCH_SIZE = BRANCH_RULES.at("", VERIFIED, "http://m.sp522.com/detail/19979")
_TERMS = "http://m.terrymroczek.com/n1/2021/1227/c422419-32317900.html"
TERM_LENGTH = BRANCH_RULES.at("", VERIFIED, _TERMS)
TERM_REMINDER = BRANCH_RULES.at("", UNVERIFIED, _TERMS)
SECRETARY = BRANCH_RULES.at("", UNVERIFIED, "http://m.sp522.com/detail/19979")

# 《中国共产党基层组织选举工作条例》, 2020: articles 1–6 were seen, the wording of the majority base was not.
ELECTION_RULES = Basis(
    "《中国共产党基层组织选举工作条例》", VERIFIED, 2020, "", dt.date(2020, 7, 13),
    source="http://m.whcctv.net/col_dnfgk/202503/000B3736CCC9D20A0FD74FD516EBAC78.htm",
)  # fmt: skip
TERM = ELECTION_RULES.at("第三条", VERIFIED)
VOTING_RIGHT = ELECTION_RULES.at("第五条", VERIFIED)
ELECTION_ATTENDANCE = ELECTION_RULES.at("", VERIFIED, "https://www.fudaoke.com/exam/2373758.html")
ELECTION_MARGIN = ELECTION_RULES.at("", VERIFIED, "https://biganzizhijia.cn/wendang/13761.html")
ELECTION_MAJORITY = ELECTION_RULES.at(
    "", UNVERIFIED, "http://dinglida.net/n1/2023/0809/c422419-40053469.html"
)
# That more than half must be reached is said everywhere; of whom, is not.
ELECTION_HALF = ELECTION_RULES.at("", VERIFIED, "http://dinglida.net/n1/2023/0809/c422419-40053469.html")
EXCUSED = Basis(
    "党员大会选举时可不计入应到会的情形", VERIFIED, source="https://laweer.com/question/b7d3941ca9100.html"
)
# The national text says "in good time"; how many days ahead is local, one month in one place, two in another.
ELECTION_NOTICE = Basis(
    "换届请示提前的天数", UNVERIFIED, source="https://biganzizhijia.cn/wendang/13761.html"
)
ELECTION_STEPS = Basis("换届选举工作程序", LOCAL, source="https://biganzizhijia.cn/wendang/13761.html")

# The plans set the hours of study; of the later one only title and opening were seen.
STUDY_PLAN_2019 = Basis(
    "《2019—2023年全国党员教育培训工作规划》", VERIFIED, 2019, "", dt.date(2019, 1, 1), dt.date(2023, 12, 31),
    source="https://wodeyuanxiao.com/Educationandtraining/vxwvowpkge.html",
)  # fmt: skip
STUDY_PLAN_2024 = Basis(
    "《全国党员教育培训工作规划（2024—2028年）》", UNVERIFIED, 2024, "",
    dt.date(2024, 1, 1), dt.date(2028, 12, 31),
)  # fmt: skip
STUDY_HOURS = (
    Value(dt.date(2019, 1, 1), 32, STUDY_PLAN_2019),
    Value(dt.date(2024, 1, 1), 32, STUDY_PLAN_2024),
)
COMMITTEE_STUDY_HOURS = (
    Value(dt.date(2019, 1, 1), 56, STUDY_PLAN_2019),
    Value(dt.date(2024, 1, 1), 56, STUDY_PLAN_2024),
)

# 中组发〔2008〕3号
DUES_RULES = Basis(
    "《关于中国共产党党费收缴、使用和管理的规定》", VERIFIED, 2008,
    source="https://w.sf024.com/info/923586000291194779.html",
)  # fmt: skip
DUES_PAID = DUES_RULES.at("", UNVERIFIED)
DUES_RATE = DUES_RULES.at("第二条", VERIFIED)
DUES_OF_RETIRED = DUES_RULES.at("第五条", VERIFIED, "http://gaojiufeng.cn/?id=3331044")
# The rate is taken of the whole base, not of what lies beyond a limit: (up to and with, per cent).
DUES_RATES = (Value(dt.date(2008, 1, 1), ((3000, 0.5), (5000, 1.0), (10000, 1.5), (None, 2.0)), DUES_RATE),)
RETIRED_DUES_RATES = (Value(dt.date(2008, 1, 1), ((5000, 0.5), (None, 1.0)), DUES_OF_RETIRED),)

CONSTITUTION = Basis("《中国共产党章程》", UNVERIFIED, 2022, "第一条")
PROBATION = CONSTITUTION.at("第七条", UNVERIFIED)
DUES_LAPSE = CONSTITUTION.at("", UNVERIFIED, "http://www.cdxx.wj.czedu.cn/html/article945562.html")
EDUCATION_RULES = Basis("《中国共产党党员教育管理工作条例》", UNVERIFIED, 2019)
ORGAN_RULES = Basis(
    "《中国共产党党和国家机关基层组织工作条例》", VERIFIED, 2019,
    source="http://siduoled.com/n1/2021/1215/c422419-32308258.html",
)  # fmt: skip
DUAL_LIFE = BRANCH_RULES.at("第十五条", UNVERIFIED)
# The document of 2015 is not public in full and speaks to 党委（党组）: what the office was given holds here.
IDEOLOGY = Basis("意识形态工作责任制", LOCAL)
STRICT_GOVERNANCE = Basis(
    "《党委（党组）落实全面从严治党主体责任规定》", UNVERIFIED, 2020, "", dt.date(2020, 3, 9),
    source="http://qfcw.net/djbg/info/1055/1175.html",
)  # fmt: skip
STUDY_GROUP = Basis(
    "《中国共产党党委（党组）理论学习中心组学习规则》", UNVERIFIED, 2017, "", dt.date(2017, 1, 30),
    source="http://czj.panzhihua.gov.cn/dflzjs/860456.shtml",
)  # fmt: skip
REPORTING = Basis(
    "《党委（党组）书记抓基层党建工作述职评议考核办法（试行）》", UNVERIFIED, 2019,
    source="https://www.vavocode.com/view/2630.html",
)  # fmt: skip
