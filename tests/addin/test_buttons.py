"""The buttons on a workbook as xlwings shows it: few calls, one sentence for every trouble."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import xlwings as xw

from addin import buttons
from addin.buttons import OpenBook, attempt, run
from addin.clicks import CLICKS
from addin.results import LAST_CHECK
from addin.scattered import Scattered
from tests.addin.fakebook import Fake
from tests.addin.pretend import LECTURE, book, careless
from workbook.content import RULES
from workbook.faults import LOG
from workbook.grid import open_book
from workbook.tables import SHEETS
from workbook.trouble import ALREADY_RUNNING, CANNOT_WRITE, NOT_OURS, OUR_FAULT, WRONG_ARGUMENTS, Trouble

HOME = Path(__file__).parents[2]
SAMPLE = HOME / "workbook" / "党建台账（示例）.xlsm"
TEXT = {**LECTURE, "日期": "2022.3.4", "学时": "3学时"}


class com_error(Exception):  # noqa: N801  # what pywin32 raises
    pass


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the log and the locks of the clicks in a folder of the test."""
    monkeypatch.setattr(buttons, "HOME", tmp_path)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


def clicked(fake: Fake, task: str = "check") -> tuple[int, str]:
    """Return the exit code of a click and what the person would be told."""
    return attempt(task, fake)  # type: ignore[arg-type]


@pytest.mark.parametrize("task", list(CLICKS))
def test_every_button_runs_on_the_sample_year(task: str, tmp_path: Path) -> None:
    fake = Fake(open_book(SAMPLE), str(tmp_path / "台账.xlsm"), answer="no")
    run(task, fake)  # type: ignore[arg-type]
    assert fake.boxes or fake.selected


def test_the_open_workbook_reads_like_the_file(tmp_path: Path) -> None:
    given = open_book(SAMPLE)
    read = OpenBook(Fake(given, str(tmp_path / "台账.xlsm"))).read()  # type: ignore[arg-type]
    assert read.path == tmp_path / "台账.xlsm"
    assert {name for name, grid in read.grids.items() if grid.rows} <= {RULES, *SHEETS}


def desk(fake: Fake) -> OpenBook:
    return OpenBook(fake)  # type: ignore[arg-type]


def test_a_workbook_never_saved_has_no_place() -> None:
    assert desk(Fake(book())).path is None


class InTheCloud(Fake):
    @property
    def fullname(self) -> str:  # type: ignore[override]
        raise xw.XlwingsError("no local copy")

    @fullname.setter
    def fullname(self, value: str) -> None:
        pass


def test_a_workbook_in_the_cloud_has_no_place() -> None:
    assert desk(InTheCloud(book())).path is None


@pytest.mark.parametrize("macros", [True, False])
def test_dates_and_numbers_stay_such_in_cells_formatted_as_text(macros: bool) -> None:
    fake = Fake(book(TEXT), macros=macros)
    fake.formats = {"活动台账!A2": "@", "活动台账!N2": "@"}
    desk(fake).mend(Scattered("活动台账", (("A", 2, dt.date(2022, 3, 4)), ("N", 2, 3.0))))
    assert fake.formats == {"活动台账!A2": "yyyy-m-d", "活动台账!N2": "General"}


@pytest.mark.parametrize("macros", [True, False])
def test_other_formats_of_a_person_stay(macros: bool) -> None:
    fake = Fake(book(TEXT), macros=macros)
    fake.formats = {"活动台账!A2": "m月d日", "活动台账!F2": "@"}
    desk(fake).mend(Scattered("活动台账", (("A", 2, dt.date(2022, 3, 4)), ("F", 2, "学习"))))
    assert fake.formats == {"活动台账!A2": "m月d日", "活动台账!F2": "@"}


def test_a_workbook_without_the_macro_is_mended_run_by_run(tmp_path: Path) -> None:
    fake = Fake(careless(6), str(tmp_path / "台账.xlsm"), macros=False)
    run("accept", fake)  # type: ignore[arg-type]
    assert [fake.given.grids["活动台账"].rows[row][0] for row in (2, 4, 6)] == [dt.date(2022, 3, 4)] * 3
    assert fake.given.grids["荣誉台账"].rows[1].count(dt.date(2022, 5, 6)) == 1


