"""The macro edition of a workbook: code names, the VBA project and the part of the ribbon."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter import Workbook

from workbook.build.style import FONT, INK, RED

RIBBON = "customUI/customUI14.xml"
RELATIONSHIPS = "_rels/.rels"
RELATIONSHIP = (
    '<Relationship Id="rIdRibbon" Target="customUI/customUI14.xml" '
    'Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"/>'
)
PLAIN = '<font face="Calibri" size="220" color="#000000">{}</font>'  # the only look XlsxWriter gives buttons
LARGE, SMALL = 280, 200  # twentieths of a point


@dataclass(frozen=True)
class Button:
    """A button on 首页 that calls the procedure `macro`."""

    caption: str
    macro: str
    hint: str
    large: bool = False


@dataclass(frozen=True)
class Macros:
    """A VBA project with the code names it has for the workbook and every sheet, and what calls it."""

    project: bytes
    workbook: str
    sheets: tuple[str, ...]
    buttons: tuple[Button, ...]
    ribbon: str


def add_project(book: Workbook, macros: Macros) -> None:
    """Put the project into the finished `book`; it must know every sheet, or Excel would repair the file."""
    book.add_vba_project(BytesIO(macros.project), is_stream=True)
    book.set_vba_name(macros.workbook)
    for sheet, name in zip(book.worksheets(), macros.sheets, strict=True):
        sheet.set_vba_name(name)


def completed(package: bytes, macros: Macros) -> bytes:
    """Return the package with the part of the ribbon, and its buttons in the workbook's own font."""
    made = BytesIO()
    with ZipFile(BytesIO(package)) as given, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for part in given.infolist():
            target.writestr(part, _changed(part.filename, given.read(part), macros))
        target.writestr(ZipInfo(RIBBON), macros.ribbon, ZIP_DEFLATED)
    return made.getvalue()


def _changed(name: str, data: bytes, macros: Macros) -> bytes:
    if name == RELATIONSHIPS:
        end = b"</Relationships>"
        return data.replace(end, RELATIONSHIP.encode() + end)
    if name.endswith(".vml"):
        return _dressed(data.decode(), macros).encode()
    return data


def _dressed(drawing: str, macros: Macros) -> str:
    for button in macros.buttons:
        caption = escape(button.caption)
        size, colour = (LARGE, RED) if button.large else (SMALL, INK)
        text = f"<b>{caption}</b>" if button.large else caption
        look = f'<font face="{FONT}" size="{size}" color="{colour}">{text}</font>'
        drawing = drawing.replace(PLAIN.format(caption), look)
    return drawing
