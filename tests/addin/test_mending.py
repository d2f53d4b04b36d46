"""采纳建议 and 撤销上一步, on a pretended desk: nothing of a person is lost on the way there and back."""

import datetime as dt
import json
from pathlib import Path

import pytest

from addin.mending import accept, undo
from addin.scattered import Scattered
from addin.steps import RECORD, steps
from tests.addin.pretend import LECTURE, PretendedDesk, book
from workbook.grid.model import Book
from workbook.trouble import Trouble

WRONG = {**LECTURE, "日期": "2022.3.4", "学时": "3学时"}
DAY = dt.date(2022, 3, 4)


def test_fixes_are_shown_before_they_are_written(place: Path) -> None:
    desk = PretendedDesk(book(WRONG), place)
    accept(desk)
    (question,) = desk.of("ask")
    assert "“2022.3.4” → “2022年3月4日”" in question and "“3学时” → “3”" in question
    assert [desk.cell("活动台账", title) for title in ("日期", "学时")] == [DAY, 3]
    assert "2 处" in desk.said and desk.cell("校验结果", "位置") is None


def test_fixes_that_are_declined_change_nothing(place: Path) -> None:
    desk = PretendedDesk(book(WRONG), place, answer=False)
    accept(desk)
    assert desk.of("mend") == [] and desk.cell("活动台账", "日期") == "2022.3.4"
    assert not (place.parent / "输出").exists()


@pytest.mark.parametrize("answer", [True, False])
def test_what_is_asked_about_stands_in_the_list_when_it_is_asked(place: Path, answer: bool) -> None:
    listed: list[object] = []

    class Reading(PretendedDesk):
        def ask(self, text: str) -> bool:
            listed.extend(self.cell("校验结果", title) for title in ("位置", "采纳后"))
            return super().ask(text)

    accept(Reading(book(WRONG), place, answer=answer))
    assert listed == ["活动台账!A2", "2022年3月4日"]


def test_without_fixes_nothing_is_asked(place: Path) -> None:
    desk = PretendedDesk(book(), place)
    accept(desk)
    assert desk.of("ask") == desk.of("mend") == [] and len(desk.of("tell")) == 1


def test_a_formula_is_never_replaced(place: Path) -> None:
    desk = PretendedDesk(book(WRONG), place)
    desk.formulas["日期"] = "=B1"
    accept(desk)
    assert desk.cell("活动台账", "日期") == "2022.3.4" and desk.cell("活动台账", "学时") == 3


class LateTyping(PretendedDesk):
    """A person who types into a cell between reading the question and agreeing."""

    def ask(self, text: str) -> bool:
        self.put("学时", "4学时")
        return super().ask(text)


def test_a_cell_changed_while_the_question_stood_there_is_left_alone(place: Path) -> None:
    desk = LateTyping(book(WRONG), place)
    accept(desk)
    assert desk.cell("活动台账", "学时") == "4学时" and desk.cell("活动台账", "日期") == DAY


def test_a_click_that_changed_nothing_is_no_step(place: Path) -> None:
    desk = LateTyping(book({**LECTURE, "学时": "3学时"}), place)
    accept(desk)
    assert "0 处" in desk.said and steps(place.parent / "输出") == []


class Closing(PretendedDesk):
    """A spreadsheet program that is gone when the first cell is to be written."""

    def mend(self, cells: Scattered) -> None:
        raise ConnectionError


def test_what_stood_there_is_on_the_disk_before_a_cell_is_touched(place: Path) -> None:
    with pytest.raises(ConnectionError):
        accept(Closing(book(WRONG), place))
    (step,) = steps(place.parent / "输出")
    assert [fix.before for fix in step.fixes] == ["2022.3.4", "3学时"]
    desk = PretendedDesk(book(WRONG), place)
    undo(desk)
    assert "0 处" in desk.said and desk.cell("活动台账", "日期") == "2022.3.4"


def two_sheets() -> Book:
    """Return a workbook with something to mend on two sheets."""
    given = book(WRONG)
    service = {
        "日期": "2022.3.5",
        "组织方式": "党员个人",
        "服务内容": "清扫楼道",
        "参加人员": "张三",
        "每人时长": 2,
    }
    rows = given.grids["志愿服务台账"].rows
    rows.append([service.get(title) for title in rows[0]])
    return given


def test_a_protected_sheet_is_named_and_the_others_are_mended_listed_and_counted(place: Path) -> None:
    desk = PretendedDesk(two_sheets(), place)
    desk.protected.add("志愿服务台账")
    accept(desk)
    assert desk.cell("活动台账", "日期") == DAY and desk.cell("志愿服务台账", "日期") == "2022.3.5"
    assert "改好 2 处" in desk.said and "1 处没有改成" in desk.said and "保护" in desk.said
    assert desk.cell("校验结果", "位置") == "志愿服务台账!A2"
    (step,) = steps(place.parent / "输出")
    assert len(step.fixes) == 2


def test_what_a_protected_sheet_keeps_from_being_undone_can_be_undone_later(place: Path) -> None:
    desk = PretendedDesk(two_sheets(), place)
    accept(desk)
    desk.protected.add("志愿服务台账")
    undo(desk)
    assert "改回 2 处" in desk.said and "1 处没有改回" in desk.said
    desk.protected.clear()
    undo(desk)
    assert "改回 1 处" in desk.said and desk.cell("志愿服务台账", "日期") == "2022.3.5"


def test_where_nothing_can_be_recorded_nothing_is_changed(place: Path) -> None:
    (place.parent / "输出").write_bytes(b"a file, where the folder should be")
    desk = PretendedDesk(book(WRONG), place)
    with pytest.raises(Trouble):
        accept(desk)
    assert desk.of("mend") == []


def test_an_accepted_step_is_undone_and_then_the_one_before(place: Path) -> None:
    desk = PretendedDesk(book(WRONG), place)
    accept(desk)
    desk.put("学时", "5学时")
    accept(desk)
    undo(desk)
    assert desk.cell("活动台账", "学时") == "5学时" and desk.cell("活动台账", "日期") == DAY
    undo(desk)
    assert desk.cell("活动台账", "日期") == "2022.3.4" and desk.cell("活动台账", "学时") == "5学时"
    undo(desk)
    assert "没有可以撤销的" in desk.said


def test_a_cell_changed_since_is_left_alone_and_its_former_value_told(place: Path) -> None:
    desk = PretendedDesk(book(WRONG), place)
    accept(desk)
    desk.put("学时", 9.0)
    undo(desk)
    assert desk.cell("活动台账", "学时") == 9 and desk.cell("活动台账", "日期") == "2022.3.4"
    assert "1 处" in desk.said and "3学时" in desk.said


def test_undo_marks_the_cells_again(place: Path) -> None:
    desk = PretendedDesk(book(WRONG), place)
    accept(desk)
    undo(desk)
    assert desk.cell("校验结果", "位置") == "活动台账!A2"


def test_a_step_that_was_undone_stays_on_record(place: Path) -> None:
    desk = PretendedDesk(book(WRONG), place)
    accept(desk)
    undo(desk)
    (entry,) = json.loads((place.parent / "输出" / RECORD).read_text(encoding="utf-8"))
    assert entry["undone"] is True and len(entry["fixes"]) == 2
