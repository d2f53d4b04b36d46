"""撤销上一步 where several rows bear one 编号: the right one is found, or none is touched."""

from __future__ import annotations

import dataclasses

import pytest

from addin.fixes import TWICE, Fix, restored, standing
from tests.addin.test_fixes import offers, opened, places, put, sorted_by
from workbook.grid.model import Book

TWINS = (
    "| 2022-03-04 | 党课 | 甲 | 全体党员 | 3学时 | HD-01 |",
    "| 2022-03-05 | 党课 | 乙 | 全体党员 | 5学时 | HD-01 |",
    "| 2022-03-06 | 党课 | 丙 | 全体党员 | 2 | HD-02 |",
)


def stood(*rows: str) -> tuple[list[Fix], Book]:
    """Return what was mended of hours, in rows of one number, and the workbook with that in it."""
    book, given = opened(*rows)
    found = [each for each in offers(book, given) if each.key == "hours"]
    after = put(book, *found)
    return standing(found, *after)[0], after[0]


@pytest.mark.parametrize(
    ("order", "back"),
    [
        ((1, 2, 3), ["活动台账!E2", "活动台账!E3"]),
        ((3, 1, 2), ["活动台账!E3", "活动台账!E4"]),  # a row came in above
        ((2, 3, 1), ["活动台账!E4", "活动台账!E2"]),
    ],
)
def test_rows_of_one_number_are_told_apart_by_what_else_stands_in_them(
    order: tuple[int, ...], back: list[str]
) -> None:
    fixes, after = stood(*TWINS)
    found, kept = restored(fixes, *sorted_by(after, *order))
    assert [(each.address, each.after) for each in found] == [*zip(back, ["3学时", "5学时"], strict=True)]
    assert kept == {}


def test_of_rows_alike_in_everything_each_gets_a_value_back() -> None:
    same = TWINS[0], TWINS[0].replace("3学时", "３学时"), TWINS[2]
    fixes, after = stood(*same)
    found, kept = restored(fixes, *sorted_by(after, 3, 1, 2))
    assert [(each.address, each.after) for each in found] == [
        ("活动台账!E3", "3学时"),
        ("活动台账!E4", "３学时"),
    ]
    assert kept == {}


def test_a_row_of_a_number_that_others_bear_is_left_alone_once_it_was_changed() -> None:
    fixes, after = stood(*TWINS)
    topic = dataclasses.replace(fixes[0], letters="C", after="甲，后来补充")
    for order in ((1, 2, 3), (3, 1, 2), (3, 1)):
        found, kept = restored(fixes[:1], *sorted_by(put(after, topic)[0], *order))
        assert (found, kept) == ([], {TWICE: fixes[:1]})


def test_a_row_that_got_a_twin_later_is_found_where_it_stood() -> None:
    fixes, after = stood(TWINS[0], TWINS[2])
    found, _ = restored(fixes, *sorted_by(after, 1, 1, 2))
    assert places(found) == ["活动台账!E2"]
    assert restored(fixes, *sorted_by(after, 2, 1, 1)) == ([], {TWICE: fixes})
