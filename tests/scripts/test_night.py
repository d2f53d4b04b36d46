"""Night after night: what is made anew, what is left alone, what is told, what a person keeps."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.scripts.clone import run
from tests.scripts.nights import MADE, UNCHANGED, changed, night, outputs

CLEAN, NOT_OURS = 0, 2
STATUS = ".运行状态.json"
IMPORTED = """
import os, runpy, sys
os._exit = sys.exit
sys.path.insert(0, "scripts")
COSTLY = ("openpyxl", "docx", "xlsxwriter", "pandas", "numpy", "lxml", "python_calamine", "tqdm", "xlwings")
try:
    runpy.run_path("scripts/regenerate.py", run_name="__main__")
except SystemExit as end:
    print(end.code, [name for name in sys.modules if name.partition(".")[0] in COSTLY])
"""


@pytest.fixture
def book(workshop: Path, tmp_path: Path) -> Path:
    """Return a sample year in a folder of its own."""
    (tmp_path / "台账").mkdir()
    return changed(workshop / "示例.xlsx", tmp_path / "台账" / "台账.xlsx", 2)


def moments(book: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in outputs(book).values()}


def remembered(book: Path) -> dict[str, Any]:
    status = json.loads((book.parent / "自动生成" / STATUS).read_text(encoding="utf-8"))
    (told,) = status["工作簿"].values()
    assert isinstance(told, dict)
    return told


def remember(book: Path, **more: Any) -> None:
    status = book.parent / "自动生成" / STATUS
    told = {"工作簿": {f"../{book.name}": remembered(book) | more}}
    status.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")


def test_a_night_without_a_change_rewrites_nothing(workshop: Path, book: Path) -> None:
    assert night(workshop, book) == MADE
    before, told = moments(book), remembered(book)
    assert night(workshop, book) == UNCHANGED and moments(book) == before
    assert remembered(book) == told | {"上次成功": remembered(book)["上次成功"]}


def test_another_content_is_written_and_told(workshop: Path, book: Path) -> None:
    night(workshop, book)
    before = {path: path.read_bytes() for path in outputs(book).values()}
    changed(book, book, 5)
    assert night(workshop, book) == MADE
    assert all(path.read_bytes() != data for path, data in before.items())
    assert night(workshop, book) == UNCHANGED


def test_a_program_that_was_renewed_writes_anew(workshop: Path, book: Path, tmp_path: Path) -> None:
    place = tmp_path / "程序"
    shutil.copytree(workshop, place, symlinks=True)
    night(place, book)
    assert night(place, book) == UNCHANGED
    for name in ("addin/rules/dues.py", "workbook/defaults/indicators.csv"):
        with (place / name).open("a", encoding="utf-8") as file:
            file.write("\n")
        assert night(place, book) == MADE
        assert night(place, book) == UNCHANGED


@pytest.mark.parametrize("what", ["送审稿", "校验报告", "还差什么"])
def test_an_output_that_somebody_removed_is_written_again(workshop: Path, book: Path, what: str) -> None:
    night(workshop, book, "--todo")
    outputs(book)[what].unlink()
    assert night(workshop, book, "--todo") == MADE and what in outputs(book)


def test_a_night_that_is_asked_for_something_else_writes_anew(workshop: Path, book: Path) -> None:
    words: tuple[str, ...] = ()
    night(workshop, book)
    for more in (("--todo",), ("--final",), ("--strict",), ("--as-of", "2022-12-31")):
        words += more
        assert night(workshop, book, *words) == MADE
        assert night(workshop, book, *words) == UNCHANGED
    assert set(outputs(book)) == {"送审稿", "正式稿", "校验报告", "还差什么"}


@pytest.mark.parametrize(("days", "what"), [(-1, MADE), (0, MADE), (1, UNCHANGED)])
def test_a_day_on_which_the_same_entries_say_something_else_is_not_missed(
    workshop: Path, book: Path, days: int, what: str
) -> None:
    night(workshop, book)
    remember(book, 下次变化日=(dt.date.today() + dt.timedelta(days)).isoformat())
    assert night(workshop, book) == what


def test_a_night_without_a_change_pays_for_no_library(workshop: Path, book: Path) -> None:
    night(workshop, book)
    command = [workshop / ".venv" / "bin" / "python", "-c", IMPORTED, str(book.parent), "--if-changed"]
    done = subprocess.run(command, cwd=workshop, capture_output=True, encoding="utf-8", check=True)
    assert UNCHANGED in done.stdout and done.stdout.splitlines()[-1] == "0 []"


def test_json_tells_another_program_what_came_of_each(workshop: Path, book: Path) -> None:
    words = (str(book.parent), "--if-changed", "--json")
    first = json.loads(run(workshop, "regenerate.py", *words).stdout)
    (told,) = first["workbooks"]
    assert (first["code"], told["state"], told["code"], told["workbook"]) == (0, "regenerated", 0, str(book))
    assert [Path(name) for name in told["outputs"]] == [outputs(book)["送审稿"], outputs(book)["校验报告"]]
    assert told["errors"] == 0 and set(told["figures"]) == {"有据", "确认为零", "填报", "待补"}
    book.with_name("坏.xlsx").write_bytes(b"broken")
    done = run(workshop, "regenerate.py", *words)
    again = json.loads(done.stdout)
    assert (done.returncode, done.stderr, again["code"]) == (NOT_OURS, "", NOT_OURS)
    assert {Path(each["workbook"]).name: each["state"] for each in again["workbooks"]} == {
        "台账.xlsx": "unchanged",
        "坏.xlsx": "failed",
    }
    assert all(each["message"] for each in again["workbooks"])


def test_the_log_gets_a_line_a_workbook_and_a_closing_one(workshop: Path, book: Path) -> None:
    log = book.parent / "日志" / "重算.log"
    for hours in (3, 4):
        changed(workshop / "示例.xlsx", book, hours)
        night(workshop, book, "--log", str(log))
    night(workshop, book, "--log", str(log))
    lines = [line[20:] for line in log.read_text(encoding="utf-8").splitlines()]
    assert lines[0].startswith(f"{book}：{MADE}：错误 0，警告 0，提示 0，履职 0，有据 ")
    assert lines[1].startswith(f"共 1 本：{MADE} 1 本；用时 ") and lines[1].endswith("；结束码 0")
    assert "数字变了 1 个" in lines[2]
    assert lines[4].startswith(f"{book}：{UNCHANGED}") and len(lines) == 6


def test_as_many_earlier_versions_stay_as_were_asked_for(workshop: Path, book: Path) -> None:
    for number, hours in enumerate((3, 4, 5, 6)):
        changed(workshop / "示例.xlsx", book, hours)
        night(workshop, book, "--keep", "2")
        for path in outputs(book).values():  # a night later
            os.utime(path, (1.7e9 + number * 86400,) * 2)
    kept = [path.suffix for path in (book.parent / "自动生成" / "以前的版本").iterdir()]
    assert sorted(kept) == [".docx"] * 2 + [".xlsx"] * 2


def test_a_folder_may_depend_on_the_year_the_unit_and_the_day(workshop: Path, book: Path) -> None:
    words = ("--out", "{文件夹}/存档/{年度}/{单位}/{日期}")
    assert night(workshop, book, *words) == MADE and night(workshop, book, *words) == UNCHANGED
    (report,) = book.parent.rglob("*-校验报告.xlsx")
    year, unit, day = report.parent.relative_to(book.parent / "存档").parts
    assert (year, day) == ("2022", dt.date.today().isoformat()) and unit
    assert (book.parent / "存档" / STATUS).exists()


def test_a_failure_is_remembered_until_a_night_succeeds(workshop: Path, book: Path) -> None:
    night(workshop, book)
    before, whole = moments(book), book.read_bytes()
    book.write_bytes(b"broken")
    assert run(workshop, "regenerate.py", str(book), "--if-changed").returncode == NOT_OURS
    assert remembered(book)["上次没有成功"] > "2" and book.name in remembered(book)["原因"]
    assert moments(book) == before
    book.write_bytes(whole)
    assert night(workshop, book) == UNCHANGED  # what lies there is still of this content
    assert (remembered(book)["上次没有成功"], remembered(book)["原因"]) == ("", "")
