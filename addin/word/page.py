"""The pages: A4 upright for the text, on its side for the attachments, and the page numbers of both."""

from __future__ import annotations

from copy import deepcopy

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.section import Section, _Footer
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph as Line

from addin.word.body import say
from addin.word.package import MC, W

WIDTH, HEIGHT = Mm(210), Mm(297)
TOP, BOTTOM, LEFT, RIGHT = Mm(37), Mm(35), Mm(28), Mm(26)
# The dash of the page number stands 7 mm below the type area (7.5), in the middle of a line of 14 pt.
NUMBER_HEIGHT = Mm(5)
NUMBER_FROM_EDGE = Length(BOTTOM - Mm(7) - NUMBER_HEIGHT // 2)
LYING_WIDTH = Length(HEIGHT - TOP - BOTTOM).twips
LYING_TITLE = 28  # characters of 22 pt that fit on its line

_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SPACES = (
    f'xmlns:w="{W}" xmlns:mc="{MC}" xmlns:wps="{_WPS}" xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
    f'xmlns:a="{_DRAWING}/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def upright(document: Document) -> None:
    """Lay out the first section and its page numbers: odd ones right, even ones left."""
    section = document.sections[0]
    section.page_width, section.page_height = WIDTH, HEIGHT
    section.top_margin, section.right_margin = TOP, RIGHT
    section.bottom_margin, section.left_margin = BOTTOM, LEFT
    section.header_distance, section.footer_distance = Mm(15), NUMBER_FROM_EDGE
    section.gutter = Length(0)
    for footer, style in _footers(section):
        _write_number(footer.paragraphs[0], style)


def next_section(document: Document) -> None:
    """Close the section in its last paragraph: an empty one of its own could fall on a page of its own."""
    document.add_section(WD_SECTION.NEW_PAGE)
    last, breaker = document.paragraphs[-2:]
    last._p.set_sectPr(document.sections[-2]._sectPr)
    document.element.body.remove(breaker._p)


def sideways(document: Document) -> None:
    """Turn the last section as a sheet is turned whose head is on its left.

    So the table's head lies at the binding on odd pages and at the trim on even ones (clause 8).
    The page number stays where the other pages have it: now along the left edge, reading downwards.
    """
    section = document.sections[-1]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = HEIGHT, WIDTH
    section.top_margin, section.right_margin = LEFT, TOP
    section.bottom_margin, section.left_margin = RIGHT, BOTTOM
    for key, (footer, style) in enumerate(_footers(section), start=1):
        _write_number(footer.paragraphs[0], style)
        _turn(footer, key)


def _footers(section: Section) -> tuple[tuple[_Footer, str], ...]:
    footers = ((section.footer, "单页页码"), (section.even_page_footer, "双页页码"))
    for footer, _ in footers:
        footer.is_linked_to_previous = False
    return footers


def _write_number(line: Line, style: str) -> None:
    line.style = style
    say(line, "— ")
    field = f'<w:fldSimple xmlns:w="{W}" w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    line._p.append(parse_xml(field))
    say(line, " —")


def _turn(footer: _Footer, key: int) -> None:
    """Move the page number of `footer` into a text box along the left edge, turned by a quarter."""
    number = footer.paragraphs[0]._p
    anchor = footer.add_paragraph(style="页码锚点")._p
    anchor.append(parse_xml(_text_box(key)))
    modern, fallback = anchor.iter(qn("w:txbxContent"))
    modern.append(deepcopy(number))
    fallback.append(number)


def _text_box(key: int) -> str:
    """Return a text box as high as the type area is wide, twice: for Word, and for programs without wps."""
    high = Length(WIDTH - LEFT - RIGHT)
    style = (
        f"position:absolute;margin-left:{NUMBER_FROM_EDGE.pt:.1f}pt;margin-top:{LEFT.pt:.1f}pt;"
        f"width:{NUMBER_HEIGHT.pt:.1f}pt;height:{high.pt:.1f}pt;"
        "mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    )
    return f"""<w:r {_SPACES}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{key}" behindDoc="0"
 locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>{NUMBER_FROM_EDGE}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>{LEFT}</wp:posOffset></wp:positionV>
<wp:extent cx="{NUMBER_HEIGHT}" cy="{high}"/><wp:wrapNone/><wp:docPr id="{key}" name="页码{key}"/>
<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_WPS}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>
<a:xfrm><a:off x="0" y="0"/><a:ext cx="{NUMBER_HEIGHT}" cy="{high}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
<wps:txbx><w:txbxContent/></wps:txbx>
<wps:bodyPr vert="vert" lIns="0" tIns="0" rIns="0" bIns="0"><a:noAutofit/></wps:bodyPr>
</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>
<v:rect style="{style}" filled="f" stroked="f">
<v:textbox style="layout-flow:vertical" inset="0,0,0,0"><w:txbxContent/></v:textbox></v:rect>
</w:pict></mc:Fallback></mc:AlternateContent></w:r>""".replace("\n", "")
