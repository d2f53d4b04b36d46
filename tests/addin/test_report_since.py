"""The sheet 变化说明: what it lists, where its links lead; without a comparison it is not there."""

import re
import zipfile
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from addin.finding import ENTRY, SHORTFALL, WARNING, open_ones
from addin.judgement import judge
from addin.kept import KeptFinding, Snapshot
from addin.report import Report, write_report
from addin.report_since import MOST_STILL, SHEET
from addin.since import Differences, differences
from addin.snapshot import snapshot
from tests.addin.test_since import COUNTED, DAY, HOURS, NEXT, ROW, A, B, C, book
from tests.rules.test_catalogue import INVENTING
from workbook.ledger import Ledgers

BAD = ROW.format(1, "党课", 12)


def written(folder: Path, changed: Differences | None, given: Ledgers) -> Path:
    judged = judge(given)
    target = folder / "报告.xlsx"
    found = open_ones(judged.findings)
    write_report(Report(given, folder / "台账.xlsx", found, judged.figures, (), changed), target)
    return target


def between(folder: Path, old: Ledgers, new: Ledgers) -> Path:
    before = snapshot(judge(old), DAY)
    return written(folder, differences(before, snapshot(judge(new), NEXT, before)), new)


def lines(path: Path, sheet: str = SHEET) -> list[list[object]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()


def block(path: Path, title: str) -> list[list[object]]:
    """Return the lines of one block, without its titles."""
    found = lines(path)
    start = [line[0] for line in found].index(title) + 2
    ends = [number for number, line in enumerate(found) if number > start and not any(line)]
    return found[start : min(ends, default=len(found))]


def overview(path: Path) -> dict[object, object]:
    return {line[0]: line[1] for line in lines(path, "概况")}


def test_without_it_the_report_has_neither_sheet_nor_line(tmp_path: Path) -> None:
    path = written(tmp_path, None, book(A))
    assert CalamineWorkbook.from_path(path).sheet_names == ["概况", "校验结果", "数字出处"]
    assert "与上次相比" not in overview(path)


def test_the_first_time_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, differences(None, snapshot(judge(book(A)), DAY)), book(A))
    assert [line[0] for line in lines(path)] == [SHEET, "第一次生成，没有可比的。"]
    assert overview(path)["与上次相比"] == "第一次生成，没有可比的"


def test_what_did_not_change_is_said_in_one_line_before_what_is_still_open(tmp_path: Path) -> None:
    path = between(tmp_path, book(BAD, B), book(B, BAD))
    assert lines(path)[1][0] == "与2022年11月24日 9:30那次相比：没有变化。"
    titles = [line[0] for line in lines(path)]
    assert "问题的变化" not in titles and "数字的变化" not in titles
    (fault,) = (line for line in block(path, "以前查出、现在还在的") if line[2] == "MEET-003")
    told = ["仍未改", "活动台账!F3", "MEET-003", "2022年11月24日", "实到 12 人多于应到 9 人。"]
    assert fault[:5] == told


def test_a_fault_stands_with_what_became_of_it(tmp_path: Path) -> None:
    path = between(tmp_path, book(BAD, B), book(A, ROW.format(2, "党课", 12)))
    faults = [line for line in block(path, "问题的变化") if line[2] == "MEET-003"]
    assert [line[:2] for line in faults] == [["新出现", "活动台账!F3"], ["已消除", "活动台账“HD-1”的实到"]]


def test_a_figure_stands_with_both_values_and_its_rows_where_they_stand_now(tmp_path: Path) -> None:
    path = between(tmp_path, book(A, B, 统计口径=COUNTED), book(C, ROW.format(1, "党课", 6)))
    told = {line[0]: line[1:] for line in block(path, "数字的变化")}
    assert told["党课人次"] == [
        "16人次",
        "14人次",
        "−2",
        "活动台账 新计入 1 行：第2行“HD-3”\n活动台账 不再计入 1 行：“HD-2”\n"
        "活动台账 有变化 1 行：第3行“HD-1”（8→6）",
        "第2行",
    ]
    assert "党课次数" not in told


def test_a_state_that_changed_is_told_with_the_value(tmp_path: Path) -> None:
    path = between(tmp_path, book(A), book(ROW.format(1, "宣讲", 8)))
    told = {line[0]: line[1:5] for line in block(path, "数字的变化")}
    assert told["党课次数"] == ["1次（有据）", "待补", "", "活动台账 不再计入 1 行：第2行“HD-1”"]
    assert told["宣讲次数"] == ["待补", "1次（有据）", "", "活动台账 新计入 1 行：第2行“HD-1”"]