def test_a_sheet_that_takes_nothing_is_named_where_the_macro_says_only_that_it_did_not(
    tmp_path: Path, alone: None
) -> None:
    failing: dict[str, Exception] = {"荣誉台账": com_error(-2147352567, "", None, None)}
    fake = Fake(careless(2), str(tmp_path / "台账.xlsm"), failing=failing)
    assert clicked(fake, "accept") == (0, "")
    assert "改好 2 处" in fake.boxes[-1][1] and "写不进“荣誉台账”" in fake.boxes[-1][1]


def test_what_was_typed_is_always_a_table() -> None:
    assert desk(Fake(book())).typed("活动台账", 1, 1) == (("日期",),)
    assert len(desk(Fake(book())).typed("活动台账", 2, 3)) == 2


def test_the_cell_of_a_name_is_filled_where_there_is_one() -> None:
    fake = Fake(book())
    desk(fake).name(LAST_CHECK, "好")
    fake.names[LAST_CHECK] = Named(fake.sheets["看板"].range("A1"))
    desk(fake).name(LAST_CHECK, "好")
    assert fake.given.grids["看板"].rows[0][0] == "好"


class Named:
    def __init__(self, cell: Any) -> None:
        self.refers_to_range = cell


def test_of_several_workbooks_the_clicked_one_comes_to_the_front_and_then_its_sheet() -> None:
    fake = Fake(book())
    desk(fake).show("活动台账", "F2")
    assert fake.front == ["台账.xlsm", "活动台账"] and fake.selected == "活动台账!F2"


def test_the_button_of_the_outputs_opens_their_folder_or_says_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(buttons, "_open", opened.append)
    fake = Fake(book(), str(tmp_path / "台账.xlsm"))
    run("folder", fake)  # type: ignore[arg-type]
    assert opened == [] and "点“生成总结”" in fake.boxes[0][1]
    (tmp_path / "输出").write_bytes(b"a file of that name is no folder")
    run("folder", fake)  # type: ignore[arg-type]
    assert opened == [] and len(fake.boxes) == 2
    (tmp_path / "输出").unlink()
    (tmp_path / "输出").mkdir()
    run("folder", fake)  # type: ignore[arg-type]
    assert opened == [tmp_path / "输出"] and len(fake.boxes) == 2
    assert fake.calls.total() == 2  # the boxes: it reads and writes nothing


def test_a_hidden_sheet_stays_hidden() -> None:
    fake = Fake(book(), hidden={"活动台账"})
    desk(fake).show("活动台账", "F2")
    assert fake.selected == ""
    desk(fake).show("看板", "A1")
    assert fake.selected == "看板!A1"


def test_a_hidden_sheet_is_brought_into_sight_once() -> None:
    fake = Fake(book(), hidden={"换届选举台账", "积分台账"})
    assert [desk(fake).reveal("换届选举台账") for _ in range(2)] == [True, False]
    assert fake.hidden == {"积分台账"}


def test_a_sheet_that_cannot_be_shown_is_told_with_what_to_do() -> None:
    refused = com_error(-2147352567, "", None, None)
    fake = Fake(book(), hidden={"换届选举台账"}, failing={"换届选举台账": refused})
    with pytest.raises(Trouble) as trouble:
        desk(fake).reveal("换届选举台账")
    assert "换届选举台账" in trouble.value.message and "保护工作簿" in trouble.value.message


def test_a_file_is_opened_with_the_machines_own_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(subprocess, "Popen", lambda command, **more: asked.append(command))
    desk(Fake(book())).open(tmp_path / "总结 一.docx")
    assert asked[0][1:] == [str(tmp_path / "总结 一.docx")]


def test_without_a_program_the_person_is_told_where_the_file_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Trouble) as trouble:
        desk(Fake(book())).open(tmp_path / "总结.docx")
    assert "总结.docx" in trouble.value.message


# a click that goes wrong


