"""体检: each fault is found, comes with the one thing to do, and nothing is said of what is well."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from addin import doctor
from addin.doctor import Diagnosis, Machine, all_probes, examine, listed, told

HOME = Path(__file__).parents[2]


def cures(found: list[Diagnosis]) -> list[str]:
    """Return what was looked at and is not well."""
    return [each.what for each in found if not each.well]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Return a machine on which nothing is wrong, its folder with Chinese characters and a space."""
    home = tmp_path / "党 建"
    (home / ".venv").mkdir(parents=True)
    (home / "requirements.txt").write_text("xlwings==1.0  # why\n# lxml==2.0\n", encoding="ascii")
    (home / "台账.xlsm").write_bytes(b"x")
    return Machine(home, home / ".venv", home / "台账.xlsm")


@pytest.fixture(autouse=True)
def pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "installed", {"xlwings": "1.0", "lxml": "2.0"}.get)


PROBES = (doctor.python, doctor.packages, doctor.place, doctor.outputs)


def test_a_machine_that_is_well_needs_nothing(machine: Machine) -> None:
    found = examine(machine, PROBES)
    assert cures(found) == []
    assert {"Python", "运行环境", "所需的库", "工作簿的位置", "工作簿能否保存", "输出文件夹"} <= {
        each.what for each in found
    }


def test_another_python_than_the_programs_own_is_found(machine: Machine, tmp_path: Path) -> None:
    assert cures(examine(Machine(machine.home, tmp_path, machine.workbook), PROBES)) == ["运行环境"]


def test_a_python_that_is_too_old_is_found(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 1))
    assert cures(examine(machine, PROBES)) == ["Python"]


@pytest.mark.parametrize("there", [{}, {"xlwings": "0.9"}])
def test_a_package_that_is_missing_or_of_another_version_is_named(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, there: dict[str, str]
) -> None:
    monkeypatch.setattr(doctor, "installed", there.get)
    (fault,) = [each for each in examine(machine, PROBES) if not each.well]
    assert fault.what == "所需的库" and "xlwings" in fault.found and "lxml" not in fault.found


@pytest.mark.parametrize(
    "workbook",
    [
        None,
        Path("/甲/INetCache/Content.Outlook/A1/台账.xlsm"),
        Path("/没有/台账.xlsm"),
        Path("/" + "长" * 220),
    ],
)
def test_a_workbook_in_the_wrong_place_is_found(machine: Machine, workbook: Path | None) -> None:
    assert "工作簿的位置" in cures(examine(Machine(machine.home, machine.prefix, workbook), PROBES))


def packed(path: Path, name: str) -> Path:
    with ZipFile(path, "w") as package:
        package.writestr(name, "")
    return path


def test_a_file_that_is_no_workbook_is_told_so_and_a_workbook_is_not(tmp_path: Path) -> None:
    (tmp_path / "旧.xls").write_bytes(b"x")
    given = {
        tmp_path / "没有.xlsx": [],  # which its place tells
        tmp_path: ["写上文件夹里"],
        tmp_path / "旧.xls": ["另存为 .xlsx"],
        packed(tmp_path / "文.docx", "word/document.xml"): ["另存为 .xlsx"],
        packed(tmp_path / "台账.xlsx", "xl/workbook.xml"): [],
        packed(tmp_path / "台账.ods", "content.xml"): [],
    }
    for path, cures_of in given.items():
        found = examine(Machine(workbook=path), [doctor.content])
        assert [cure for cure, each in zip(cures_of, found, strict=True) if cure not in each.cure] == []


def test_without_a_workbook_asked_about_nothing_is_said_of_one(machine: Machine) -> None:
    found = examine(Machine(machine.home, machine.prefix, None, asked=False), PROBES)
    assert cures(found) == [] and len(found) == 3


def test_a_read_only_workbook_is_found(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    assert cures(examine(machine, PROBES)) == ["工作簿能否保存"]


def test_a_downloaded_workbook_is_found(machine: Machine) -> None:
    assert machine.workbook
    Path(f"{machine.workbook}:Zone.Identifier").write_text("[ZoneTransfer]\nZoneId=3\n", encoding="ascii")
    assert cures(examine(machine, PROBES)) == ["下载的文件"]


def test_a_folder_nobody_may_write_to_is_found(machine: Machine) -> None:
    (machine.home / "输出").write_bytes(b"a file, where the folder should be")
    assert cures(examine(machine, PROBES)) == ["输出文件夹"]


def test_nothing_is_left_behind(machine: Machine) -> None:
    before = sorted(machine.home.rglob("*"))
    examine(machine, PROBES)
    assert sorted(machine.home.rglob("*")) == before


def test_every_fault_has_a_cure_and_the_box_stays_short() -> None:
    found = [Diagnosis("好", "有"), *(Diagnosis(f"坏{n}", "没有", "请改") for n in range(8))]
    text = told(found, most=3)
    assert text.count("办法：") == 3 and "5 项" in text and "好" not in text
    assert told(found[:1]).count("\n") == 0
    assert listed(found).splitlines()[0].startswith("√") and listed(found).count("×") == 8


def test_all_probes_look_at_this_very_machine() -> None:
    found = examine(Machine(HOME, Path(sys.prefix), asked=False), all_probes())
    assert len(found) >= 6 and all(each.what and each.found for each in found)


def test_looking_needs_nothing_but_the_standard_library() -> None:
    code = (
        "import sys; sys.path.insert(0, '.'); from addin.doctor import Machine, all_probes; all_probes()\n"
        "print(sorted({n.partition('.')[0] for n in sys.modules} - set(sys.stdlib_module_names)"
        " - {'__main__', 'addin', 'workbook', 'sitecustomize'}))"
    )
    command = [sys.executable, "-S", "-c", code]
    done = subprocess.run(command, cwd=HOME, capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
