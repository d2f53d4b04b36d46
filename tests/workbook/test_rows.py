import datetime as dt
from pathlib import Path

import pytest

from workbook.rows import load, merged
from workbook.spec import DATE, DEADLINE, MONTH, NUMBER, TEXT, Column, Derived, Table
from workbook.tables import TABLES
from workbook.trouble import Trouble

WORKBOOK = Path(__file__).parents[2] / "workbook"
EVENTS = Table(
    "events",
    sheet="活动",
    columns=(
        Column("date", "日期", DATE),
        Column("month", "月份", MONTH),
        Column("due", "时限", DEADLINE),
        Column("hours", "时长", NUMBER),
        Column("topic", "主题", TEXT),
        Derived("count", "人数"),
    ),
)
SETTINGS = Table(
    "settings",
    sheet="设置",
    upright=True,
    columns=(Column("year", "年度", NUMBER), Column("unit", "单位", TEXT)),
)


def rows(folder: Path, text: str, table: Table = EVENTS) -> list[dict[str, object]]:
    (folder / f"{table.key}.csv").write_text(text, encoding="utf-8")
    return load(folder, [table])[table.key]


def test_values_are_typed_by_the_kind_of_their_column(tmp_path: Path) -> None:
    text = "日期,月份,时限,时长,主题\n2022-03-04,1985-03,2022-06-30,1.5, 学习 \n,,4月底前,26,\n"
    assert rows(tmp_path, text) == [
        {
            "日期": dt.date(2022, 3, 4),
            "月份": dt.date(1985, 3, 1),
            "时限": dt.date(2022, 6, 30),
            "时长": 1.5,
            "主题": "学习",
        },
        {"时限": "4月底前", "时长": 26},
    ]


def test_a_whole_number_stays_whole(tmp_path: Path) -> None:
    assert type(rows(tmp_path, "时长\n26\n")[0]["时长"]) is int


def test_a_text_may_run_over_several_lines(tmp_path: Path) -> None:
    assert rows(tmp_path, '主题\n"一\n二"\n') == [{"主题": "一\n二"}]


def test_an_upright_table_is_one_row(tmp_path: Path) -> None:
    assert rows(tmp_path, "项目,内容\n年度,2022\n单位,某局\n", SETTINGS) == [{"年度": 2022, "单位": "某局"}]


def test_a_table_without_a_file_is_left_out(tmp_path: Path) -> None:
    assert load(tmp_path, [EVENTS]) == {}


@pytest.mark.parametrize(
    ("text", "line", "title"),
    [
        ("日期,时间\n", 1, "时间"),
        ("日期,人数\n", 1, "人数"),
        ("日期\n2022-3-4\n", 2, "日期"),
        ("主题,时长\n一,1\n二,三\n", 3, "时长"),
        ('主题,时长\n"一\n二",三\n', 3, "时长"),
        ("月份\n1985-13\n", 2, "月份"),
        ("主题\n一,二\n", 2, "二"),
    ],
)
def test_a_wrong_header_or_value_names_file_line_and_column(
    tmp_path: Path, text: str, line: int, title: str
) -> None:
    with pytest.raises(Trouble) as raised:
        rows(tmp_path, text)
    assert f"events.csv 第 {line} 行“{title}”" in raised.value.message


@pytest.mark.parametrize(("text", "line"), [("年度,2022\n", 1), ("项目,内容\n级别,市\n", 2)])
def test_a_wrong_line_of_an_upright_table_is_named(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(Trouble) as raised:
        rows(tmp_path, text, SETTINGS)
    assert f"settings.csv 第 {line} 行" in raised.value.message


def test_own_rows_replace_the_default_ones_of_their_table() -> None:
    default = {"themes": [{"简称": "一"}], "duties": [{"责任事项": "二"}]}
    own = {"themes": [{"简称": "三"}]}
    assert merged(default, own) == {**default, **own, "options": []}


def test_own_option_lists_replace_the_default_ones_list_by_list() -> None:
    default = {"options": [{"方式": "线下", "社区": "甲"}, {"方式": "线上"}]}
    own = {"options": [{"社区": "乙"}, {"社区": "丙"}, {"社区": "丁"}]}
    assert merged(default, own)["options"] == [
        {"方式": "线下", "社区": "乙"},
        {"方式": "线上", "社区": "丙"},
        {"社区": "丁"},
    ]


@pytest.mark.parametrize("folder", ["defaults", "sample"])
def test_every_data_file_of_the_product_is_read(folder: str) -> None:
    files = {path.stem for path in (WORKBOOK / folder).glob("*.csv")}
    assert files == load(WORKBOOK / folder, TABLES).keys()
