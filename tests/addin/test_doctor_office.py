"""体检 of the office program, the way from a button to the program, the macros and the fonts."""

import shutil
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZipFile

import pytest

from addin import doctor_office
from addin.doctor import Machine
from addin.excel_settings import values, write
from addin.libreoffice.install import script
from addin.word.fonts import FACES

BRIDGE = Path(__file__).parents[2] / "addin" / "vba" / "Bridge.bas"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    home = tmp_path / "党 建"
    (home / ".venv").mkdir(parents=True)
    packed(home / "台账.xlsm")
    return Machine(home, home / ".venv", home / "台账.xlsm")


def packed(path: Path) -> Path:
    with ZipFile(made(path), "w") as package:
        package.writestr("xl/workbook.xml", "")
    return path


def made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    return path


def test_the_names_are_those_the_macros_ask_for() -> None:
    macros = BRIDGE.read_text(encoding="ascii")
    assert all(f'"{name}"' in macros for name in (*doctor_office.KEYS, doctor_office.LAUNCHER))


def test_settings_that_lead_to_this_program_are_well(machine: Machine) -> None:
    for path in values(machine.home):
        made(path)
    write(machine.home, machine.home / "xlwings.conf")
    assert doctor_office.settings(machine, machine.home / "xlwings.conf").well


def test_settings_that_name_a_python_taken_away_are_found_and_those_of_an_older_program_pass(
    machine: Machine, tmp_path: Path
) -> None:
    python = made(tmp_path / "Python311" / "python.exe")
    (machine.home / ".venv" / "pyvenv.cfg").write_text(f"home = {python.parent}\n", encoding="utf-8")
    for path in values(machine.home)[:2]:
        made(path)
    file = machine.home / "xlwings.conf"
    write(machine.home, file)
    assert doctor_office.settings(machine, file).well
    python.unlink()
    found = doctor_office.settings(machine, file)
    assert str(python) in found.found and "start.py" in found.cure
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:2]))
    assert doctor_office.settings(machine, file).well


def test_settings_that_are_missing_or_lead_nowhere_or_elsewhere_are_found(
    machine: Machine, tmp_path: Path
) -> None:
    file = tmp_path / "xlwings.conf"
    assert "没有写" in doctor_office.settings(machine, file).found
    write(machine.home, file)
    assert "不在了" in doctor_office.settings(machine, file).found
    other = tmp_path / "旧"
    for path in values(other):
        made(path)
    write(other, file)
    assert str(other) in doctor_office.settings(machine, file).found
    assert not doctor_office.settings(machine, file).well


def on_path(monkeypatch: pytest.MonkeyPatch, **programs: Path) -> None:
    known = {name.replace("_", "-"): str(path) for name, path in programs.items()}
    monkeypatch.setattr(shutil, "which", known.get)


def test_the_launcher_must_be_there_and_lead_to_this_program(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    own = tmp_path / ".local" / "bin" / doctor_office.LAUNCHER
    on_path(monkeypatch)
    assert "start.py" in doctor_office.launcher(machine).cure
    made(own).write_text(script(tmp_path / "旧"), encoding="utf-8")
    assert "start.py" in doctor_office.launcher(machine).cure
    own.write_text(script(machine.home), encoding="utf-8")
    assert doctor_office.launcher(machine).cure == "注销后重新登录一次"
    on_path(monkeypatch, dangjian_taizhang_office=own)
    assert doctor_office.launcher(machine).well


def test_where_there_is_no_libreoffice_or_no_button_no_launcher_is_missed(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_path(monkeypatch)
    assert list(doctor_office.interpreter(machine)) == []
    monkeypatch.setattr(doctor_office, "sys", SimpleNamespace(platform="darwin"))
    assert [each.well for each in doctor_office.interpreter(machine)] == [True]


def test_a_missing_libreoffice_and_a_missing_uno_are_found(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_path(monkeypatch)
    assert [each.well for each in doctor_office.office(machine)] == [False]
    on_path(monkeypatch, soffice=Path("/usr/bin/soffice"))
    for there in (False, True):
        monkeypatch.setattr(doctor_office, "has_uno", lambda there=there: there)
        assert [each.well for each in doctor_office.office(machine)] == [True, there]


@pytest.mark.parametrize(
    ("place", "well"),
    [("", False), ("/党 建", True), ("/党 建/", True), ("/党", False), ("/党 建/台账", False), (None, False)],
)
def test_only_the_workbooks_own_folder_or_one_above_it_is_trusted(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str | None, well: bool
) -> None:
    on_path(monkeypatch, soffice=Path("/usr/bin/soffice"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "设置"))
    if place is not None:
        file = made(tmp_path / "设置" / "libreoffice" / "4" / "user" / "registrymodifications.xcu")
        uri = (tmp_path / place.strip("/")).as_uri() + ("/" if place.endswith("/") else "") if place else ""
        file.write_text(f"<value><it>{uri}</it></value>", encoding="utf-8")
    (found,) = doctor_office.trusted(machine)
    assert found.well is well
    assert well or "可信来源" in found.cure


def test_a_folder_that_start_trusts_is_trusted_by_it(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_path(monkeypatch, soffice=Path("/usr/bin/soffice"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    own = Machine(machine.home, machine.prefix, packed(machine.home / "我的台账" / "台账.xlsm"))
    (found,) = doctor_office.trusted(own)
    assert "start.py" in found.cure


def test_of_a_workbook_without_macros_and_of_no_workbook_no_trust_is_asked(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_path(monkeypatch, soffice=Path("/usr/bin/soffice"))
    for path in (packed(machine.home / "台账.xlsx"), made(machine.home / "甲.xlsm"), machine.home):
        given = Machine(machine.home, machine.prefix, path)
        assert list(doctor_office.trusted(given)) == []
    assert list(doctor_office.vba(given)) == []


@pytest.mark.parametrize(("inside", "well"), [("1.0", True), ("", True), ("0.9", False), (None, False)])
def test_macros_of_another_version_are_found(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, inside: str | None, well: bool
) -> None:
    monkeypatch.setattr(doctor_office, "macro_version", lambda path: inside)
    monkeypatch.setattr(doctor_office, "installed", {"xlwings": "1.0"}.get)
    (found,) = doctor_office.vba(machine)
    assert found.well is well


def test_without_a_workbook_nothing_is_said_of_macros_and_trust(machine: Machine) -> None:
    nothing = Machine(machine.home, machine.prefix)
    assert [*doctor_office.vba(nothing), *doctor_office.trusted(nothing)] == []


def test_a_typeface_or_what_stands_in_for_it_will_do(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_ins = [face.stand_ins[-1] for face in FACES]
    monkeypatch.setattr(doctor_office, "listed_fonts", lambda: stand_ins)
    assert [each.well for each in doctor_office.fonts(machine)] == [True]
    monkeypatch.setattr(doctor_office, "listed_fonts", lambda: stand_ins[:1])
    (found,) = doctor_office.fonts(machine)
    assert not found.well and "楷体" in found.found
