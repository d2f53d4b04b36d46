"""The rule catalogue as a document, printed from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from string import Formatter

from addin.examples import examples
from addin.finding import PRIVATE
from addin.rule import Rule
from addin.rules import RULES

FAMILIES = {
    "READ": "读取",
    "COL": "每一列",
    "BASE": "基本信息",
    "WHO": "人员和花名册",
    "CHG": "党员变动",
    "BRANCH": "支部和支委会",
    "FULL": "预备期和转正",
    "DATE": "日期",
    "MEET": "活动",
    "HOUR": "时长",
    "PLACE": "地点",
    "OUT": "成果",
    "TOPIC": "会议研究的事项",
    "SERVE": "组织生活和社区服务",
    "TWICE": "重复登记",
    "REF": "编号和引用",
    "DUE": "状态和时限",
    "TASK": "任务",
    "PROJ": "项目",
    "DUTY": "责任人",
    "PAPER": "文件与报送",
    "CHECK": "专项自查",
    "HON": "荣誉",
    "TALK": "谈心谈话",
    "PAY": "党费",
    "VOTE": "会议和表决",
    "LIFE": "组织生活会和民主评议",
    "ELECT": "换届选举",
    "TERM": "任期",
    "EXPL": "情况说明",
    "THEME": "年度主题",
    "TEXT": "文字",
    "SECRET": "保密",
    "DEF": "统计口径",
    "NARR": "总结底稿",
    "POINT": "积分",
    "LIKELY": "合理性提示",
}
# What a message fills in beside the row's own columns; an empty word is filled in only at times.
FACTS = {
    "title": "列名", "raw": "原内容", "hint": "写法", "safe": "写法", "near": "", "value": "内容",
    "bound": "界限", "span": "起止", "names": "姓名", "name": "名称", "other": "另一处",
    "held": "花名册所填", "person": "姓名", "day": "日期", "year": "年度", "stated": "归属年度",
    "as_of": "截至日期", "start": "起", "end": "止", "away": "人数", "typed": "所填", "computed": "算得",
    "label": "标签", "limit": "上限", "elsewhere": "另一地点", "people": "人数", "first": "前者",
    "second": "后者", "topic": "主题", "number": "编号", "where": "表名", "there": "日期", "left": "剩余",
    "total": "合计", "whole": "项目时限", "done": "完成数", "all": "总数", "likely": "应为",
    "amount": "金额", "cast": "票数", "age": "年龄", "begin": "起", "pairs": "各处误写和正写",
    "last": "上一年", "old": "旧提法", "word": "所写", "rows": "行数", "form": "写法", "opening": "前括号",
    "closing": "后括号", "date": "日期", "id": "编号", "project": "项目编号", "state": "办理情况",
    "months": "月份", "cause": "原因", "none_kept": "基本信息所填", "attached": "", "least": "最少",
    "come": "增加数", "gone": "减少数", "group": "党小组", "heads": "组长姓名",
}  # fmt: skip
# Where a rule fills in something else than its neighbours do.
PEOPLE = (
    "WHO-010", "WHO-011", "WHO-014", "CHG-002", "CHG-004", "BRANCH-007", "FULL-001", "FULL-002", "HOUR-004",
    "TOPIC-002", "SERVE-002", "TWICE-003", "PAY-004",
)  # fmt: skip
LINES = (
    "TWICE-001", "TWICE-002", "TWICE-003", "TWICE-004", "REF-001", "PAPER-004", "DEF-010", "LIKELY-001",
)  # fmt: skip
OWN = {
    **{(code, "name"): "姓名" for code in PEOPLE},
    **{(code, "other"): "另一列" for code in ("MEET-006", "CHG-001", "DATE-006", "VOTE-001")},
    **{(code, "other"): "行号" for code in LINES},
    **{(code, "other"): "前一步" for code in ("ELECT-001", "ELECT-002")},
    **{(code, "title"): "表名" for code in ("READ-040", "READ-048")},
    **{(code, "title"): "项目" for code in ("BASE-002", "BASE-003")},
    ("READ-044", "title"): "第几", ("READ-045", "title"): "合计、落款等", ("REF-002", "other"): "表名",
    ("BASE-003", "names"): "规定动作", ("EXPL-002", "names"): "期间的写法", ("DUTY-001", "rows"): "哪几项",
    ("PROJ-001", "done"): "完成数", ("PAPER-004", "number"): "文号", ("PAPER-004", "first"): "列名",
    ("CHG-004", "label"): "变动类型",
}  # fmt: skip
INTRODUCTION = """# 规则目录

本文由 `scripts/rebuild.py` 从规则的声明印出，请勿手改。共 {count} 条规则。

- 录入：填得不对，改好即可；其中“错误”改好以前不出正式稿。
- 履职：有的事没有做到。如实保留，可在“情况说明”里写明原因；从不影响出总结。
- 临期：时限快到了的提醒，不算没有做到，也不用说明。
- 仅供参考：在“基本信息”里开了“合理性提示”才有，只在校验结果里，不计数，也不进校验报告。
- 方括号〔〕处，在校验结果里写明具体的内容。
"""
HEADER = (
    "| 规则号 | 类别 | 级别 | 查出什么 | 为什么 | 会提示的例子 | 不提示的例子 | 怎么办 | 依据 | 名称 |\n"
    "|---|---|---|---|---|---|---|---|---|---|"
)


def markdown(rules: Iterable[Rule] = RULES) -> str:
    """Return the catalogue of `rules` in Markdown, family by family."""
    known = tuple(rules)
    parts = [INTRODUCTION.format(count=len(known))]
    for topic, members in by_family(known):
        parts.append(f"\n## {topic}\n\n{HEADER}\n")
        parts += [_line(rule) for rule in members]
    return "".join(parts)


def by_family(rules: Iterable[Rule]) -> Iterator[tuple[str, Iterator[Rule]]]:
    """Yield the topic of each family with its rules, the families in the order they are listed in."""
    ordered = sorted(rules, key=lambda rule: (list(FAMILIES).index(family(rule)), rule.code))
    for each, members in groupby(ordered, key=family):
        yield f"{FAMILIES[each]}（{each}）", members


def family(rule: Rule) -> str:
    """Return the letters in front of a rule's number."""
    return rule.code.partition("-")[0]


def cure(rule: Rule) -> str:
    """Return what to do about a rule's findings, in words that hold for all of them."""
    return rule.cure or spelt(rule, rule.fix)


def spelt(rule: Rule, text: str) -> str:
    """Return a message's words with each place to be filled spelt out."""
    return "".join(_parts(rule, text))


def _line(rule: Rule) -> str:
    about = (spelt(rule, rule.says), spelt(rule, rule.why), *examples()[rule.code], cure(rule))
    kind = PRIVATE if rule.private else rule.kind
    cells = (rule.code, kind, rule.severity, *about, str(rule.basis), f"`{rule.name}`")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _parts(rule: Rule, text: str) -> Iterator[str]:
    for words, key, _, _ in Formatter().parse(text):
        yield words
        if key:
            title = word(rule, key)
            yield f"〔{title}〕" if title else ""


def word(rule: Rule, key: str) -> str:
    """Return what the place `key` in a message of `rule` is filled with: a column's title or a fact."""
    titles = [table[key].title for table in rule.each if key != "title" and table.has(key)]
    return OWN.get((rule.code, key)) or (titles[0] if titles else FACTS[key])
