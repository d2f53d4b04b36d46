"""Preparing a machine and taking it back, and that LibreOffice then runs the macros of that folder only."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from addin.libreoffice import install as module
from addin.libreoffice import running
from addin.libreoffice.install import (
    LAUNCHER,
    MOVED,
    NO_OFFICE,
    OPEN,
    default_profile,
    folders_of,
    install,
    script,
    undo,
)
from addin.libreoffice.running import Running
from addin.libreoffice.trusted import SETTINGS, distrust, trust, trusted
from tests.addin.libreoffice.live import Live, add_macro
from workbook.trouble import CANNOT_WRITE, UNAVAILABLE, Trouble

AS_CONFIGURED = 5  # com.sun.star.document.MacroExecMode.USE_CONFIG_REJECT_CONFIRMATION
OWN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse">\
<value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" \
oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="SecureURL" oor:op="fuse">\
<value><it>file:///mnt/own</it></value></prop></item>
</oor:items>
"""


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """Return a profile with settings of a person's own."""
    profile = tmp_path / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / SETTINGS).write_text(OWN, encoding="utf-8")
    return profile


@pytest.fixture(autouse=True)
def complete(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let LibreOffice and its Python library be installed, wherever the tests run."""
    monkeypatch.setattr(module, "has_office", lambda: True)
    monkeypatch.setattr(module, "has_uno", lambda: True)
    monkeypatch.setattr(module, "every", lambda: iter(()))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "党 建（2022）"
    place.mkdir()
    return place


def test_a_folder_is_added_beside_what_a_person_trusts(profile: Path, folder: Path) -> None:
    assert trust([folder], profile) == [folder]
    text = (profile / SETTINGS).read_text(encoding="utf-8")
    assert f"<it>file:///mnt/own</it><it>{folder.as_uri()}</it>" in text
    assert '"MacroSecurityLevel" oor:op="fuse"><value>3</value>' in text
    assert trust([folder], profile) == []


def test_the_folder_is_taken_off_again_and_nothing_else(profile: Path, folder: Path) -> None:
    before = (profile / SETTINGS).read_bytes().split(b"?>", 1)[1].strip()
    trust([folder], profile)
    assert distrust([folder], profile) == [folder]
    assert (profile / SETTINGS).read_bytes().split(b"?>", 1)[1].strip() == before
    assert distrust([folder], profile) == []


def test_a_profile_that_was_never_used_can_be_prepared(tmp_path: Path, folder: Path) -> None:
    trust([folder], tmp_path / "new")
    assert distrust([folder], tmp_path / "new") == [folder]


@pytest.mark.uno
def test_only_macros_of_a_trusted_folder_may_run(tmp_path: Path, folder: Path) -> None:
    elsewhere = tmp_path / "下载"
    elsewhere.mkdir()
    trust([folder], tmp_path / "profile")
    live = Live(tmp_path, "--headless")
    try:
        assert [may_run(live, place / "台账.ods") for place in (folder, elsewhere)] == [True, False]
    finally:
        live.kill()


def may_run(live: Live, path: Path) -> bool:
    """Tell whether macros may run in a workbook that is saved at `path` and opened as a person would."""
    office = live.office
    made = office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
    add_macro(made, "Sub OnCheck\nEnd Sub\n")
    made.storeAsURL(office.url(path), ())
    made.close(True)
    arguments = office.arguments(MacroExecutionMode=AS_CONFIGURED)
    opened = office.desktop.loadComponentFromURL(office.url(path), "_blank", 0, arguments)
    try:
        return bool(opened.AllowMacroExecution)
    finally:
        opened.close(True)


def test_what_was_installed_is_said_and_can_be_taken_back(
    profile: Path, folder: Path, tmp_path: Path
) -> None:
    programs = tmp_path / "bin"
    done = list(install([folder], profile, programs))
    launcher = programs / LAUNCHER
    assert os.access(launcher, os.X_OK)
    assert str(launcher) in done[0] and str(programs) in done[1] and str(folder) in done[2]
    assert len(list(undo([folder], profile, programs))) == 2
    assert not launcher.exists()
    assert list(undo([folder], profile, programs)) == []


def test_the_second_time_nothing_is_done_even_while_the_office_is_open(
    profile: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin")
    assert len(list(install([folder], profile, tmp_path))) == 2
    monkeypatch.setattr(module, "is_open", lambda profile: True)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / LAUNCHER, profile / SETTINGS)}
    assert list(install([folder], profile, tmp_path)) == []
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_program_that_was_moved_gets_a_new_launcher(profile: Path, tmp_path: Path) -> None:
    for home in (tmp_path / "旧", tmp_path / "新"):
        assert str(tmp_path / LAUNCHER) in next(install([], profile, tmp_path, home))
        assert (tmp_path / LAUNCHER).read_text(encoding="utf-8") == script(home)


def standing(home: Path) -> Path:
    """Return a folder in which the program stands."""
    (home / "scripts").mkdir(parents=True)
    (home / "scripts" / "start.py").touch()
    return home


def moved(profile: Path, tmp_path: Path) -> tuple[Path, Path, Path]:
    """Return where the program was, where it is now, and where another copy stands; all were prepared."""
    old, other = standing(tmp_path / "旧 程序（1）"), standing(tmp_path / "另一份")
    for home in (old, other):
        list(install(folders_of(home), profile, tmp_path / "bin", home))
    new = tmp_path / "新"
    old.rename(new)
    return old, new, other


def test_the_folders_a_moved_program_left_behind_are_trusted_no_more(profile: Path, tmp_path: Path) -> None:
    old, new, other = moved(profile, tmp_path)
    told = list(install(folders_of(new), profile, tmp_path / "bin", new))
    assert [MOVED.format(folder) for folder in folders_of(old)] == told[-2:]
    kept = [*folders_of(new), *folders_of(other)]
    assert trusted([*folders_of(old), *kept], profile) == kept
    assert "<it>file:///mnt/own</it>" in (profile / SETTINGS).read_text(encoding="utf-8")


def test_taking_back_also_takes_what_a_moved_program_left_behind(profile: Path, tmp_path: Path) -> None:
    old, new, other = moved(profile, tmp_path)
    list(undo(folders_of(new), profile, tmp_path / "bin"))
    assert trusted([*folders_of(old), *folders_of(new)], profile) == []
    assert trusted(folders_of(other), profile) == list(folders_of(other))


def test_a_folder_of_somebody_elses_stays_though_it_is_named_alike(profile: Path, tmp_path: Path) -> None:
    own = tmp_path / "自己的" / "我的台账"
    trust([own], profile)
    list(install([], profile, tmp_path))
    list(undo([], profile, tmp_path))
    assert trusted([own], profile) == [own]


def test_a_program_of_that_name_that_is_not_ours_stays(profile: Path, tmp_path: Path) -> None:
    (tmp_path / LAUNCHER).write_text("#!/bin/sh\n", encoding="utf-8")
    assert list(undo([], profile, tmp_path)) == []
    assert (tmp_path / LAUNCHER).exists()


def test_without_the_office_nothing_is_prepared_for_it(
    profile: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "has_office", lambda: False)
    assert list(install([folder], profile, tmp_path / "bin")) == [NO_OFFICE]
    assert not (tmp_path / "bin").exists() and trusted([folder], profile) == []


def test_without_its_python_library_all_is_prepared_and_the_package_named(
    profile: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "has_uno", lambda: False)
    assert "python3-uno" in list(install([folder], profile, tmp_path))[-1]
    assert (tmp_path / LAUNCHER).exists() and trusted([folder], profile) == [folder]


def test_while_the_office_is_open_its_settings_stay_and_the_rest_is_done(
    profile: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "is_open", lambda profile: True)
    assert list(install([folder], profile, tmp_path))[-1] == OPEN
    assert (tmp_path / LAUNCHER).exists() and trusted([folder], profile) == []
    trust([folder], profile)
    with pytest.raises(Trouble) as refused:
        list(undo([folder], profile, tmp_path))
    assert (refused.value.code, refused.value.message) == (CANNOT_WRITE, OPEN)
    assert not (tmp_path / LAUNCHER).exists() and trusted([folder], profile) == [folder]


def test_without_the_environment_the_launcher_goes_and_the_rest_is_told(
    profile: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(install([folder], profile, tmp_path))
    monkeypatch.setitem(sys.modules, "addin.libreoffice.trusted", None)
    with pytest.raises(Trouble) as told:
        list(undo([folder], profile, tmp_path))
    assert told.value.code == UNAVAILABLE and "可信来源" in told.value.message
    assert not (tmp_path / LAUNCHER).exists()


def test_settings_nobody_can_read_are_left_alone(profile: Path, folder: Path) -> None:
    (profile / SETTINGS).write_text("<oor:items", encoding="utf-8")
    with pytest.raises(Trouble) as told:
        trust([folder], profile)
    assert str(profile / SETTINGS) in told.value.message
    assert (profile / SETTINGS).read_text(encoding="utf-8") == "<oor:items"


@pytest.mark.uno
def test_an_open_office_is_noticed(live: Live, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "every", running.every)
    assert module.is_open(live.profile) and not module.is_open(tmp_path)


def test_an_open_office_with_the_usual_profile_is_noticed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(module, "every", lambda: iter([Running(10, Path("/opt/program/soffice"))]))
    assert module.is_open(default_profile()) and not module.is_open(tmp_path / "another")