def test_a_definition_that_changed_is_told_as_it_was_and_is(tmp_path: Path) -> None:
    other = COUNTED.replace("类型=党课 | 次数", "类型=宣讲 | 次数")
    path = between(tmp_path, book(A), book(A, 统计口径=other))
    (line,) = block(path, "数字的变化")
    told = "口径改了：原来是“活动台账：类型=党课，次数”，现在是“活动台账：类型=宣讲，次数”"
    assert line[1:5] == ["1次（有据）", "待补", "", told]


def test_what_changed_beside_a_number_that_stayed_is_told_with_it(tmp_path: Path) -> None:
    old = "| 指标 | 台账 | 条件 | 计算 | 单位 | 起 |\n| 党课次数 | 活动台账 | 类型=党课 | 次数 | 次 | |"
    new = old.replace("次 | |", "场 | 2022-02-01 |")
    path = between(tmp_path, book(A, 统计口径=old), book(A, 统计口径=new))
    assert "数字的变化" not in [line[0] for line in lines(path)]
    (line,) = block(path, "数没有变，口径或单位改了的")
    assert line[:5] == [
        "党课次数",
        "1次",
        "1场",
        "口径、单位",
        "口径改了：原来是“活动台账：类型=党课，次数”，现在是“活动台账：类型=党课，次数（2022年2月1日起）”\n"
        "单位由“次”改为“场”",
    ]


def test_a_number_that_changed_with_its_unit_is_told_with_both(tmp_path: Path) -> None:
    other = COUNTED.replace("| 次数 | 次 |", "| 次数 | 场 |", 1)
    path = between(tmp_path, book(A), book(A, B, 统计口径=other))
    told = {line[0]: line[1:5] for line in block(path, "数字的变化")}
    words = "活动台账 新计入 1 行：第3行“HD-2”\n单位由“次”改为“场”"
    assert told["党课次数"] == ["1次", "2场", "", words]


def test_links_lead_to_the_cells_of_the_workbook(tmp_path: Path) -> None:
    path = between(tmp_path, book(A), book(B, A, ROW.format(4, "党课", 12)))
    with zipfile.ZipFile(path) as package:
        places = re.findall(r"location=\"('[^\"]+)\"", package.read("xl/worksheets/sheet2.xml").decode())
    assert "'活动台账'!F4" in places and "'活动台账'!A2" in places


def test_very_many_rows_are_counted_after_the_first(tmp_path: Path) -> None:
    many = [f"| HD-{number} | 2022-03-01 | 党课 | 甲 | 9 | 8 |" for number in range(10, 50)]
    path = between(tmp_path, book(A), book(A, *many))
    told = {line[0]: str(line[4]) for line in block(path, "数字的变化")}
    assert told["党课次数"].startswith("活动台账 新计入 40 行：第3行“HD-10”、")
    assert told["党课次数"].endswith("第12行“HD-19”，还有 30 行")


TWIN = "| | 2022-03-05 | 党课 | 谈心 | 9 | {} |"


def told_of(folder: Path, old: Ledgers, new: Ledgers, name: str = "党课次数") -> list[object]:
    """Return what moved one figure, and the link."""
    return next(line[4:6] for line in block(between(folder, old, new), "数字的变化") if line[0] == name)


def test_two_rows_alike_that_were_added_are_two(tmp_path: Path) -> None:
    told = "活动台账 新计入 2 行：第3–4行“2022年3月5日 党课 谈心”"
    assert told_of(tmp_path, book(A), book(A, TWIN.format(8), TWIN.format(8))) == [told, "第3行"]


def test_a_row_taken_out_has_no_place_while_its_twin_still_stands(tmp_path: Path) -> None:
    both, one = book(A, TWIN.format(8), TWIN.format(8)), book(A, TWIN.format(8))
    name = "“2022年3月5日 党课 谈心”"
    assert told_of(tmp_path, both, one) == [
        f"活动台账 不再计入 1 行：{name}（同名的少了 1 行，现在还有第3行）",
        "",
    ]
    assert told_of(tmp_path, both, book(A)) == [f"活动台账 不再计入 2 行：{name}（2 行）", ""]


def test_of_a_row_copied_with_its_number_nobody_can_tell_which_is_new(tmp_path: Path) -> None:
    assert told_of(tmp_path, book(A, B), book(A, B, B)) == [
        "活动台账 新计入 1 行：“HD-2”（同名的多了 1 行，现在是第3–4行）",
        "第3行",
    ]


def test_a_row_that_stands_uncounted_is_not_the_twin_that_was_taken_out(tmp_path: Path) -> None:
    other = ROW.format(2, "宣讲", 8)
    assert told_of(tmp_path, book(A, B, other), book(A, other)) == ["活动台账 不再计入 1 行：“HD-2”", ""]


