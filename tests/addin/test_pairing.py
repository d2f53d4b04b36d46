"""Rows and findings known again under other names; any two runs compare alike both ways."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.configuration import set_hypothesis_home_dir

from addin.finding import ENTRY, ERROR
from addin.kept import KeptFigure, KeptFinding, Named, Snapshot
from addin.since import differences
from tests.addin.test_since import DAY, TODAY, A, C, between, book, codes, figures, names

set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "hypothesis")  # nothing is left in the tree

UNNUMBERED = "| | 2022-03-0{} | 党课 | 乙 | 9 | 12 |"


@pytest.mark.parametrize("new", ["| HD-9 | 2022-03-05 | 党课 | 乙 | 9 | 12 |", UNNUMBERED.format(6)])
def test_a_row_that_gets_a_number_or_another_day_is_the_same_row(new: str) -> None:
    changed = between(book(A, UNNUMBERED.format(5)), book(A, new, C))
    assert names(figures(changed)["党课次数"].added) == ["HD-3"] and not figures(changed)["党课次数"].gone
    assert len(codes(changed.still)) == 1 and codes((*changed.new, *changed.gone)) == []
    assert "党课次数" not in figures(between(book(A, new), book(A, UNNUMBERED.format(5))))


def test_rows_alike_but_for_their_names_are_not_guessed_at() -> None:
    old, new = (book(*map(UNNUMBERED.format, days)) for days in ((4, 5), (6, 7, 8)))
    moved = figures(between(old, new))["党课次数"]
    assert (len(moved.gone), len(moved.added)) == (2, 3)


TABLE = tuple(Named("活动台账", name) for name in "甲乙丙丁")
FINDINGS = st.builds(
    KeptFinding,
    st.sampled_from(["X-001", "X-002"]), st.just("活动台账"), st.sampled_from("甲乙"), st.just("日期"),
    st.just(""),
    st.just(ENTRY), st.just(ERROR), st.sampled_from(["活动台账!A2", "活动台账!A3"]),
    st.sampled_from(["坏。", "很坏。"]), st.booleans(), st.just(DAY.date()),
)  # fmt: skip


@st.composite
def kept_figures(draw: st.DrawFn) -> KeptFigure:
    rows = draw(st.lists(st.integers(0, 3), max_size=5))
    gives = draw(st.lists(st.integers(0, 2), min_size=len(rows), max_size=len(rows)))
    doubtful = draw(st.sets(st.integers(0, 3), max_size=2))
    value = None if doubtful else sum(gives)
    definition = draw(st.sampled_from("ab"))
    state = "待补" if doubtful else "有据"
    return KeptFigure(value, str(value or ""), "次", state, "", definition, (*rows,), (*gives,), (*doubtful,))


SNAPSHOTS = st.builds(
    Snapshot,
    st.just(DAY), st.just(2022), st.just(TODAY), st.just(False),
    st.lists(FINDINGS, max_size=8).map(tuple), st.just(TABLE),
    st.dictionaries(st.sampled_from(["一", "二", "三"]), kept_figures(), max_size=3),
)  # fmt: skip


@settings(max_examples=200, derandomize=True, deadline=None)
@given(SNAPSHOTS)
def test_nothing_differs_from_itself(kept: Snapshot) -> None:
    changed = differences(kept, kept)
    assert changed.nothing
    assert len(changed.still) == sum(not found.explained for found in kept.findings)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(SNAPSHOTS, SNAPSHOTS)
def test_what_is_new_one_way_is_gone_the_other(one: Snapshot, other: Snapshot) -> None:
    there, back = differences(one, other), differences(other, one)
    assert sorted(there.new) == sorted(back.gone) and sorted(there.gone) == sorted(back.new)
    assert len(there.explained) == len(back.withdrawn) and len(there.still) == len(back.still)
    assert len(there.meanings) == len(back.meanings)
    forth = {moved.name: moved for moved in there.figures}
    assert set(forth) == {moved.name for moved in back.figures}
    for moved in back.figures:
        mine = forth[moved.name]
        assert (mine.old, mine.new) == (moved.new, moved.old)
        assert sorted(mine.added) == sorted(moved.gone) and sorted(mine.gone) == sorted(moved.added)
        assert sorted(mine.doubtful) == sorted(moved.settled)
        assert len(mine.shifted) == len(moved.shifted)


MARKS = st.tuples(*[st.sampled_from(["", "a", "b", "c", "a x", "b x", "c y"])] * 4)
NAMES = st.permutations("甲乙戊己庚").map(lambda names: tuple(Named("活动台账", name) for name in names[:4]))


def known(kept: Snapshot, rows: tuple[Named, ...], marks: tuple[str, ...]) -> Snapshot:
    """Return the snapshot with other rows, and without findings in rows it does not know."""
    findings = tuple(found for found in kept.findings if found.row in rows)
    return kept._replace(findings=findings, rows=rows, marks=marks)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(SNAPSHOTS, SNAPSHOTS, NAMES, NAMES, MARKS, MARKS)
def test_rows_with_other_names_are_paired_alike_both_ways(
    one: Snapshot,
    other: Snapshot,
    mine: tuple[Named, ...],
    yours: tuple[Named, ...],
    marks: tuple[str, ...],
    others: tuple[str, ...],
) -> None:
    one, other = known(one, mine, marks), known(other, yours, others)
    there, back = differences(one, other), differences(other, one)
    for forth, those in ((there.new, back.gone), (there.gone, back.new), (there.still, back.still)):
        assert len(forth) == len(those)
    assert sum(len(moved.added) for moved in there.figures) == sum(len(moved.gone) for moved in back.figures)
