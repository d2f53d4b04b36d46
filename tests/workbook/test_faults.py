"""The log of our own faults says where, never what stood in a row."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from workbook.faults import LOG, record_fault

SECRET = "甲某某"


def fail_on(row: str) -> None:
    value = row + "的谈话"
    try:
        int(value)
    except ValueError as error:
        raise KeyError(value) from error


@pytest.fixture
def error() -> Exception:
    try:
        fail_on(SECRET)
    except KeyError as caught:
        return caught
    raise AssertionError("nothing failed")


def test_the_log_names_kinds_files_lines_and_functions_of_the_whole_chain(
    tmp_path: Path, error: Exception
) -> None:
    log = record_fault(error, Path(__file__).parent.parent)
    text = log.read_text(encoding="utf-8")
    log.unlink()
    assert text.index("builtins.ValueError") < text.index("builtins.KeyError")
    assert text.count("workbook/test_faults.py:") == 3
    assert "fail_on" in text


def test_the_log_holds_no_value(tmp_path: Path, error: Exception) -> None:
    text = record_fault(error, tmp_path).read_text(encoding="utf-8")
    assert SECRET not in text and "谈话" not in text
    assert str(Path(__file__).parents[2]) not in text


def test_later_faults_are_added(tmp_path: Path, error: Exception) -> None:
    record_fault(error, tmp_path)
    assert record_fault(error, tmp_path).read_text(encoding="utf-8").count("builtins.KeyError") == 2


def test_where_the_program_may_not_write_the_log_lies_with_temporary_files(
    tmp_path: Path, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    assert record_fault(error, tmp_path / "nowhere") == tmp_path / "temp" / LOG
