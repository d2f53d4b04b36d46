"""What a night may find instead of workbooks at rest: one clear sentence each, and the others are served."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
import time
from pathlib import Path

import openpyxl
import pytest

from tests.scripts.clone import base_python, run
from workbook.trouble import ALREADY_RUNNING
from workbook.turn import my_turn

CLEAN, NOT_OURS, UNAVAILABLE = 0, 2, 69
STATUS = ".运行状态.json"
BROKEN = {
    "空.xlsx": b"",
    "半.xlsx": b"PK\x03\x04 half",
    "别的.xlsm": b"<html>",
    "文.ods": b"PK\x05\x06" + bytes(18),
}


@pytest.fixture
def folder(workshop: Path, tmp_path: Path) -> Path:
    """Return a folder with a workbook."""
    (tmp_path / "盘" / "台账").mkdir(parents=True)
    shutil.copy(workshop / "示例.xlsx", tmp_path / "盘" / "台账" / "台账.xlsx")
    return tmp_path / "盘" / "台账"


def start(workshop: Path, *words: str) -> subprocess.Popen[str]:
    command = [base_python(), str(workshop / "scripts" / "regenerate.py"), *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def made(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "自动生成").glob("[!.]*.xlsx"))


def test_of_ten_workbooks_the_broken_one_is_named_and_nine_are_served(workshop: Path, folder: Path) -> None:
    for number in range(8):
        shutil.copy(folder / "台账.xlsx", folder / f"台账{number}支部.xlsx")
    (folder / "台账坏.xlsx").write_bytes((folder / "台账.xlsx").read_bytes()[:50_000])
    done = run(workshop, "regenerate.py", str(folder), "--log", str(folder / "日志.log"))
    assert done.returncode == NOT_OURS
    assert "台账坏.xlsx" in done.stderr and len(done.stderr.splitlines()) <= 2
    assert len(made(folder)) == 9 and done.stdout.count("\n  报告") == 9
    *lines, last = (folder / "日志.log").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 10 and "共 10 本：已重算 9 本，没有成功 1 本" in last and "结束码 2" in last


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_no_workbook_is_named_in_one_sentence_and_an_earlier_night_stays(
    workshop: Path, folder: Path, name: str
) -> None:
    book = folder / name
    if name.endswith(".xlsx"):
        shutil.copy(folder / "台账.xlsx", book)
        run(workshop, "regenerate.py", str(book))
    old = {path: path.read_bytes() for path in folder.glob("自动生成/[!.]*.*")}
    book.write_bytes(BROKEN[name])
    done = run(workshop, "regenerate.py", str(book), "--if-changed")
    assert done.returncode == NOT_OURS
    assert name in done.stderr and "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in old} == old


def test_a_workbook_that_vanished_after_it_was_listed_is_named_and_the_others_are_served(
    workshop: Path, folder: Path
) -> None:
    for number in range(5):
        shutil.copy(folder / "台账.xlsx", folder / f"台账{number}支部.xlsx")
    with start(workshop, str(folder)) as process:
        assert process.stdout is not None and process.stdout.readline()
        (folder / "台账4支部.xlsx").unlink()
        _, said = process.communicate()
    assert process.returncode == NOT_OURS
    assert said.startswith(f"没有这个文件：{folder / '台账4支部.xlsx'}") and "Traceback" not in said
    assert len(made(folder)) == 5


@pytest.mark.parametrize("name", ["台账.xlsx", "", "*.xlsx"], ids=["a workbook", "a folder", "a pattern"])
def test_a_drive_that_is_away_for_a_second_is_waited_for(workshop: Path, folder: Path, name: str) -> None:
    drive, away = folder.parent, folder.parent.with_name("不在")
    drive.replace(away)
    with start(workshop, str(folder / name), "--wait", "20") as process:
        time.sleep(1.5)
        away.replace(drive)
        _, said = process.communicate()
    assert (process.returncode, said) == (CLEAN, "")
    assert len(made(folder)) == 1


def test_a_drive_that_stays_away_is_told_of_and_nothing_is_made_there(
    workshop: Path, folder: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(folder / "台账.xlsx", tmp_path / "台账.xlsx"))
    folder.parent.replace(tmp_path / "不在")
    began = time.monotonic()
    done = run(workshop, "regenerate.py", str(folder / "台账.xlsx"), str(other), "--wait", "1")
    assert done.returncode == NOT_OURS and time.monotonic() - began < 10
    assert f"没有这个文件：{folder / '台账.xlsx'}" in done.stderr and "网络盘没有连上" in done.stderr
    assert not folder.parent.exists() and len(made(tmp_path)) == 1


def test_a_drive_that_goes_while_outputs_are_written_is_no_fault_of_the_program(
    workshop: Path, folder: Path
) -> None:
    for number in range(4):
        shutil.copy(folder / "台账.xlsx", folder / f"台账{number}支部.xlsx")
    with start(workshop, str(folder)) as process:
        assert process.stdout is not None and process.stdout.readline()
        folder.parent.replace(folder.parent.with_name("不在"))
        _, said = process.communicate()
    assert process.returncode in (NOT_OURS, 3) and "Traceback" not in said and "程序自身" not in said


def test_a_clock_that_was_set_back_is_told_of_and_nothing_is_rewritten(workshop: Path, folder: Path) -> None:
    run(workshop, "regenerate.py", str(folder), "--if-changed")
    status = folder / "自动生成" / STATUS
    told = json.loads(status.read_text(encoding="utf-8"))
    tomorrow = (dt.datetime.now() + dt.timedelta(days=1)).isoformat(timespec="seconds")
    told["工作簿"]["../台账.xlsx"]["上次重算"] = tomorrow
    status.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    old = {path: path.stat().st_mtime_ns for path in folder.glob("自动生成/[!.]*.*")}
    done = run(workshop, "regenerate.py", str(folder), "--if-changed")
    assert done.returncode == UNAVAILABLE
    (line,) = done.stderr.splitlines()
    assert tomorrow[:10] in line and "核对电脑的日期" in line
    again = run(workshop, "regenerate.py", str(folder), "--if-changed")  # until somebody looked at it
    assert again.returncode == UNAVAILABLE and tomorrow[:10] in again.stderr
    assert {path: path.stat().st_mtime_ns for path in old} == old
    assert run(workshop, "regenerate.py", str(folder)).returncode == CLEAN
    assert run(workshop, "regenerate.py", str(folder), "--if-changed").returncode == CLEAN


def test_what_was_left_out_of_a_folder_stands_in_the_log(workshop: Path, folder: Path) -> None:
    for name in ("台账(1).xlsx", "台账-DESKTOP-1A2B3C.xlsx", "台账-2022.xlsx"):
        shutil.copy(folder / "台账.xlsx", folder / name)
    (folder / "~$台账.xlsx").write_bytes(b"\x05owner")
    done = run(workshop, "regenerate.py", str(folder), "--log", str(folder / "日志.log"))
    assert done.returncode == CLEAN
    assert made(folder) == ["台账-2022-校验报告.xlsx", "台账-校验报告.xlsx"]
    log = (folder / "日志.log").read_text(encoding="utf-8")
    for text in (done.stdout, log):
        assert all(name in text for name in ("“台账(1).xlsx”", "“台账-DESKTOP-1A2B3C.xlsx”", "~$台账.xlsx"))
    named = run(workshop, "regenerate.py", str(folder / "台账(1).xlsx"))
    assert named.returncode == CLEAN and "没有算" not in named.stdout


def test_a_night_without_a_workbook_says_so_in_the_log(workshop: Path, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    done = run(workshop, "regenerate.py", str(tmp_path / "空"), "--log", str(tmp_path / "日志.log"))
    assert done.returncode == NOT_OURS
    log = (tmp_path / "日志.log").read_text(encoding="utf-8")
    assert f"文件夹“{tmp_path / '空'}”里没有工作簿" in log
    done = run(workshop, "regenerate.py", "--log", str(tmp_path / "日志.log"))  # nor is one in 我的台账
    assert done.returncode == NOT_OURS and str(workshop / "我的台账") in done.stderr
    assert str(workshop / "我的台账") in (tmp_path / "日志.log").read_text(encoding="utf-8")


def test_a_table_of_other_ends_in_a_folder_is_told_and_is_no_failure(workshop: Path, folder: Path) -> None:
    foreign = openpyxl.Workbook()
    foreign.active["A1"] = "工资"
    foreign.save(folder / "工资.xlsx")
    log = folder / "重算.log"
    done = run(workshop, "regenerate.py", str(folder), "--if-changed", "--log", str(log))
    assert done.returncode == CLEAN, done.stderr
    assert "“工资.xlsx”不是党建台账工作簿" in done.stdout and "不是台账 1 本" in done.stdout
    assert "不是台账" in log.read_text(encoding="utf-8")
    named = run(workshop, "regenerate.py", str(folder / "工资.xlsx"))
    assert named.returncode == NOT_OURS and "工资.xlsx" in named.stderr
    (folder / "台账.xlsx").unlink()
    assert run(workshop, "regenerate.py", str(folder)).returncode == NOT_OURS


def test_a_workbook_that_is_one_no_longer_is_a_failure(workshop: Path, folder: Path) -> None:
    run(workshop, "regenerate.py", str(folder), "--if-changed")
    foreign = openpyxl.Workbook()
    foreign.active["A1"] = "工资"
    foreign.save(folder / "台账.xlsx")
    done = run(workshop, "regenerate.py", str(folder), "--if-changed")
    assert done.returncode == NOT_OURS and "台账.xlsx" in done.stderr


def test_a_library_that_is_gone_is_said_to_be(workshop: Path, folder: Path) -> None:
    hidden = folder / "隐藏"
    hidden.mkdir()
    (hidden / "xlsxwriter.py").write_text("raise ModuleNotFoundError('xlsxwriter', name='xlsxwriter')")
    done = run(workshop, "regenerate.py", str(folder / "台账.xlsx"), PYTHONPATH=str(hidden))
    assert done.returncode == UNAVAILABLE and "xlsxwriter" in done.stderr and "start.py" in done.stderr


def test_a_run_that_was_refused_stands_in_the_log(workshop: Path, folder: Path) -> None:
    log = folder / "重算.log"
    words = (str(folder), "--if-changed", "--log", str(log))
    with my_turn(workshop):
        assert run(workshop, "regenerate.py", *words).returncode == ALREADY_RUNNING
    assert "另一次自动重算还没有结束" in log.read_text(encoding="utf-8")
