"""Bridge.bas: plain ASCII, one procedure for each command, the same sentence in both programs."""

from __future__ import annotations

import re

import pytest

from addin.doors import TASKS
from addin.vba.commands import COMMANDS, Command
from addin.vba.edition import BRIDGE

SOURCE = BRIDGE.read_text(encoding="ascii")
CODE = re.sub(r"'.*", "", SOURCE)


def procedure(name: str) -> str:
    found = re.search(
        rf"^(?:Public|Private) (?:Sub|Function) {name}\(.*?^End (?:Sub|Function)$", SOURCE, re.M | re.S
    )
    assert found, name
    return found[0]


def chinese(numbers: str) -> str:
    return "".join(chr(int(number)) for number in numbers.split(" "))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.task)
def test_every_command_has_its_procedure_that_starts_its_task(command: Command) -> None:
    module, name = command.macro.split(".")
    assert module == BRIDGE.stem
    assert f'    StartTask "{command.task}"\n' in procedure(name)


def test_a_command_of_the_ribbon_starts_the_task_it_brings() -> None:
    assert "(control As Object)" in procedure("OnRibbon")
    assert "StartTask control.Tag" in procedure("OnRibbon")


def test_only_what_a_click_calls_is_public() -> None:
    public = re.findall(r"^Public Sub (\w+)", SOURCE, re.M)
    assert public == [*(command.macro.split(".")[1] for command in COMMANDS), "OnRibbon"]
    assert re.findall(r"^Public Function (\w+)", SOURCE, re.M) == ["InLibreOffice"]  # for the module Bulk


def test_the_source_holds_nothing_libreoffice_does_not_know() -> None:
    assert not re.search(r"^\s*#", CODE, re.M)
    assert "Option Explicit" in CODE
    assert "RunPython " not in CODE and "IRibbonControl" not in CODE


def test_no_line_is_longer_than_the_editor_takes() -> None:
    assert max(map(len, SOURCE.splitlines())) <= 110


def texts(expression: str) -> str:
    """Return the text that pieces of VBA, plain or of numbers, make together."""
    pieces = re.findall(r'Chinese\("([\d ]+)"\)|"([^"]*)"', expression)
    return "".join(chinese(numbers) if numbers else plain for numbers, plain in pieces)


def test_a_fault_is_told_in_chinese_with_the_one_thing_to_do_and_the_other_way_in() -> None:
    told = procedure("TellNotStarted")
    assert texts(told) == (
        "没能启动党建台账程序。请在程序文件夹里运行一次 start.py，再点按钮。"
        "还是不行，多半是这台电脑不让 Office 启动程序：请存盘后双击“我的台账”里的“校验并生成总结”。"
    )
    assert next(iter(TASKS)) in texts(told)
    assert texts(procedure("Tell").partition("On Error")[0]) == "党建台账"
    assert "On Error GoTo failed" in procedure("StartTask")


def test_a_python_that_was_taken_away_is_told_in_chinese_too() -> None:
    assert texts(procedure("TellNoPython")) == (
        "没能启动党建台账程序：它所用的 Python 已经卸载或移走了。"
        "请重新安装 Python，再在程序文件夹里运行一次 start.py，然后点按钮。"
    )


def test_where_the_box_of_xlwings_is_barred_too_there_is_another() -> None:
    told = procedure("Tell")
    order = ("On Error Resume Next", "WScript.Popup", "If Err.Number = 0 Then", "Exit Sub", "MsgBox")
    places = [told.index(piece) for piece in order]
    assert places == sorted(places)


def test_the_program_is_looked_for_in_the_users_own_configuration_only() -> None:
    asked = re.findall(r"GetConfig\((.*?)\)", CODE)
    assert asked == [f'{key}_KEY, "", "user"' for key in ("PYTHON", "LAUNCHER", "BASE")]


def test_both_programs_hand_over_task_and_path() -> None:
    assert "Arguments(task, place)" in procedure("StartExcel")
    assert "Arguments(task, place)" in procedure("StartOffice")
    assert '" --task=" & task & " ""--path=" & place' in procedure("Arguments")
