"""Preparing a machine and taking it back, and that LibreOffice then runs the macros of that folder only."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from addin.libreoffice import install as module
from addin.libreoffice.install import LAUNCHER, install, undo
from addin.libreoffice.running import Running
from addin.libreoffice.trusted import SETTINGS, default_profile, distrust, trust
from tests.addin.libreoffice.live import Live, add_macro
from workbook.trouble import CANNOT_WRITE, Trouble

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


@pytest.mark.uno
def test_what_was_installed_is_said_and_can_be_taken_back(
    profile: Path, folder: Path, tmp_path: Path
) -> None:
    programs = tmp_path / "bin"
    done = install([folder], profile, programs)
    launcher = programs / LAUNCHER
    assert os.access(launcher, os.X_OK)
    assert str(launcher) in done[0] and str(folder) in done[1] and str(programs) in done[2]
    assert len(install([folder], profile, programs)) == 2
    assert len(undo([folder], profile, programs)) == 2
    assert not launcher.exists()
    assert undo([folder], profile, programs) == []


@pytest.mark.uno
def test_a_launcher_on_the_path_needs_no_new_login(
    profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin")
    assert len(install([], profile, tmp_path)) == 1


def test_a_program_of_that_name_that_is_not_ours_stays(profile: Path, tmp_path: Path) -> None:
    (tmp_path / LAUNCHER).write_text("#!/bin/sh\n", encoding="utf-8")
    assert undo([], profile, tmp_path) == []
    assert (tmp_path / LAUNCHER).exists()


@pytest.mark.uno
@pytest.mark.parametrize("do", [install, undo])
def test_while_the_office_is_open_nothing_is_done(live: Live, tmp_path: Path, folder: Path, do: Any) -> None:
    before = (live.profile / SETTINGS).read_bytes() if (live.profile / SETTINGS).exists() else b""
    with pytest.raises(Trouble) as refused:
        do([folder], live.profile, tmp_path)
    assert refused.value.code == CANNOT_WRITE and "LibreOffice" in refused.value.message
    assert not (tmp_path / LAUNCHER).exists()
    assert before == ((live.profile / SETTINGS).read_bytes() if before else b"")


def test_an_open_office_with_the_usual_profile_is_noticed(
    monkeypatch: pytest.MonkeyPatch, folder: Path, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(module, "every", lambda: iter([Running(10, Path("/opt/program/soffice"))]))
    with pytest.raises(Trouble):
        undo([folder], default_profile(), tmp_path)
    assert undo([folder], tmp_path / "another", tmp_path) == []
