"""What changed since another run: findings by what became of them, figures by the rows that moved them."""

import datetime as dt

import pytest

from addin.finding import REMINDER, SHORTFALL
from addin.judgement import judge
from addin.kept import KeptFinding, Named
from addin.since import FIRST, Differences, Moved, differences, gist, tally
from addin.snapshot import snapshot
from tests.addin.test_requirement import ROWS, lines
from tests.addin.test_requirement import given as given_requirement
from tests.given import ledgers
from workbook.ledger import Ledgers

DAY, NEXT = dt.datetime(2022, 11, 24, 9, 30), dt.datetime(2022, 11, 25, 9, 30)
TODAY = dt.date(2022, 11, 25)
HEAD = "| 编号 | 日期 | 类型 | 主题内容 | 应到 | 实到 |"
ROW = "| HD-{0} | 2022-03-0{0} | {1} | 甲 | 9 | {2} |"
A, B, C = (ROW.format(number, "党课", 8) for number in (1, 2, 3))
COUNTED = (
    "| 指标 | 台账 | 条件 | 计算 | 单位 |\n"
    "| 党课次数 | 活动台账 | 类型=党课 | 次数 | 次 |\n"
    "| 宣讲次数 | 活动台账 | 类型=宣讲 | 次数 | 次 |\n"
    "| 党课人次 | 活动台账 | 类型=党课 | 合计(实到) | 人次 |\n"
    "| 党课主题 | 活动台账 | 类型=党课 | 清单(编号) | |"
)
HOURS = "| 指标 | 台账 | 计算 |\n| 学时 | 活动台账 | 合计(学时) |"
OPTIONS = "| 活动类型 |\n| 党课 |\n| 宣讲 |"


def book(*rows: str, **sheets: str) -> Ledgers:
    given = {"活动台账": "\n".join([HEAD, *rows]), "统计口径": COUNTED, "选项表": OPTIONS, **sheets}
    return ledgers(given, today=TODAY)


def between(old: Ledgers, new: Ledgers) -> Differences:
    before = snapshot(judge(old), DAY)
    return differences(before, snapshot(judge(new), NEXT, before))


def figures(changed: Differences) -> dict[str, Moved]:
    return {moved.name: moved for moved in changed.figures}


def codes(findings: tuple[KeptFinding, ...]) -> list[tuple[str, str]]:
    return [(found.code, found.name) for found in findings if found.code == "MEET-003"]


def names(rows: tuple[Named, ...]) -> list[str]:
    return [row.name for row in rows]


def test_without_a_run_before_there_is_nothing_to_compare() -> None:
    changed = differences(None, snapshot(judge(book(A)), DAY))
    assert (changed.before, changed.why, changed.nothing) == (None, FIRST, True)
    assert gist(changed) == "与上次相比：第一次生成，没有可比的。"


def test_sorted_rows_change_nothing() -> None:
    bad = ROW.format(4, "党课", 12)
    changed = between(book(A, B, bad, C), book(C, bad, B, A))
    assert changed.nothing and changed.before == DAY
    assert gist(changed) == "与上次相比：没有变化。"
    assert codes(changed.still) == [("MEET-003", "HD-4")]


def test_a_row_added_moves_exactly_the_figures_that_count_it_and_is_named() -> None:
    changed = figures(between(book(A, B), book(C, A, B)))
    assert set(changed) == {"党课次数", "党课人次", "党课主题"}
    for moved in changed.values():
        assert (names(moved.added), moved.gone, moved.shifted) == (["HD-3"], (), ())
    counted = changed["党课次数"]
    assert counted.old and counted.new and (counted.old.value, counted.new.value) == (2, 3)


def test_a_row_taken_out_is_named_as_gone() -> None:
    moved = figures(between(book(A, B), book(A)))["党课次数"]
    assert (names(moved.gone), moved.added) == (["HD-2"], ())


def test_a_row_that_became_another_kind_leaves_one_figure_for_another() -> None:
    speech = B.replace("党课", "宣讲")
    changed = figures(between(book(A, B, C), book(A, speech, C)))
    assert names(changed["党课次数"].gone) == ["HD-2"]
    assert names(changed["宣讲次数"].added) == ["HD-2"]


