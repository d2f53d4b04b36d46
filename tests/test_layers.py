"""Who may import whom: the straight line, seen in the import statements of every file."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent

# library: where it may be imported; the benchmark drives its competitors with whatever a user would take
LIBRARIES = {
    "xlwings": ("addin/buttons.py", "addin/openbook.py", "addin/macro.py", "addin/libreoffice/"),
    "uno": ("addin/libreoffice/",),
    "docx": ("addin/word/",),
    "xlsxwriter": ("workbook/build/", "addin/report"),
    "openpyxl": ("workbook/carry/", "scripts/doctor.py"),
    "pandas": ("workbook/ledger.py", "addin/board.py", "addin/changes.py"),
    "python_calamine": ("workbook/grid/",),
    "tqdm": ("scripts/",),
    "docxtpl": (),
    "logging": (),  # faults.py is the only log, and it holds no values
    **dict.fromkeys(("socket", "ssl", "http", "urllib.request", "smtplib", "ftplib", "requests"), ()),
}
PAID = "xlwings" + ".pro"  # in two pieces: the name stands nowhere in this tree
LATE = ("pandas", "tqdm")  # imported where they are used, for not every run pays for them
EVERYWHERE_FORBIDDEN = ("scripts", "tests", "_prelude", "_command")


@dataclass(frozen=True)
class Import:
    """One imported module, and whether the statement stands at the top of its file."""

    module: str
    top: bool

    def within(self, *packages: str) -> bool:
        """Tell whether the module is one of `packages` or lies in one."""
        return any(self.module == package or self.module.startswith(package + ".") for package in packages)


def imports(path: str, source: str) -> Iterator[Import]:
    """Yield every import of a file, wherever the statement stands; `from a import b` is both a and a.b."""
    tree = ast.parse(source)
    top = set(tree.body)
    package = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node in top) for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = package.split(".")[: None if path.endswith("__init__.py") else -1]
                base = ".".join([*parents[: len(parents) - node.level + 1], *filter(None, [base])])
            yield Import(base, node in top)
            yield from (Import(f"{base}.{alias.name}", node in top) for alias in node.names)


def faults(path: str, source: str) -> list[str]:
    """Return what a file imports and must not."""
    found = list(imports(path, source))
    checks = (libraries, packages, siblings, word)
    return sorted({f"{path}: {fault}" for check in checks for fault in check(path, found)})


def libraries(path: str, found: list[Import]) -> Iterator[str]:
    """Yield the libraries that are imported away from their one place, or too early."""
    for each in found:
        if each.within(PAID):
            yield PAID
        for library, places in LIBRARIES.items():
            if each.within(library) and not path.startswith((*places, "scripts/bench", "scripts/_bench")):
                yield each.module
        if each.within(*LATE) and each.top and not path.startswith("addin/"):
            yield f"{each.module} at the top"


def packages(path: str, found: list[Import]) -> Iterator[str]:
    """Yield imports against the straight line of the packages."""
    for each in found:
        if not path.startswith("scripts/") and each.within(*EVERYWHERE_FORBIDDEN):
            yield each.module
        if path.startswith("workbook/") and each.within("addin"):
            yield each.module


def siblings(path: str, found: list[Import]) -> Iterator[str]:
    """Yield imports between rooms that must not know each other: read and build, one rule and the next."""
    for each in found:
        if path.startswith("workbook/read") and each.within("workbook.build", "workbook.tables"):
            yield each.module
        if path.startswith("workbook/build") and each.within("workbook.read"):
            yield each.module
        if path.startswith("addin/rules/") and each.within("addin.rules") and "__init__" not in path:
            yield each.module


def word(path: str, found: list[Import]) -> Iterator[str]:
    """Yield what the Word writer knows beside the Summary."""
    if path.startswith("addin/word/"):
        for each in found:
            if each.within("addin", "workbook") and not each.within("addin.summary", "addin.word"):
                yield each.module


def product() -> list[Path]:
    """Return every Python file of the product."""
    return sorted(path for top in ("workbook", "addin", "scripts") for path in (HOME / top).rglob("*.py"))


@pytest.mark.parametrize("path", product(), ids=lambda path: path.relative_to(HOME).as_posix())
def test_a_file_imports_only_what_its_layer_may_know(path: Path) -> None:
    assert faults(path.relative_to(HOME).as_posix(), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted((HOME / "tests").rglob("*.py")), ids=lambda path: path.name)
def test_no_test_imports_a_script(path: Path) -> None:
    found = list(imports("tests/" + path.name, path.read_text(encoding="utf-8")))
    assert [each.module for each in found if each.within("scripts", "_prelude", "_command")] == []


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        ("workbook/read.py", "import addin.rule", ["addin.rule"]),
        ("workbook/read.py", "from addin import rule", ["addin", "addin.rule"]),
        ("workbook/read/rows.py", "from ..build import sheets", ["workbook.build", "workbook.build.sheets"]),
        (
            "workbook/read.py",
            "from workbook.tables import TABLES",
            ["workbook.tables", "workbook.tables.TABLES"],
        ),
        ("workbook/build/sheets.py", "from workbook import read", ["workbook.read"]),
        ("workbook/build/sheets.py", "import openpyxl", ["openpyxl"]),
        ("workbook/ledger.py", "import pandas as pd", ["pandas at the top"]),
        ("workbook/ledger.py", "def frame():\n    import pandas as pd", []),
        ("addin/indicator.py", "def frame():\n    import pandas as pd", ["pandas"]),
        (
            "addin/rules/tasks.py",
            "from addin.rules.every import x",
            ["addin.rules.every", "addin.rules.every.x"],
        ),
        ("addin/rules/__init__.py", "from addin.rules.every import x", []),
        ("addin/word/page.py", "from addin.summary import Summary", []),
        ("addin/word/page.py", "from addin import finding", ["addin", "addin.finding"]),
        ("addin/word/page.py", "import docx.shared", []),
        ("addin/pipeline.py", "from docx import Document", ["docx", "docx.Document"]),
        ("addin/pipeline.py", "from scripts import start", ["scripts", "scripts.start"]),
        ("addin/buttons.py", f"import {PAID}", [PAID]),
        ("scripts/regenerate.py", "import xlwings", ["xlwings"]),
        ("addin/openbook.py", "import xlwings", []),
        ("addin/openbook.py", "import uno", ["uno"]),
        ("addin/report.py", "import urllib.request", ["urllib.request"]),
        ("addin/report.py", "from urllib.parse import quote", []),
        ("scripts/bench_rivals.py", "import openpyxl", []),
    ],
)
def test_an_import_against_the_layers_is_seen(path: str, source: str, expected: list[str]) -> None:
    assert faults(path, source) == [f"{path}: {fault}" for fault in expected]
