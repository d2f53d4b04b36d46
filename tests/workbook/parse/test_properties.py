"""What holds for every cell, whatever stands in it."""

import datetime as dt
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.configuration import set_hypothesis_home_dir

from workbook.parse import PARSERS, SAFE, UNREADABLE, Around
from workbook.spec import ANY, DATE, DEADLINE, MONTH, NUMBER, PEOPLE, TEXT, Column, choice, reference
from workbook.values import Deadline, People, show

set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "hypothesis")  # nothing is left in the tree

AROUND = Around(2022, options={"科室": ("办公室", "人事科"), "是否": ("是", "否")})
KINDS = (
    TEXT, NUMBER, DATE, MONTH, DEADLINE, PEOPLE, ANY, choice("科室"), choice("科室", several=True),
    choice("是否"), reference("activities"), reference("any", several=True),
)  # fmt: skip
COLUMNS = [Column("x", "次数", kind, unit=unit) for kind in KINDS for unit in ("", "小时", "%")]

PIECES = [
    *"张三李四王五全体除外等（）()、，,;；/—.-:年月日底前每次%％√×１２ ", "\n", "\u3000", "\u00a0", "\u200b",
    "张三", "李四", "外请", "无", "上旬", "季度", "第一", "长期", "2022", "12", "30", "小时", "至少", "万",
    "是", "办公室", "人事科", "TRUE", "#REF!",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=20), st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
RAWS = st.one_of(
    TEXTS, st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times(), st.timedeltas(), st.integers()
)


def parse(raw, column):
    return PARSERS[column.kind.name](raw, column, AROUND)


@settings(max_examples=400, derandomize=True, deadline=None)
@given(raw=RAWS, column=st.sampled_from(COLUMNS))
@example(raw="1" * 400, column=COLUMNS[0])
def test_no_cell_raises_and_every_remark_says_what_to_do(raw, column):
    reading = parse(raw, column)
    assert reading.form in {"", *SAFE, *UNREADABLE}
    assert bool(reading.form) == bool(reading.hint)


@settings(max_examples=400, derandomize=True, deadline=None)
@given(raw=RAWS, column=st.sampled_from(COLUMNS))
def test_what_was_not_read_has_no_meaning_and_what_was_read_has_one(raw, column):
    reading = parse(raw, column)
    assert (reading.form not in UNREADABLE) or reading.meant is None
    assert (reading.form not in SAFE) or reading.meant is not None


def typed(value):
    """Return what lies in the cell once the clean `value` is written back."""
    if isinstance(value, (dt.date, float)):
        return value
    return (
        value.day or value.text if isinstance(value, Deadline) and "年" in value.text else show(value) or None
    )


@settings(max_examples=800, derandomize=True, deadline=None)
@given(raw=TEXTS, column=st.sampled_from(COLUMNS))
@example(raw="李 建 国 ，张三", column=COLUMNS[15])
def test_the_clean_value_written_back_reads_the_same_and_needs_no_remark(raw, column):
    reading = parse(raw, column)
    if reading.form in SAFE and reading.value is not None:
        again = parse(typed(reading.value), column)
        assert (again.value, again.form) == (reading.value, "")


@pytest.mark.parametrize("separator", ["、", "，", ",", ";", "；", "/", "\n", " "])
@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    names=st.lists(
        st.sampled_from(["张三", "李四", "王小五", "欧阳小六", "买买提·某"]), min_size=2, max_size=6
    )
)
def test_names_are_the_same_with_any_separator(names, separator):
    assert parse(separator.join(names), Column("x", "参加人员", PEOPLE)).value == People(tuple(names))


ENTRIES = [
    "张三", "李小四", "王五（公务）", "赵六（公务、出差）", "外请（甲）", "钱七等", "（病）", "孙八（ 事 ）",
]  # fmt: skip


@settings(max_examples=300, derandomize=True, deadline=None)
@given(cells=st.lists(st.sampled_from(ENTRIES), min_size=1, max_size=5))
def test_the_quick_way_through_a_people_cell_ends_where_the_thorough_one_does(cells):
    column, raw = Column("x", "参加人员", PEOPLE), "、".join(cells)
    thorough = PARSERS["people"](raw, column, Around(suffixed=frozenset({"别人（办）"})))
    assert PARSERS["people"](raw, column, Around()) == thorough


@settings(max_examples=200, derandomize=True, deadline=None)
@given(day=st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31)))
def test_a_day_is_the_same_in_every_writing(day):
    serial = float((day - dt.date(1899, 12, 30)).days)
    written = [f"{day.year}{a}{day.month}{b}{day.day}{c}" for a, b, c in ("//!", "--!", "..!", "年月日")]
    writings = [day, f"{day:%Y%m%d}", serial if serial >= 20000 else day, *(w.strip("!") for w in written)]
    assert {parse(each, Column("x", "日期", DATE)).value for each in writings} == {day}