def test_a_row_that_gives_another_number_is_named_with_both() -> None:
    changed = figures(between(book(A, B), book(A, ROW.format(2, "党课", 6))))
    assert set(changed) == {"党课人次"}
    ((row, old, new),) = changed["党课人次"].shifted
    assert (row, old, new) == (Named("活动台账", "HD-2"), 8, 6)


def test_rows_exchanged_for_others_are_nothing_while_the_number_stays() -> None:
    assert "党课次数" not in figures(between(book(A, B), book(A, C)))


def test_a_cell_that_no_figure_reads_changes_none() -> None:
    assert between(book(A, B), book(A, B.replace("甲", "乙"))).figures == ()


def test_rows_that_leave_a_figure_open_are_kept_apart() -> None:
    first = "| 编号 | 日期 | 类型 | 主题内容 | 学时 |\n| HD-1 | 2022-03-01 | 党课 | 甲 | 2 |\n"
    second = "| HD-2 | 2022-03-02 | 党课 | 乙 | {} |"
    whole, blank = (book(活动台账=first + second.format(hours), 统计口径=HOURS) for hours in ("3", ""))
    opened, settled = (figures(between(*each))["学时"] for each in ((whole, blank), (blank, whole)))
    assert (names(opened.doubtful), opened.shifted, opened.settled) == (["HD-2"], (), ())
    assert (names(settled.settled), settled.shifted, settled.doubtful) == (["HD-2"], (), ())


def test_a_changed_definition_is_said_instead_of_rows() -> None:
    other = COUNTED.replace("类型=党课 | 次数", "类型=党课、宣讲 | 次数")
    moved = figures(
        between(book(A, ROW.format(2, "宣讲", 8)), book(A, ROW.format(2, "宣讲", 8), 统计口径=other))
    )
    assert moved["党课次数"].redefined and moved["党课次数"].added == ()
    assert set(moved) == {"党课次数"}


def test_an_indicator_that_came_or_went_has_no_figure_on_one_side() -> None:
    fewer = "\n".join(COUNTED.splitlines()[:-1])
    assert figures(between(book(A, 统计口径=fewer), book(A)))["党课主题"].old is None
    assert figures(between(book(A), book(A, 统计口径=fewer)))["党课主题"].new is None


def test_a_mended_fault_is_gone_and_one_that_comes_again_is_new() -> None:
    bad, good = book(ROW.format(1, "党课", 12)), book(A)
    assert codes(between(bad, good).gone) == [("MEET-003", "HD-1")]
    assert codes(between(good, bad).new) == [("MEET-003", "HD-1")]


def test_of_twins_one_mended_is_one_gone() -> None:
    twin = "| | 2022-03-01 | 党课 | 甲 | 9 | {} |"
    both, one = book(twin.format(12), twin.format(13)), book(twin.format(13), twin.format(9))
    changed = between(both, one)
    assert [found.says for found in changed.gone if found.code == "MEET-003"] == ["实到 12 人多于应到 9 人。"]
    assert len(codes(changed.still)) == 1 and codes(changed.new) == []


def test_a_reminder_is_counted_by_itself_and_stays_one_also_where_it_was_a_shortfall_before() -> None:
    head = "| 编号 | 重点任务 | 责任人 | 完成时限 | 状态 |\n"
    lists = [head + f"| RW-1 | 甲 | 张三 | {due} | 进行中 |" for due in ("2023-01-31", "2022-12-01")]
    before, now = (snapshot(judge(book(重点任务立项分解表=each)), DAY) for each in lists)
    assert tally(differences(before, now)) == "新临期 1 个"
    older = [found._replace(kind=SHORTFALL, explained=found.kind == REMINDER) for found in now.findings]
    changed = differences(now._replace(findings=tuple(older)), now)
    assert changed.nothing and REMINDER in [found.kind for found in changed.still]


