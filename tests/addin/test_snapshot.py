"""The Snapshot of a run: what it keeps, and that it comes back from its JSON or not at all."""

import datetime as dt
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.configuration import set_hypothesis_home_dir

from addin.judgement import Judgement, judge
from addin.kept import VERSION
from addin.snapshot import Snapshot, from_json, snapshot
from tests.addin.test_requirement import ROWS, lines
from tests.addin.test_requirement import given as given_requirement
from tests.coverage.loaded import ledgers as loaded
from tests.coverage.loaded import sample_rows
from tests.given import BASICS, ledgers

set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "hypothesis")  # nothing is left in the tree

DAYS = [dt.datetime(2022, 11, day, 9, 30) for day in (23, 24, 25, 26)]
WRONG = "| 2022-03-05 | 党课 | 乙 | 5 | 9 |"  # more present than expected
RIGHT = "| 2022-03-05 | 党课 | 乙 | 9 | 9 |"


def year(*rows: str, **sheets: str) -> Judgement:
    """Judge a year whose 活动台账 has `rows`: 日期, 类型, 主题内容, 应到, 实到."""
    head = "| 日期 | 类型 | 主题内容 | 应到 | 实到 |"
    return judge(ledgers({"活动台账": "\n".join([head, *rows])} | sheets, today=dt.date(2022, 11, 26)))


def since(kept: Snapshot, code: str = "MEET-003") -> list[dt.date]:
    return [found.since for found in kept.findings if found.code == code]


@pytest.fixture(scope="module")
def sample() -> Judgement:
    return judge(loaded(sample_rows()))


def test_a_finding_keeps_the_day_since_which_it_stands_over_several_runs() -> None:
    kept = None
    for taken in DAYS[:3]:
        kept = snapshot(year(WRONG), taken, kept)
    assert kept and since(kept) == [DAYS[0].date()]


def test_a_finding_that_was_mended_and_comes_again_begins_anew() -> None:
    kept = None
    for taken, row in zip(DAYS, (WRONG, RIGHT, WRONG, WRONG), strict=True):
        kept = snapshot(year(row), taken, kept)
    assert kept and since(kept) == [DAYS[2].date()]


def test_a_finding_moves_with_its_row() -> None:
    first = snapshot(year(RIGHT, WRONG.replace("乙", "甲")), DAYS[0])
    then = snapshot(year(WRONG.replace("乙", "甲"), RIGHT), DAYS[1], first)
    assert since(then) == [DAYS[0].date()]
    assert [found.address for found in then.findings if found.code == "MEET-003"] == ["活动台账!E2"]


def test_of_twins_so_many_keep_their_day_as_stood_before() -> None:
    first = snapshot(year(WRONG), DAYS[0])
    then = snapshot(year(WRONG, WRONG), DAYS[1], first)
    assert since(then) == [DAYS[0].date(), DAYS[1].date()]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| | 2022-03-05 | 党课 | 甲 | 5 | 9 |", "| HD-1 | 2022-03-05 | 党课 | 甲 | 5 | 9 |"),
        ("| HD-1 | 2022-03-05 | 党课 | 甲 | 5 | 9 |", "| | 2022-03-05 | 党课 | 甲 | 5 | 9 |"),
        ("| | 2022-03-05 | 党课 | 甲 | 5 | 9 |", "| | 2022-03-06 | 党课 | 甲 | 5 | 9 |"),
        ("| | 2022-03-05 | 党课 | 甲 | 5 | 9 |", "| HD-1 | 2022-03-05 | 党课 | 乙 | 5 | 9 |"),
    ],
)
def test_a_finding_keeps_its_day_when_its_row_gets_another_name(old: str, new: str) -> None:
    head = "| 编号 | 日期 | 类型 | 主题内容 | 应到 | 实到 |\n"
    first = snapshot(year(活动台账=head + old), DAYS[0])
    assert since(snapshot(year(活动台账=head + new), DAYS[1], first)) == [DAYS[0].date()]


def test_a_fault_like_one_that_was_mended_begins_anew_in_another_row() -> None:
    first = snapshot(year(WRONG, 统计口径=COUNTED), DAYS[0])
    mended = year(RIGHT, WRONG.replace("乙", "甲"), 统计口径=COUNTED)
    assert since(snapshot(mended, DAYS[1], first)) == [DAYS[1].date()]


def test_another_years_snapshot_hands_nothing_on() -> None:
    first = snapshot(year(WRONG), DAYS[0])._replace(year=2021)
    assert since(snapshot(year(WRONG), DAYS[1], first)) == [DAYS[1].date()]


def test_the_same_requirement_is_another_finding_in_each_period() -> None:
    book = given_requirement(ROWS["R01"], held=lines("R01", "2022-05-10"), now=dt.date(2022, 10, 15))
    kept = snapshot(judge(book), DAYS[0])
    assert [found.period for found in kept.findings if found.code == "R01"] == ["第一季度", "第三季度"]


def test_a_row_under_several_figures_is_kept_once(sample: Judgement) -> None:
    kept = snapshot(sample, DAYS[0])
    assert len(set(kept.rows)) == len(kept.rows)
    assert sum(len(figure.rows) for figure in kept.figures.values()) > len(kept.rows)
    assert {row.sheet for row in kept.rows} > {"活动台账", "志愿服务台账"}


