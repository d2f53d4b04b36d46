"""Summary → .docx: the order in which a document is made."""

from __future__ import annotations

import datetime as dt

from docx.document import Document
from docx.oxml import OxmlElement

from addin.summary import Attachment, Summary
from addin.word.body import add_line, add_title, mark_of, say, write_body
from addin.word.package import TARGET, blank, save
from addin.word.page import LYING_TITLE, LYING_WIDTH, next_section, sideways, upright
from addin.word.table import table
from addin.word.wording import clean


def write(summary: Summary, target: TARGET) -> None:
    """Write `summary` to `target` as a .docx in the form of GB/T 9704."""
    document = blank()
    _describe(document, summary)
    upright(document)
    write_body(document, summary)
    for place, attachment in enumerate(summary.attachments):
        next_section(document)
        if place == 0:
            sideways(document)
        _write_attachment(document, attachment, len(summary.attachments))
    save(document, target, (table(attachment.sheet, LYING_WIDTH) for attachment in summary.attachments))


def _describe(document: Document, summary: Summary) -> None:
    properties = document.core_properties
    properties.title, properties.subject = clean(summary.title.replace("\n", "")), clean(summary.subject)
    properties.author = properties.last_modified_by = clean(summary.author)
    properties.language = "zh-CN"
    if summary.as_of:  # the day the document speaks of, not the hour somebody pressed the button
        properties.created = properties.modified = dt.datetime.combine(summary.as_of, dt.time())


def _write_attachment(document: Document, attachment: Attachment, among: int) -> None:
    """Write 附件1 at the top left, the title on the third line, the table below (7.3.7)."""
    say(add_line(document, "附件序号"), mark_of(attachment, among))
    document.add_paragraph()
    add_title(document, attachment.title, "附件标题", LYING_TITLE)
    document.add_paragraph()
    document.element.body.insert_element_before(OxmlElement("w:tbl"), "w:sectPr")
    add_line(document, "附表之后")