def test_a_shortfall_that_was_explained_is_told_once() -> None:
    judged = judge(given_requirement(ROWS["R01"], held=lines("R01", "2022-05-10"), now=dt.date(2022, 10, 15)))
    first = next(found for found in judged.findings if found.code == "R01")
    told = [found._replace(explained=found is first) for found in judged.findings]
    before, after = snapshot(judged, DAY), snapshot(judged._replace(findings=told), NEXT)
    changed = differences(before, after)
    assert [(found.code, found.period) for found in changed.explained] == [("R01", "第一季度")]
    assert [found.period for found in changed.still if found.code == "R01"] == ["第三季度"]
    assert [found.period for found in differences(after, before).withdrawn] == ["第一季度"]
    assert differences(after, after).nothing
    assert gist(changed) == "与上次相比：已说明 1 个。"


@pytest.mark.parametrize("row", [ROWS["R01"] | {"启用": "否"}, ROWS["R01"] | {"周期": "旬"}, ROWS["R02"]])
def test_a_shortfall_of_what_is_not_required_any_more_is_not_gone_by_being_mended(
    row: dict[str, str],
) -> None:
    held, now = lines("R01", "2022-05-10"), dt.date(2022, 10, 15)
    before, after = (
        snapshot(judge(given_requirement(each, held=held, now=now)), DAY) for each in (ROWS["R01"], row)
    )
    changed = differences(before, after)
    assert [found.period for found in changed.dropped] == ["第一季度", "第三季度"]
    assert not any(found.code == "R01" for found in changed.gone)
    assert "不再核对 2 个" in gist(changed) and not changed.nothing


def test_the_first_meeting_of_a_year_brings_no_new_faults() -> None:
    """As long as none is held one finding stands for all periods; then each open period has its own."""
    now = dt.date(2022, 10, 15)
    none, one = (
        given_requirement(ROWS["R01"], now=now),
        given_requirement(ROWS["R01"], held=lines("R01", "2022-05-10"), now=now),
    )
    changed = between(none, one)
    assert [found.period for found in changed.still if found.code == "R01"] == ["第一季度", "第三季度"]
    assert {found.since for found in changed.still} == {DAY.date()}
    assert not any(found.code == "R01" for found in (*changed.new, *changed.gone))


def test_years_are_not_compared() -> None:
    before = snapshot(judge(book(A)), DAY)
    changed = differences(before._replace(year=2021), before)
    assert (changed.before, changed.nothing) == (None, True)
    assert changed.why == "上次是2021年度的台账，这次是2022年度的，不作比较"


def test_a_chosen_day_is_said() -> None:
    before = snapshot(judge(book(A, B)), DAY)
    given = {"活动台账": "\n".join([HEAD, A, B]), "统计口径": COUNTED, "选项表": OPTIONS}
    cut = snapshot(judge(ledgers(given, as_of=dt.date(2022, 3, 1), today=TODAY)), NEXT)
    changed = differences(before, cut)
    assert names(figures(changed)["党课次数"].gone) == ["HD-2"]
    (remark,) = changed.remarks
    assert "这次统计到2022年3月1日（指定的日期）" in remark
    assert differences(before, before._replace(as_of=dt.date(2022, 11, 24))).remarks == ()


def test_the_gist_counts() -> None:
    changed = between(book(ROW.format(1, "党课", 12), B), book(A, B, C, ROW.format(4, "宣讲", 12)))
    told = gist(changed)
    assert told.startswith("与上次相比：新出现 ") and "已消除 " in told and "；数字变了 4 个。" in told


@pytest.mark.parametrize("unit", ["场", "次"])
def test_a_unit_that_changed_is_a_change_and_none_of_the_number(unit: str) -> None:
    changed = between(book(A), book(A, 统计口径=COUNTED.replace("| 次数 | 次 |", f"| 次数 | {unit} |", 1)))
    assert [moved.name for moved in changed.meanings] == (["党课次数"] if unit != "次" else [])
    assert changed.figures == () and changed.nothing == (unit == "次")


def test_a_definition_that_changed_beside_its_number_is_told_apart() -> None:
    other = COUNTED.replace("类型=宣讲 | 次数", "类型=宣讲、党课 | 次数").replace(
        "类型=党课 | 合计", "类型=党课、宣讲 | 合计"
    )
    changed = between(book(A), book(A, 统计口径=other))
    assert (set(figures(changed)), [moved.name for moved in changed.meanings]) == ({"宣讲次数"}, ["党课人次"])
    assert gist(changed) == "与上次相比：数字变了 1 个；口径或单位改了 1 个。"
