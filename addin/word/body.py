"""The text of the summary: title, headings, paragraphs with their figures, 附件说明, signature."""

from __future__ import annotations

from itertools import count

from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Twips
from docx.text.paragraph import Paragraph as Line
from docx.text.run import Run

from addin.summary import GAP, Attachment, Heading, Number, Paragraph, Summary
from addin.word import control
from addin.word.package import W15, W
from addin.word.styles import CHARACTER, KEYS
from addin.word.wording import clean, title_lines, width, words

MARK = '<w:highlight w:val="yellow"/>'  # of what is missing: Word knows no highlight in a style
LINE_WIDTH = 28  # characters of the text that fit on a line of the type area
TITLE_WIDTH = 20  # characters of 22 pt that fit on a line of the type area


def write_body(document: Document, summary: Summary) -> None:
    """Write everything that stands before the attachments."""
    add_title(document, summary.title, "总结标题", TITLE_WIDTH)
    document.add_paragraph()
    ids = count(1)
    for block in summary.blocks:
        if isinstance(block, Heading):
            _say_marked(add_line(document, "一级标题"), block.text)
        else:
            _add_paragraph(document, block, ids)
    _add_note(document, summary.attachments)
    if summary.signature:
        _add_signature(document, *summary.signature)


def add_line(document: Document, style: str) -> Line:
    """Add a paragraph of `style`; python-docx looks a style up by its name slower than it writes."""
    line = document.add_paragraph()
    line._p.style = KEYS[style]
    return line


def say(line: Line, text: str) -> Run:
    """Add a run of `text` whose quotation marks and dashes Word sets in the Chinese typeface."""
    run = line.add_run(clean(text))
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
    return run


def add_title(document: Document, title: str, style: str, limit: int) -> None:
    """Add a centred title, broken into lines of at most `limit` characters inside one paragraph."""
    _say_marked(add_line(document, style), "\n".join(title_lines(title, limit)))


def characters(number: float) -> Twips:
    """Return the width of `number` characters of the text."""
    return Twips(round(number * CHARACTER))


def _say_marked(line: Line, text: str) -> None:
    """Say a heading or title; what is missing in it is marked as in the text."""
    for piece, gap in _pieces(text):
        run = say(line, piece)
        if gap:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Split a heading or title into pieces, each with whether it stands for what is missing."""
    found: list[tuple[str, bool]] = []
    end = 0
    for gap in GAP.finditer(text):
        found += [(text[end : gap.start()], False), (gap[0], True)]
        end = gap.end()
    return [piece for piece in (*found, (text[end:], False)) if piece[0]]


def _lead(text: str) -> str:
    """Return a heading of level 2 as runs; what is missing in it is marked as in the text."""
    style = f'<w:rStyle w:val="{KEYS["二级标题"]}"/>'
    return "".join(_run(piece, style, MARK if gap else "") for piece, gap in _pieces(text))


def _add_paragraph(document: Document, paragraph: Paragraph, ids: count[int]) -> None:
    """Add a paragraph in one piece: run by run it takes python-docx three times as long."""
    runs = (_figure(run, next(ids)) if isinstance(run, Number) else _run(run.text) for run in paragraph.body)
    line = (
        f'<w:p xmlns:w="{W}" xmlns:w15="{W15}"><w:pPr><w:pStyle w:val="{KEYS["总结正文"]}"/></w:pPr>'
        f"{_lead(paragraph.lead)}{''.join(runs)}</w:p>"
    )
    document.element.body.insert_element_before(parse_xml(line), "w:sectPr")


def _run(text: str, style: str = "", mark: str = "") -> str:
    return f'<w:r><w:rPr>{style}<w:rFonts w:hint="eastAsia"/>{mark}</w:rPr>{words(text)}</w:r>'


def _figure(number: Number, key: int) -> str:
    """Return `number` as a content control of rich text inside a bookmark: any program keeps one of them."""
    name = control.tag(number.name)
    return (
        f'<w:bookmarkStart w:id="{key}" w:name="{control.bookmark(name, key)}"/>'
        f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/><w:tag w:val="{name}"/><w:id w:val="{key}"/>'
        f'<w15:appearance w15:val="hidden"/></w:sdtPr>'
        f"<w:sdtContent>{_run(number.shown, mark=MARK if number.missing else '')}</w:sdtContent></w:sdt>"
        f'<w:bookmarkEnd w:id="{key}"/>'
    )


def mark_of(attachment: Attachment, among: int) -> str:
    """Return 附件2, or plain 附件 where the document has just one."""
    return f"附件{attachment.number}" if among > 1 else "附件"


def _add_note(document: Document, attachments: tuple[Attachment, ...]) -> None:
    """Name the attachments one empty line below the text; a title that wraps aligns with itself (7.3.4)."""
    if not attachments:
        return
    document.add_paragraph()
    numbered = len(attachments) > 1
    for place, attachment in enumerate(attachments):
        line = add_line(document, "附件说明")
        number = f"{attachment.number}.\t" if numbered else ""
        _say_marked(line, ("附件：" if place == 0 else "\t") + number + attachment.title)
        _hang(line, (6 if len(attachments) < 10 else 6.5) if numbered else 5)


def _hang(line: Line, title_at: float) -> None:
    """Start at 2 characters, the number at 5, the title and its later lines at `title_at`."""
    layout = line.paragraph_format
    layout.left_indent = characters(title_at)
    layout.first_line_indent = characters(2 - title_at)
    for stop in (5, title_at):
        layout.tab_stops.add_tab_stop(characters(stop))


def _add_signature(document: Document, unit: str, date: str) -> None:
    """Sign one empty line below, without a seal (7.3.5.2).

    The date starts 2 characters right of the unit; the longer of both ends 2 before the margin.
    """
    last = document.paragraphs[-1]
    between = document.add_paragraph()
    start = LINE_WIDTH - (2 + width(unit) if width(date) <= width(unit) else 4 + width(date))
    signer = _sign(document, unit, start)
    _sign(document, date, start + 2)
    for line in (last, between, signer):  # a signature never stands on a page without text
        line.paragraph_format.keep_with_next = True


def _sign(document: Document, text: str, start: float) -> Line:
    line = add_line(document, "落款")
    say(line, text)
    line.paragraph_format.left_indent = characters(max(start, 0))
    return line
