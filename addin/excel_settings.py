"""The user's own settings of xlwings, by which a button in Excel finds the program: three lines among others.

The macros read the file in the code page of the machine, pairs of quoted texts from the top, and take the
first pair that bears the name. So ours stand on top, where no line of another program can lead astray.
"""

from __future__ import annotations

import sys
from pathlib import Path

from workbook.files import replace_bytes
from workbook.trouble import CANNOT_WRITE, Trouble

HOME = Path(__file__).resolve().parent.parent
KEYS = tuple(  # as Bridge.bas asks for them
    f"DANGJIAN_TAIZHANG_{name}" for name in ("PYTHON", "LAUNCHER", "BASE")
)
CODE_PAGE = "mbcs" if sys.platform == "win32" else "utf-8"
UNWRITABLE = (
    "程序文件夹的路径里有这台电脑的 Windows 写不出的字，Excel 里的按钮会找不到程序：{}\n"
    "请把程序文件夹移到只有英文字母的地方（如 D:\\dangjian），在那里再运行一次 start.py。"
)


def settings_file() -> Path:
    """Return where xlwings keeps the settings of this user on Windows."""
    return Path.home() / ".xlwings" / "xlwings.conf"


def values(home: Path = HOME) -> tuple[Path, ...]:
    """Return what KEYS have to name: the environment's Python, the file a click starts, the Python below.

    The last one is left out where the environment does not tell it.
    """
    found = home / ".venv" / "Scripts" / "python.exe", home / "addin" / "launch.py"
    base = _base(home / ".venv" / "pyvenv.cfg")
    return (*found, base) if base else found


def _base(file: Path) -> Path | None:
    """Return the Python an environment was made with, without which its own does not start."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    folders = (
        value.strip() for key, _, value in (line.partition("=") for line in lines) if key.strip() == "home"
    )
    return next((Path(folder, "python.exe") for folder in folders), None)


def read(file: Path, encoding: str = CODE_PAGE) -> dict[str, str]:
    """Return the entries of a settings file by name, the first of each."""
    lines = file.read_bytes().decode(encoding, errors="replace").splitlines() if file.exists() else []
    pairs = [line.strip().strip('"').partition('","') for line in reversed(lines)]
    return {name: value for name, _, value in pairs}


def write(home: Path = HOME, file: Path | None = None, encoding: str = CODE_PAGE) -> bool:
    """Let the settings lead to the program in `home`; tell whether they did not before."""
    file = file or settings_file()
    python, launcher, *base = values(home)
    names = [_writable(python, encoding), _writable(launcher, encoding)]
    names += filter(None, (_name(path, encoding) for path in base))  # without it a fault is told in English
    ours = "".join(f'"{key}","{name}"\r\n' for key, name in zip(KEYS, names, strict=False))
    return _replace(file, ours.encode(encoding) + _foreign(file))


def remove(file: Path | None = None) -> bool:
    """Take our lines off the settings again, and the file if nothing else is in it; tell whether any were."""
    file = file or settings_file()
    kept = _foreign(file)
    if kept.strip() or not file.exists():
        return _replace(file, kept)
    file.unlink()
    return True


def _replace(file: Path, content: bytes) -> bool:
    if (file.read_bytes() if file.exists() else b"") == content:
        return False
    replace_bytes(file, content)
    return True


def _foreign(file: Path) -> bytes:
    """Return the lines that are not ours, byte by byte as they are."""
    lines = file.read_bytes().splitlines(keepends=True) if file.exists() else []
    starts = tuple(f'"{key}"'.lower().encode("ascii") for key in KEYS)
    return b"".join(line for line in lines if not line.lower().startswith(starts))


def _writable(path: Path, encoding: str) -> str:
    """Return `path` in letters the macros can read, or raise Trouble that says where to move the program."""
    name = _name(path, encoding)
    if name is None:
        raise Trouble(CANNOT_WRITE, UNWRITABLE.format(path))
    return name


def _name(path: Path, encoding: str) -> str | None:
    """Return `path`, or where the code page lacks some of its letters its short name, or None."""
    for form in (str, _short_name):
        name = form(path)
        try:
            name.encode(encoding)
        except UnicodeEncodeError:
            continue
        return name
    return None


def _short_name(path: Path) -> str:
    """Return the name of eight letters and three that Windows keeps beside a long one, on most disks."""
    if sys.platform != "win32":
        return str(path)
    import ctypes

    name = ctypes.create_unicode_buffer(300)
    ctypes.windll.kernel32.GetShortPathNameW(str(path), name, len(name))
    return name.value or str(path)
