"""The sample year agrees with itself: its numbers and references, its dates and its size."""

import re
from collections import Counter

import pytest

from tests.workbook.sampled import AS_OF, SAMPLE, cells, data, labels, sheets
from workbook.rows import load
from workbook.tables import TABLES

REFERENCES = {"活动编号", "佐证编号", "决议会议编号", "同日活动编号", "所属项目"}
PERSONAL = re.compile(r"\d{11}|0\d{2,3}-\d{7,8}")
LEFTOVERS = re.compile(r"\*\*|XX|某某|20xx", re.IGNORECASE)
DAY = re.compile(r"20\d\d-\d\d-\d\d")


def test_every_file_is_read_with_the_titles_of_its_table() -> None:
    keys = {path.stem for path in SAMPLE.glob("*.csv")}
    assert keys == set(load(SAMPLE, TABLES))


@pytest.mark.parametrize("path", sorted(SAMPLE.glob("*.csv")), ids=lambda path: path.name)
def test_a_file_is_plain_utf8_with_unix_line_ends(path) -> None:
    text = path.read_bytes()
    assert not text.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in text
    assert text.decode().endswith("\n")


def test_a_whole_year_takes_between_400_and_600_rows() -> None:
    assert 400 <= sum(map(len, data().values())) <= 600


def test_the_lists_and_ledgers_have_the_size_of_a_real_year() -> None:
    least = {"projects": 10, "tasks": 35, "duties": 20, "talks": 50, "election": 15, "volunteering": 40}
    assert {key: len(data()[key]) for key in least if len(data()[key]) < least[key]} == {}


def test_no_number_is_used_twice() -> None:
    assert [number for number, count in Counter(_numbers()).items() if count > 1] == []


def _numbers() -> list[str]:
    return [row["编号"] for rows in data().values() for row in rows if row.get("编号")]


def test_every_reference_leads_to_a_row() -> None:
    known = set(_numbers())
    cited = [number for cell, _ in cells(REFERENCES) for number in cell.split("、")]
    assert cited
    assert [number for number in cited if number not in known] == []


def test_the_year_holds_what_a_branch_must_do() -> None:
    months = {kind: set[str]() for kind in ("支委会", "主题党日", "党费日", "警示教育")}
    quarters = {kind: set[int]() for kind in ("党员大会", "党课", "理论学习小组", "意识形态分析研判")}
    for event in sheets()["activities"]:
        for label in labels(event):
            months.get(label, set()).add(event["日期"][:7])
            quarters.get(label, set()).add((int(event["日期"][5:7]) - 1) // 3)
    assert {kind: len(held) for kind, held in months.items()} == dict.fromkeys(months, 12)
    assert {kind: len(held) for kind, held in quarters.items()} == dict.fromkeys(quarters, 4)


def test_the_election_keeps_the_numbers_of_the_regulations() -> None:
    steps = {row["步骤号"]: row for row in sheets()["election"]}
    held = steps["11"]
    assert [row["完成日期"] for row in steps.values()] == sorted(row["完成日期"] for row in steps.values())
    assert int(held["实到会"]) * 5 >= int(held["应到会"]) * 4
    assert int(held["候选人数"]) * 5 >= int(held["应选名额"]) * 6
    assert int(held["应到会"]) < int(held["最低当选得票"]) * 2 <= int(held["实到会"]) * 2
    event = next(event for event in sheets()["activities"] if "换届选举" in labels(event))
    term = next(row["内容"] for row in sheets()["basics"] if row["项目"] == "本届任期起")
    assert held["完成日期"] == event["日期"] == term


def test_what_is_done_has_its_day_and_nothing_else_has_one() -> None:
    for key in ("projects", "tasks", "duties", "key_work", "problems"):
        for row in sheets()[key]:
            assert (row["状态"] == "完成") == bool(row["完成日期"]), row
            assert row["完成日期"] <= AS_OF


def test_nothing_was_late_but_what_is_explained() -> None:
    late = (row for row in sheets()["explanations"] if row["规则"].startswith("DUE"))
    explained = {row["期间或对象"] for row in late}
    for key in ("projects", "tasks", "duties", "key_work", "documents", "outcomes", "self_checks"):
        for row in sheets()[key]:
            due = row.get("完成时限") or row.get("要求时限") or row.get("截止日期") or ""
            done = row.get("完成日期") or row.get("提交日期") or row.get("自查日期") or ""
            on_time = not DAY.match(due) or (done or AS_OF) <= due
            assert on_time != (row.get("编号") in explained), row


def test_no_event_is_dated_outside_the_year() -> None:
    dated = {"日期", "提交日期", "授予日期", "自查日期", "批复日期", "提出日期"}
    assert {cell[:4] for cell, _ in cells(dated)} == {"2022"}
    done = [row for key, rows in data().items() if key != "election" for row in rows]
    assert {row["完成日期"][:4] for row in done if row.get("完成日期")} == {"2022"}


def test_no_cell_looks_like_an_identity_or_telephone_number_or_a_leftover() -> None:
    texts = [cell for rows in sheets().values() for row in rows for cell in row.values()]
    assert [text for text in texts if PERSONAL.search(text) or LEFTOVERS.search(text)] == []


def test_problems_and_plans_have_the_length_of_a_sentence_and_a_paragraph() -> None:
    bounds = {"问题": (30, 60), "打算": (100, 160)}
    for row in sheets()["problems"]:
        low, high = bounds[row["类型"]]
        assert low <= len(row["内容"]) <= high, row["标题"]
        assert not row["内容"].endswith("。")
