"""The default rows: an office starts from them, so all they name must exist and say nothing of a year."""

import re
from functools import cache

import pytest

from addin.indicator import compute, understand
from addin.narrative import FORMS, names, parts, placeholders, source
from tests.coverage.loaded import DEFAULTS, HOME, default_rows, ledgers
from workbook.ledger import Ledgers, Row
from workbook.selection import Misstated, find_column, find_ledger, select
from workbook.tables import OPTION_LISTS, TABLES

YEAR_DATE = re.compile(r"20\d\d年|20\d\d-\d|[\d一二三四五六七八九十]+月[\d一二三四五六七八九十]+日")
LISTS = ["重点项目清单", "重点任务立项分解表", "书记责任清单"]
COUNTED = re.compile(r"[\d一二两三四五六七八九十百千]+(?:次|篇|份|个|名|项|小时|余|人次|元|件)")
SLOGAN_FREE = re.compile(r"每月|每季度|按季度|按月|每周")


@cache
def given() -> Ledgers:
    return ledgers(default_rows() | {"basics": [{"年度": 2022}]})


def rows(key: str) -> list[Row]:
    return given()[key].rows


def named(key: str, column: str = "name") -> list[str]:
    return [row[column] for row in rows(key)]


def miswritings(row: Row) -> list[str]:
    return [wrong.strip() for wrong in (row["wrong"] or "").split("；") if wrong.strip()]


def test_every_file_belongs_to_a_table() -> None:
    assert {path.stem for path in DEFAULTS.glob("*.csv")} <= {table.key for table in TABLES}


@pytest.mark.parametrize("path", sorted(DEFAULTS.glob("*.csv")), ids=lambda path: path.name)
def test_a_file_is_plain_utf8_with_unix_line_ends(path) -> None:
    data = path.read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.decode().endswith("\n")


def test_every_default_cell_is_read_without_a_mark_and_no_column_is_missing() -> None:
    assert [(mark.table, mark.column.title, mark.raw) for mark in given().marks] == []
    assert [gap.title for gap in given().gaps] == []


def test_option_lists_are_filled_except_the_communities_only_the_office_knows() -> None:
    empty = {title for title in OPTION_LISTS if not given().options[title]}
    assert empty == {"社区"}


def test_no_option_stands_twice_in_its_list() -> None:
    for title, values in given().options.items():
        assert len(values) == len(set(values)), title


def test_every_choice_in_the_default_rows_stands_in_its_list() -> None:
    for ledger in given():
        for column in (column for column in ledger.columns if column.kind.name == "choice"):
            values = {row[column.key] for row in ledger} - {None}
            assert values <= set(given().options[column.kind.source]), (ledger.table.sheet, column.title)


def test_names_a_placeholder_can_use_are_unambiguous() -> None:
    settings = [column.title for column in given()["basics"].table.columns]
    every = [*named("indicators"), *named("wordings"), *settings, "年度主题", "年度主题简称"]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("row", rows("indicators"), ids=named("indicators"))
def test_an_indicator_names_a_ledger_columns_and_values_that_exist(row: Row) -> None:
    indicator = understand(row)
    assert indicator.selection is not None
    assert row["zero"] is None  # whether there was none is for the office to say, year by year
    assert row["stated"] is None


def test_films_are_counted_within_warning_education_and_the_two_are_never_added() -> None:
    conditions = {row["name"]: row["condition"] for row in rows("indicators")}
    assert conditions["警示教育次数"] == "类型=警示教育、观看警示教育片"
    assert conditions["警示教育片次数"] == "类型=观看警示教育片"


@pytest.mark.parametrize("row", rows("requirements"), ids=named("requirements", "id"))
def test_a_requirement_names_a_ledger_columns_and_values_that_exist(row: Row) -> None:
    ledger = find_ledger(given(), row["ledger"])
    assert select(row["condition"], ledger).clauses
    assert row["count"] == "次数"
    assert row["least"] >= 1


def test_a_requirement_whose_basis_is_not_confirmed_never_ranks_as_an_error() -> None:
    pending = [row for row in rows("requirements") if row["standing"] != "已核"]
    assert pending
    assert all(row["severity"] != "错误" and row["article"] is None for row in pending)


def test_a_confirmed_requirement_names_its_basis() -> None:
    assert all(row["basis"] for row in rows("requirements") if row["standing"] == "已核")


def test_the_basis_of_the_ideology_requirements_is_left_to_the_office() -> None:
    found = [row for row in rows("requirements") if row["id"].startswith("R15")]
    assert len(found) == 2
    assert all(row["basis"] is None and row["article"] is None for row in found)


@pytest.mark.parametrize("key", ["requirements", "duties", "self_checks"])
def test_a_regulation_is_cited_by_its_exact_title(key: str) -> None:
    cited = {row["basis"] for row in rows(key) if row["basis"]}
    assert cited <= set(named("wordings", "right"))


def test_a_duty_names_an_indicator_that_exists_and_no_person() -> None:
    assert 20 <= len(rows("duties")) <= 25
    for row in rows("duties"):
        assert row["indicator"] in {None, *named("indicators")}
        assert row["owner"] is None
        assert row["done"] is None


def test_self_checks_are_offered_without_a_day_or_a_result() -> None:
    assert len(rows("self_checks")) == 8
    for row in rows("self_checks"):
        assert [row[key] for key in ("date", "problems", "rectified", "result", "owner")] == [None] * 5


