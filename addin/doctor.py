"""体检: what on this machine keeps the program or its buttons from working, and the one thing to do about it.

Nothing but the standard library is loaded: where a package is missing, this still has to say so.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from addin.where import why_not_here
from workbook.files import output_folder

HOME = Path(__file__).resolve().parent.parent
START = "py -3 scripts\\start.py" if os.name == "nt" else "python3 scripts/start.py"
AGAIN = f"在程序文件夹里重新运行一次 {START}"
LEAST = (3, 11)
LONGEST_PATH = 218  # of a file that Excel can open
WORKBOOKS = ("xl/workbook.xml", "content.xml")  # a file in each package
NO_WORKBOOK = (
    "选对文件；是 .xls、.et 或设了打开密码的，用 Excel 或 WPS 去掉密码，另存为 .xlsx；损坏的，从备份取回"
)
PIN = re.compile(r"^([A-Za-z0-9_.-]+)==(\S+)", re.MULTILINE)


@dataclass(frozen=True)
class Diagnosis:
    """One thing that was looked at, what was found, and what to do about it; nothing where it is well."""

    what: str
    found: str
    cure: str = ""

    @property
    def well(self) -> bool:
        """Tell whether nothing has to be done."""
        return not self.cure


@dataclass(frozen=True)
class Machine:
    """What is looked at: the home of the program, the environment's Python, and the workbook, if any."""

    home: Path = HOME
    prefix: Path = Path(sys.prefix)
    workbook: Path | None = None
    asked: bool = True  # whether there is a workbook to look at


Probe = Callable[[Machine], Iterator[Diagnosis]]


def python(machine: Machine) -> Iterator[Diagnosis]:
    """Look at the Python that runs this, and whether it is the program's own."""
    found = ".".join(map(str, sys.version_info[:3])) + (" 64 位" if sys.maxsize > 2**32 else " 32 位")
    if sys.version_info < LEAST:
        yield Diagnosis("Python", found, f"安装 Python 3.11 或更新的版本，再{AGAIN}")
    else:
        yield Diagnosis("Python", found)
    own = machine.home / ".venv"
    if machine.prefix.resolve() == own.resolve():
        yield Diagnosis("运行环境", str(own))
    else:
        yield Diagnosis("运行环境", f"没有在用 {own}（没有建好，或被移动、删除过）", AGAIN)


def packages(machine: Machine) -> Iterator[Diagnosis]:
    """Compare the installed packages with the pins of requirements.txt."""
    pins = dict(PIN.findall((machine.home / "requirements.txt").read_text(encoding="ascii")))
    wrong = [
        f"{name} {installed(name) or '没有装'}（要 {pin}）"
        for name, pin in pins.items()
        if installed(name) != pin
    ]
    if wrong:
        yield Diagnosis("所需的库", "、".join(wrong), AGAIN)
    else:
        yield Diagnosis("所需的库", f"{len(pins)} 个都装好了")


def installed(name: str) -> str | None:
    """Return the version of an installed package, or None."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def place(machine: Machine) -> Iterator[Diagnosis]:
    """Look at where the workbook lies."""
    path = machine.workbook
    if not machine.asked:
        return
    reason = why_not_here(path)
    if path is None or reason:
        yield Diagnosis("工作簿的位置", str(path or "没有存在本机"), reason)
    elif len(str(path)) > LONGEST_PATH:
        yield Diagnosis(
            "工作簿的位置", f"路径有 {len(str(path))} 个字，太长", "把文件夹移到浅一些的地方，如 D:\\党建台账"
        )
    elif not path.exists():
        yield Diagnosis("工作簿的位置", f"没有这个文件：{path}", "核对文件名和文件夹")
    else:
        yield Diagnosis("工作簿的位置", f"{path}（路径里有中文、空格都可以）")
        yield from _rights(path)


def content(machine: Machine) -> Iterator[Diagnosis]:
    """Look whether the file is a workbook at all."""
    path = machine.workbook
    if path is None or not path.exists() or is_workbook(path):
        return
    if path.is_dir():
        yield Diagnosis("工作簿", f"{path.name} 是文件夹，不是工作簿", "写上文件夹里那本工作簿的文件名")
    else:
        yield Diagnosis("工作簿", f"{path.name} 不是能读的 .xlsx、.xlsm 或 .ods 工作簿", NO_WORKBOOK)


def is_workbook(path: Path) -> bool:
    """Tell whether the file at `path` is packed as a workbook is, or cannot be opened just now."""
    try:
        with zipfile.ZipFile(path) as package:
            return not {*WORKBOOKS}.isdisjoint(package.namelist())
    except zipfile.BadZipFile:
        return False
    except OSError:
        return path.is_file()


def _rights(path: Path) -> Iterator[Diagnosis]:
    if _downloaded(path):
        cure = "在文件上点右键—属性，勾选“解除锁定”，确定后重新打开"
        yield Diagnosis("下载的文件", "系统拦着它的宏，按钮不会动", cure)
    if not os.access(path, os.W_OK):
        yield Diagnosis("工作簿能否保存", "只读", "在文件属性里去掉“只读”，或另存一份到自己的文件夹")
    else:
        yield Diagnosis("工作簿能否保存", "可以")


def _downloaded(path: Path) -> bool:
    """Tell whether Windows keeps the sign that a file came from the network."""
    try:
        return "ZoneId=3" in Path(f"{path}:Zone.Identifier").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False


def outputs(machine: Machine) -> Iterator[Diagnosis]:
    """Try whether something can be written where the outputs go."""
    if machine.workbook is None or why_not_here(machine.workbook):
        return
    folder = output_folder(machine.workbook)
    nearest = folder if folder.exists() else folder.parent
    try:
        with tempfile.TemporaryFile(dir=nearest):
            pass
    except OSError:
        yield Diagnosis("输出文件夹", f"写不进：{folder}", "把工作簿移到能写入的文件夹，或请管理员开通权限")
    else:
        yield Diagnosis("输出文件夹", str(folder))


def examine(machine: Machine, probes: Iterable[Probe] = ()) -> list[Diagnosis]:
    """Return what was found on `machine`; without `probes` everything is looked at."""
    return [found for probe in probes or all_probes() for found in probe(machine)]


def all_probes() -> tuple[Probe, ...]:
    """Return every probe, in the order in which a person should mend things."""
    from addin.doctor_office import buttons, fonts, interpreter, office, trusted, vba
    from addin.doctor_schedule import schedule

    machine = (python, packages, interpreter, office)
    return (*machine, place, content, trusted, vba, buttons, outputs, schedule, fonts)


def told(found: Iterable[Diagnosis], most: int = 6) -> str:
    """Return the words of the box: the faults, each with its cure."""
    given = list(found)
    faults = [each for each in given if not each.well]
    if not faults:
        return f"体检：查了 {len(given)} 项，都正常。"
    lines = [
        f"{number}. {each.what}：{each.found}\n    办法：{each.cure}。"
        for number, each in enumerate(faults[:most], 1)
    ]
    more = [f"另有 {len(faults) - most} 项，运行 scripts/doctor.py 可看全。"] if len(faults) > most else []
    return "\n".join([f"体检：查了 {len(given)} 项，{len(faults)} 项要处理。", *lines, *more])


def listed(found: Iterable[Diagnosis]) -> str:
    """Return everything that was looked at, one line each, faults with their cure."""
    return "\n".join(_line(each) for each in found)


def _line(each: Diagnosis) -> str:
    return (
        f"√ {each.what}：{each.found}"
        if each.well
        else f"× {each.what}：{each.found}\n    办法：{each.cure}。"
    )