def test_a_figure_keeps_its_rows_and_what_each_gives(sample: Judgement) -> None:
    kept = snapshot(sample, DAYS[0])
    for name, figure in sample.figures.items():
        mine = kept.figures[name]
        assert [kept.rows[place].name for place in mine.rows] == [row.name for row in figure.rows]
        assert (mine.text, mine.state) == (figure.text, figure.state)
        if figure.definition.endswith(("合计(人时)", "人次(参加人员)")):
            assert sum(gift for gift in mine.gives if isinstance(gift, (int, float))) == figure.value


def test_private_hints_leave_no_trace() -> None:
    basics = BASICS.format(year=2022) + "\n| 合理性提示 | 是 |"
    judged = year("| 2022-03-05 | 党课 | 甲 | | |", 基本信息=basics)
    assert any(found.private for found in judged.findings)
    assert "LIKELY" not in snapshot(judged, DAYS[0]).to_json()


def test_a_text_with_a_mark_of_secrecy_is_not_kept() -> None:
    names = (
        "| 指标 | 台账 | 条件 | 计算 |\n| 主题 | 活动台账 | | 清单(主题内容) |\n| 次数 | 活动台账 | | 次数 |"
    )
    kept = snapshot(year("| 2022-03-05 | 党课 | 甲乙丙（秘密★1年） | 5 | 9 |", 统计口径=names), DAYS[0])
    assert "甲乙丙" not in kept.to_json()


def test_a_snapshot_comes_back_from_its_json(sample: Judgement) -> None:
    for judged in (sample, year(WRONG, WRONG), year()):
        kept = snapshot(judged, DAYS[0])
        assert from_json(kept.to_json()) == kept


def test_the_sample_year_is_kept_in_little_room(sample: Judgement) -> None:
    assert len(snapshot(sample, DAYS[0]).to_json().encode()) < 30_000


def test_rows_of_one_name_are_known_as_twins() -> None:
    judged = year(WRONG, WRONG, WRONG.replace("乙", "甲"), 统计口径=COUNTED)
    kept = snapshot(judged, DAYS[0])
    assert [row.name for row in kept.twins] == ["2022年3月5日 党课 乙"] and len(kept.rows) == 2


def test_the_marks_of_a_row_are_of_what_stands_beside_its_number_and_its_day() -> None:
    def marks(row: str) -> list[str]:
        return snapshot(year(row, 统计口径=COUNTED), DAYS[0]).marks[0].split()

    first, later, other = (marks(row) for row in (WRONG, WRONG.replace("03-05", "03-06"), RIGHT))
    assert first[0] != later[0] and first[1] == later[1]
    assert not {*first} & {*other}


def test_a_row_with_a_number_has_one_mark() -> None:
    head = "| 编号 | 日期 | 类型 | 主题内容 | 应到 | 实到 |\n| {} | 2022-03-05 | 党课 | 甲 | 5 | 9 |"
    with_, without = (snapshot(year(活动台账=head.format(number)), DAYS[0]) for number in ("HD-1", ""))
    assert [row.name for row in with_.numbered] == ["HD-1"] and not without.numbered
    assert with_.marks[0] == without.marks[0].split()[0]


def test_equal_years_are_kept_alike(sample: Judgement) -> None:
    assert snapshot(judge(loaded(sample_rows())), DAYS[0]).to_json() == snapshot(sample, DAYS[0]).to_json()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "1", '"甲"', "{}", '{"version":1}', "[" * 100_000, "\x00", "NaN", "\ufeff{}"],
)
def test_damaged_json_is_no_snapshot(text: str) -> None:
    assert from_json(text) is None


def test_json_of_another_version_is_no_snapshot() -> None:
    content = json.loads(snapshot(year(WRONG), DAYS[0]).to_json())
    assert from_json(json.dumps(content)) is not None
    assert from_json(json.dumps({**content, "version": VERSION + 1})) is None


PARTS = ("taken", "year", "as_of", "named", "findings", "rows", "figures")
THINGS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=12) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=15,
)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(part=st.sampled_from(PARTS), thing=THINGS)
def test_a_part_that_holds_something_else_never_raises(part: str, thing: object) -> None:
    kept = snapshot(year(WRONG), DAYS[0])
    back = from_json(json.dumps({**json.loads(kept.to_json()), part: thing}))
    assert back is None or from_json(back.to_json()) == back


@settings(max_examples=300, derandomize=True, deadline=None)
@given(at=st.integers(0, 10_000), letter=st.sampled_from('0"[]{},:9-甲'))
def test_a_letter_that_changed_never_raises(at: int, letter: str) -> None:
    text = TEXT[: at % len(TEXT)] + letter + TEXT[at % len(TEXT) + 1 :]
    from_json(text)
    from_json(TEXT[: at % len(TEXT)])


COUNTED = "| 指标 | 台账 | 条件 | 计算 |\n| 党课次数 | 活动台账 | 类型=党课 | 次数 |"
TEXT = snapshot(year(WRONG, RIGHT, 统计口径=COUNTED), DAYS[0]).to_json()


@pytest.mark.parametrize("place", [-1, 99, 1.5, "0", None])
def test_a_place_outside_the_table_of_rows_is_damage(place: object) -> None:
    content = json.loads(TEXT)
    assert from_json(TEXT) is not None
    content["figures"]["党课次数"][6] = [place]
    assert from_json(json.dumps(content)) is None
