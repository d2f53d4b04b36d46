"""校验报告.xlsx: what stands in it and where its links lead."""

import datetime as dt
import errno
import gc
import zipfile
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook

from addin.compose import compose
from addin.finding import ENTRY, ERROR, REMINDER, SHORTFALL, WARNING, Finding
from addin.indicator import compute
from addin.report import FULL_LINE, Report, write_report
from addin.results import totals
from addin.spans import spans
from tests.given import ledgers
from workbook.ledger import Ledgers
from workbook.measure import width_of

SHEETS = {
    "活动台账": "| 日期 | 类型 | 主题内容 | 参加范围 |\n"
    + "\n".join(f"| 2022-03-{day:02} | 党课 | =1+1 | 全体党员 |" for day in (1, 2, 3, 5)),
    "统计口径": "| 指标 | 台账 | 条件 | 计算 | 单位 |\n| 党课次数 | 活动台账 | 类型=党课 | 次数 | 次 |\n"
    "| 学时 | 活动台账 | | 合计(学时) | 学时 |\n| 宣讲次数 | 活动台账 | 类型=宣讲 | 次数 | 次 |",
    "选项表": "| 活动类型 |\n| 党课 |\n| 宣讲 |",
}


@pytest.fixture
def given() -> Ledgers:
    return ledgers(SHEETS)


@pytest.fixture
def written(given: Ledgers, tmp_path: Path) -> Path:
    row = next(iter(given["activities"]))
    findings = [Finding("X-001", ENTRY, ERROR, row.at("topic"), "=坏了。", "因为。", "请改。", "约定")]
    figures = compute(given)
    compose(given, figures)
    target = tmp_path / "输出" / "报告.xlsx"
    target.parent.mkdir()
    write_report(Report(given, tmp_path / "我的 台账.xlsx", findings, figures, ("错误 1 个",)), target)
    return target


def cells(path: Path, sheet: str) -> list[list[object]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()


def test_a_finding_stands_with_its_cell_its_cure_and_its_code(written: Path) -> None:
    (_, found) = cells(written, "校验结果")
    assert found == ["录入", "错误", "活动台账!C2", "=坏了。", "因为。", "请改。", "约定", "X-001"]


def test_a_figure_stands_with_its_state_and_the_rows_it_rests_on(written: Path) -> None:
    _, lectures, hours, speeches = cells(written, "数字出处")
    assert lectures == [
        "党课次数",
        4,
        "次",
        "有据",
        "活动台账：类型=党课，次数",
        "活动台账 第2–5行",
        "第2行",
        "",
    ]
    assert hours[3:] == ["待补", "活动台账：全部，合计(学时)", "活动台账 第2–5行", "第2行",
                         "有的行要数的格空着或读不出：第2–5行"]  # fmt: skip
    assert speeches[1:4] == ["", "次", "待补"]


def test_links_lead_to_the_cell_of_the_workbook_beside_the_folder(written: Path) -> None:
    with zipfile.ZipFile(written) as package:
        links = package.read("xl/worksheets/_rels/sheet2.xml.rels").decode()
        places = package.read("xl/worksheets/sheet2.xml").decode()
    assert '"..\\我的%20台账.xlsx"' in links
    assert "location=\"'活动台账'!C2\"" in places


@pytest.mark.parametrize(
    "name",
    ["台账#2", "完成100%", "进度%41", "我的 台账", "“甲”'乙'", "a&b;c=d+e,f", "[1]{2}^`", "#%23 #", "普通"],
)
def test_links_lead_to_a_workbook_of_any_name(given: Ledgers, tmp_path: Path, name: str) -> None:
    finding = Finding(
        "X-001", ENTRY, ERROR, given["activities"].rows[0].at("topic"), "坏。", "因。", "改。", "约定"
    )
    folder = tmp_path / "50%25 #1" / "输出"
    folder.mkdir(parents=True)
    workbook = folder.parent / f"{name}.xlsx"
    write_report(Report(given, workbook, [finding], {}, ()), folder / "报告.xlsx")
    with zipfile.ZipFile(folder / "报告.xlsx") as package:
        links = ElementTree.fromstring(package.read("xl/worksheets/_rels/sheet2.xml.rels"))
    (target,) = [link.get("Target", "") for link in links]
    assert "#" not in target
    assert unquote(target) == f"..\\{workbook.name}"


def test_the_overview_says_what_blocks(written: Path) -> None:
    facts = {row[0]: row[1] for row in cells(written, "概况")}
    assert facts["正式稿"] == "错误 1 个"
    assert facts["数字"] == "有据 1 个、确认为零 0 个、填报 0 个、待补 2 个"
    assert facts["统计截至"] == "2022-12-31"


def test_the_overview_counts_what_is_open_as_the_button_does(given: Ledgers, tmp_path: Path) -> None:
    cell = given["activities"].rows[0].at("topic")
    late = Finding("X-001", SHORTFALL, WARNING, cell, "晚。", "因。", "改。", "约定")
    soon = late._replace(kind=REMINDER)
    found = [late, late._replace(explained=True), late._replace(kind=ENTRY), soon]
    write_report(Report(given, tmp_path / "台账.xlsx", found, {}, ()), tmp_path / "报告.xlsx")
    facts = {row[0]: row[1] for row in cells(tmp_path / "报告.xlsx", "概况")}
    assert facts["履职问题"] == "未做到或待说明 1 个、已说明 1 个"
    assert facts["录入问题"] == "错误 0 个、警告 1 个、提示 0 个"
    assert facts["临期"].startswith("1 个")
    assert "履职未做到或待说明 1" in totals(found, 0)


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        (None, "2022-12-31（归属年度写明 2022、次年初已举行的也计入）"),
        (dt.date(2022, 6, 30), "2022-06-30（按指定的日期；这天以后的登记、完成情况和党费没有计入）"),
    ],
)
def test_the_overview_says_up_to_which_day_was_counted(tmp_path: Path, chosen, told: str) -> None:
    meeting = "| 日期 | 类型 | 归属年度 |\n| 2023-02-01 | 组织生活会 | 2022 |"
    given = ledgers({"活动台账": meeting}, as_of=chosen, today=dt.date(2023, 3, 1))
    write_report(Report(given, tmp_path / "台账.xlsx", [], {}, ()), tmp_path / "报告.xlsx")
    assert {row[0]: row[1] for row in cells(tmp_path / "报告.xlsx", "概况")}["统计截至"] == told