def test_the_election_has_its_fifteen_steps_in_order() -> None:
    assert [row["id"] for row in rows("election")] == list(range(1, 16))
    assert all(row["papers"] and row["done"] is None for row in rows("election"))


@pytest.mark.parametrize("row", rows("points"), ids=named("points", "item"))
def test_a_points_row_can_be_counted_but_is_off(row: Row) -> None:
    ledger = find_ledger(given(), row["ledger"])
    assert select(row["condition"], ledger).ledger is ledger
    assert find_column(ledger, row["people"]).kind.name == "people"
    assert row["enabled"] == "否"


def test_no_year_theme_is_offered_in_advance() -> None:
    assert rows("themes") == []


def test_no_default_row_names_a_year_or_a_day() -> None:
    for key in ("narrative", "duties", "self_checks", "election", "points", "indicators"):
        text = (DEFAULTS / f"{key}.csv").read_text(encoding="utf-8")
        assert YEAR_DATE.findall(text) == [], key


def test_a_miswriting_is_never_part_of_a_right_form() -> None:
    rights = named("wordings", "right")
    for row in rows("wordings"):
        assert row["name"]
        assert miswritings(row), row["name"]
        for wrong in miswritings(row):
            assert [right for right in rights if wrong in right] == [], wrong


def test_no_default_row_and_no_text_of_the_tables_contains_a_miswriting() -> None:
    texts = [path.read_text(encoding="utf-8") for path in DEFAULTS.glob("*.csv") if path.stem != "wordings"]
    texts += [path.read_text(encoding="utf-8") for path in (HOME / "tables").glob("*.py")]
    for row in rows("wordings"):
        for wrong in miswritings(row):
            assert not any(wrong in text for text in texts), wrong


@pytest.mark.parametrize("row", rows("narrative"), ids=lambda row: f"row{row.number}")
def test_a_narrative_row_names_only_what_exists(row: Row) -> None:
    used = placeholders(row["title"]) + placeholders(row["text"])
    assert {item.name for item in used} <= names(given())
    assert {item.form for item in used} <= set(FORMS)
    try:
        source(row)
    except Misstated as error:
        pytest.fail(f"{error.what}: {error.word}")


def test_what_the_summary_says_was_done_for_people_is_what_is_done_and_no_plan() -> None:
    work = [
        {"类别": "为民办实事", "事项名称": name, "状态": status}
        for name, status in zip("甲乙丙丁", ("完成", "进行中", "未开始", "调整取消"), strict=True)
    ]
    found = compute(ledgers(default_rows() | {"basics": [{"年度": 2022}], "key_work": work}))
    assert [found[name].value for name in ("办实事件数", "办实事列项数")] == [1, 3]


def test_the_narrative_speaks_of_the_whole_year_only_by_the_name_that_knows_whether_it_is_over() -> None:
    assert not [row for row in rows("narrative") if "全年" in f"{row['title']}{row['text']}"]


def test_the_narrative_has_the_parts_of_a_summary() -> None:
    levels = [row["level"] for row in rows("narrative")]
    assert levels[:3] == ["标题", "正文", "一级"]
    assert levels[-3:] == ["附件"] * 3
    firsts = [place for place, level in enumerate(levels) if level == "一级"]
    assert [rows("narrative")[place]["title"] for place in firsts] == [
        "工作开展情况",
        "存在的问题",
        "下步工作打算",
    ]
    assert levels[firsts[0] : firsts[1]].count("二级") == 8
    assert [row["source"].split("：")[0] for row in rows("narrative")[-3:]] == LISTS


@pytest.mark.parametrize("indicator", ["项目总数", "任务总数", "职责项数"])
def test_an_attachment_holds_as_many_rows_as_the_text_says(indicator: str) -> None:
    attached = [row["source"] for row in rows("narrative") if row["level"] == "附件"]
    counted = next(row for row in rows("indicators") if row["name"] == indicator)
    assert f"{counted['ledger']}：{counted['condition']}" in attached


def test_problems_and_plans_are_written_from_their_rows() -> None:
    sources = [row["source"] for row in rows("narrative") if row["source"]]
    assert "问题与打算：类型=问题 且 写入总结=是" in sources
    assert "问题与打算：类型=打算 且 写入总结=是" in sources


def test_a_run_in_heading_has_no_full_stop_of_its_own() -> None:
    assert not any((row["title"] or "").endswith("。") for row in rows("narrative"))


@pytest.mark.parametrize("row", rows("narrative"), ids=lambda row: f"row{row.number}")
def test_the_narrative_counts_nothing_by_itself_and_claims_no_frequency(row: Row) -> None:
    words = "".join(part for part in parts(row["text"]) if isinstance(part, str))
    assert COUNTED.findall(words) == []
    assert SLOGAN_FREE.findall(words) == []


def test_a_clause_in_brackets_holds_a_figure_it_can_be_dropped_with() -> None:
    known = set(named("indicators"))
    for row in rows("narrative"):
        for clause in re.findall("【([^【】]*)】", row["text"] or ""):
            assert {item.name for item in placeholders(clause)} & known, clause


ACTING = ("专题研究党建次数", "警示教育次数", "专项自查项数", "研究意识形态次数")


@pytest.mark.parametrize("name", ACTING)
def test_the_default_text_says_nothing_of_what_was_not_done(name: str) -> None:
    texts = [text for text in named("narrative", "text") if text and "{" + name in text]
    assert texts
    for text in texts:
        assert "{" + name not in re.sub("【[^】]*】", "", text)
