"""Buttons that LibreOffice drops when it saves a macro workbook are given back by the next click."""

from __future__ import annotations

from pathlib import Path

import pytest

from addin.libreoffice.stripped import needs_repair
from tests.desktop.clerk import Clerk
from tests.desktop.conftest import Open

pytestmark = [pytest.mark.desktop, pytest.mark.uno]


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file() and ".~lock" not in path.name)


def test_a_click_after_saving_writes_a_copy_beside_it_whose_buttons_work(clerk: Clerk, opened: Open) -> None:
    book = opened()
    book["活动台账!A6"] = "2022年13月5日"
    book.document.store()
    assert needs_repair(book.path)
    assert "录入错误 1" in clerk.hear(book, "check")
    said = clerk.said()
    clerk.picture("repaired")
    clerk.answer("OK")
    copy = book.path.with_name("示例 一（已修复）.xlsm")
    assert copy.name in said and f'build_workbook.py --from "{copy}" -o "{copy.with_suffix(".ods")}"' in said
    assert files(copy.parent) == [book.path.name, copy.name]
    repaired = clerk.open(copy)
    try:
        assert "录入错误 1" in clerk.hear(repaired, "check")
        assert not clerk.is_spoken_to()
    finally:
        repaired.document.close(True)
