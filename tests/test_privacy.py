"""Privacy by construction: nothing sensitive is asked for, nothing leaves the machine, no log tells a row."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from tests.scripts.clone import HOME, run, run_code
from workbook.faults import LOG
from workbook.spec import Column, Table
from workbook.tables import TABLES

NEVER_ASKED = ("身份证", "证件号", "电话", "手机", "联系方式", "邮箱", "住址", "微信", "银行")
NEVER_KEYS = ("phone", "mobile", "telephone", "identity_number", "id_number", "address", "email", "bank")
COLUMNS = [(table, column) for table in TABLES for column in table.columns]

# sitecustomize is imported before anything else, so the hook sees every door a library may try
WATCH = """
import os, sys
DOORS = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname")
def watch(event, arguments):
    if event in DOORS or event.startswith(("urllib.", "http.", "ftplib.", "smtplib.")):
        with open(os.environ["WATCHED"], "a") as file:
            file.write(event + "\\n")
        raise PermissionError("no network here")
sys.addaudithook(watch)
"""
CALL_OUT = """
import socket
for door in (lambda: socket.socket().connect(("127.0.0.1", 9)), lambda: socket.getaddrinfo("localhost", 9)):
    try:
        door()
    except OSError:
        pass
"""


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda part: part.key)
def test_no_column_asks_for_a_number_of_a_person(table: Table, column: Column) -> None:
    assert [word for word in NEVER_ASKED if word in column.title + column.help] == []
    assert [word for word in NEVER_KEYS if word in column.key] == []


@pytest.fixture
def watched(tmp_path: Path) -> dict[str, str]:
    """Return the environment that notes every try to reach a network."""
    (tmp_path / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    (tmp_path / "tries").touch()
    return {"PYTHONPATH": str(tmp_path), "WATCHED": str(tmp_path / "tries")}


def test_a_whole_run_opens_no_network_connection(
    workshop: Path, tmp_path: Path, watched: dict[str, str]
) -> None:
    done = run(workshop, "regenerate.py", "示例.xlsx", "--final", "--out", str(tmp_path / "出"), **watched)
    assert done.returncode == 0, done.stderr
    assert list((tmp_path / "出").glob("*.docx"))
    built = run(workshop, "build_workbook.py", "-o", str(tmp_path / "空白.xlsx"), **watched)
    assert built.returncode == 0, built.stderr
    assert Path(watched["WATCHED"]).read_text() == ""


def test_a_try_to_reach_a_network_would_be_seen(workshop: Path, watched: dict[str, str]) -> None:
    run_code(workshop, CALL_OUT, **watched)
    assert Path(watched["WATCHED"]).read_text().split() == ["socket.connect", "socket.getaddrinfo"]


def test_a_fault_of_ours_is_logged_without_a_word_of_the_rows(workshop: Path, tmp_path: Path) -> None:
    place = tmp_path / "台账"
    shutil.copytree(workshop, place, symlinks=True)
    pipeline = place / "addin" / "pipeline.py"
    broken = """
def judge(ledgers):
    names = [row["name"] for row in ledgers["members"]]
    raise ValueError(names)
"""
    pipeline.write_text(pipeline.read_text(encoding="utf-8") + broken, encoding="utf-8")
    done = run(place, "regenerate.py", "示例.xlsx")
    assert done.returncode == 70
    assert str(place / LOG) in done.stderr and "Traceback" not in done.stderr
    log = (place / LOG).read_text(encoding="utf-8")
    assert "ValueError" in log and "judge" in log and "addin" in log
    names = _members()
    assert len(names) > 20
    assert [name for name in names if name in log + done.stderr + done.stdout] == []


def _members() -> list[str]:
    """Return the names of the sample's members."""
    with (HOME / "workbook" / "sample" / "members.csv").open(encoding="utf-8", newline="") as file:
        return [row["姓名"] for row in csv.DictReader(file)]
