"""The rules as a page of the workbook (规则说明): what each finds and why, an example, cure and basis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from addin.catalogue import by_family, cure, spelt
from addin.examples import examples
from addin.finding import ENTRY, PRIVATE
from addin.rule import Rule
from workbook.content import Heading, Line, Page, TableRow

SHEET = "规则说明"
WIDTHS = (11.0, 7.0, 44.0, 48.0, 38.0, 24.0)
INTRODUCTION = (
    "录入类指填写有误，改好即可；履职类指有的事没有做到，可在“情况说明”写明原因，不影响出总结，"
    "怎样填写在“校验结果”那一条建议的末一句。"
    "临期类是时限快到了的提醒，不算没有做到，也不用说明。"
    "仅供参考类在“基本信息”的“合理性提示”填“是”才有，只写在“校验结果”里，不计数，也不进校验报告。"
    "方括号〔〕处，在校验结果里写明具体的内容。"
)
TITLES = TableRow(("规则号", "类别", "查出什么，为什么", "例子", "怎么办", "依据"), head=True)

ENTRY_MARKS, OTHER_MARKS = ("错", "对"), ("提示", "不提示")  # what was not held is nothing typed wrong


def rulebook(rules: Iterable[Rule]) -> Page:
    """Return the page that explains `rules`, topic by topic."""
    lines: list[Heading | Line | TableRow] = [Line(INTRODUCTION), TITLES]
    for topic, members in by_family(rules):
        lines += [Heading(topic), *_rows(members)]
    return Page(SHEET, tuple(lines), WIDTHS)


def _rows(rules: Iterable[Rule]) -> Iterator[TableRow]:
    for rule in rules:
        says = spelt(rule, f"{rule.says}{rule.why}")
        kind = PRIVATE if rule.private else rule.kind
        wrong, right = examples()[rule.code]
        bad, good = ENTRY_MARKS if rule.kind == ENTRY and not rule.private else OTHER_MARKS
        example = f"{bad}　{wrong}\n{good}　{right}"
        yield TableRow((rule.code, f"{kind}\n{rule.severity}", says, example, cure(rule), str(rule.basis)))
