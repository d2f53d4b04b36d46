"""The named styles of the document: one declaration a style, printed as WordprocessingML."""

from __future__ import annotations

from typing import NamedTuple

from addin.word import fonts
from addin.word.fonts import Face

LINE = 579  # twips: 22 lines fill the 225 mm of the type area; 580 would leave room for 21
CHARACTER = 315  # twips: 16 pt less a quarter point, so that 28 characters fill its 156 mm


class Style(NamedTuple):
    """A style of Word.

    `size` is in points, `tracking` in twips, `layout` the paragraph properties in schema order;
    `after` the style of the next paragraph when a person goes on typing.
    """

    key: str
    name: str
    face: Face
    size: float
    tracking: int = 0
    layout: str = ""
    after: str = ""
    kind: str = "paragraph"

    def xml(self) -> str:
        """Return the style as Word stores it."""
        return (
            f'<w:style {self._attributes()}><w:name w:val="{self.name}"/>{self._ties()}<w:qFormat/>'
            f'{self._paragraph()}<w:rPr>{self.face.names()}<w:spacing w:val="{self.tracking}"/>'
            f'<w:sz w:val="{self.size * 2:g}"/><w:szCs w:val="{self.size * 2:g}"/></w:rPr></w:style>'
        )

    def _attributes(self) -> str:
        own = 'w:default="1"' if self.key == "Normal" else 'w:customStyle="1"'
        return f'w:type="{self.kind}" {own} w:styleId="{self.key}"'

    def _ties(self) -> str:
        base = '<w:basedOn w:val="Normal"/>' if self.key != "Normal" and self.kind == "paragraph" else ""
        return base + (f'<w:next w:val="{self.after}"/>' if self.after else "")

    def _paragraph(self) -> str:
        return f"<w:pPr>{self.layout}</w:pPr>" if self.layout else ""


def exactly(twips: int) -> str:
    """Return a line height that no typeface changes and no grid stretches."""
    return f'<w:snapToGrid w:val="0"/><w:spacing w:line="{twips}" w:lineRule="exact"/>'


def _centred(outline: str = "") -> str:
    return f'<w:keepNext/>{exactly(LINE)}<w:jc w:val="center"/>{outline}'


def _cell(line: int, jc: str) -> str:
    return f'{exactly(line)}<w:jc w:val="{jc}"/>'


def _number(jc: str) -> str:
    # One character of the number's own size away from the edge of the type area (7.5).
    side = {"right": "right", "left": "left"}[jc]
    return f'{exactly(280)}<w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{jc}"/>'


OUTLINE = '<w:outlineLvl w:val="0"/>'
# Word takes the characters, LibreOffice the twips.
INDENT = f'<w:ind w:firstLineChars="200" w:firstLine="{2 * CHARACTER}"/>'

# Widow control off, or pages end a line early; no gaps between Chinese and digits, or lines leave the grid.
# Closing marks may overhang, as Word has it anyway: said aloud because LibreOffice 7.4 reads the value upside
# down, and loses a mark on paper where it does let them overhang.
ORDINARY = (
    '<w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct/><w:topLinePunct w:val="0"/>'
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:jc w:val="both"/>'
)

STYLES = (
    Style("Normal", "Normal", fonts.BODY, 16, -5, ORDINARY),
    Style("SummaryTitle", "总结标题", fonts.TITLE, 22, layout=_centred(), after="SummaryBody"),
    Style("SummaryBody", "总结正文", fonts.BODY, 16, -5, INDENT),
    Style("HeadingOne", "一级标题", fonts.HEADING, 16, -5, f"<w:keepNext/>{INDENT}{OUTLINE}", "SummaryBody"),
    Style("HeadingTwo", "二级标题", fonts.LEAD, 16, -5, kind="character"),
    Style("AttachmentNote", "附件说明", fonts.BODY, 16, -5, '<w:keepLines/><w:jc w:val="left"/>'),
    Style("Signature", "落款", fonts.BODY, 16, -5, '<w:keepLines/><w:jc w:val="left"/>'),
    Style("AttachmentMark", "附件序号", fonts.HEADING, 16, -5, "<w:keepNext/>"),
    Style("AttachmentTitle", "附件标题", fonts.TITLE, 22, layout=_centred(OUTLINE), after="SummaryBody"),
    Style("CellHead", "附表表头", fonts.HEADING, 10.5, layout=f"<w:keepNext/>{_cell(300, 'center')}"),
    Style("CellText", "附表文字", fonts.SONG, 10.5, layout=_cell(300, "left")),
    Style("CellCentred", "附表居中", fonts.SONG, 10.5, layout=_cell(300, "center")),
    Style("SmallHead", "附表小号表头", fonts.HEADING, 9, layout=f"<w:keepNext/>{_cell(250, 'center')}"),
    Style("SmallText", "附表小号文字", fonts.SONG, 9, layout=_cell(250, "left")),
    Style("SmallCentred", "附表小号居中", fonts.SONG, 9, layout=_cell(250, "center")),
    Style("AfterTable", "附表之后", fonts.SONG, 1, layout=exactly(20)),
    Style("OddNumber", "单页页码", fonts.PAGE_NUMBER, 14, layout=_number("right")),
    Style("EvenNumber", "双页页码", fonts.PAGE_NUMBER, 14, layout=_number("left")),
    Style("FooterAnchor", "页码锚点", fonts.SONG, 1, layout=exactly(20)),
)

KEYS = {style.name: style.key for style in STYLES}

TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="ListTable"><w:name w:val="附表"/>'
    '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders><w:tblCellMar>"
    '<w:top w:w="40" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
)

# Word's own styles stay out of its gallery: what a person picks from is what the document uses.
LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
    'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)


def style_sheet() -> str:
    """Return the defaults and every style."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts.BODY.names()}<w:sz w:val="32"/><w:szCs w:val="32"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    return defaults + LATENT + "".join(style.xml() for style in STYLES) + TABLE
