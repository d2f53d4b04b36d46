"""年度主题: which theme holds when."""

from addin.basis import CALENDAR
from addin.finding import ENTRY, WARNING
from addin.rule import Found, known, rule
from workbook.ledger import Row
from workbook.tables import ACTIVITIES, DOCUMENTS, OUTCOMES, THEMES
from workbook.values import show


@rule(
    "THEME-001",
    ENTRY,
    WARNING,
    each=THEMES,
    basis=CALENDAR,
    says="主题“{short}”到 {end}为止，在本年以前就结束了。",
    why="它会留在下拉选项里，也可能写进今年的总结。",
    fix="今年还用的，改“止”的日期；不用的，删去这一行。",
)
def theme_of_an_earlier_year(row: Row) -> Found:
    """Find themes that ended before the workbook's year began."""
    if known(row["end"], row.ledgers.year) and row["end"].year < row.ledgers.year:
        yield row.at("end")


@rule(
    "THEME-002",
    ENTRY,
    WARNING,
    each=(ACTIVITIES, OUTCOMES, DOCUMENTS),
    basis=CALENDAR,
    says="年度主题“{theme}”{span}，这一行是 {day}。",
    why="按年度主题统计的数字会把它算进去。",
    fix="请核对日期和主题；主题的起止写错的，改“年度主题”表。",
)
def theme_out_of_its_time(row: Row) -> Found:
    """Find rows whose theme does not hold on their day."""
    theme = _themes(row).get(row["theme"] or "")
    if theme is not None and row.day is not None and not _holds(theme, row):
        yield row.at("theme", span=_span(theme), day=row.day)


def _themes(row: Row) -> dict[str, Row]:
    if "themes" not in row.ledgers.memo:
        row.ledgers.memo["themes"] = {each["short"]: each for each in row.ledgers["themes"] if each["short"]}
    found: dict[str, Row] = row.ledgers.memo["themes"]
    return found


def _holds(theme: Row, row: Row) -> bool:
    begin, end = theme["begin"], theme["end"]
    return row.day is not None and (begin is None or begin <= row.day) and (end is None or row.day <= end)


def _span(theme: Row) -> str:
    begin = f"从 {show(theme['begin'])}起" if theme["begin"] else ""
    return begin + (f"到 {show(theme['end'])}止" if theme["end"] else "")


RULES = (theme_of_an_earlier_year, theme_out_of_its_time)
