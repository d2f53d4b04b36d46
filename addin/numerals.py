"""How official documents write numbers: 300余, 十二, （一）."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
PLACES = ("", "十", "百", "千")


def hanzi(number: int) -> str:
    """Write a whole number from 0 to 9,999 in Chinese characters: 12 → 十二, 208 → 二百零八."""
    if not 0 <= number <= 9999:
        raise ValueError(number)
    if number == 0:
        return DIGITS[0]
    figures = [int(digit) for digit in reversed(str(number))]
    written = "".join(
        DIGITS[figure] + (PLACES[place] if figure else "")
        for place, figure in reversed(list(enumerate(figures)))
    )
    while "零零" in written:
        written = written.replace("零零", "零")
    written = written.rstrip("零")
    return written.removeprefix("一") if written.startswith("一十") else written


def counted(number: float) -> str:
    """Write a count before its measure word: as `hanzi`, but 2 is 两; others stay in Arabic numerals."""
    if number != int(number) or not 0 <= number <= 9999:
        return f"{number:g}"
    return "两" if number == 2 else hanzi(int(number))


def roughly(number: float) -> str:
    """Round down and add 余: one leading digit is kept, two from 1,000 on.

    A number below 10, or one that is exactly the rounded one, is written as it is: 8, 20, 300余, 1200余.
    """
    whole = int(number)
    kept = 2 if whole >= 1000 else 1
    step = 10 ** max(len(str(whole)) - kept, 0)
    rounded = whole // step * step
    if whole < 10 or rounded == number:
        return f"{number:g}" if number != whole else str(whole)
    return f"{rounded}余"
