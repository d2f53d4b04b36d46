"""The band of buttons on 首页: large ones with a word under each, the last check beside, small ones below.

Every button begins and ends with a column: only then it keeps its place where columns come out wider,
as they do in LibreOffice without the font the widths are counted in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from workbook.build.macros import Button
from workbook.build.style import GREY, PAPER, Styles

NEVER, ABOUT = "还没有校验过", "上次校验的时间和结果"
HEIGHTS = (36.0, 19.0, 33.0, 8.0)  # points: large buttons, hints, small buttons, room below
LARGE, SMALL = 44, 30  # dots
ABOVE = 4


@dataclass(frozen=True)
class Place:
    """Columns that stand together: the first, the last, their widths in letters; `free` dots on the left."""

    first: int
    last: int
    widths: tuple[float, ...]
    free: int = 0

    @property
    def dots(self) -> int:
        """Return how many dots a button takes here."""
        return sum(int(width * 7 + 0.5) + 5 for width in self.widths) - self.free


@dataclass(frozen=True)
class Band:
    """Where the buttons stand: the row on top, the places of large and those of small buttons."""

    top: int
    large: tuple[Place, ...]
    small: tuple[Place, ...]

    def told(self, buttons: Sequence[Button]) -> int:
        """Return the first column of what is left beside the large buttons: word of the last check."""
        return self.large[sum(button.large for button in buttons)].first


def write_buttons(sheet: Worksheet, buttons: Sequence[Button], band: Band, styles: Styles) -> None:
    """Write `buttons` and what stands beside and under them."""
    for row, height in enumerate(HEIGHTS, band.top):
        sheet.set_row(row, height)
    for button, place in zip((each for each in buttons if each.large), band.large, strict=False):
        _insert(sheet, button, band.top, place, LARGE)
        _card(sheet, band.top, place.first, place.last, ("", button.hint), styles)
    for button, place in zip([each for each in buttons if not each.large], band.small, strict=True):
        _insert(sheet, button, band.top + 2, place, SMALL)
    _card(sheet, band.top, band.told(buttons), band.large[-1].last, (NEVER, ABOUT), styles)


def _card(sheet: Worksheet, top: int, first: int, last: int, texts: tuple[str, str], styles: Styles) -> None:
    """Write a text, which a button may cover, and a small one under it; on paper only they remain."""
    above, under = texts
    look = styles(align="center", valign="vcenter", font_color=GREY, bg_color=PAPER, text_wrap=True)
    sheet.merge_range(top, first, top, last, above, look)
    small = styles(
        align="center", valign="vcenter", font_size=9, font_color=GREY, bg_color=PAPER, shrink=True
    )
    sheet.merge_range(top + 1, first, top + 1, last, under, small)


def _insert(sheet: Worksheet, button: Button, row: int, place: Place, height: int) -> None:
    look = {
        "macro": button.macro,
        "caption": button.caption,
        "description": button.hint,
        "x_offset": place.free,
        "y_offset": ABOVE,
        "width": place.dots,
        "height": height,
    }
    sheet.insert_button(row, place.first, look)
