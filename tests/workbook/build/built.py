"""Workbooks built for tests, and what stands in them."""

import subprocess
import sys
import warnings
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook

from workbook.build import build
from workbook.content import GUIDE, RULES, Content, Heading, Line, Page, TableRow, content_of
from workbook.rows import Rows, load, merged
from workbook.tables import TABLES

HOME = Path(__file__).parents[3]
DEFAULTS = HOME / "workbook" / "defaults"
SAMPLE = HOME / "workbook" / "sample"
TYPED = [table for table in TABLES if not table.written]
PAGES = tuple(
    Page(sheet, (Heading("标题"), Line("一段话。"), TableRow(("甲", "乙"), head=True), TableRow(("1", "2"))))
    for sheet in (GUIDE, RULES)
)


def default_rows() -> Rows:
    return load(DEFAULTS, TABLES)


def blank() -> Content:
    return content_of(default_rows(), PAGES)


def sample() -> Content:
    return content_of(merged(default_rows(), load(SAMPLE, TABLES)), PAGES)


def package(content: Content) -> bytes:
    made = BytesIO()
    build(content, TABLES, made)
    return made.getvalue()


@cache
def sample_package() -> bytes:
    return package(sample())


@cache
def blank_package() -> bytes:
    return package(blank())


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def opened(data: bytes, values: bool = False) -> Workbook:
    """Open a package with openpyxl, which warns of things it would lose on saving."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(BytesIO(data), data_only=values)


def recalculated(book: Workbook, folder: Path) -> Workbook:
    """Let LibreOffice compute every formula of `book` afresh: openpyxl saves none of their values."""
    made = BytesIO()
    book.save(made)
    return opened(resaved(made.getvalue(), folder), values=True)


def resaved(data: bytes, folder: Path) -> bytes:
    """Let LibreOffice open a package and save it."""
    given, office = folder / "given.xlsx", folder / "office"
    given.write_bytes(data)
    command = [
        "soffice", f"-env:UserInstallation={office.as_uri()}", "--headless",
        "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out"), str(given),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (folder / "out" / given.name).read_bytes()


def script(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", str(HOME / "scripts" / "build_workbook.py"), *words]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