def test_rows_are_written_in_short() -> None:
    sheet = "| 日期 |\n" + "| 2022-03-04 |\n" * 25
    rows = ledgers({"活动台账": sheet})["activities"].rows
    assert spans((*rows[3:17], rows[20])) == "5–18、22"


def test_a_long_list_of_rows_is_broken_before_it_leaves_its_column(tmp_path: Path) -> None:
    lines = "\n".join(f"| 2022-03-04 | {'党课' if n % 2 else '宣讲'} |" for n in range(90))
    given = ledgers({**SHEETS, "活动台账": "| 日期 | 类型 |\n" + lines})
    write_report(Report(given, tmp_path / "台账.xlsx", [], compute(given), ()), tmp_path / "报告.xlsx")
    first, *told = str(cells(tmp_path / "报告.xlsx", "数字出处")[1][5]).splitlines()
    assert first == "活动台账" and len(told) > 3
    assert all(width_of(line) <= FULL_LINE for line in told)
    assert all(line.endswith("、") for line in told[:-1]) and told[-1].endswith("91行")


def test_more_rows_than_a_cell_holds_go_on_below(tmp_path: Path) -> None:
    day = dt.date(2022, 1, 1)
    lines = [f"| {day + dt.timedelta(days=n % 300)} | {'党课' if n % 2 else '宣讲'} |" for n in range(12_000)]
    given = ledgers({**SHEETS, "活动台账": "| 日期 | 类型 |\n" + "\n".join(lines)})
    target = tmp_path / "报告.xlsx"
    write_report(Report(given, tmp_path / "台账.xlsx", [], compute(given), ()), target)
    table = cells(target, "数字出处")[1:]
    pieces = [str(row[5]) for row in table[: [row[0] for row in table].index("学时")]]
    numbers = [int(n) for piece in pieces for n in piece.split("第")[1].rstrip("行").split("、")]
    assert len(pieces) > 1
    assert numbers == [row.number for row in given["activities"] if row["kind"] == "党课"]
    assert all(len(piece) <= 32_767 for piece in pieces)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the full disk of Linux")
def test_a_full_disk_is_told_once_and_leaves_nothing_open(tmp_path: Path) -> None:
    report = Report(ledgers(SHEETS), tmp_path / "台账.xlsx", [], {}, ())
    with pytest.raises(OSError) as caught:
        write_report(report, Path("/dev/full"))
    assert caught.value.errno == errno.ENOSPC
    del caught
    gc.collect()  # what complains only now fails the test: warnings are errors
