"""What each button does, on a pretended desk."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from addin.clicks import CLICKS, accept, board, check, doctor, folder, undo, write
from addin.results import ABOUT_THE_CHECK, LAST_CHECK
from addin.vba.commands import COMMANDS
from tests.addin.pretend import LECTURE, ROWS, PretendedDesk, book
from workbook.panels import NOTE_ROW
from workbook.trouble import ALREADY_RUNNING, CANNOT_WRITE, NOT_OURS, Trouble
from workbook.turn import my_turn

HOME = Path(__file__).parents[2]
WRONG = {**LECTURE, "日期": "2022.3.4", "学时": "3学时"}
NO_TOPIC = {**LECTURE, "主题内容": None}


def papers(place: Path) -> list[str]:
    folder = place.parent / "输出"
    return sorted(path.name for path in folder.iterdir() if path.suffix in (".docx", ".xlsx"))


# 校验


def test_a_check_lists_the_findings_and_says_so_on_the_home_sheet() -> None:
    desk = PretendedDesk(book(NO_TOPIC))
    check(desk)
    assert [patch.sheet for patch in desk.of("write")] == ["校验结果", "数字出处"]
    assert desk.cell("校验结果", "位置") == "活动台账!F2" and desk.cell("校验结果", "规则号") == "COL-001"
    ((name, text, below),) = desk.of("name")
    assert name == LAST_CHECK and "错误 1" in text and below == ABOUT_THE_CHECK


def test_a_check_brings_the_first_error_in_view_and_ends_with_one_box() -> None:
    desk = PretendedDesk(book(NO_TOPIC))
    check(desk)
    assert desk.of("show") == ["活动台账!F2"]
    assert len(desk.of("tell")) == 1 and "错误 1" in desk.said and "活动台账!F2" in desk.said


def test_a_check_without_findings_clears_the_last_one_and_leaves_the_view() -> None:
    desk = PretendedDesk(book(NO_TOPIC))
    check(desk)
    desk.put("主题内容", "学习")
    desk.done.clear()
    check(desk)
    assert desk.cell("校验结果", "位置") is None
    assert desk.of("show") == [] and "错误 0" in desk.said


def test_a_hint_does_not_move_the_view_but_names_what_can_be_accepted() -> None:
    desk = PretendedDesk(book(WRONG))
    check(desk)
    assert desk.of("show") == [] and "2 处" in desk.said


def test_a_workbook_never_saved_can_be_checked() -> None:
    desk = PretendedDesk(book())
    check(desk)
    assert "校验完成" in desk.said


def test_a_check_writes_nothing_into_a_persons_sheets() -> None:
    desk = PretendedDesk(book(WRONG))
    before = {name: [list(row) for row in grid.rows] for name, grid in desk.given.grids.items()}
    check(desk)
    changed = [name for name, grid in desk.given.grids.items() if grid.rows != before[name]]
    assert sorted(changed) == ["数字出处", "校验结果"]


def test_a_check_without_its_result_sheet_says_what_to_do() -> None:
    given = book()
    del given.grids["校验结果"]
    with pytest.raises(Trouble) as trouble:
        check(PretendedDesk(given))
    assert trouble.value.code == CANNOT_WRITE


# 生成总结


def test_papers_are_written_the_rows_named_and_the_best_one_offered(place: Path) -> None:
    desk = PretendedDesk(book(), place)
    write(desk)
    assert papers(place) == ["某局2022年党建工作总结（正式稿）.docx", "某局2022年党建工作总结（送审稿）.docx"]
    assert [patch.sheet for patch in desk.of("write")] == ["校验结果", "数字出处"]
    assert [desk.cell("数字出处", title) for title in ("指标", "数值", "出处行")] == [
        "党课次数",
        1,
        "活动台账 第2行",
    ]
    assert desk.of("open") == [place.parent / "输出" / "某局2022年党建工作总结（正式稿）.docx"]


def test_a_blocked_paper_is_not_written_and_the_reason_is_said(place: Path) -> None:
    desk = PretendedDesk(book(NO_TOPIC), place, answer=False)
    write(desk)
    assert papers(place) == ["某局2022年党建工作总结（送审稿）.docx"]
    assert "录入错误 1 个" in desk.said and desk.of("open") == []


def test_a_missing_number_is_named(place: Path) -> None:
    desk = PretendedDesk(book({**LECTURE, "类型": "支委会"}), place)
    write(desk)
    assert "待补：党课次数" in desk.said


def test_the_user_is_asked_before_anything_opens(place: Path) -> None:
    desk = PretendedDesk(book(), place, answer=False)
    write(desk)
    assert len(desk.of("ask")) == 1 and desk.of("open") == []


def test_an_edited_paper_stays_alone_with_a_notice_of_its_numbers(place: Path) -> None:
    write(PretendedDesk(book(), place))
    draft = place.parent / "输出" / "某局2022年党建工作总结（送审稿）.docx"
    edited = draft.read_bytes() + b"her own words"  # a zip file may have something behind it
    draft.write_bytes(edited)
    final = (draft.parent / "某局2022年党建工作总结（正式稿）.docx").read_bytes()
    second = {**LECTURE, "日期": dt.date(2022, 4, 1), "主题内容": "再学", "编号": "HD-02"}
    desk = PretendedDesk(book(LECTURE, second), place)
    write(desk)
    assert papers(place) == [
        "某局2022年党建工作总结-数字变动单.xlsx",
        "某局2022年党建工作总结（正式稿）.docx",
        "某局2022年党建工作总结（送审稿）.docx",
    ]
    assert draft.read_bytes() == edited
    assert (draft.parent / "某局2022年党建工作总结（正式稿）.docx").read_bytes() == final
    assert "1 个数字" in desk.said
    assert desk.of("open") == [draft.parent / "某局2022年党建工作总结-数字变动单.xlsx"]


def test_an_edited_paper_whose_numbers_hold_is_said_so(place: Path) -> None:
    write(PretendedDesk(book(), place))
    draft = place.parent / "输出" / "某局2022年党建工作总结（送审稿）.docx"
    draft.write_bytes(draft.read_bytes() + b"her own words")
    desk = PretendedDesk(book(), place)
    write(desk)
    assert "文中的数字、附件的表格都与台账一致" in desk.said


def test_an_attachment_that_differs_is_counted_and_no_longer_said_to_agree(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ROWS, "duties", [{"责任事项": "讲党课", "状态": "进行中", "对应指标": "党课次数"}])
    attached = {"层级": "附件", "标题": "责任清单", "来源": "书记责任清单："}
    monkeypatch.setitem(ROWS, "narrative", [{"层级": "正文", "正文": "学了。"}, attached])
    write(PretendedDesk(book(), place))
    draft = place.parent / "输出" / "某局2022年党建工作总结（送审稿）.docx"
    draft.write_bytes(draft.read_bytes() + b"her own words")
    second = {**LECTURE, "日期": dt.date(2022, 4, 1), "主题内容": "再学", "编号": "HD-02"}
    desk = PretendedDesk(book(LECTURE, second), place)
    write(desk)
    assert "附件表格有 1 处与台账现在不同" in desk.said and "一致" not in desk.said
    notice = CalamineWorkbook.from_path(draft.parent / "某局2022年党建工作总结-数字变动单.xlsx")
    line = notice.get_sheet_by_index(0).to_python()[1]
    assert line[:5] == ["附件“责任清单”：讲党课", "完成次数", "1", "2", "书记责任清单 第2行"]


@pytest.mark.parametrize(("gone", "left"), [("数字出处", "校验结果"), ("校验结果", "数字出处")])
def test_a_lost_result_sheet_does_not_take_the_papers_back(place: Path, gone: str, left: str) -> None:
    given = book()
    del given.grids[gone]
    desk = PretendedDesk(given, place)
    write(desk)
    assert len(papers(place)) == 2 and gone in desk.said
    assert [patch.sheet for patch in desk.of("write")] == [left]


@pytest.mark.parametrize("click", [write, accept, undo, folder])
@pytest.mark.parametrize("path", [None, Path("/甲/INetCache/Content.Outlook/台账.xlsm")])
def test_a_workbook_whose_outputs_would_be_lost_is_refused(click, path: Path | None) -> None:
    desk = PretendedDesk(book(WRONG), path)
    with pytest.raises(Trouble) as trouble:
        click(desk)
    assert trouble.value.code == NOT_OURS
    assert desk.of("write") == desk.of("mend") == []


def test_papers_wait_for_another_run_in_their_folder(place: Path) -> None:
    with my_turn(place.parent / "输出"), pytest.raises(Trouble) as trouble:
        write(PretendedDesk(book(), place))
    assert trouble.value.code == ALREADY_RUNNING


# 刷新看板


def test_the_board_is_written_at_once_and_brought_in_view() -> None:
    desk = PretendedDesk(book())
    board(desk)
    (patch,) = desk.of("write")
    assert (patch.sheet, patch.place) == ("看板", f"A{NOTE_ROW}")
    assert desk.of("show") == ["看板!A1"]


def test_a_lost_board_says_what_to_do() -> None:
    given = book()
    del given.grids["看板"]
    with pytest.raises(Trouble) as trouble:
        board(PretendedDesk(given))
    assert "看板" in trouble.value.message


# 打开输出文件夹, 体检


def test_the_output_folder_is_opened_where_there_is_one(place: Path) -> None:
    desk = PretendedDesk(book(), place)
    folder(desk)
    assert desk.of("open") == [] and len(desk.of("tell")) == 1
    (place.parent / "输出").mkdir()
    folder(desk)
    assert desk.of("open") == [place.parent / "输出"]


def test_the_doctor_speaks_in_one_box(place: Path) -> None:
    desk = PretendedDesk(book(), place)
    doctor(desk)
    assert len(desk.done) == 1 and desk.said.startswith("体检：")


def test_each_button_has_its_click() -> None:
    assert [command.task for command in COMMANDS] == list(CLICKS)


LOADED = """
import sys
sys.path.insert(0, ".")
from pathlib import Path
from addin.clicks import CLICKS
from tests.addin.pretend import PretendedDesk, book
desk = PretendedDesk(book(), Path(sys.argv[2]))
CLICKS[sys.argv[1]](desk)
print(*sorted({name.partition(".")[0] for name in sys.modules} & set(sys.argv[3].split())))
"""
COSTLY = ("pandas", "numpy", "matplotlib", "openpyxl", "PIL", "tqdm")


@pytest.mark.parametrize(
    ("task", "allowed"),
    [("check", ""), ("write", "docx lxml"), ("accept", ""), ("undo", ""), ("board", "pandas numpy")],
)
def test_a_click_loads_only_what_it_needs(place: Path, task: str, allowed: str) -> None:
    asked = " ".join((*COSTLY, "docx", "lxml", "xlsxwriter", "python_calamine"))
    command = [sys.executable, "-c", LOADED, task, str(place), asked]
    done = subprocess.run(command, cwd=HOME, capture_output=True, encoding="utf-8", check=True)
    assert set(done.stdout.split()) <= set(allowed.split())


class LockedHome(PretendedDesk):
    """A workbook whose 首页 is protected."""

    def name(self, name: str, *texts: str) -> None:
        raise Trouble(CANNOT_WRITE, "“首页”设了保护")


def test_a_protected_home_sheet_is_told_beside_the_findings_that_were_listed() -> None:
    desk = LockedHome(book(NO_TOPIC))
    check(desk)
    assert desk.cell("校验结果", "位置") == "活动台账!F2" and desk.of("show") == ["活动台账!F2"]
    assert "错误 1" in desk.said and "“首页”设了保护" in desk.said


def test_numbers_that_are_missing_are_listed_by_a_check_and_the_box_says_where() -> None:
    desk = PretendedDesk(book({**LECTURE, "类型": "支委会"}))
    check(desk)
    assert "待补数字 1" in desk.said and "数字出处" in desk.said
    assert desk.cell("数字出处", "指标") == "党课次数"


def test_a_final_paper_of_an_earlier_click_is_told_to_be_old(place: Path) -> None:
    desk = PretendedDesk(book(), place)
    write(desk)
    desk.put("主题内容", None)
    write(desk)
    assert "是以前生成的" in desk.said and "（正式稿）.docx" in desk.said
