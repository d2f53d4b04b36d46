"""Conventions a program can check: short files, documented modules, words that stand nowhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent
LONGEST = 300
FONTS = (".ttf", ".otf", ".ttc", ".woff", ".woff2", ".fon")
WORDS = (".py", ".md", ".toml", ".txt", ".csv", ".json", ".yaml", ".yml", ".xml", ".bas", ".sh", "")

# Written in pieces, so that this file does not hold what it forbids.
NOWHERE = tuple(
    "".join(pieces)
    for pieces in (
        ("/", "work", "/"),
        ("/", "root", "/"),
        ("/", "home", "/"),
        ("py", "pi", ".org"),
        ("python", "hosted"),
        ("mirrors", "."),
        ("xl", "wings", ".pro"),
        ("云岭", "好家风"),
        ("铸密", "之盾"),
        ("五个", "摸清"),
        ("七愁", "七盼"),
        ("作风革命", "效能革命"),
        ("转作风、", "提效能"),
        ("树清廉", "家风"),
        ("清廉", "社风"),
    )
)
# Names of one year: rows of a workbook may hold them, the code may not.
NOT_IN_CODE = ("二十大", "三中全会", "疫情", "新冠", "作风革命", "主题教育", "党史学习教育", "党纪学习教育")
DOORS = (  # an unforeseen error may be caught here
    "scripts/_command.py",
    "workbook/files.py",
    "addin/buttons.py",
    "addin/excel.py",
    "addin/launch.py",
    "addin/macro.py",
    "addin/libreoffice/launch.py",
)
LEFT_OUT = re.compile(r"\.(?!ci$|gitignore$)|(build|wheels|我的台账|输出|出错记录\.txt)$|.*\.egg-info$")


def files() -> list[Path]:
    """Return every file of the tree but what programs keep there and what a person makes with them."""
    tops = [top for top in HOME.iterdir() if not LEFT_OUT.match(top.name)]
    found = [path for top in tops for path in ([top] if top.is_file() else top.rglob("*"))]
    return sorted(path for path in found if path.is_file() and "__pycache__" not in path.parts)


def name(path: Path) -> str:
    return path.relative_to(HOME).as_posix()


PYTHON = [path for path in files() if path.suffix == ".py"]
CODE = [path for path in PYTHON if not name(path).startswith("tests/")]
TEXTS = [path for path in files() if path.suffix in WORDS]


def broad(source: str) -> Iterator[int]:
    """Yield the lines that catch every error."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ExceptHandler):
            caught = "BaseException" if node.type is None else ast.unparse(node.type)
            if {"Exception", "BaseException"} & set(caught.strip("()").split(", ")):
                yield node.lineno


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_a_file_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_no_file_holds_a_place_of_a_machine_or_the_name_of_a_real_campaign(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [word for word in NOWHERE if word in text] == []


@pytest.mark.parametrize("path", CODE, ids=name)
def test_no_year_stands_in_the_code(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [word for word in NOT_IN_CODE if word in text] == []


@pytest.mark.parametrize("path", CODE, ids=name)
def test_only_the_last_doors_catch_every_error(path: Path) -> None:
    found = list(broad(path.read_text(encoding="utf-8")))
    assert found == [] or name(path) in DOORS


def test_every_way_to_catch_every_error_is_seen() -> None:
    source = "try:\n  x\nexcept {}:\n  pass"
    forms = ("", "Exception", "(ValueError, Exception)", "BaseException", "ValueError", "OSError")
    assert [list(broad(source.format(form))) for form in forms] == [[3], [3], [3], [3], [], []]


def test_no_font_is_committed() -> None:
    assert [name(path) for path in files() if path.suffix.lower() in FONTS] == []


def test_requirements_are_read_alike_in_every_code_page() -> None:
    assert (HOME / "requirements.txt").read_bytes().isascii()
