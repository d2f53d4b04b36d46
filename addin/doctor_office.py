"""体检 of what lies around the program: the office program, how its buttons find us, macros and fonts."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from addin.doctor import AGAIN, Diagnosis, Machine, installed, is_workbook
from addin.excel_settings import KEYS, read, settings_file, values
from addin.libreoffice.install import (
    LAUNCHER,
    PROGRAMS,
    SETTINGS,
    default_profile,
    folders_of,
    has_office,
    has_uno,
    script,
)
from addin.libreoffice.stripped import LOST, needs_repair, way_back
from addin.vba_version import macro_version
from addin.word.fonts import FACES, Face

BUTTONS = "按钮怎样找到程序"
UNO = "LibreOffice 的 Python 部件（uno）"
INSTALL = "在终端运行 sudo apt install"
ADD = "在 LibreOffice 的“工具—选项—安全—宏安全性—可信来源”里加上这个文件夹（安全级别不用改）"
WITH_BUTTONS = (".xlsm", ".ods")
IT = re.compile("<it>([^<]+)</it>")
FONT_KEY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"


def interpreter(machine: Machine) -> Iterator[Diagnosis]:
    """Look at how a button finds the program: the user's xlwings settings, or the launcher on Linux."""
    if sys.platform == "win32":
        yield settings(machine)
    elif sys.platform == "darwin":
        yield Diagnosis(BUTTONS, "macOS 上没有按钮，请双击“我的台账”里的“校验并生成总结”")
    elif has_office():
        yield launcher(machine)


def settings(machine: Machine, file: Path | None = None) -> Diagnosis:
    """Look at the user's own settings of xlwings, which hold for every copy of a workbook."""
    file = file or settings_file()
    entries = read(file)
    wanted = values(machine.home)
    python, launcher, base = (entries.get(key, "") for key in KEYS)
    named = [python, launcher, base][: len(wanted) if base else 2]  # an older start.py did not write the last
    if not any(named):
        return Diagnosis(BUTTONS, f"{file} 里没有写", AGAIN)
    lost = [name or "（空）" for name in named if not Path(name).is_file()]
    if lost:
        return Diagnosis(BUTTONS, f"{file} 里写的 {'、'.join(lost)} 不在了", AGAIN)
    if [Path(name).resolve() for name in named] != [path.resolve() for path in wanted[: len(named)]]:
        return Diagnosis(BUTTONS, f"指的是另一份程序：{launcher}", AGAIN)
    return Diagnosis(BUTTONS, str(file))


def launcher(machine: Machine) -> Diagnosis:
    """Look for the program that LibreOffice starts on a click."""
    found = shutil.which(LAUNCHER)
    place = Path(found or Path.home() / PROGRAMS / LAUNCHER)
    if not place.exists():
        return Diagnosis(BUTTONS, f"没有启动程序 {LAUNCHER}", AGAIN)
    if place.read_text(encoding="utf-8", errors="replace") != script(machine.home):
        return Diagnosis(BUTTONS, f"{place} 是旧的，或指的是另一份程序", AGAIN)
    if found is None:
        return Diagnosis(BUTTONS, f"{place.parent} 不在 PATH 里", "注销后重新登录一次")
    return Diagnosis(BUTTONS, found)


def office(machine: Machine) -> Iterator[Diagnosis]:
    """Look for the spreadsheet program, and in LibreOffice for the part that Python talks to."""
    if sys.platform == "win32":
        yield _excel()
    elif not has_office():
        yield Diagnosis("LibreOffice", "没有找到", f"{INSTALL} libreoffice-calc python3-uno，再{AGAIN}")
    else:
        yield Diagnosis("LibreOffice", "有")
        yield Diagnosis(UNO, "有") if has_uno() else Diagnosis(UNO, "没有找到", f"{INSTALL} python3-uno")


def trusted(machine: Machine) -> Iterator[Diagnosis]:
    """Look whether LibreOffice runs the macros of the workbook, where it may hold any: of trusted folders."""
    workbook = machine.workbook
    if workbook is None or workbook.suffix.lower() not in WITH_BUTTONS or not is_workbook(workbook):
        return
    if sys.platform == "win32" or not has_office():
        return
    file = default_profile() / SETTINGS
    known = IT.findall(file.read_text(encoding="utf-8", errors="replace")) if file.exists() else []
    if any(f"{workbook.parent.as_uri()}/".startswith(f"{place.rstrip('/')}/") for place in known):
        yield Diagnosis("LibreOffice 的可信位置", str(workbook.parent))
    else:
        ours = workbook.parent in folders_of(machine.home)
        yield Diagnosis(
            "LibreOffice 的可信位置",
            f"没有 {workbook.parent}，按钮不会动",
            f"关闭 LibreOffice，{AGAIN}" if ours else ADD,
        )


