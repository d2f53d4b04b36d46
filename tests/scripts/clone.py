"""A copy of the tree under a path with spaces and Chinese letters, and a stand-in for its environment."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).parents[2]
TOPS = ("addin", "scripts", "workbook", "requirements.txt", "pyproject.toml", "README.md", "LICENSE")


def clone(folder: Path) -> Path:
    """Copy what the program needs into `folder` / 党 建 台账."""
    place = folder / "党 建 台账"
    place.mkdir()
    for top in TOPS:
        if (HOME / top).is_dir():
            shutil.copytree(HOME / top, place / top, ignore=shutil.ignore_patterns("__pycache__"))
        elif (HOME / top).exists():
            shutil.copy(HOME / top, place / top)
    return place


def furnish(place: Path) -> Path:
    """Give the copy an environment that borrows the libraries of the one the tests run in."""
    environment, own = place / ".venv", Path(sys.prefix)
    (environment / "bin").mkdir(parents=True)
    (environment / "lib").symlink_to(own / "lib")
    (environment / "bin" / "python").symlink_to(Path(sys.executable).resolve())
    (environment / "bin" / "ruff").symlink_to(own / "bin" / "ruff")
    shutil.copy(own / "pyvenv.cfg", environment / "pyvenv.cfg")
    mark = hashlib.sha256((place / "requirements.txt").read_bytes()).hexdigest()
    (environment / "installed-runtime.txt").write_text(mark, encoding="ascii")
    return environment


def run(place: Path, script: str, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a script of the copy under a Python outside its environment."""
    return _finish([base_python(), str(place / "scripts" / script), *words], place, more)


def run_code(place: Path, code: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a few lines of Python in the copy's folder `scripts`."""
    return _finish([base_python(), "-c", f"import sys\nsys.path.insert(0, 'scripts')\n{code}"], place, more)


def base_python() -> str:
    """Return the Python the environment of the tests was made from."""
    return str(Path(sys.executable).resolve())


def _finish(command: list[str], place: Path, more: dict[str, str]) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **more}
    return subprocess.run(
        command, cwd=place, env=environment, capture_output=True, encoding="utf-8", check=False
    )
