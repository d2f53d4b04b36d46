"""Run every check of this program: style, types and tests; what they need is installed first."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from _prelude import HOME, install, stand_up

OFFICE = ("libreoffice-calc", "libreoffice-writer", "python3-uno", "poppler-utils", "fonts-noto-cjk")
UNO = Path("/usr/lib/python3/dist-packages/uno.py")  # where python3-uno puts it
SCREEN = ("xvfb", "fluxbox", "xdotool", "imagemagick")  # a desktop nobody sees, for real clicks
SCHEDULERS = ("cron", "systemd")  # which run our jobs, or say what they make of them
CHECKS = (
    ("代码规范", ["ruff", "check", "."]),
    ("代码格式", ["ruff", "format", "--check", "."]),
    ("类型", ["mypy"]),
)


def main() -> int:
    """Install, check and test; return the exit code."""
    stand_up()
    install("test", "测试工具", *_extra("test"))
    _provide_office()
    failed = [name for name, command in CHECKS if _python_m(command, quiet=True)]
    print("没有通过：" + "、".join(failed) if failed else "代码规范、代码格式、类型：通过", flush=True)
    return _python_m(["pytest", *sys.argv[1:]]) or int(bool(failed))


def _extra(name: str) -> "tuple[str, list[str]]":
    """Return the packages of an extra of pyproject.toml, as one text and as a list."""
    import tomllib  # not there before Python 3.11, which only stands now

    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    packages = project["optional-dependencies"][name]
    return "\n".join(packages), packages


def _provide_office() -> None:
    """Install LibreOffice, the PDF tools, a Chinese font, a hidden screen and cron where Debian lets us."""
    if office_is_complete() and screen_is_complete() and schedulers_are_complete():
        return
    become = _administrator()
    if not (become is not None and shutil.which("apt-get")):
        return
    print("正在安装 LibreOffice 和中文字体（首次约需几分钟）……", flush=True)
    apt = [*become, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    subprocess.call([*apt, "update"], stdout=subprocess.DEVNULL)  # one dead source need not stop the rest
    install_all = [*apt, "install", "-y", "--no-install-recommends", *OFFICE, *SCREEN, *SCHEDULERS]
    if subprocess.call(install_all, stdout=subprocess.DEVNULL):
        print("没有装上，需要它们的测试会在末尾列出。", flush=True)


def office_is_complete() -> bool:
    """Tell whether a workbook can be turned into a page of pictures, and LibreOffice talked to, here."""
    programs = all(shutil.which(tool) for tool in ("soffice", "pdftoppm"))
    return programs and UNO.exists() and _has_chinese_font()


def screen_is_complete() -> bool:
    """Tell whether a workbook can be shown and clicked here on a screen nobody sees."""
    return all(shutil.which(tool) for tool in ("Xvfb", "fluxbox", "xdotool", "import"))


def schedulers_are_complete() -> bool:
    """Tell whether jobs can be given to cron here, and units of systemd looked at."""
    return all(shutil.which(tool) for tool in ("crontab", "systemd-analyze"))


def _has_chinese_font() -> bool:
    """Tell whether fontconfig knows a font with Chinese letters."""
    if not shutil.which("fc-list"):
        return False
    found = subprocess.run(["fc-list", ":lang=zh-cn", "family"], stdout=subprocess.PIPE, check=False)
    return bool(found.stdout.strip())


def _administrator() -> "list[str] | None":
    """Return how a command is run as administrator: [] as it is, ["sudo", "-n"], or None for not at all."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    may = shutil.which("sudo") and not subprocess.call([*sudo, "true"], stderr=subprocess.DEVNULL)
    return sudo if may else None


def _python_m(command: "list[str]", quiet: bool = False) -> int:
    """Run a module of the environment at the top of the tree; `quiet` shows its words only on failure."""
    pipe = subprocess.PIPE if quiet else None
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", *command], cwd=str(HOME), stdout=pipe, stderr=pipe, check=False
    )
    if quiet and done.returncode:
        sys.stdout.write(done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace"))
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
