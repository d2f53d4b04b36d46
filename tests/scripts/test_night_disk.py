"""Full disks and folders nobody may write in: one sentence, what is there stays, the others are served."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.scripts.clone import base_python, run
from tests.scripts.disks import full, read_only, small_disk
from tests.scripts.nights import changed, files, left
from workbook.files import RECORD

CLEAN, CANNOT_WRITE = 0, 3
KIB = 1024
WORDS = ("--todo", "--final", "--keep", "1", "--if-changed")
STATUS = ".运行状态.json"


@pytest.fixture
def folder(workshop: Path, tmp_path: Path) -> Path:
    """Return a folder with a workbook."""
    (tmp_path / "台账").mkdir()
    changed(workshop / "示例.xlsx", tmp_path / "台账" / "台账.xlsx", 2)
    return tmp_path / "台账"


def made(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("[!.]*.*"))


@pytest.mark.parametrize("free", [0, 4 * KIB, 16 * KIB, 24 * KIB, 48 * KIB])
def test_on_a_full_disk_each_output_stays_or_is_new_and_whole_and_the_next_run_makes_up_for_it(
    workshop: Path, folder: Path, tmp_path: Path, free: int
) -> None:
    with small_disk(tmp_path / "盘") as disk:
        command = (str(folder), "--out", str(disk / "出"), *WORDS, "--log", str(tmp_path / "日志.log"))
        assert run(workshop, "regenerate.py", *command).returncode == CLEAN
        old, names = files(disk), made(disk / "出")
        book = changed(workshop / "示例.xlsx", folder / "台账.xlsx", 5).read_bytes()
        with full(disk, free):
            done = run(workshop, "regenerate.py", *command)
            now = files(disk)
        assert done.returncode == CANNOT_WRITE and left(disk) == []
        assert done.stderr == f"写不进文件夹“{disk / '出'}”：磁盘满了或超出限额。请腾出空间后再试。\n"
        again = run(workshop, "regenerate.py", *command)
        assert again.returncode == CLEAN and made(disk / "出") == names
        new = files(disk)
        torn = {name for name in now if now[name] not in (old.get(name), new.get(name))}
        assert torn <= {f"出/{STATUS}", f"出/{RECORD}", "填充"}
        assert free or all(now[name] == old[name] for name in old)
        assert (folder / "台账.xlsx").read_bytes() == book


def test_a_disk_on_which_only_the_status_finds_no_room_keeps_the_outputs(
    workshop: Path, folder: Path, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "盘") as disk:
        command = (str(folder), "--out", str(disk / "出"), *WORDS)
        run(workshop, "regenerate.py", *command)
        old = files(disk)
        with full(disk):
            done = run(workshop, "regenerate.py", *command)
        assert done.returncode == CANNOT_WRITE and "没有变化" in done.stdout
        assert done.stderr == f"写不进文件夹“{disk / '出'}”：磁盘满了或超出限额。请腾出空间后再试。\n"
        assert files(disk) == old and left(disk) == []
        assert run(workshop, "regenerate.py", *command).returncode == CLEAN


def test_a_log_that_finds_no_room_hinders_no_output(workshop: Path, folder: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "盘") as disk:
        log = disk / "日志" / "重算.log"
        command = (str(folder), *WORDS, "--log", str(log))
        run(workshop, "regenerate.py", *command)
        log.write_text(f"{'x' * 4080}\n", encoding="utf-8")  # 15 bytes less than the disk gives at once
        changed(workshop / "示例.xlsx", folder / "台账.xlsx", 5)
        before = files(folder)
        with full(disk):
            done = run(workshop, "regenerate.py", *command)
        assert done.returncode == CANNOT_WRITE and "数字变了" in done.stdout
        (line,) = done.stderr.splitlines()
        assert str(disk / "日志") in line and "磁盘满了" in line
        assert files(folder) != before and log.stat().st_size == 4096
        assert run(workshop, "regenerate.py", *command).returncode == CLEAN
        whole, cut_off, *lines = log.read_text(encoding="utf-8").splitlines()
        assert (len(whole), len(cut_off), len(lines)) == (4080, 15, 2)


def test_a_limit_of_what_a_file_may_hold_is_told_like_a_full_disk(workshop: Path, folder: Path) -> None:
    resource = pytest.importorskip("resource")
    run(workshop, "regenerate.py", str(folder))
    changed(workshop / "示例.xlsx", folder / "台账.xlsx", 5)
    old = files(folder)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

    command = [base_python(), str(workshop / "scripts" / "regenerate.py"), str(folder)]
    done = subprocess.run(command, preexec_fn=limit, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == CANNOT_WRITE
    assert done.stderr == f"写不进文件夹“{folder / '自动生成'}”：磁盘满了或超出限额。请腾出空间后再试。\n"
    now = files(folder)
    assert [name for name in old if now[name] != old[name]] == [f"自动生成/{STATUS}"]
    assert left(folder) == [] and run(workshop, "regenerate.py", str(folder)).returncode == CLEAN


def test_a_folder_nobody_may_write_in_is_named_once_and_the_others_are_served(
    workshop: Path, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "另").mkdir()
    other = Path(shutil.copy(folder / "台账.xlsx", tmp_path / "另" / "台账.xlsx"))
    assert run(workshop, "regenerate.py", str(folder)).returncode == CLEAN
    changed(workshop / "示例.xlsx", folder / "台账.xlsx", 5)
    old = files(folder)
    with read_only(folder):
        done = run(workshop, "regenerate.py", str(folder), str(other))
        assert done.returncode == CANNOT_WRITE and files(folder) == old
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"写不进文件夹“{folder / '自动生成'}”") and "没有写入的权限" in line
    assert made(other.parent / "自动生成")
    assert run(workshop, "regenerate.py", str(folder)).returncode == CLEAN


def test_a_log_where_nobody_may_write_is_named_and_the_outputs_are_written(
    workshop: Path, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "日志").mkdir()
    with read_only(tmp_path / "日志") as logs:
        done = run(workshop, "regenerate.py", str(folder), "--log", str(logs / "重算.log"))
    assert done.returncode == CANNOT_WRITE and "送审稿" in done.stdout
    (line,) = done.stderr.splitlines()
    assert str(logs) in line and "--log" in line and "照样写了" in line
    assert len(made(folder / "自动生成")) == 2


def test_a_program_in_a_folder_nobody_may_write_in_works(
    workshop: Path, folder: Path, tmp_path: Path
) -> None:
    place = tmp_path / "程序"
    shutil.copytree(workshop, place, symlinks=True)
    with read_only(place):
        done = run(place, "regenerate.py", str(folder), "--if-changed", "--json")
    assert done.returncode == CLEAN, done.stderr
    assert json.loads(done.stdout)["workbooks"][0]["state"] == "regenerated"