def test_of_twins_one_that_gives_another_number_is_told_with_both(tmp_path: Path) -> None:
    both, new = book(TWIN.format(8), TWIN.format(7)), book(TWIN.format(8), TWIN.format(6))
    assert told_of(tmp_path, both, new, "党课人次") == [
        "活动台账 有变化 1 行：“2022年3月5日 党课 谈心”（7→6；同名的有 1 行变了，现在是第2–3行）",
        "第2行",
    ]


def test_rows_that_leave_a_figure_open_are_called_the_cause(tmp_path: Path) -> None:
    row = "| | 2022-03-05 | 党课 | 谈心 | {} |\n"
    two, one, whole = (hours(row.format("") * 2), hours(row.format("")), hours(row.format("3")))
    place = "第2行“2022年3月5日 党课 谈心”"
    assert told_of(tmp_path, whole, one, "学时") == [f"活动台账 因这 1 行数不出：{place}", "第2行"]
    assert told_of(tmp_path, one, whole, "学时")[0] == f"活动台账 原来因这 1 行数不出：{place}"
    assert str(told_of(tmp_path, whole, two, "学时")[0]).startswith("活动台账 因这 2 行数不出：第2–3行")


def hours(rows: str) -> Ledgers:
    return book(活动台账="| 编号 | 日期 | 类型 | 主题内容 | 学时 |\n" + rows, 统计口径=HOURS)


def found(number: int, kind: str = ENTRY) -> KeptFinding:
    place = f"活动台账!A{number}"
    return KeptFinding(
        "X-001", "活动台账", str(number), "日期", "", kind, WARNING, place, "坏。", False, DAY.date()
    )


def test_very_many_that_are_still_open_are_only_counted_by_rule(tmp_path: Path) -> None:
    still = (*map(found, range(MOST_STILL + 1)), found(1, SHORTFALL))
    path = written(tmp_path, Differences(DAY, still=still), book(A))
    assert block(path, "以前查出、现在还在的") == [
        ["仍未改", "", "X-001", "2022年11月24日", "共 201 个，见“校验结果”。", "警告"],
        ["仍未做到或待说明", "", "X-001", "2022年11月24日", "共 1 个，见“校验结果”。", "警告"],
    ]


def test_changes_older_than_the_last_run_are_dated(tmp_path: Path) -> None:
    gone = (found(1),)
    path = written(tmp_path, Differences(DAY, gone=gone, checked=NEXT), book(A))
    assert lines(path)[1][0] == (
        "与2022年11月24日 9:30那次相比：已消除 1 个；这些变化是2022年11月25日 9:30查出的，此后没有变化。"
    )
    assert overview(path)["与上次相比"] == "没有变化"
    path = written(tmp_path, Differences(DAY, checked=DAY), book(A))
    assert lines(path)[1][0] == "与2022年11月24日 9:30那次相比：没有变化。"


def test_a_remark_stands_under_the_heading(tmp_path: Path) -> None:
    path = written(tmp_path, Differences(DAY, remarks=("只统计到那天。",)), book(A))
    assert lines(path)[2][0] == "只统计到那天。"


def test_the_overview_counts_the_changes(tmp_path: Path) -> None:
    path = between(tmp_path, book(BAD), book(A, B))
    assert re.fullmatch(r"(新出现 \d+ 个，)?已消除 \d+ 个；数字变了 3 个", str(overview(path)["与上次相比"]))


def test_no_word_invites_anybody_to_invent(tmp_path: Path) -> None:
    path = between(tmp_path, book(BAD), book(A, B, ROW.format(4, "宣讲", 12)))
    assert not INVENTING.search("".join(str(cell) for line in lines(path) for cell in line))


def test_a_shortfall_of_what_is_not_required_any_more_stands_with_its_period(tmp_path: Path) -> None:
    dropped = (found(1, SHORTFALL)._replace(sheet="规定动作", name="R01", period="3月"),)
    path = written(tmp_path, Differences(DAY, dropped=dropped), book(A))
    assert block(path, "问题的变化")[0][:3] == ["不再核对", "规定动作“R01”3月", "X-001"]


@pytest.mark.parametrize("severity", ["错误", "将来的级别"])
def test_a_severity_of_a_later_version_is_listed(tmp_path: Path, severity: str) -> None:
    gone = (found(1)._replace(severity=severity),)
    path = written(tmp_path, Differences(DAY, gone=gone), book(A))
    assert block(path, "问题的变化")[0][5] == severity


def test_the_same_changes_are_written_the_same(tmp_path: Path) -> None:
    before: Snapshot = snapshot(judge(book(A)), DAY)
    changed = differences(before, snapshot(judge(book(A, B)), NEXT, before))
    first = written(tmp_path, changed, book(A, B)).read_bytes()
    assert written(tmp_path, changed, book(A, B)).read_bytes() == first
