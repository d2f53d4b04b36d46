"""What a run that was killed left half written is swept, and nothing else."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from workbook.drafts import STALE
from workbook.files import write_safely

OURS, RECENT = f".{'0a' * 16}.docx", f".{'1b' * 16}.xlsx"
OTHERS = (".0a.docx", f".{'0A' * 16}.docx", f"{'0a' * 16}.docx", ".运行状态.json", f".{'0a' * 16}.docx.bak")


def lay(folder: Path, name: str, age: float) -> None:
    (folder / name).write_text("half", encoding="utf-8")
    os.utime(folder / name, (time.time() - age, time.time() - age))


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_draft_of_a_killed_run_is_swept_and_one_that_may_be_in_the_making_stays(tmp_path: Path) -> None:
    lay(tmp_path, OURS, STALE + 60)
    lay(tmp_path, RECENT, 60)
    for name in OTHERS:
        lay(tmp_path, name, STALE + 60)
    write_safely(tmp_path / "总结.docx", lambda draft: draft.write_text("whole", encoding="utf-8"))
    assert OURS not in names(tmp_path)
    assert {RECENT, "总结.docx", *OTHERS} <= names(tmp_path)


def test_a_draft_that_cannot_be_removed_is_in_nobodys_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, OURS, STALE + 60)
    real = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.name == OURS:
            raise PermissionError(13, "in use", str(path))
        real(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    target = write_safely(tmp_path / "总结.docx", lambda draft: draft.write_text("whole", encoding="utf-8"))
    assert target.read_text(encoding="utf-8") == "whole"
