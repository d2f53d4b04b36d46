"""What a rule rests on: a provision by exact title, year and article, and whether it was verified."""

from __future__ import annotations

from typing import NamedTuple

VERIFIED, UNVERIFIED, LOCAL, OWN = "已核", "待核", "地方", "本工具"


class Basis(NamedTuple):
    """A provision or reason a rule rests on; `standing` says whether its text was verified."""

    title: str
    standing: str
    year: int | None = None
    article: str = ""

    def __str__(self) -> str:
        pending = "（依据待核）" if self.standing == UNVERIFIED else ""
        return f"{self.title}{self.article}{pending}"


ARITHMETIC = Basis("数的加减与先后", OWN)
CALENDAR = Basis("日期的先后", OWN)
TEMPLATE = Basis("本表填写约定", OWN)
DEFINITIONS = Basis("本表统计口径和底稿的写法约定", OWN)
LISTED = Basis("本年清单自定的时限", OWN)
WORDING = Basis("本表所列规范表述", OWN)
SECRECY = Basis("本工作簿使用约定：不得录入国家秘密、工作秘密", OWN)
BRANCH_RULES = Basis("《中国共产党支部工作条例（试行）》", VERIFIED, 2018)
DECIDING = Basis(BRANCH_RULES.title, VERIFIED, 2018, "第十一条")
CHAIRING = Basis(BRANCH_RULES.title, VERIFIED, 2018, "第十四条")
TALKING = Basis(BRANCH_RULES.title, UNVERIFIED, 2018, "第十九条")
CONSTITUTION = Basis("《中国共产党章程》", UNVERIFIED, 2022, "第一条")
