"""Build a blank workbook, the sample year, or one that takes over an old one or begins the next year."""

from __future__ import annotations

from _prelude import HOME, restart_in_environment

restart_in_environment()

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from _command import Arguments, end
from addin.rulebook import rulebook
from addin.rules import RULES
from addin.vba import macros
from workbook.build import build, sheet_count
from workbook.carry import carry, carry_on
from workbook.content import Content, content_of
from workbook.files import cannot_write
from workbook.grid import open_book
from workbook.pages import read_page
from workbook.rows import load, merged
from workbook.tables import BASICS, TABLES
from workbook.trouble import CANNOT_WRITE, Trouble

ABOUT = "生成党建台账工作簿。已有的文件从不覆盖。"
DEFAULTS, SAMPLE = HOME / "workbook" / "defaults", HOME / "workbook" / "sample"
ELSEWHERE = "请先建好这个文件夹，或用 -o 写一个能写入的位置"
PLAIN, WITH_MACROS, OPEN = ".xlsx", ".xlsm", ".ods"
GUIDE, GUIDE_WIDTHS = DEFAULTS / "使用说明.md", (30.0, 16.0, 54.0)


def arguments() -> Namespace:
    """Return what was asked for."""
    parser = Arguments(ABOUT)
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--sample", action="store_true", help="生成填好一整年的示例，用来看样子")
    kind.add_argument(
        "--from", dest="old", type=Path, metavar="旧工作簿", help="把旧工作簿里的内容带进新模板"
    )
    onward = "开下一年的工作簿：从今年的带来花名册、清单、口径、底稿等长期用的内容，各台账留空"
    kind.add_argument("--next-year", dest="past", type=Path, metavar="今年的工作簿", help=onward)
    parser.add_argument("--year", type=int, metavar="年度", help="如 2023")
    parser.add_argument("--unit", metavar="单位", help="单位全称")
    named = "新工作簿；.xlsm 带按钮，.xlsx 不带，.ods 是给 LibreOffice 用的，也带按钮"
    parser.add_argument("-o", dest="target", type=Path, required=True, metavar="文件", help=named)
    asked = parser.parse_args()
    if asked.target.suffix.lower() not in (PLAIN, WITH_MACROS, OPEN):
        parser.error("argument -o: 文件名要以 .xlsm、.xlsx 或 .ods 结尾")
    if asked.sample and asked.year is not None:
        parser.error("argument --year: 示例是固定的一年，不能换年度")
    if asked.year is not None and not 2000 <= asked.year <= 2100:
        parser.error("argument --year: 年度是四位数字，如 2023")
    return asked


def main() -> int:
    """Build what was asked for; return the exit code."""
    asked = arguments()
    if asked.target.exists():
        raise Trouble(CANNOT_WRITE, _taken(asked.target))
    content = _content(asked)
    content.pages = (read_page(GUIDE, GUIDE_WIDTHS), rulebook(RULES))
    _write(asked.target, _made(content, asked.target.suffix.lower()))
    print("\n".join([f"已生成：{asked.target}", *(f"  {note}" for note in content.notes)]))
    return 0


def _content(asked: Namespace) -> Content:
    """Return the rows of the workbook asked for."""
    rows = load(DEFAULTS, TABLES)
    if asked.old or asked.past:
        with _readable((asked.old or asked.past).resolve()) as old:  # "." has no name to speak of
            content = (carry if asked.old else carry_on)(old, TABLES, rows)
    else:
        content = content_of(merged(rows, load(SAMPLE, TABLES)) if asked.sample else rows)
    basics = content.of(BASICS.key)
    basics.rows = basics.rows or [{}]
    stated = {BASICS["year"].title: asked.year, BASICS["unit"].title: asked.unit}
    basics.rows[0] |= {title: value for title, value in stated.items() if value is not None}
    return content


@contextmanager
def _readable(old: Path) -> Iterator[Path]:
    """Give the old workbook as one that can be carried: LibreOffice turns an .ods into it."""
    if old.suffix.lower() != OPEN:
        yield old
        return
    from addin.libreoffice.conversion import convert  # with xlwings, which no other form needs

    open_book(old)  # refuses, with a sentence of its own, whatever cannot be read safely
    with TemporaryDirectory() as folder:
        given = Path(folder, f"{old.stem}{PLAIN}")
        convert(old, given)
        yield given


def _made(content: Content, form: str) -> bytes:
    """Return the workbook in the form its name ends in."""
    made = BytesIO()
    build(content, TABLES, made, None if form == PLAIN else macros(sheet_count(content, TABLES)))
    return _opened(made.getvalue()) if form == OPEN else made.getvalue()


def _opened(made: bytes) -> bytes:
    """Return the macro workbook `made` as LibreOffice keeps it with its buttons."""
    from addin.libreoffice.conversion import convert

    with TemporaryDirectory() as folder:
        given, target = Path(folder, f"台账{WITH_MACROS}"), Path(folder, f"台账{OPEN}")
        given.write_bytes(made)
        convert(given, target)
        return target.read_bytes()


def _write(target: Path, made: bytes) -> None:
    """Write the new file whole or not at all; one that came to lie there meanwhile stays."""
    with cannot_write(target.parent, ELSEWHERE):
        try:
            file = target.open("xb")
        except FileExistsError:
            raise Trouble(CANNOT_WRITE, _taken(target)) from None
        try:
            with file:
                file.write(made)
        except OSError:
            target.unlink(missing_ok=True)
            raise


def _taken(target: Path) -> str:
    return f"“{target}”已经有了，没有动它。请换一个文件名，或先把旧文件移开。"


if __name__ == "__main__":
    end(main)
