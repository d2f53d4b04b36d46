import pytest

from workbook.parse import Around
from workbook.parse.people import people
from workbook.spec import PEOPLE, Column
from workbook.values import People

COLUMN = Column("attendees", "参加人员", PEOPLE)


def read(raw, *suffixed):
    reading = people(raw, COLUMN, Around(suffixed=frozenset(suffixed)))
    return reading.value, reading.form


def names(raw):
    value, form = read(raw)
    return (value.names if value else None), form


@pytest.mark.parametrize("raw", ["张三、李四", "张三、李四、王小五", "阿不都·买买提、李四"])
def test_names_parted_by_the_usual_mark_need_no_remark(raw):
    assert names(raw) == (tuple(raw.split("、")), "")


@pytest.mark.parametrize(
    "raw",
    ["张三，李四", "张三,李四", "张三；李四", "张三;李四", "张三/李四", "张三 李四", "张三　李四",
     "张三\n李四", "张三、李四、", "张三、 、李四", "张三， 李四", "张三\r\n李四", "，张三，李四"],
)  # fmt: skip
def test_any_other_separator_is_read_with_a_remark(raw):
    value, form = read(raw)
    assert (value.names, form) == (("张三", "李四"), "separator")
    assert str(value) == "张三、李四"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("张 三", ("张三",)), ("张　三", ("张三",)), ("张\n三", ("张三",)), ("张 三、李四", ("张三", "李四")),
     ("李 建 国", ("李建国",)), (" 张三 ", ("张三",)), ("张三、 李四", ("张三", "李四")),
     ("张三\u200b、李四", ("张三", "李四"))],
)  # fmt: skip
def test_spaces_in_and_around_names_are_dropped_with_a_remark(raw, expected):
    assert names(raw) == (expected, "stray_space")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("张 三 李 四", ("张三", "李四")), ("张 三 李四", ("张三", "李四")), ("张三 李 四", ("张三", "李四")),
     ("张 三，李四", ("张三", "李四"))],
)  # fmt: skip
def test_spaces_within_and_between_names_are_told_apart(raw, expected):
    assert names(raw)[0] == expected


@pytest.mark.parametrize("raw", ["张三（公务）、李四", "张三(公务)、李四"])
def test_a_remark_in_brackets_is_kept_beside_the_name(raw):
    value, form = read(raw)
    assert (value.names, value.note("张三"), value.note("李四"), form) == (("张三", "李四"), "公务", "", "")
    assert str(value) == "张三（公务）、李四"


def test_separators_inside_brackets_do_not_split():
    value, form = read("张三（公务、出差），李四")
    assert (value.names, value.note("张三"), form) == (("张三", "李四"), "公务、出差", "separator")


def test_guests_keep_where_they_are_from():
    value, form = read("外请（市委党校）、李教授（外请：某学院）、张三")
    assert form == ""
    assert value.outsiders == ("外请（市委党校）", "李教授")
    assert value.note("李教授") == "外请：某学院"


def test_two_guests_of_different_places_are_two():
    assert read("外请（甲）、外请(乙)")[0].names == ("外请（甲）", "外请（乙）")


@pytest.mark.parametrize("raw", ["全体", "全体党员"])
def test_everyone_is_everyone(raw):
    assert read(raw) == (People(everyone=True), "")


@pytest.mark.parametrize(
    "raw",
    ["全体除张三、李四", "全体党员除张三、李四外", "全体（除张三、李四）", "全体党员（除张三、李四以外）"],
)
def test_everyone_but_some_names_who_is_left_out(raw):
    assert read(raw) == (People(everyone=True, without=("张三", "李四")), "")


def test_everyone_but_some_takes_any_separator():
    value, form = read("全体除张三，李四")
    assert (value.without, form) == (("张三", "李四"), "separator")


@pytest.mark.parametrize("raw", ["张三等5人", "张三等", "张三等 5 名同志", "张三等同志"])
def test_and_others_keeps_the_names_and_asks_for_the_rest(raw):
    reading = people(raw, COLUMN, Around())
    assert (reading.value.names, reading.form, reading.meant) == (("张三",), "and_others", None)


def test_and_others_after_several_names():
    assert names("张三、李四等5人") == (("张三", "李四"), "and_others")


@pytest.mark.parametrize("raw", ["26人", 26.0, "全体26人", "2022", "第1党小组"])
def test_a_number_of_people_is_no_name(raw):
    assert read(raw) == (None, "bad_people")


def test_digits_in_a_remark_are_no_number_of_people():
    assert read("张三（3月起）")[0].names == ("张三",)


@pytest.mark.parametrize("raw", ["无", "—", "/", "暂无", 0.0])
def test_a_sign_for_nothing_is_a_blank(raw):
    assert read(raw) == (None, "empty_sign")


def test_true_names_nobody():
    assert read(True) == (None, "boolean")


def test_a_name_with_a_suffix_on_the_roster_stays_whole():
    assert read("李伟（办）、李伟(财)、张三（公务）", "李伟（办）", "李伟（财）")[0] == People(
        ("李伟（办）", "李伟（财）", "张三"), notes=(("张三", "公务"),)
    )


@pytest.mark.parametrize(
    "raw", ["（", "）", "（）", "、", "((", "张三（", "（公务）", "除", "等", "全体除", "外请"]
)
def test_no_odd_typing_raises(raw):
    people(raw, COLUMN, Around())
