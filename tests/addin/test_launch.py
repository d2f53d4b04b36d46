"""The file a click starts: its words, its place, and what is left to say when even it cannot go on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from addin import launch
from addin.launch import arguments
from addin.vba import xlwings_module
from addin.vba.edition import BRIDGE
from tests.scripts.clone import clone, furnish

EXECUTE = dict(xlwings_module._members(xlwings_module.resolved(xlwings_module.original().splitlines())))
# how ExecuteWindows of the pinned xlwings puts together what RunFrozenPython runs
AS_XLWINGS = (
    'DriveCommand = Left$(PYTHON_WIN, 2) & " & cd """ & PythonDir & """ & "',
    'RunCommand = Chr(34) & PythonCommand & Chr(34) & " " & FrozenArgs & " "',
    'WScript.Run("cmd.exe /C " & DriveCommand & _ RunCommand & _',
    '" --wb=" & """" & ThisWorkbook.Name & """ --from_xl=1" & " --app=" & Chr(34) & _',
    '" --hwnd=" & Chr(34) & Application.Hwnd & Chr(34) & _ " 2> """ & LOG_FILE & """ ", _',
)
COMMAND = (
    'cmd.exe /C D: & cd "" & "{home}\\.venv\\Scripts\\python.exe" -I "{home}\\addin\\launch.py" --task=check '
    '"--path={path}"  --wb="{name}" --from_xl=1 --app="C:\\Program Files\\Office16\\Microsoft Excel" '
    '--hwnd="4711" 2> "C:\\Temp\\xlwings.log" '
)


def test_arguments_are_taken_whole() -> None:
    words = ["--task=check", "--path=/党 建/一=二.xlsm", "--wb=一=二.xlsm", "--from_xl=1"]
    assert arguments(words) == {
        "task": "check",
        "path": "/党 建/一=二.xlsm",
        "wb": "一=二.xlsm",
        "from_xl": "1",
    }
    assert arguments([]) == {"task": "", "path": "", "wb": ""}


def test_the_command_line_is_still_put_together_by_xlwings_as_we_know_it() -> None:
    code = " ".join(" ".join(EXECUTE["executewindows"]).split())
    assert [piece for piece in AS_XLWINGS if piece not in code] == []
    assert (
        "        ExecuteWindows True, Executable, ParentFolder(Executable), , Args"
        in EXECUTE["runfrozenpython"]
    )
    ours = BRIDGE.read_text(encoding="ascii")
    assert 'RunFrozenPython interpreter, "-I """ & launcher & """" & Arguments(task, place)' in ours
    assert 'Arguments = " --task=" & task & " ""--path=" & place & """"' in ours


def split(line: str) -> list[str]:
    """Split a command line as C programs on Windows do; in ours no backslash stands before a quote."""
    words = re.findall(r'(?:[^\s"]|"[^"]*")+', line)
    return [word.replace('"', "") for word in words]


@pytest.mark.parametrize("name", ["台账.xlsm", "党建 台账（示例）.xlsm", "一=二 & 三%四!^五(六);七'.xlsm"])
def test_names_of_every_kind_come_through_the_command_line(name: str) -> None:
    place = rf"D:\党 建 & 100%\{name}"
    line = COMMAND.format(home=r"D:\程序 (新)", path=place, name=name)
    asked = arguments(split(line))
    assert (asked["task"], asked["path"], asked["wb"]) == ("check", place, name)
    assert (asked["from_xl"], asked["hwnd"]) == ("1", "4711")
    assert re.sub(r'"[^"]*"', "", line).count("&") == 2  # cmd.exe takes no other one for its own


@pytest.fixture
def program(tmp_path: Path) -> Path:
    home = clone(tmp_path)
    furnish(home)
    return home


def started(program: Path, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the launcher away from home, as a macro does."""
    command = [program / ".venv" / "bin" / "python", "-X", "utf8", *options, program / "addin" / "launch.py"]
    more = {**os.environ, "PYTHONPATH": str(folder)}
    words = ["--task=check", "--path=/没有/台账.xlsm", "--wb=台账.xlsm"]
    return subprocess.run(
        [*map(str, command), *words], cwd=folder, env=more, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there Excel is looked for")
@pytest.mark.parametrize("option", ["-I", "-B"])
def test_it_finds_the_program_around_itself_and_nothing_else(
    program: Path, tmp_path: Path, option: str
) -> None:
    done = started(program, tmp_path, option)
    assert done.returncode == 2 and done.stderr.splitlines() == [done.stderr.strip()]
    assert "LibreOffice" in done.stderr


def test_a_program_that_is_damaged_says_so_in_one_sentence(program: Path, tmp_path: Path) -> None:
    (program / "workbook" / "faults.py").write_text("def\n", encoding="ascii")
    done = started(program, tmp_path, "-I")
    assert done.returncode == launch.NO_START
    assert "start.py" in done.stderr and not re.search("[A-Z][a-z]+Error|Traceback", done.stderr)
    assert len(done.stderr.splitlines()) == 1
