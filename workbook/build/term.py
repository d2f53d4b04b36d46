"""How long the committee's term of office still lasts, as a line on 首页."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from workbook.build.layout import Block, Sheet
from workbook.build.names import YEAR, block_of
from workbook.build.state import Live
from workbook.values import show_date

NEAR = 183  # days: half a year, when the organ above reminds
TODAY = f"MIN(TODAY(),DATE({YEAR},12,31))"  # of a past year, its last day


def countdown(sheets: Sequence[Sheet]) -> Live:
    """Return when the term ends and how many days that is away; nothing while no end is stated."""
    basics = block_of(sheets, "basics")
    last = basics.setting("term_to")
    day = f'YEAR({last})&"年"&MONTH({last})&"月"&DAY({last})&"日"'
    left = f'IF({last}>={TODAY},"还有 "&({last}-{TODAY})&" 天","已超过 "&({TODAY}-{last})&" 天")'
    return Live(f'=IF(ISNUMBER({last}),"本届任期 "&{day}&"届满，"&{left},"")', _told(basics))


def near_its_end(sheets: Sequence[Sheet]) -> str:
    """Return the condition under which the line stands out."""
    last = block_of(sheets, "basics").setting("term_to")
    return f"=AND(ISNUMBER({last}),{last}-{TODAY}<={NEAR})"


def _told(basics: Block) -> str:
    settings = (basics.entries.rows or [{}])[0]
    last, year = (settings.get(basics.table[key].title) for key in ("term_to", "year"))
    if not isinstance(last, dt.date):
        return ""
    today = dt.date.today()
    left = (last - (min(today, dt.date(year, 12, 31)) if isinstance(year, int) else today)).days
    return f"本届任期 {show_date(last)}届满，" + (f"还有 {left} 天" if left >= 0 else f"已超过 {-left} 天")