def _excel() -> Diagnosis:
    """Ask Windows which program answers to the name of Excel; WPS may have taken it."""
    program = _registered("Excel.Application")
    if not program:
        return Diagnosis("Excel", "没有找到", "安装 Microsoft Excel；用 WPS 的，改用命令 regenerate.py")
    if re.search(r"kingsoft|wps|\bet\.exe", program, re.IGNORECASE):
        return Diagnosis(
            "Excel",
            f"由 WPS 顶替：{program}",
            "在 WPS 的配置工具里取消与 Excel 的关联，或改用命令 regenerate.py",
        )
    return Diagnosis("Excel", program)


def _registered(name: str) -> str:
    """Return the program behind a COM name, or an empty text."""
    if sys.platform != "win32":
        return ""
    import winreg

    try:
        number = winreg.QueryValue(winreg.HKEY_CLASSES_ROOT, rf"{name}\CLSID")
        return winreg.QueryValue(winreg.HKEY_CLASSES_ROOT, rf"CLSID\{number}\LocalServer32")
    except OSError:
        return ""


def vba(machine: Machine) -> Iterator[Diagnosis]:
    """Compare the xlwings in the workbook's macros with the one installed."""
    if machine.workbook is None or not is_workbook(machine.workbook):
        return
    inside, here = macro_version(machine.workbook), installed("xlwings")
    what = "工作簿里的宏"
    if inside == "":
        yield Diagnosis(what, "没有（.xlsx、.ods 没有 Excel 的按钮）")
    elif inside is None:
        cure = "用 build_workbook.py --from 换一本新的，填过的内容会带过去"
        yield Diagnosis(what, "读不出版本", cure)
    elif inside != here:
        cure = f"{AGAIN}；还不行，用 build_workbook.py --from 换一本新的"
        yield Diagnosis(what, f"xlwings {inside}，装的是 {here or '（没有装）'}", cure)
    else:
        yield Diagnosis(what, f"xlwings {inside}，与装的相同")


def buttons(machine: Machine) -> Iterator[Diagnosis]:
    """Look whether the workbook still has the buttons that LibreOffice drops when it saves an .xlsm."""
    if machine.workbook is not None and needs_repair(machine.workbook):
        yield Diagnosis("工作簿里的按钮", LOST, way_back(machine.workbook))


def fonts(machine: Machine) -> Iterator[Diagnosis]:
    """Look for the typefaces of the summary, or those that stand in for them."""
    there = " ".join(_windows_fonts() if sys.platform == "win32" else listed_fonts()).lower()
    missing = [face.name for face in FACES if not any(name.lower() in there for name in names(face))]
    if missing:
        cure = "向单位要来字体装上；没有也能生成，在装有这些字体的电脑上打开、打印，版面才准"
        yield Diagnosis("公文字体", f"没有 {'、'.join(missing)}，也没有可以代替的", cure)
    else:
        yield Diagnosis("公文字体", "都有，或有相近的代替")


def names(face: Face) -> tuple[str, ...]:
    """Return the names under which a typeface, or one that stands in for it, may be installed."""
    return face.name, *face.stand_ins


def listed_fonts() -> list[str]:
    """Return the names of the installed typefaces as fontconfig tells them."""
    program = shutil.which("fc-list")
    if program is None:
        return []
    done = subprocess.run([program, ":", "family"], capture_output=True, encoding="utf-8", check=False)
    return done.stdout.splitlines()


def _windows_fonts() -> list[str]:
    """Return the names of the installed fonts as the registry tells them."""
    if sys.platform != "win32":
        return []
    import winreg

    found: list[str] = []
    for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        try:
            with winreg.OpenKey(root, FONT_KEY) as key:
                found += [winreg.EnumValue(key, number)[0] for number in range(winreg.QueryInfoKey(key)[1])]
        except OSError:
            continue
    return found
