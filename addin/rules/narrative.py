"""总结底稿: every place for a number or a name can be filled."""

from collections.abc import Iterator

from addin.basis import DEFINITIONS
from addin.finding import ENTRY, ERROR
from addin.likeness import offer
from addin.narrative import FORMS, Placeholder, names, placeholders, plain
from addin.rule import Found, rule
from workbook.ledger import Ledgers, Row
from workbook.tables import INDICATORS, NARRATIVE, WORDINGS

WORDS = ("title", "text")
BRACKETS = (("{", "}"), ("【", "】"))


@rule(
    "NARR-001",
    ENTRY,
    ERROR,
    basis=DEFINITIONS,
    needs=((INDICATORS, "name"), (WORDINGS, "name")),
    says="没有叫“{name}”的指标或名称。",
    why="程序不知道 {{{name}}} 这里要写什么，会写成待补。",
    fix="{near}请照统计口径的指标名改；要数一样新的，在统计口径里加一行。",
)
def placeholder_of_nothing(ledgers: Ledgers) -> Found:
    """Find placeholders that name no indicator, setting, theme or formulation."""
    known = names(ledgers)
    for row in ledgers["narrative"]:
        for key, place in _places(row):
            if place.name not in known:
                facts = offer(place.name, known)
                mended = plain(row[key]).replace("{" + place.name, "{" + (facts["safe"] or place.name))
                yield row.at(key, name=place.name, near=facts["near"], safe=mended if facts["safe"] else None)


@rule(
    "NARR-002",
    ENTRY,
    ERROR,
    each=NARRATIVE,
    basis=DEFINITIONS,
    says="{{{name}:{form}}}里的“{form}”不是认得的写法。",
    why="冒号后面写数字或日期的写法，写错了就不知道怎么写出来。",
    fix="{near}可用的写法有：余、汉字、年月日、年月、月日；照常写的，不用冒号。",
)
def form_not_known(row: Row) -> Found:
    """Find placeholders that ask for a form of writing there is not."""
    for key, place in _places(row):
        if place.form not in FORMS:
            yield row.at(
                key, name=place.name, form=place.form, near=offer(place.form, filter(None, FORMS))["near"]
            )


def _places(row: Row) -> Iterator[tuple[str, Placeholder]]:
    """Yield the placeholders of a row that is put out, with the column each stands in."""
    if row["output"] != "否":
        for key in WORDS:
            yield from ((key, place) for place in placeholders(row[key]))


@rule(
    "NARR-003",
    ENTRY,
    ERROR,
    each=NARRATIVE,
    basis=DEFINITIONS,
    says="“{title}”里的 {opening} 和 {closing} 不成对。",
    why="括号不成对，里面的数字和文字就填不进去。",
    fix="请核对这一格的括号：{{ }} 里写指标名，【】里写数字为零时可以略去的话。",
)
def brackets_unpaired(row: Row) -> Found:
    """Find braces and 【】 that are not closed, or closed before they are opened."""
    for key in WORDS:
        for opening, closing in BRACKETS:
            if not _paired(plain(row[key]), opening, closing):
                yield row.at(key, opening=opening, closing=closing)


def _paired(text: str, opening: str, closing: str) -> bool:
    """Tell whether each bracket is closed before the next opens."""
    if opening not in text and closing not in text:  # nearly always
        return True
    kept = [character for character in text if character in (opening, closing)]
    return "".join(kept) == (opening + closing) * (len(kept) // 2)


RULES = (placeholder_of_nothing, form_not_known, brackets_unpaired)
