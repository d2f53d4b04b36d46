"""The sheet of the election shows itself from twelve months before the term ends."""

import datetime as dt

import pytest

from addin.clicks import board, check
from tests.addin.pretend import SETTINGS, PretendedDesk, book
from workbook.tables import ELECTION

SHEET = ELECTION.sheet


def desk_of(monkeypatch: pytest.MonkeyPatch, ends: dt.date | None) -> PretendedDesk:
    """Return a desk over a workbook of 2022 whose term `ends` on a day and whose election is out of sight."""
    monkeypatch.setitem(SETTINGS, "本届任期止", ends)
    desk = PretendedDesk(book())
    desk.hidden = {SHEET, "积分台账"}
    return desk


@pytest.mark.parametrize("ends", [dt.date(2023, 12, 31), dt.date(2023, 2, 1), dt.date(2022, 3, 1)])
def test_a_check_shows_it_when_the_term_ends_within_a_year_or_is_over(monkeypatch, ends) -> None:
    desk = desk_of(monkeypatch, ends)
    check(desk)
    assert desk.hidden == {"积分台账"}
    assert SHEET in desk.said and f"{ends.year}年{ends.month}月{ends.day}日" in desk.said


@pytest.mark.parametrize("ends", [dt.date(2024, 1, 1), None])
def test_it_stays_out_of_sight_before_that_or_where_no_end_is_stated(monkeypatch, ends) -> None:
    desk = desk_of(monkeypatch, ends)
    check(desk)
    assert SHEET in desk.hidden and SHEET not in desk.said


def test_it_is_told_only_when_it_was_hidden(monkeypatch) -> None:
    desk = desk_of(monkeypatch, dt.date(2023, 2, 1))
    desk.hidden = set()
    check(desk)
    assert f"“{SHEET}”已经显示" not in desk.said


def test_the_board_shows_it_too(monkeypatch) -> None:
    desk = desk_of(monkeypatch, dt.date(2023, 2, 1))
    board(desk)
    assert SHEET not in desk.hidden


def test_a_workbook_whose_sheets_are_protected_is_checked_all_the_same(monkeypatch) -> None:
    desk = desk_of(monkeypatch, dt.date(2023, 2, 1))
    desk.protected = {SHEET}
    check(desk)
    assert "校验完成" in desk.said and "保护" in desk.said


def test_a_workbook_without_the_sheet_is_checked_all_the_same(monkeypatch) -> None:
    desk = desk_of(monkeypatch, dt.date(2023, 2, 1))
    del desk.given.grids[SHEET]
    check(desk)
    assert "校验完成" in desk.said
