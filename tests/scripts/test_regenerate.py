"""regenerate.py as a person and a scheduled task run it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from tests.scripts.clone import base_python, run
from workbook.faults import LOG

CLEAN, WITH_ERRORS, NOT_OURS, CANNOT_WRITE, WRONG_ARGUMENTS = 0, 1, 2, 3, 64
SHIPPED = Path(__file__).parents[2] / "workbook" / "党建台账（示例）.xlsm"


IMPORTED = """
import os, runpy, sys
os._exit = sys.exit
sys.path.insert(0, "scripts")
COSTLY = ("pandas", "numpy", "openpyxl", "tqdm", "xlwings", "urllib.request", "workbook.build")
try:
    runpy.run_path("scripts/regenerate.py", run_name="__main__")
except SystemExit as end:
    print(end.code, [name for name in COSTLY if name in sys.modules])
"""


@pytest.fixture
def book(workshop: Path, tmp_path: Path) -> Path:
    """Return a sample year of its own."""
    return Path(shutil.copy(workshop / "示例.xlsx", tmp_path / "台账.xlsx"))


def without_code_names(given: Path, target: Path) -> Path:
    """Write a macro workbook as LibreOffice saves it: without the names its buttons need."""
    with ZipFile(given) as shipped, ZipFile(target, "w") as file:
        for name in shipped.namelist():
            file.writestr(name, shipped.read(name).replace(b" codeName=", b" noName="))
    return target


def test_a_workbook_whose_buttons_libreoffice_dropped_is_told_how_to_get_them_back(
    workshop: Path, tmp_path: Path
) -> None:
    whole = Path(shutil.copy(SHIPPED, tmp_path / "全.xlsm"))
    assert "丢掉了按钮" not in run(workshop, "regenerate.py", str(whole)).stdout
    stripped = without_code_names(SHIPPED, tmp_path / "台账.xlsm")
    done = run(workshop, "regenerate.py", str(stripped))
    assert done.returncode == CLEAN, done.stderr
    assert "LibreOffice" in done.stdout and "丢掉了按钮" in done.stdout
    assert f'build_workbook.py --from "{stripped}"' in done.stdout


def fingerprint(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def test_the_sample_gets_its_summary_and_its_report_beside_it(workshop: Path, book: Path) -> None:
    before = book.read_bytes()
    done = run(workshop, "regenerate.py", str(book))
    assert done.returncode == CLEAN, done.stderr
    made = sorted(path.name for path in (book.parent / "自动生成").iterdir() if not path.name.startswith("."))
    assert len(made) == 2
    assert any(name.endswith("（送审稿）.docx") for name in made) and "台账-校验报告.xlsx" in made
    assert all(str(book.parent / "自动生成" / name) in done.stdout for name in made)
    assert book.read_bytes() == before


def test_a_run_does_not_pay_for_libraries_it_does_not_need(workshop: Path, book: Path) -> None:
    command = [workshop / ".venv" / "bin" / "python", "-c", IMPORTED, str(book)]
    done = subprocess.run(command, cwd=workshop, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "0 []"


def test_the_table_counts_findings_and_figures(workshop: Path, book: Path) -> None:
    said = run(workshop, "regenerate.py", str(book)).stdout
    counts = {name: int(number) for name, number in re.findall(r"(\S+?) (\d+)", said)}
    assert counts["错误"] == 0 and counts["待补"] == 0
    assert counts["有据"] >= 29


@pytest.mark.filterwarnings("ignore:Print area")
def test_strict_counts_warnings_as_errors(workshop: Path, book: Path) -> None:
    changed = openpyxl.load_workbook(book)
    sheet = changed["活动台账"]
    title = next(cell for row in sheet.iter_rows(max_row=9) for cell in row if cell.value == "请假缺席人员")
    sheet.cell(title.row + 1, title.column).value = "甲某某"  # whom no roster knows
    changed.save(book)
    done = run(workshop, "regenerate.py", str(book))
    assert done.returncode == CLEAN and "错误 0" in done.stdout and "警告 0" not in done.stdout
    assert run(workshop, "regenerate.py", str(book), "--strict").returncode == WITH_ERRORS


def test_the_final_version_is_written_when_it_was_asked_for(workshop: Path, book: Path) -> None:
    assert run(workshop, "regenerate.py", str(book), "--final").returncode == CLEAN
    assert len(list((book.parent / "自动生成").glob("*（正式稿）.docx"))) == 1


def test_outputs_go_to_the_folder_that_was_asked_for(workshop: Path, book: Path, tmp_path: Path) -> None:
    run(workshop, "regenerate.py", str(book), "--out", str(tmp_path / "别 处"))
    assert len(list((tmp_path / "别 处").glob("*.docx"))) == 1
    assert not (tmp_path / "自动生成").exists()


def test_an_earlier_day_counts_less(workshop: Path, book: Path) -> None:
    run(workshop, "regenerate.py", str(book))
    whole = fingerprint(book.parent / "自动生成")
    run(workshop, "regenerate.py", str(book), "--as-of", "2022-3-31", "--out", str(book.parent / "三月"))
    quarter = fingerprint(book.parent / "三月")
    assert quarter["台账-校验报告.xlsx"] != whole["台账-校验报告.xlsx"]


def test_a_day_before_the_year_of_the_workbook_is_told_of(workshop: Path, book: Path) -> None:
    assert (
        "以前，本年的登记都没有计入"
        in run(workshop, "regenerate.py", str(book), "--as-of", "2021-6-30").stdout
    )


def test_the_same_run_again_changes_no_output(workshop: Path, book: Path) -> None:
    run(workshop, "regenerate.py", str(book))
    before = fingerprint(book.parent / "自动生成")
    run(workshop, "regenerate.py", str(book))
    assert fingerprint(book.parent / "自动生成") == before


def test_a_summary_edited_by_hand_survives_and_is_named(workshop: Path, book: Path) -> None:
    run(workshop, "regenerate.py", str(book))
    draft = next((book.parent / "自动生成").glob("*（送审稿）.docx"))
    draft.write_bytes(b"edited by hand")
    done = run(workshop, "regenerate.py", str(book))
    assert done.returncode == CLEAN
    assert draft.read_bytes() == b"edited by hand"
    assert draft.with_name(f"{draft.stem}（2）.docx").stat().st_size > 1000
    assert draft.name in done.stdout


def test_equal_workbooks_in_one_output_folder_are_kept_apart(
    workshop: Path, book: Path, tmp_path: Path
) -> None:
    (tmp_path / "二科").mkdir()
    other = shutil.copy(book, tmp_path / "二科" / "台账.xlsx")
    done = run(workshop, "regenerate.py", str(book), str(other), "--out", str(tmp_path / "汇总"))
    assert done.returncode == CLEAN
    made = [path.name for path in (tmp_path / "汇总").iterdir() if not path.name.startswith(".")]
    assert len(made) == 4
    assert sum(name.startswith("二科-") for name in made) == 2


def test_equal_workbooks_of_one_folder_are_kept_apart_by_their_names(workshop: Path, book: Path) -> None:
    other = Path(shutil.copy(book, book.with_name("二科.xlsx")))
    assert run(workshop, "regenerate.py", str(book), str(other)).returncode == CLEAN
    drafts = {path.name for path in (book.parent / "自动生成").glob("*（送审稿）.docx")}
    assert len(drafts) == 2 and sum(name.startswith("二科-") for name in drafts) == 1


def test_a_folder_stands_for_the_workbooks_in_it(workshop: Path, book: Path) -> None:
    shutil.copy(book, book.with_name("另.xlsx"))
    book.with_name("说明.txt").touch()
    done = run(workshop, "regenerate.py", str(book.parent))
    assert done.returncode == CLEAN, done.stderr
    assert {path.name for path in book.parent.glob("自动生成/*-校验报告.xlsx")} == {
        "台账-校验报告.xlsx",
        "另-校验报告.xlsx",
    }
    again = run(workshop, "regenerate.py", str(book.parent / "**" / "*.xlsx"))
    assert again.returncode == CLEAN and again.stdout.count("录入") == 2  # reports are no workbooks


def test_a_folder_without_a_workbook_is_told_of_and_the_others_are_served(
    workshop: Path, book: Path, tmp_path: Path
) -> None:
    (tmp_path / "空").mkdir()
    done = run(workshop, "regenerate.py", str(tmp_path / "空"), str(book))
    assert done.returncode == NOT_OURS and f"文件夹“{tmp_path / '空'}”里没有工作簿" in done.stderr
    assert list(book.parent.glob("自动生成/*.docx"))
    assert not list((tmp_path / "空").iterdir())


@pytest.mark.parametrize(
    "words",
    [["--as-of", "31.12.2022"], ["--as-of"], ["--as"], ["--unknown"], ["--out"]],
    ids=" ".join,
)
def test_wrong_arguments_are_explained_in_chinese(workshop: Path, words: list[str]) -> None:
    done = run(workshop, "regenerate.py", *words)
    assert done.returncode == WRONG_ARGUMENTS
    first = done.stderr.splitlines()[0]
    assert first.startswith("参数不对：")
    assert not re.search(r"argument|required|expected|invalid|usage", done.stderr)


def test_help_is_chinese(workshop: Path) -> None:
    done = run(workshop, "regenerate.py", "--help")
    assert done.returncode == CLEAN
    assert not re.search(r"usage|options:|show this", done.stdout)
    assert all(word in done.stdout for word in ("用法", "--out", "--as-of", "--final", "--strict"))


def test_a_workbook_that_is_not_there_leaves_no_folder(workshop: Path, tmp_path: Path) -> None:
    done = run(workshop, "regenerate.py", str(tmp_path / "没有" / "台账.xlsx"))
    assert done.returncode == NOT_OURS and "台账.xlsx" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_workbook_leaves_no_folder(workshop: Path, tmp_path: Path) -> None:
    (tmp_path / "台账.xlsx").write_bytes(b"not a workbook")
    done = run(workshop, "regenerate.py", str(tmp_path / "台账.xlsx"))
    assert done.returncode == NOT_OURS and "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["台账.xlsx"]


def test_the_owner_file_of_excel_is_skipped_with_a_note(workshop: Path, book: Path) -> None:
    owner = book.with_name("~$台账.xlsx")
    owner.write_bytes(b"\x05owner")
    done = run(workshop, "regenerate.py", str(book), str(owner))
    assert done.returncode == CLEAN and owner.name in done.stdout
    alone = run(workshop, "regenerate.py", str(owner))
    assert alone.returncode == NOT_OURS


def test_a_pattern_that_the_console_left_standing_is_expanded(workshop: Path, book: Path) -> None:
    shutil.copy(book, book.with_name("又一本.xlsx"))
    done = run(workshop, "regenerate.py", str(book.parent / "*.xlsx"))
    assert done.returncode == CLEAN
    assert len(list((book.parent / "自动生成").glob("*-校验报告.xlsx"))) == 2


def test_a_pattern_may_name_folders(workshop: Path, book: Path) -> None:
    done = run(workshop, "regenerate.py", str(book.parent.parent / f"*{book.parent.name[1:]}" / "*.xlsx"))
    assert done.returncode == CLEAN and book.name in done.stdout


def test_a_pattern_nothing_fits_is_told_of(workshop: Path, book: Path) -> None:
    done = run(workshop, "regenerate.py", str(book), str(book.parent / "没有*.xlsx"))
    assert done.returncode == NOT_OURS and str(book.parent / "没有*.xlsx") in done.stderr


def test_figures_still_missing_are_no_success_and_refuse_the_final(workshop: Path, book: Path) -> None:
    early = (str(book), "--as-of", "2022-1-31")  # entries without an error, figures still 待补
    assert run(workshop, "regenerate.py", *early).returncode == WITH_ERRORS
    assert run(workshop, "regenerate.py", *early, "--final").returncode == WITH_ERRORS
    assert not list(book.parent.glob("自动生成/*（正式稿）*"))


def test_of_several_workbooks_the_highest_code_counts_and_all_are_served(
    workshop: Path, book: Path, tmp_path: Path
) -> None:
    (tmp_path / "坏.xlsx").write_bytes(b"broken")
    done = run(workshop, "regenerate.py", str(tmp_path / "坏.xlsx"), str(book))
    assert done.returncode == NOT_OURS
    assert "坏.xlsx" in done.stderr
    assert list((tmp_path / "自动生成").glob("*（送审稿）.docx"))


def test_an_output_folder_that_is_a_file_is_named(workshop: Path, book: Path, tmp_path: Path) -> None:
    (tmp_path / "占用").touch()
    done = run(workshop, "regenerate.py", str(book), "--out", str(tmp_path / "占用"))
    assert done.returncode == CANNOT_WRITE and str(tmp_path / "占用") in done.stderr


def test_a_listener_who_leaves_causes_no_complaint(workshop: Path, book: Path) -> None:
    command = [base_python(), str(workshop / "scripts" / "regenerate.py"), str(book)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 130
    assert not (workshop / LOG).exists()


def test_a_run_stopped_by_ctrl_c_says_so(workshop: Path, book: Path) -> None:
    books = [str(shutil.copy(book, book.with_name(f"台账{number}.xlsx"))) for number in range(30)]
    command = [base_python(), str(workshop / "scripts" / "regenerate.py"), *books]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
    assert process.stdout is not None and process.stdout.readline()
    time.sleep(0.05)
    os.kill(process.pid, signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 130 and "Traceback" not in said
    assert not [
        path for path in (book.parent / "自动生成").iterdir() if re.match(r"\.[0-9a-f]{32}", path.name)
    ]
