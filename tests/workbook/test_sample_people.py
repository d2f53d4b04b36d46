"""The people of the sample year: on the roster, present where they act, never at two places."""

from collections import Counter
from itertools import pairwise

from tests.workbook.sampled import (
    AS_OF,
    Line,
    cells,
    entitled,
    expected,
    labels,
    member,
    people,
    present,
    roster,
    served,
    sheets,
)
from workbook.tables import TABLES

PEOPLE_TITLES = {column.title for table in TABLES for column in table.columns if column.kind.name == "people"}


def test_the_branch_has_26_members_at_the_end_of_the_year() -> None:
    assert len(roster(AS_OF)) == 26


def test_no_two_members_share_a_name() -> None:
    names = [row["姓名"] for row in sheets()["members"]]
    assert len(names) == len(set(names))


def test_each_member_pays_dues_for_the_months_of_membership() -> None:
    assert {row["姓名"] for row in sheets()["dues"]} == {row["姓名"] for row in sheets()["members"]}
    for row in sheets()["dues"]:
        paid = [month for month in range(1, 13) if row[f"{month}月"]]
        assert paid == list(range(paid[0], paid[-1] + 1))
        assert {row[f"{month}月"] for month in paid} == {row["月应交"]}


def test_dues_start_with_the_day_of_admission_and_end_with_the_transfer() -> None:
    for row in sheets()["dues"]:
        joined, left = member(row["姓名"])["入党日期"], member(row["姓名"])["转出日期"]
        first = int(joined[5:7]) if joined.startswith("2022") else 1
        assert not any(row[f"{month}月"] for month in range(1, first))
        assert not any(row[f"{month}月"] for month in range(int(left[5:7]) + 1 if left else 13, 13))


def test_every_person_named_stands_on_the_roster() -> None:
    known = {row["姓名"] for row in sheets()["members"]}
    named = [
        name for cell, _ in cells(PEOPLE_TITLES - {"姓名"}) for name in people(cell.replace("全体除", ""))
    ]
    assert named
    assert sorted(set(named) - known) == []


def test_absent_people_were_expected_and_neither_chair_nor_lecture_nor_keep_the_record() -> None:
    for event in sheets()["activities"]:
        away = people(event["请假缺席人员"])
        busy = [name for title in ("主持人", "主讲人", "记录人") for name in people(event[title])]
        assert set(away).isdisjoint(busy), event["编号"]
        assert event["参加范围"] == "自定" or set(away) <= set(expected(event)), event["编号"]


def test_everyone_named_in_an_event_was_a_member_that_day() -> None:
    for event in sheets()["activities"]:
        named = [
            *present(event),
            *(n for t in ("主持人", "主讲人", "记录人", "列席") for n in people(event[t])),
        ]
        assert set(named) <= set(roster(event["日期"])), event["编号"]


def test_the_committee_and_the_groups_are_chaired_by_the_book() -> None:
    heads = {row["党小组"]: row["姓名"] for row in sheets()["members"] if row["党小组长"] == "是"}
    leading = {row["姓名"] for row in sheets()["members"] if row["党内职务"]}
    for event in sheets()["activities"]:
        if event["类型"] == "党小组会":
            assert event["主持人"] == heads[event["主体"]]
        elif event["类型"] in ("支委会", "党员大会"):
            assert event["主持人"] in leading


def test_members_and_the_committee_reach_their_study_hours() -> None:
    hours: Counter[str] = Counter()
    for event in sheets()["activities"]:
        hours.update(dict.fromkeys(present(event), int(event["学时"])))
    committee = {row["姓名"] for row in sheets()["members"] if row["党内职务"]}
    assert [name for name in roster(AS_OF) if hours[name] < (56 if name in committee else 32)] == []


def test_two_events_of_one_member_on_one_day_are_linked() -> None:
    busy: dict[tuple[str, str], list[Line]] = {}
    for row in [*sheets()["activities"], *sheets()["volunteering"]]:
        for name in present(row) if "类型" in row else served(row):
            busy.setdefault((row["日期"], name), []).append(row)
    for rows in busy.values():
        for one, two in pairwise(rows):
            cited = one.get("同日活动编号"), two.get("同日活动编号"), two.get("活动编号")
            assert {one["编号"], two["编号"]} & set(cited), one["编号"]


def test_service_cited_from_an_event_has_its_day_and_its_people() -> None:
    events = {event["编号"]: event for event in sheets()["activities"]}
    for row in filter(lambda row: row["活动编号"], sheets()["volunteering"]):
        event = events[row["活动编号"]]
        assert (event["日期"], sorted(present(event))) == (row["日期"], sorted(served(row)))


def test_members_serve_where_they_live() -> None:
    for row in filter(lambda row: row["组织方式"] == "党员个人", sheets()["volunteering"]):
        assert {member(name)["报到社区"] for name in served(row)} == {row["社区"]}, row["编号"]


def test_a_talk_has_the_relation_of_its_two_people() -> None:
    posts = {row["姓名"]: bool(row["党内职务"]) for row in sheets()["members"]}
    relations = ("党员之间", "支委与党员", "支委之间")
    for row in sheets()["talks"]:
        both = row["谈话人"], row["谈话对象"]
        assert row["关系"] == relations[sum(posts[name] for name in both)]
        assert set(both) <= set(roster(row["日期"]))
    assert set(roster(AS_OF)) <= {row[t] for row in sheets()["talks"] for t in ("谈话人", "谈话对象")}


def test_a_vote_counts_the_full_members_of_its_meeting() -> None:
    events = {event["编号"]: event for event in sheets()["activities"]}
    for row in (row for row in sheets()["votes"] if row["应到会"]):
        event = events[row["活动编号"]]
        here = entitled(present(event), row["日期"])
        assert row["日期"] == event["日期"]
        assert int(row["应到会"]) == len(entitled(expected(event), row["日期"])), row["议题"]
        assert int(row["实到会"]) == len(here) == sum(int(row[t]) for t in ("赞成", "反对", "弃权")), row[
            "议题"
        ]


def test_an_appraisal_grades_each_full_member_and_a_third_at_most_as_excellent() -> None:
    held = [event for event in sheets()["activities"] if "民主评议党员" in labels(event)]
    graded = {row["活动编号"]: row for row in sheets()["votes"] if row["评议优秀"]}
    assert graded.keys() == {event["编号"] for event in held}
    for event in held:
        row = graded[event["编号"]]
        grades = [int(row[f"评议{title}"]) for title in ("优秀", "合格", "基本合格", "不合格")]
        full = len(entitled(expected(event), event["日期"]))
        assert (row["日期"], row["归属年度"]) == (event["日期"], event["归属年度"])
        assert full <= sum(grades) <= len(expected(event)) and grades[0] * 3 <= sum(grades)


def test_moves_of_members_are_on_the_roster_and_in_the_changes() -> None:
    moves = {(row["姓名"], row["日期"]) for row in sheets()["changes"]}
    told = {
        (row["姓名"], row[title])
        for row in sheets()["members"]
        for title in ("入党日期", "转正日期", "转入日期", "转出日期")
        if row[title].startswith("2022")
    }
    assert told == moves


def test_only_leaders_of_the_bureau_lead() -> None:
    leaders = {row["姓名"] for row in sheets()["members"] if row["班子成员"] == "是"}
    assert {cell for cell, _ in cells({"牵头领导"})} == leaders
