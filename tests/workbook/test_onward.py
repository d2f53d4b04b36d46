"""Next year's workbook begins with what lasts of this year's and with nothing that was only true of it."""

import datetime as dt

import pytest
from openpyxl.comments import Comment

from tests.workbook.build.built import TABLES, blank, default_rows, opened, package, sample_package
from workbook.carry import carry_on
from workbook.carry.onward import NO_YEAR
from workbook.content import Content, Remark
from workbook.spec import LASTING

DUTY = {
    "编号": "ZR-01",
    "责任类别": "政治建设",
    "责任事项": "甲",
    "责任人": "张三",
    "完成时限": "12月底前",
    "计划次数": 2,
}
DONE = {
    "状态": "完成",
    "完成日期": dt.date(2022, 12, 5),
    "完成情况": "做了",
    "佐证编号": "HD-01",
    "备注": "留着",
}
TASKS = [
    {
        "编号": "RW-01",
        "所属项目": "XM-01",
        "重点任务": "办完的",
        "状态": "完成",
        "完成日期": dt.date(2022, 5, 1),
    },
    {
        "编号": "RW-02",
        "所属项目": "XM-01",
        "重点任务": "在办的",
        "状态": "进行中",
        "权重": 20,
        "一季度节点": "开题",
    },
    {},
    {"编号": "RW-03", "所属项目": "XM-02", "重点任务": "项目已完的", "状态": "未开始"},
    {"编号": "RW-04", "所属项目": "XM-01", "重点任务": "取消的", "状态": "调整取消"},
    {"编号": "RW-05", "重点任务": "没写状态的", "佐证编号": "HD-02"},
]
PROBLEMS = [
    {"类型": "问题", "标题": "没改完的", "状态": "进行中", "提出日期": dt.date(2022, 6, 1)},
    {"类型": "问题", "标题": "改完的", "状态": "完成"},
    {"类型": "打算", "标题": "今年总结里的"},
]


@pytest.fixture
def old():
    """Return this year's workbook, as a person has it open."""
    content = blank()
    content.of("basics").rows = [{"年度": 2022, "单位全称": "某局"}]
    content.of("members").rows = [{"姓名": "张三", "入党日期": dt.date(2001, 7, 1)}]
    content.of("projects").rows = [
        {"编号": "XM-01", "项目名称": "子", "状态": "进行中"},
        {"编号": "XM-02", "项目名称": "丑", "状态": "完成"},
    ]
    content.of("duties").rows = [DUTY | DONE]
    content.of("tasks").rows = TASKS
    content.of("problems").rows = PROBLEMS
    content.of("themes").rows = [{"名称": "今年的主题", "简称": "主题"}]
    content.of("activities").rows = [{"日期": dt.date(2022, 3, 4), "类型": "党课", "主题内容": "学习"}]
    content.of("explanations").rows = [{"规则": "DUE-004", "期间或对象": "甲", "原因": "乙"}]
    content.of("indicators").rows = [
        {
            "指标": "读书会次数",
            "台账": "活动台账",
            "条件": "类型=专题读书会",
            "计算": "次数",
            "零值确认": "是",
        },
        {
            "指标": "满意度",
            "计算": "填报",
            "填报值": 96.5,
            "出处": "某通报",
            "填报日期": dt.date(2022, 12, 1),
        },
    ]
    return opened(package(content))


@pytest.fixture
def begun(old, tmp_path):
    """Return next year's content once a test has changed this year's workbook."""

    def act() -> Content:
        old.save(tmp_path / "2022.xlsx")
        return carry_on(tmp_path / "2022.xlsx", TABLES, default_rows())

    return act


def names(content: Content, key: str, title: str) -> list[object]:
    return [row.get(title) for row in content.of(key).rows]


def test_the_settings_are_those_of_next_year(begun) -> None:
    assert begun().of("basics").rows == [{"年度": 2023, "单位全称": "某局"}]


def test_a_workbook_that_names_no_year_is_begun_without_one(old, begun) -> None:
    old["基本信息"]["B4"] = "今年"
    content = begun()
    assert "年度" not in content.of("basics").rows[0]
    assert NO_YEAR in content.notes


def test_what_lasts_comes_along_whole(begun) -> None:
    content = begun()
    assert names(content, "members", "姓名") == ["张三"]
    for key in ("requirements", "narrative", "wordings", "options", "points"):
        assert content.of(key).rows == default_rows()[key]


def test_the_ledgers_the_themes_and_the_explanations_begin_empty(begun) -> None:
    content = begun()
    empty = [table.key for table in TABLES if not (table.written or table.lasts)]
    assert {"activities", "themes", "explanations", "dues", "votes"} <= set(empty)
    assert [key for key in empty if content.of(key).rows] == []


