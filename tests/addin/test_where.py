"""Places from which a workbook opened in passing is gone again."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import pytest

from addin.where import ATTACHED, UNSAVED, why_not_here

LOCAL = r"C:\Users\张三\AppData\Local"


@pytest.mark.parametrize(
    "folder",
    [
        LOCAL + r"\Microsoft\Windows\INetCache\Content.Outlook\8AB1CD2E",
        LOCAL + r"\Microsoft\Windows\Temporary Internet Files\Content.Outlook\8AB1CD2E",
        LOCAL + r"\Microsoft\Olk\Attachments\ooa-1234\5678",
        LOCAL + r"\Temp\Temp1_台账.zip",
        LOCAL + r"\Temp\7zO4A3B2C1D",
        LOCAL + r"\Temp\Rar$DIa1234.5678",
        "/tmp/mozilla_user0",
        "/tmp/pid-12345",
        "/甲/.cache/evolution/tmp/evolution-user-Ab12",
    ],
)
def test_what_was_opened_from_a_mail_or_an_archive_is_to_be_saved_first(folder: str) -> None:
    assert why_not_here(Path(PureWindowsPath(folder, "台账.xlsm").as_posix())) == ATTACHED


@pytest.mark.parametrize(
    "place",
    [
        "D:/我的 工作/党建台账/台账.xlsm",
        "/甲/党建/mozilla_x/台账.xlsm",
        "C:/附件/inetcache.xlsm",
        "/tmp/台账.xlsm",
    ],
)
def test_every_other_folder_will_do(place: str) -> None:
    assert why_not_here(Path(place)) == ""


def test_a_workbook_without_a_place_is_to_be_saved_first() -> None:
    assert why_not_here(None) == UNSAVED
