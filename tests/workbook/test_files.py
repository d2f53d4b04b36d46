"""Outputs are whole or not there, and a person's own work is never overwritten."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from workbook.files import (
    RECORD,
    edited_version,
    output_folder,
    replace_text,
    safe_name,
    write_safely,
)
from workbook.trouble import CANNOT_WRITE, Trouble


def write(target: Path, text: str, notes: list[str] | None = None) -> Path:
    return write_safely(target, lambda path: path.write_text(text, encoding="utf-8"), notes=notes)


def contents(folder: Path) -> dict[str, str]:
    """Return every file of the folder but the record, hidden ones too."""
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir() if path.name != RECORD}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "总结 一.docx"


def test_an_output_is_written_where_it_was_asked_for(target: Path) -> None:
    assert write(target, "一") == target
    assert contents(target.parent) == {"总结 一.docx": "一"}


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    assert write(tmp_path / "输出" / "年度" / "甲.docx", "一").exists()


def test_an_untouched_output_is_replaced(target: Path) -> None:
    write(target, "一")
    notes: list[str] = []
    assert write(target, "二", notes) == target
    assert contents(target.parent) == {"总结 一.docx": "二"}
    assert notes == []


def test_nothing_takes_its_place_before_it_is_on_the_disk(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed, real_replace, real_fsync = set(), Path.replace, os.fsync

    def fsync(handle: int) -> None:
        flushed.add(os.fstat(handle).st_ino)
        real_fsync(handle)

    def replace(draft: Path, place: Path) -> Path:
        assert draft.stat().st_ino in flushed, place.name
        return real_replace(draft, place)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    write(target, "一")
    write(target, "二")
    replace_text(target.with_name("记录.json"), "{}")


def test_an_output_changed_by_hand_stays_and_a_new_version_lies_beside_it(target: Path) -> None:
    write(target, "一")
    target.write_text("改过", encoding="utf-8")
    notes: list[str] = []
    beside = write(target, "二", notes)
    assert beside.name == "总结 一（2）.docx"
    assert contents(target.parent) == {"总结 一.docx": "改过", "总结 一（2）.docx": "二"}
    assert len(notes) == 1 and "总结 一.docx" in notes[0]


def test_the_new_version_beside_is_renewed_while_nobody_touches_it(target: Path) -> None:
    write(target, "一")
    target.write_text("改过", encoding="utf-8")
    write(target, "二")
    assert write(target, "三").name == "总结 一（2）.docx"
    target.with_name("总结 一（2）.docx").write_text("也改过", encoding="utf-8")
    assert write(target, "四").name == "总结 一（3）.docx"
    assert set(contents(target.parent).values()) == {"改过", "也改过", "四"}


def test_a_file_that_we_never_generated_is_not_replaced(target: Path) -> None:
    target.write_text("别人的", encoding="utf-8")
    assert write(target, "一").name == "总结 一（2）.docx"
    assert target.read_text(encoding="utf-8") == "别人的"


def test_the_same_content_again_changes_nothing(target: Path) -> None:
    write(target, "一")
    before = target.stat().st_mtime_ns
    target.with_name(".~lock.总结 一.docx#").touch()
    notes: list[str] = []
    assert write(target, "一", notes) == target
    assert target.stat().st_mtime_ns == before
    assert notes == []


@pytest.mark.parametrize("owner", [".~lock.总结 一.docx#", "~$总结 一.docx", "~$ 一.docx", "~$结 一.docx"])
def test_an_output_open_in_another_program_stays(target: Path, owner: str) -> None:
    write(target, "一")
    target.with_name(owner).touch()
    notes: list[str] = []
    assert write(target, "二", notes).name == "总结 一（2）.docx"
    assert target.read_text(encoding="utf-8") == "一"
    assert len(notes) == 1


def test_an_output_that_windows_holds_stays(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(target, "一")
    replace = Path.replace

    def refuse(source: Path, place: Path) -> Path:
        if place == target:
            raise PermissionError(errno.EACCES, "in use", str(source))
        return replace(source, place)

    monkeypatch.setattr(Path, "replace", refuse)
    assert write(target, "二").name == "总结 一（2）.docx"
    assert contents(target.parent) == {"总结 一.docx": "一", "总结 一（2）.docx": "二"}


def test_a_read_only_output_stays(target: Path) -> None:
    write(target, "一")
    target.chmod(0o444)
    assert write(target, "二").name == "总结 一（2）.docx"


def test_an_output_that_cannot_be_read_back_never_reaches_its_place(target: Path) -> None:
    write(target, "一")

    def check(path: Path) -> None:
        raise ValueError(path.read_text(encoding="utf-8"))

    with pytest.raises(ValueError, match="二"):
        write_safely(target, lambda path: path.write_text("二", encoding="utf-8"), check)
    assert contents(target.parent) == {"总结 一.docx": "一"}


def test_a_writer_that_fails_leaves_nothing_behind(target: Path) -> None:
    def writer(path: Path) -> None:
        path.write_text("半", encoding="utf-8")
        raise KeyError("column")

    with pytest.raises(KeyError):
        write_safely(target, writer)
    assert contents(target.parent) == {}


def test_a_full_disk_is_named_and_leaves_nothing_behind(target: Path) -> None:
    resource = pytest.importorskip("resource")  # Windows has no such limit
    write(target, "一")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(Trouble) as caught:
            write(target, "二" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert caught.value.code == CANNOT_WRITE
    assert str(target.parent) in caught.value.message and "磁盘" in caught.value.message
    assert contents(target.parent) == {"总结 一.docx": "一"}


def test_a_full_disk_behind_an_error_of_a_library_is_named(target: Path) -> None:
    def writer(path: Path) -> None:
        try:
            raise OSError(errno.ENOSPC, "No space left on device")
        except OSError as error:
            raise RuntimeError(error)  # noqa: B904 (this is how XlsxWriter does it)

    with pytest.raises(Trouble) as caught:
        write_safely(target, writer)
    assert "磁盘" in caught.value.message
    assert contents(target.parent) == {}


def test_a_folder_without_permission_is_named(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:  # root, who may write everywhere, runs the tests too
        raise PermissionError(errno.EACCES, "denied", str(path))

    monkeypatch.setattr(Path, "touch", refuse)
    with pytest.raises(Trouble) as caught:
        write(target, "一")
    assert caught.value.code == CANNOT_WRITE and str(target.parent) in caught.value.message


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "输出").write_text("不是文件夹", encoding="utf-8")
    with pytest.raises(Trouble) as caught:
        write(tmp_path / "输出" / "甲.docx", "一")
    assert caught.value.code == CANNOT_WRITE and str(tmp_path / "输出") in caught.value.message


def test_a_file_our_own_code_misses_is_not_blamed_on_the_folder(target: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_safely(target, lambda path: Path("/nowhere/template.docx").read_bytes())


def test_a_damaged_record_protects_what_is_there(target: Path) -> None:
    write(target, "一")
    (target.parent / RECORD).write_text("{", encoding="utf-8")
    assert write(target, "二").name == "总结 一（2）.docx"


def test_the_record_forgets_outputs_that_are_gone(target: Path) -> None:
    write(target, "一")
    target.unlink()
    write(target.with_name("乙.docx"), "二")
    assert "总结 一.docx" not in (target.parent / RECORD).read_text(encoding="utf-8")


def test_outputs_are_readable_for_colleagues_as_the_folder_allows(target: Path) -> None:
    before = os.umask(0o022)
    try:
        write(target, "一")
    finally:
        os.umask(before)
    assert target.stat().st_mode & 0o777 == 0o644


def test_outputs_go_beside_the_workbook_unless_a_folder_is_chosen(tmp_path: Path) -> None:
    assert output_folder(tmp_path / "台账.xlsm") == tmp_path / "输出"
    assert output_folder(tmp_path / "台账.xlsm", tmp_path / "别处") == tmp_path / "别处"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县局/机关：2022", "县局 机关：2022"),
        ("甲\n乙?*", "甲 乙"),
        ("总结.", "总结"),
        ("", "未命名"),
        ("  ", "未命名"),
    ],
)
def test_a_name_from_the_workbook_becomes_one_that_windows_accepts(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_a_text_takes_the_place_of_a_file_in_one_step(tmp_path: Path) -> None:
    target = tmp_path / "新" / "记录.json"
    for text in ("甲", "乙"):
        replace_text(target, text)
        assert target.read_text(encoding="utf-8") == text
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_an_output_nobody_changed_has_no_edited_version(target: Path) -> None:
    assert edited_version(target) is None
    write(target, "一")
    assert edited_version(target) is None


def test_of_the_versions_a_person_changed_the_latest_counts(target: Path) -> None:
    write(target, "一")
    target.write_text("改过", encoding="utf-8")
    assert edited_version(target) == target
    second = write(target, "二")
    assert edited_version(target) == target
    second.write_text("也改过", encoding="utf-8")
    os.utime(second, (2e9, 2e9))
    assert edited_version(target) == second
