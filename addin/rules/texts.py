"""Words: what a template left behind, fixed formulations misspelt, last year's year and themes."""

import re
from collections.abc import Collection, Iterator

from addin.basis import TEMPLATE, WORDING
from addin.cells import texts
from addin.finding import ENTRY, ERROR, WARNING
from addin.rule import Found, known, rule
from workbook.ledger import Ledgers, Row
from workbook.spec import Column
from workbook.tables import DUTIES, NARRATIVE, PROJECTS, TASKS, THEMES, WORDINGS

LEFT_BEHIND = (
    r"[*＊]{2,}|×{2,}|(?<![A-Za-z0-9])(?:[Xx]{2,}|[Ｘｘ]{2,})(?![A-Za-z0-9])|20[Xx×*＊]{2}"
    r"|(?<![A-Za-z0-9])[XxＸｘ×*](?=[年月日次名])|〔待补|\{\{|\}\}"
)
SIGNS = (
    "*",
    "＊",
    "×",
    "X",
    "x",
    "Ｘ",
    "ｘ",
    "〔待补",
    "{{",
    "}}",
)  # one of these stands in all that is left behind
QUOTED = r"《[^》]*》|〔[^〕]*〕|“[^”]*”"
COMPARED = r"(?:较|比|与|自|从|至|对照|针对|延续|巩固|上一?年|去年)[^，。；]{0,4}$"
LATER = r"以来|底|末|至|[-—–]|度?(?:组织生活会|民主评议|述职|专题民主)"
# What is written anew each year: the columns in which last year's words are most easily left.
YEARLY: dict[str, tuple[str, ...]] = {
    NARRATIVE.key: ("title", "text"),
    PROJECTS.key: ("name", "goal", "measures"),
    TASKS.key: ("task", "measures"),
    DUTIES.key: ("duty", "demand"),
}


@rule(
    "TEXT-001",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="“{title}”里还留着“{left}”。",
    why="这是样本或草稿留下的记号，会原样写进总结。",
    fix="请换成实际内容；这句话用不着的，删去。",
)
def template_left_behind(ledgers: Ledgers) -> Found:
    """Find **, XX, 20xx and other marks of something still to be written."""
    for row, column, text in _written_with(ledgers, SIGNS):
        found = re.search(LEFT_BEHIND, text)
        if found:
            yield row.at(column.key, left=found[0])


def _written_with(ledgers: Ledgers, signs: Collection[str]) -> Iterator[tuple[Row, Column, str]]:
    """Yield the texts that hold one of `signs`, the formulations and their misspellings left out.

    Nearly always no text does, which one look at all of them together tells.
    """
    whole, written = _written(ledgers)
    signs = [sign for sign in signs if sign in whole]
    return (each for each in (written if signs else ()) if any(sign in each[2] for sign in signs))


def _written(ledgers: Ledgers) -> tuple[str, list[tuple[Row, Column, str]]]:
    if "written" not in ledgers.memo:
        written = [each for each in texts(ledgers) if each[0].ledger.table.key != WORDINGS.key]
        ledgers.memo["written"] = "\n".join(text for _, _, text in written), written
    found: tuple[str, list[tuple[Row, Column, str]]] = ledgers.memo["written"]
    return found


@rule(
    "TEXT-002",
    ENTRY,
    WARNING,
    basis=WORDING,
    says="固定提法写错：{pairs}。",
    why="固定提法、法规和会议名称要与规范表述一字不差。",
    fix="请改成规范写法；原文确是这样写的，不用处理。",
)
def wording_misspelt(ledgers: Ledgers) -> Found:
    """Find the listed misspellings of fixed formulations that are in use this year."""
    right_of = _misspellings(ledgers)
    pattern = _any_of({*right_of, *right_of.values()})
    for row, column, text in _written_with(ledgers, right_of):
        wrong = dict.fromkeys(found[0] for found in re.finditer(pattern, text) if found[0] in right_of)
        if wrong:
            pairs = "；".join(f"“{each}”应写作“{right_of[each]}”" for each in wrong)
            mended = re.sub(pattern, lambda found: right_of.get(found[0], found[0]), text)
            yield row.at(column.key, pairs=pairs, safe=mended)


