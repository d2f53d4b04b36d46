"""The settings by which Excel's button finds the program, read as the macros read them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from addin.excel_settings import KEYS, read, remove, settings_file, values, write
from addin.vba import xlwings_module
from workbook.trouble import Trouble

PAIR = re.compile(r'"([^"]*)"[,\r\n]*')  # what VBA's Input # takes two of at a time
FOREIGN = '"INTERPRETER_WIN","C:\\别的\\python.exe"\r\n"ONEDRIVE","x"\n\n'.encode("gbk")
GBK = "gbk"


def as_the_macros_read(file: Path, key: str, encoding: str = GBK) -> str:
    """Return the value GetConfigFromFile of xlwings' VBA gives."""
    texts = PAIR.findall(file.read_bytes().decode(encoding))
    pairs = zip(texts[::2], texts[1::2], strict=True)
    return next((value for name, value in pairs if name.lower() == key.lower()), "")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / ".xlwings" / "xlwings.conf"


def test_the_macros_read_the_file_as_we_know_it() -> None:
    source = xlwings_module.source()
    assert "Open sFile For Input As iFileNum" in source  # in the code page of the machine
    assert "Input #iFileNum, sVarName, sVarValue" in source
    assert "If LCase(sVarName) = LCase(sName) Then" in source
    assert r'Environ("USERPROFILE") & "\." & PROJECT_NAME & "\" & PROJECT_NAME & ".conf"' in source
    assert settings_file().parts[-2:] == (".xlwings", "xlwings.conf")


@pytest.mark.parametrize("home", ["程序", "党 建（新）&100%!"])
def test_the_macros_find_python_and_launcher(file: Path, tmp_path: Path, home: str) -> None:
    assert write(tmp_path / home, file, GBK)
    found = tuple(Path(as_the_macros_read(file, key)) for key in KEYS[:2])
    assert found == values(tmp_path / home)
    assert read(file, GBK) == dict(zip(KEYS, map(str, found), strict=False))


def with_base(home: Path, folder: str) -> Path:
    """Let the environment in `home` be one made with the Python in `folder`."""
    settings = home / ".venv" / "pyvenv.cfg"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        f"home = {folder}\ninclude-system-site-packages = false\nversion = 3.11.9\n", encoding="utf-8"
    )
    return home


def test_the_macros_find_the_python_the_environment_was_made_with(file: Path, tmp_path: Path) -> None:
    home = with_base(tmp_path / "党 建", "D:/程序/Python311")
    assert write(home, file, GBK)
    assert Path(as_the_macros_read(file, KEYS[2])) == values(home)[2] == Path("D:/程序/Python311/python.exe")
    assert file.read_bytes().count(b"DANGJIAN") == 3
    assert remove(file) and not file.exists()


def test_a_base_the_code_page_cannot_write_is_left_out_and_the_buttons_work(
    file: Path, tmp_path: Path
) -> None:
    home = with_base(tmp_path / "party", "D:/程序/Python311")
    assert write(home, file, "cp1252")
    assert list(read(file, "cp1252")) == [*reversed(KEYS[:2])]


def test_the_second_time_nothing_is_written(file: Path, tmp_path: Path) -> None:
    write(tmp_path, file, GBK)
    before = file.stat().st_mtime_ns
    assert not write(tmp_path, file, GBK)
    assert file.stat().st_mtime_ns == before


def test_lines_of_others_stay_byte_by_byte_and_below_ours(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(FOREIGN)
    write(tmp_path / "旧", file, GBK)
    write(tmp_path / "新", file, GBK)
    assert (
        file.read_bytes().endswith(FOREIGN) and file.read_bytes().count(b"DANGJIAN") == 2
    )  # no environment here
    assert as_the_macros_read(file, KEYS[1]).endswith("launch.py")
    assert remove(file) and file.read_bytes() == FOREIGN
    assert not remove(file) and file.read_bytes() == FOREIGN


def test_a_file_that_held_only_ours_is_gone_afterwards(file: Path, tmp_path: Path) -> None:
    write(tmp_path, file, GBK)
    assert remove(file) and not file.exists()
    assert not remove(file) and not file.exists()


def test_a_path_the_code_page_cannot_write_is_said_so_and_nothing_is_written(
    file: Path, tmp_path: Path
) -> None:
    with pytest.raises(Trouble) as told:
        write(tmp_path / "党建", file, "cp1252")
    assert "党建" in told.value.message and "start.py" in told.value.message
    assert not file.exists()


def test_without_a_file_there_are_no_entries(file: Path) -> None:
    assert read(file) == {}
