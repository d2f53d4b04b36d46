"""The folder a run writes to, with the year, the unit and the day in its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from addin.night.place import DATE, UNIT, USUAL, YEAR, filled, fixed, unknown

BOOK = Path("/局/一科/台账.xlsm")
FACTS = {YEAR: "2022", UNIT: "某局/机关", DATE: "2022-11-26"}


@pytest.mark.parametrize(
    ("pattern", "folder", "stays"),
    [
        (USUAL, "/局/一科/自动生成", "/局/一科/自动生成"),
        ("/汇总", "/汇总", "/汇总"),
        ("/汇总/{年度}/{单位}", "/汇总/2022/某局 机关", "/汇总"),
        ("/汇总/到{日期}为止/报告", "/汇总/到2022-11-26为止/报告", "/汇总"),
        ("{文件夹}/{年度}", "/局/一科/2022", "/局/一科"),
    ],
)
def test_the_folder_is_filled_in_and_its_fixed_part_is_known_beforehand(
    pattern: str, folder: str, stays: str
) -> None:
    assert filled(pattern, BOOK, FACTS) == Path(folder)
    assert fixed(pattern, BOOK) == Path(stays)


def test_a_folder_whose_own_name_looks_like_a_word_is_left_as_it_is() -> None:
    book = Path("/局/a {b}: c/台账.xlsm")
    assert filled("{文件夹}/出", book, FACTS) == Path("/局/a {b}: c/出")
    assert fixed("{文件夹}/出", book) == Path("/局/a {b}: c/出")


def test_a_word_that_is_none_is_named() -> None:
    assert unknown("/汇总/{年份}/{单位}") == ["{年份}"]
    assert unknown(USUAL) == []