def _misspellings(ledgers: Ledgers) -> dict[str, str]:
    """Return the right form by each listed wrong one; a form that is right somewhere is never wrong."""
    rows = [row for row in ledgers["wordings"] if row["right"] and not _over(row)]
    rights = {row["right"] for row in rows}
    pairs = (
        (wrong.strip(), row["right"]) for row in rows for wrong in re.split(r"[；;\n]", row["wrong"] or "")
    )
    return {wrong: right for wrong, right in pairs if wrong and wrong not in rights}


def _any_of(words: set[str]) -> str:
    """Return a pattern for any of `words`; of two that start alike the longer one is taken."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _over(row: Row) -> bool:
    """Tell whether a theme or a wording ended before the workbook's year began."""
    return known(row["end"], row.ledgers.year) and row["end"].year < row.ledgers.year


@rule(
    "TEXT-003",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    says="“{title}”里还写着“{last}年”。",
    why="多半是沿用去年的文字时漏改的。",
    fix="请核对年份；确是说上一年的，写明“上一年”或“较{last}年”。",
)
def year_of_last_year(ledgers: Ledgers) -> Found:
    """Find last year's number in what is written anew each year, unless it is quoted or compared with."""
    if ledgers.year is None:
        return
    last = f"{ledgers.year - 1}"
    for row, column, text in _yearly(ledgers):
        if f"{last}年" in text and any(map(_is_meant, _occurrences(text, last))):
            yield row.at(column.key, last=last)


def _occurrences(text: str, last: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and behind each year, titles and quotations blotted out."""
    plain = re.sub(QUOTED, lambda found: "□" * len(found[0]), text)
    for found in re.finditer(rf"(?<!\d){last}年", plain):
        yield plain[: found.start()], plain[found.end() :]


def _is_meant(around: tuple[str, str]) -> bool:
    """Tell whether a year stands there as the year of the work, not as something compared with."""
    before, behind = around
    return not (re.search(COMPARED, before) or re.match(LATER, behind))


def _yearly(ledgers: Ledgers) -> Iterator[tuple[Row, Column, str]]:
    for key, keys in YEARLY.items():
        ledger = ledgers[key]
        for row in ledger:
            for each in keys:
                if row[each] is not None:
                    yield row, ledger.table[each], row[each]


@rule(
    "TEXT-004",
    ENTRY,
    WARNING,
    basis=WORDING,
    says="“{title}”里还写着“{old}”，它到 {end}为止。",
    why="多半是沿用去年的文字时漏改的。",
    fix="请换成今年的提法；确是回顾以前工作的，不用处理。",
)
def formulation_of_an_earlier_year(ledgers: Ledgers) -> Found:
    """Find themes and formulations that ended before this year in what is written anew each year."""
    ended = {word: row["end"] for word, row in _ended(ledgers) if word}
    if not ended:
        return
    pattern = _any_of(set(ended))
    for row, column, text in _yearly(ledgers):
        found = re.search(pattern, text)
        if found:
            yield row.at(column.key, old=found[0], end=ended[found[0]])


def _ended(ledgers: Ledgers) -> Iterator[tuple[str | None, Row]]:
    """Yield the names of themes and the wordings that ended before the year began."""
    for table, keys in ((THEMES, ("name", "short")), (WORDINGS, ("right",))):
        for row in filter(_over, ledgers[table.key]):
            yield from ((row[key], row) for key in keys)


@rule(
    "TEXT-005",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    says="“{title}”里书名号不成对。",
    why="文件名会在总结里引错。",
    fix="请把书名号改成一对。",
)
def title_marks_unpaired(ledgers: Ledgers) -> Found:
    """Find 《 without 》 and the other way round."""
    for row, column, text in _written_with(ledgers, "《》"):
        if text.count("《") != text.count("》"):
            yield row.at(column.key)


RULES = (
    template_left_behind, wording_misspelt, year_of_last_year, formulation_of_an_earlier_year,
    title_marks_unpaired,
)  # fmt: skip
