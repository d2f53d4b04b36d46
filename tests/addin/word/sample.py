"""A small invented summary with everything a document can hold, and the parts of what is written from it."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from addin import word
from addin.summary import Attachment, Heading, Number, Paragraph, Sheet, Summary, Text

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
W = f"{{{NAMES['w']}}}"
W15 = f"{{{NAMES['w15']}}}"

UNIT = "中共青禾县林业局机关支部委员会"
TASKS = Sheet(
    ("编号", "重点任务", "责任人", "完成时限"),
    (6, 60, 10, 12),
    tuple(
        (f"R{n:02d}", "制定学习计划，每月集中学习一次，做到有安排、有记录、有交流。", "周明远", "12月底前")
        for n in range(40)
    ),
)
PROJECTS = Sheet(("编号", "项目名称"), (6, 30), (("Z01", "支部规范化建设"), ("Z02", "学习“回头看”")))
BLOCKS = (
    Paragraph((Text("现将全年工作总结如下："),)),
    Heading("一、工作开展情况"),
    Paragraph(
        (
            Text("开展“主题党日”"),
            Number("主题党日次数", "12"),
            Text("次，撰写心得体会"),
            Number("心得体会篇数", "", missing=True),
            Text("篇；再次统计为"),
            Number("主题党日次数", "12"),
            Text("次。"),
        ),
        lead="（一）坚持学思用贯通。",
    ),
)
SUMMARY = Summary(
    UNIT + "2022年度基层党建工作总结",
    BLOCKS,
    (Attachment(1, "重点项目清单", PROJECTS), Attachment(2, "重点任务立项分解表", TASKS)),
    (UNIT, "2022年12月30日"),
    author=UNIT,
)


def written(summary: Summary = SUMMARY) -> bytes:
    """Return the bytes of the document made from `summary`."""
    buffer = io.BytesIO()
    word.write(summary, buffer)
    return buffer.getvalue()


def part(name: str, summary: Summary = SUMMARY) -> etree._Element:
    """Return one part of the document made from `summary` as XML."""
    with zipfile.ZipFile(io.BytesIO(written(summary))) as package:
        return etree.fromstring(package.read(name))


def body(summary: Summary = SUMMARY) -> etree._Element:
    """Return the text part of the document made from `summary`."""
    return part("word/document.xml", summary)


def find(element: etree._Element, path: str) -> list[etree._Element]:
    """Return what `path` finds below `element`, with the prefixes `w` and `w15`."""
    return etree.XPath(path, namespaces=NAMES)(element)


def texts(element: etree._Element, style: str) -> list[str]:
    """Return the text of each paragraph in `style`."""
    paragraphs = find(element, f".//w:p[w:pPr/w:pStyle/@w:val='{style}']")
    return ["".join(find(paragraph, ".//w:t/text()")) for paragraph in paragraphs]


def plain(*lines: str, title: str = "标题", **more: object) -> Summary:
    """Return a summary of plain paragraphs."""
    return Summary(title, tuple(Paragraph((Text(line),)) for line in lines), **more)
