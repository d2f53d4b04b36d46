"""What one regeneration remembers for the next."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from addin.judgement import Judgement, judge
from addin.night.memory import REMEMBERED, Memory
from addin.since import FIRST, Differences, gist
from workbook.grid import open_book
from workbook.grid.model import Book
from workbook.read import read
from workbook.tables import SHEETS, TABLES

SAMPLE = Path(__file__).parents[3] / "workbook" / "党建台账（示例）.xlsm"
MONDAY, TUESDAY, WEDNESDAY, FRIDAY = (dt.datetime(2022, 11, day, 9, 30) for day in (21, 22, 23, 25))


@pytest.fixture(scope="module")
def book() -> Book:
    return open_book(SAMPLE, SHEETS)


def judged(book: Book, month: int, named: bool = False) -> Judgement:
    """Return the sample judged on the last day but three of a month."""
    day = dt.date(2022, month, 25)
    return judge(read(book, TABLES, day if named else None, day))


def told(folder: Path, judgement: Judgement, moment: dt.datetime) -> tuple[dt.datetime | None, int, str]:
    """Return since when something changed, how many figures did, and why there is nothing to compare."""
    memory = Memory(folder, folder.parent / "台账.xlsm")
    changed = memory.compare(judgement, moment)
    memory.keep()
    return changed.before, len(changed.figures), changed.why


def test_a_night_without_a_change_still_tells_the_last_one_there_was(book: Book, tmp_path: Path) -> None:
    folder = tmp_path / "自动生成"
    assert told(folder, judged(book, 3), MONDAY) == (None, 0, FIRST)
    assert told(folder, judged(book, 3), MONDAY) == (None, 0, FIRST)
    before, figures, _ = told(folder, judged(book, 6), TUESDAY)
    assert before == MONDAY and figures > 10
    assert told(folder, judged(book, 6), WEDNESDAY) == (MONDAY, figures, "")


def compared(folder: Path, judgement: Judgement, moment: dt.datetime) -> Differences:
    memory = Memory(folder, folder.parent / "台账.xlsm")
    changed = memory.compare(judgement, moment)
    memory.keep()
    return changed


def test_a_later_night_without_a_change_tells_since_when_there_was_none(book: Book, tmp_path: Path) -> None:
    folder = tmp_path / "自动生成"
    assert compared(folder, judged(book, 3), MONDAY).checked is None
    second = compared(folder, judged(book, 3), TUESDAY)
    assert (second.before, second.checked, second.nothing) == (MONDAY, MONDAY, True)
    assert compared(folder, judged(book, 6), TUESDAY).checked is None
    third = compared(folder, judged(book, 6), WEDNESDAY)
    assert (third.before, third.checked, third.nothing) == (MONDAY, TUESDAY, False)
    assert gist(third) == gist(second) == "与上次相比：没有变化。"
    assert compared(folder, judged(book, 6), FRIDAY).on_paper == third.on_paper


def test_on_one_day_the_report_tells_the_same_again_and_the_screen_that_nothing_changed(
    book: Book, tmp_path: Path
) -> None:
    folder = tmp_path / "自动生成"
    for month in (3, 6):
        first, second = (compared(folder, judged(book, month), MONDAY) for _ in range(2))
        assert second.on_paper == first.on_paper
        assert gist(second) == "与上次相比：没有变化。" != gist(first)


def test_after_another_years_workbook_the_next_night_compares_again(book: Book, tmp_path: Path) -> None:
    folder = tmp_path / "自动生成"
    this = judged(book, 3)
    other = this._replace(ledgers=replace(this.ledgers, year=2023))
    compared(folder, this, MONDAY)
    assert "不作比较" in gist(compared(folder, other, MONDAY))
    assert "不作比较" in gist(compared(folder, this, TUESDAY))
    again = compared(folder, this, WEDNESDAY)
    assert (again.before, again.why, gist(again)) == (TUESDAY, "", "与上次相比：没有变化。")


def test_a_run_cut_off_before_it_told_is_compared_again(book: Book, tmp_path: Path) -> None:
    folder = tmp_path / "自动生成"
    told(folder, judged(book, 3), MONDAY)
    lost = Memory(folder, folder.parent / "台账.xlsm").compare(judged(book, 6), TUESDAY)
    assert told(folder, judged(book, 6), TUESDAY) == (lost.before, len(lost.figures), "")


def test_a_day_somebody_chose_is_compared_and_not_remembered(book: Book, tmp_path: Path) -> None:
    folder = tmp_path / "自动生成"
    told(folder, judged(book, 6), MONDAY)
    before, figures, _ = told(folder, judged(book, 3, named=True), TUESDAY)
    assert before == MONDAY and figures
    assert told(folder, judged(book, 6), WEDNESDAY) == (MONDAY, 0, "")


def test_what_is_damaged_or_of_another_year_is_no_measure(book: Book, tmp_path: Path) -> None:
    folder = tmp_path / "自动生成"
    told(folder, judged(book, 3), MONDAY)
    (place,) = (folder / REMEMBERED).iterdir()
    content = place.read_text(encoding="utf-8")
    for damaged in ("", content[:100], "{}\n{}", "\x00"):
        place.write_text(damaged, encoding="utf-8")
        assert told(folder, judged(book, 3), TUESDAY) == (None, 0, FIRST)


def test_workbooks_of_one_name_in_one_folder_are_kept_apart_also_after_they_moved(tmp_path: Path) -> None:
    def place(root: Path, office: str) -> str:
        return Memory(root / "汇总", root / office / "台账.xlsm").place.name

    assert place(tmp_path, "一科") != place(tmp_path, "二科")
    assert place(tmp_path, "一科") == place(tmp_path / "别处", "一科")
