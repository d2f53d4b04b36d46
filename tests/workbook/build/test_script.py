import datetime as dt
import re

import pytest

from tests.workbook.build.built import opened, sample_package, script

EXAMPLE = 4  # the column of examples, in which braces may stand


def test_a_blank_workbook_is_built_for_a_year_and_a_unit(tmp_path) -> None:
    target = tmp_path / "新.xlsx"
    done = script("--year", "2023", "--unit", "某局", "-o", str(target))
    assert (done.returncode, done.stderr) == (0, "")
    assert str(target) in done.stdout
    sheet = opened(target.read_bytes())["基本信息"]
    assert (sheet["B4"].value, sheet["B5"].value) == (2023, "某局")


def test_an_existing_file_is_never_replaced(tmp_path) -> None:
    target = tmp_path / "我的.xlsx"
    target.write_bytes(b"mine")
    done = script("-o", str(target))
    assert done.returncode == 3
    assert "已经有了" in done.stderr
    assert target.read_bytes() == b"mine"


def test_an_old_workbook_is_carried_and_the_person_told(tmp_path) -> None:
    old, new = tmp_path / "旧.xlsx", tmp_path / "新.xlsx"
    old.write_bytes(sample_package())
    done = script("--from", str(old), "--year", "2024", "-o", str(new))
    assert done.returncode == 0
    assert "旧工作簿原样未动" in done.stdout
    book = opened(new.read_bytes())
    assert book["基本信息"]["B4"].value == 2024
    assert book["活动台账"]["A4"].value == dt.datetime(2022, 1, 6)
    assert old.read_bytes() == sample_package()


def test_next_year_is_begun_from_this_one_and_the_person_told(tmp_path) -> None:
    old, new = tmp_path / "2022.xlsx", tmp_path / "2023.xlsx"
    old.write_bytes(sample_package())
    done = script("--next-year", str(old), "-o", str(new))
    assert (done.returncode, done.stderr) == (0, "")
    assert all(words in done.stdout for words in ("2023", "带过来", "留空", "旧工作簿原样未动"))
    book = opened(new.read_bytes())
    assert book["基本信息"]["B4"].value == 2023
    assert (book["党员花名册"]["A4"].value, book["活动台账"]["A4"].value) == ("周恒远", None)
    assert old.read_bytes() == sample_package()


def test_the_pages_explain_the_workbook_and_its_rules(tmp_path) -> None:
    assert script("-o", str(tmp_path / "新.xlsx")).returncode == 0
    book = opened((tmp_path / "新.xlsx").read_bytes())
    codes = [row[0].value for row in book["规则说明"].iter_rows()]
    assert {"COL-001", "MEET-002"} <= set(codes)
    words = (cell for row in book["规则说明"].iter_rows() for cell in row if cell.column != EXAMPLE)
    assert not any(re.search(r"\{[a-z_]", str(cell.value)) for cell in words)
    assert book["使用说明"].max_row > 30


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--sample",),
        ("--sample", "--from", "旧.xlsx", "-o", "新.xlsx"),
        ("--next-year", "旧.xlsx", "--from", "旧.xlsx", "-o", "新.xlsx"),
        ("-o", "新.docx"),
        ("--year", "23", "-o", "新.xlsx"),
        ("--year", "今年", "-o", "新.xlsx"),
        ("旧.xlsx", "-o", "新.xlsx"),
    ],
)
def test_wrong_arguments_are_told_in_chinese(tmp_path, words) -> None:
    done = script(*words)
    assert done.returncode == 64
    assert "参数不对" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_cannot_be_written_to(tmp_path) -> None:
    done = script("-o", str(tmp_path / "没有" / "新.xlsx"))
    assert done.returncode == 3
    assert "没有" in done.stderr and "-o" in done.stderr and "--out" not in done.stderr


def test_a_folder_is_called_by_its_name_also_where_a_dot_stands_for_it(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = script("--from", ".", "-o", "新.xlsx")
    assert done.returncode == 2 and f"“{tmp_path.name}”是文件夹" in done.stderr


@pytest.mark.parametrize("content", [b"PK", b"text"])
def test_what_is_no_workbook_is_not_carried(tmp_path, content) -> None:
    (tmp_path / "旧.xlsx").write_bytes(content)
    done = script("--from", str(tmp_path / "旧.xlsx"), "-o", str(tmp_path / "新.xlsx"))
    assert done.returncode == 2
    assert not (tmp_path / "新.xlsx").exists()


def test_an_ods_workbook_is_not_carried_without_libreoffice(tmp_path, monkeypatch) -> None:
    old = tmp_path / "旧.ods"
    old.write_bytes(sample_package())
    monkeypatch.setenv("PATH", str(tmp_path))
    done = script("--from", str(old), "-o", str(tmp_path / "新.xlsx"))
    assert done.returncode == 69
    assert "LibreOffice" in done.stderr
    assert not (tmp_path / "新.xlsx").exists()