def test_a_duty_comes_along_as_not_begun(begun) -> None:
    assert begun().of("duties").rows == [DUTY | {"状态": "未开始", "备注": "留着"}]


def test_zeros_and_stated_numbers_are_confirmed_for_one_year_only(begun) -> None:
    assert begun().of("indicators").rows == [
        {"指标": "读书会次数", "台账": "活动台账", "条件": "类型=专题读书会", "计算": "次数"},
        {"指标": "满意度", "计算": "填报"},
    ]


def test_only_unfinished_work_comes_along(begun) -> None:
    content = begun()
    assert names(content, "projects", "编号") == ["XM-01"]
    assert content.of("tasks").rows == [
        {"编号": "RW-02", "所属项目": "XM-01", "重点任务": "在办的", "状态": "进行中"},
        {"编号": "RW-03", "重点任务": "项目已完的", "状态": "未开始"},
        {"编号": "RW-05", "重点任务": "没写状态的"},
    ]
    assert names(content, "problems", "标题") == ["没改完的"]


def test_comments_widths_and_columns_of_ones_own_stay_with_what_comes_along(old, begun) -> None:
    sheet = old["重点任务立项分解表"]
    place = {cell.value: cell.column_letter for cell in sheet[3] if cell.value}
    sheet["U3"], sheet["U4"], sheet["U5"] = "经办科长", "甲", "乙"
    task, state = place["重点任务"], place["完成日期"]
    for cell, text in (
        (f"{task}3", "表头"),
        (f"{task}4", "办完的"),
        (f"{task}5", "在办的"),
        (f"{state}5", "日期"),
    ):
        sheet[cell].comment = Comment(text, "甲")
    sheet.column_dimensions[task].width = 44
    entries = begun().of("tasks")
    assert entries.remarks == [Remark(None, "重点任务", "表头", "甲"), Remark(0, "重点任务", "在办的", "甲")]
    assert [(extra.title, extra.values) for extra in entries.extras] == [("经办科长", {0: "乙"})]
    assert "重点任务" in entries.widths


def test_a_column_of_ones_own_stays_on_an_empty_ledger_without_its_entries(old, begun) -> None:
    old["谈心谈话台账"]["H3"], old["谈心谈话台账"]["H4"] = "地点", "会议室"
    entries = begun().of("talks")
    assert (entries.rows, [(extra.title, extra.values) for extra in entries.extras]) == ([], [("地点", {})])


def test_a_sheet_of_ones_own_stays_behind_and_is_told(old, begun) -> None:
    old.create_sheet("我的表")["A1"] = "照片目录"
    content = begun()
    assert content.sheets == []
    assert any("我的表" in note for note in content.notes)


def test_what_came_along_and_what_did_not_is_told(begun) -> None:
    told = "\n".join(begun().notes)
    for words in (
        "2023",
        "党员花名册（1 行）",
        "重点任务立项分解表（3 行）",
        "活动台账",
        "零值确认",
        "情况说明",
    ):
        assert words in told


@pytest.mark.parametrize(("voted", "kept"), [(None, [dt.date(2022, 11, 8), None]), ("voted", [None, None])])
def test_an_election_goes_on_with_its_steps_until_it_was_voted(old, begun, voted, kept) -> None:
    sheet = old["换届选举台账"]
    day = next(cell.column_letter for cell in sheet[3] if cell.value == "完成日期")
    sheet[f"{day}5"] = dt.datetime(2022, 11, 8)
    sheet[f"{day}14"] = voted and dt.datetime(2022, 12, 20)
    content = begun()
    assert [row.get("完成日期") for row in content.of("election").rows][1:11:9] == kept
    cleared = next(note for note in content.notes if note.startswith("清空"))
    assert ("换届选举台账" in cleared) == bool(voted)


def test_every_recurring_duty_with_a_day_of_the_old_year_is_told(old, begun) -> None:
    assert not any("书记责任清单 1 项" in note for note in begun().notes)
    place = next(cell.column_letter for cell in old["书记责任清单"][3] if cell.value == "完成时限")
    old["书记责任清单"][f"{place}4"] = dt.datetime(2022, 12, 20)
    assert any("书记责任清单 1 项" in note for note in begun().notes)


def test_the_year_after_next_begins_as_the_next_one_did(tmp_path) -> None:
    (tmp_path / "2022.xlsx").write_bytes(sample_package())
    first = carry_on(tmp_path / "2022.xlsx", TABLES, default_rows())
    (tmp_path / "2023.xlsx").write_bytes(package(first))
    second = carry_on(tmp_path / "2023.xlsx", TABLES, default_rows())
    assert second.of("basics").rows[0]["年度"] == 2024
    lasting = [table.key for table in TABLES if table.lasts == LASTING and not table.upright]
    assert [key for key in lasting if first.of(key).rows != second.of(key).rows] == []
