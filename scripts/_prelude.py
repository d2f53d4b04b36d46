"""What every script does first: find or make the environment `.venv`, and start again inside it.

This file parses on Python 3.7 and needs nothing but the standard library, so that an old or bare
Python gets a sentence instead of a traceback.
"""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    import subprocess
    from types import TracebackType

HOME = Path(__file__).resolve().parent.parent
ENVIRONMENT = HOME / ".venv"
PYTHON = ENVIRONMENT.joinpath(*(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
WITHOUT_CONSOLE = "pythonw.exe"
WHEELS = HOME / "wheels"
REQUIREMENTS = HOME / "requirements.txt"
MINE = HOME / "我的台账"  # where a person's own workbooks lie
LEAST = (3, 11)
UNAVAILABLE = 69  # the machine lacks something the program needs; beside the codes of workbook.trouble
START = "py -3 scripts\\start.py" if os.name == "nt" else "python3 scripts/start.py"
NOT_READY = f"运行环境还没有准备好，或程序更新过。请先运行：{START}"


def restart_in_environment() -> None:
    """Start the running script again inside `.venv`, or say that start.py comes first."""
    _speak_utf8()
    if not ready():
        give_up(NOT_READY)
    if not inside():
        _start_again()
    sys.excepthook = _incomplete
    sys.path.insert(0, str(HOME))
    gc.disable()  # while the rest is imported, which is no garbage; `end` of _command.py enables it again


def enter_environment() -> None:
    """Start again inside `.venv` where it stands; else go on with this Python, if it is new enough."""
    _speak_utf8()
    if not inside():
        if stands():
            _start_again()
        _require_python()
    sys.path.insert(0, str(HOME))


def stand_up() -> None:
    """Make `.venv` and install requirements.txt where that is not done yet, then start again inside it."""
    _speak_utf8()
    if not (inside() or stands()):
        _require_python()
        _make_environment()
    install("runtime", "程序所需的库", _requirements(), ["-r", str(REQUIREMENTS)])
    if not inside():
        _start_again()
    sys.path.insert(0, str(HOME))


def ready() -> bool:
    """Tell whether `.venv` stands and holds what this version of the program asks for."""
    return stands() and _installed("runtime", _requirements())


def inside() -> bool:
    """Tell whether this Python is the one of `.venv`."""
    return Path(sys.prefix).resolve() == ENVIRONMENT.resolve()


def stands() -> bool:
    """Tell whether `.venv` has a Python that is new enough and whose base is there, also for this user."""
    settings = _settings()
    version = tuple(int(part) for part in settings.get("version", "0").split(".")[:2] if part.isdigit())
    places = (str(PYTHON), settings.get("home", ""))
    return version >= LEAST and all(os.access(place, os.X_OK) for place in places)


def install(name: str, what: str, wanted: str, arguments: "list[str]") -> None:
    """Let pip install `arguments` into `.venv` unless `wanted` was installed under `name` before."""
    if _installed(name, wanted):
        return
    print(f"正在安装{what}（首次约需几分钟）……", flush=True)
    offline = ["--no-index", "--find-links", str(WHEELS)] if WHEELS.is_dir() else []
    quiet = ["-q", "--disable-pip-version-check", "--no-input", "--retries", "2"]
    done = _run([str(PYTHON), "-X", "utf8", "-m", "pip", "install", *quiet, *offline, *arguments])
    if done.returncode:
        source = "wheels 文件夹里缺安装包" if offline else "这台电脑连不上网络或软件源"
        give_up(
            f"{what}没有装上，多半是{source}。最后几行提示是：\n{_tail(done.stdout)}\n"
            "可请能上网的电脑按 README“离线安装”一节备好 wheels 文件夹，放在 scripts 旁边，再运行一次。"
        )
    _stamp(name).write_text(_mark(wanted), encoding="ascii")


def give_up(sentence: str, code: int = UNAVAILABLE) -> NoReturn:
    """Say `sentence` and end the program with `code`."""
    _speak_utf8()
    print(sentence, file=sys.stderr, flush=True)
    sys.exit(code)


def _incomplete(kind: "type[BaseException]", error: BaseException, trace: "TracebackType | None") -> None:
    """Say that a file of the program is missing or cut short; Python's own code 1 would mean success."""
    if not isinstance(error, (ImportError, SyntaxError)):
        sys.__excepthook__(kind, error, trace)
        return
    part = error.name if isinstance(error, ImportError) else error.filename
    print(f"程序的文件不全，或没有更新完（{part}）。请重新拷一份完整的程序，再运行：{START}", file=sys.stderr)
    sys.stderr.flush()
    os._exit(UNAVAILABLE)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the console's code page is, and never fail on a character.

    Where there is no console (pythonw.exe), what is said goes nowhere.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _settings() -> "dict[str, str]":
    """Return what pyvenv.cfg says."""
    try:
        lines = (ENVIRONMENT / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    pairs = (line.partition("=") for line in lines)
    return {key.strip(): value.strip() for key, _, value in pairs}


def _requirements() -> str:
    """Return the text of requirements.txt; ASCII, because pip reads it in the code page of the machine."""
    return _text(REQUIREMENTS)


def _stamp(name: str) -> Path:
    """Return the file that remembers what pip installed under `name`."""
    return ENVIRONMENT / f"installed-{name}.txt"


def _mark(wanted: str) -> str:
    """Return what the stamp says when `wanted` is installed."""
    import hashlib  # these imports are not paid for once the script runs inside

    return hashlib.sha256(wanted.encode()).hexdigest()


def _installed(name: str, wanted: str) -> bool:
    """Tell whether `wanted` was installed under `name` before."""
    return bool(wanted) and _text(_stamp(name)) == _mark(wanted)


def _text(path: Path) -> str:
    """Return what stands in a file of ASCII; nothing where it is missing or damaged."""
    try:
        return path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return ""


def _require_python() -> None:
    """End with a sentence when this Python cannot make the environment."""
    if sys.version_info < LEAST:
        found = ".".join(str(part) for part in sys.version_info[:3])
        give_up(
            f"本程序需要 Python 3.11 或更新的版本，现在用的是 {found}（{sys.executable}）。\n"
            f"请安装新版 Python（Windows 安装时勾选 Add python.exe to PATH），再运行：{START}"
        )
    from importlib.util import find_spec

    if find_spec("venv") is None or find_spec("ensurepip") is None:
        package = "sudo apt install python3-venv"
        give_up(
            f"这个 Python 缺少建立运行环境的部件。Debian、Ubuntu 请先运行：{package}\n然后再运行：{START}"
        )


def _make_environment() -> None:
    """Make `.venv` afresh; a half-made or foreign one is replaced."""
    print("正在建立运行环境 .venv……", flush=True)
    done = _run([sys.executable, "-X", "utf8", "-m", "venv", "--clear", str(ENVIRONMENT)])
    if done.returncode:
        give_up(
            f"运行环境没有建成：{ENVIRONMENT}\n{_tail(done.stdout)}\n"
            "请确认这个文件夹可以写入、磁盘没有满、没有别的程序正在用 .venv，再运行一次。"
        )


def _run(command: "list[str]") -> "subprocess.CompletedProcess[str]":
    """Run `command` quietly and return what it said with its exit code."""
    import subprocess

    return subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
        errors="replace",
    )


def _tail(text: str) -> str:
    """Return the last lines of `text`, indented."""
    return "\n".join("    " + line for line in text.strip().splitlines()[-4:])


def _start_again() -> NoReturn:
    """Replace this process by the same script under the Python of `.venv`."""
    os.environ.pop("PYTHONHOME", None)  # it would point the other Python at this one's library
    silent = Path(sys.executable).name.lower() == WITHOUT_CONSOLE  # so is the next one, or a window flashes
    python = PYTHON.with_name(WITHOUT_CONSOLE) if silent else PYTHON
    command = [str(python), "-X", "utf8", *sys.argv]
    if os.name == "nt":  # there exec returns to the console before the script is done
        import subprocess

        sys.exit(subprocess.call(command))
    os.execv(command[0], command)