def test_a_click_that_goes_well_has_nothing_more_to_tell(alone: None) -> None:
    fake = Fake(book())
    assert clicked(fake) == (0, "")
    assert len(fake.boxes) == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"failing": {"校验结果": com_error(-2147352567, "", None, None)}}, CANNOT_WRITE),
        ({"failing": {"校验结果": com_error(-2147418111, "", None, None)}}, CANNOT_WRITE),
        ({"failing": {"校验结果": com_error(-2147023174, "", None, None)}}, CANNOT_WRITE),
        ({"failing": {"校验结果": Trouble(CANNOT_WRITE, "“校验结果”设了保护。")}}, CANNOT_WRITE),
        ({"failing": {"校验结果": ZeroDivisionError("张三")}}, OUR_FAULT),
    ],
    ids=["protected", "editing", "closed", "trouble", "unforeseen"],
)
def test_whatever_goes_wrong_the_person_reads_one_sentence(
    alone: None, change: dict[str, Any], code: int, tmp_path: Path
) -> None:
    fake = Fake(book(), **change)
    failed, sentence = clicked(fake)
    assert failed == code and fake.boxes == []
    assert "Traceback" not in sentence and "Error" not in sentence and sentence.endswith(("。", LOG))
    if code == OUR_FAULT:
        assert str(tmp_path / LOG) in sentence
        assert "张三" not in (tmp_path / LOG).read_text(encoding="utf-8")


def test_a_task_nobody_knows_is_said_so(alone: None) -> None:
    code, sentence = clicked(Fake(book()), "dance")
    assert code == WRONG_ARGUMENTS and "dance" in sentence


def test_a_workbook_that_is_not_ours_is_said_so(alone: None) -> None:
    given = book()
    del given.grids["基本信息"]
    code, sentence = clicked(Fake(given))
    assert code == NOT_OURS and sentence


class Clicked(Fake):
    """A workbook in which the button is clicked once more while the first click runs."""

    code, sentence = 0, ""

    def alert(self, prompt: str, title: str, buttons: str = "ok", mode: str | None = None) -> str:
        if not self.boxes:
            self.boxes.append((buttons, prompt))
            self.code, self.sentence = clicked(self)
            return "ok"
        return super().alert(prompt, title, buttons, mode)


def test_the_second_of_a_double_click_is_dropped(alone: None) -> None:
    fake = Clicked(book())
    assert clicked(fake) == (0, "")
    assert (fake.code, fake.sentence) == (ALREADY_RUNNING, "")


def test_a_later_click_during_the_first_is_told_to_wait(alone: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(buttons, "DOUBLE_CLICK", -1.0)
    fake = Clicked(book())
    assert clicked(fake) == (0, "")
    assert fake.code == ALREADY_RUNNING and "没有做完" in fake.sentence


def test_a_click_that_cannot_hold_its_workbook_says_why(
    alone: None, tmp_path: Path, monkeypatch: Any
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "file"))
    code, sentence = clicked(Fake(book()))
    assert code == CANNOT_WRITE and "写不进" in sentence


def test_two_workbooks_of_one_name_do_not_wait_for_each_other(alone: None, tmp_path: Path) -> None:
    places = [str(tmp_path / folder / "台账.xlsm") for folder in ("甲", "乙")]
    with buttons.one_click(places[0]):
        assert clicked(Fake(book(), places[1])) == (0, "")


LOADED = """
import sys
sys.path.insert(0, ".")
from addin.lean import lean
with lean():
    from addin import buttons
from tests.addin.fakebook import Fake
from tests.addin.pretend import book
buttons.run(sys.argv[1], Fake(book(), sys.argv[2], answer="no"))
print(*sorted(name for name in ("pandas", "numpy", "matplotlib", "openpyxl") if name in sys.modules))
"""


@pytest.mark.parametrize("task", ["check", "write"])
def test_a_click_through_xlwings_loads_no_library_it_does_not_need(task: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", LOADED, task, str(tmp_path / "台账.xlsm")]
    done = subprocess.run(command, cwd=HOME, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == []
