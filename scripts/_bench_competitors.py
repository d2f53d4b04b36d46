"""What a user would write instead: pandas and openpyxl read the sheets, docxtpl or python-docx writes.

Run as a program, `template TARGET` makes the template of the first competitor from the default text;
`one-call WORKBOOK TARGET TEMPLATE` and `each-sheet WORKBOOK TARGET` write the summary.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))

from _bench_figures import HEADER, SHEETS, Year, figures, written
from addin.numerals import hanzi, roughly

if TYPE_CHECKING:
    import pandas as pd

NARRATIVE = HOME / "workbook" / "defaults" / "narrative.csv"
SENTENCES = {"文件与报送台账": "名称", "重点工作台账": "进展成效", "问题与打算": "内容"}
LISTS = {
    "重点项目清单": (
        "项目名称", "目标与预期成效", "主要措施", "牵头领导", "责任人", "完成时限", "状态", "进度",
    ),
    "重点任务立项分解表": (
        "重点任务", "具体措施", "牵头领导", "责任科室", "责任人", "完成时限", "状态", "完成情况",
    ),
    "书记责任清单": ("责任事项", "具体要求", "责任人", "完成时限", "状态", "计划次数", "完成次数"),
}  # fmt: skip
FORM = re.compile(r"\{([^{}:]+):([^{}]+)\}")  # {家风故事数:余} becomes the name 家风故事数_余
CLAUSE = re.compile("[【】]")
Row = dict[str, Any]


def one_call(workbook: str, target: str, template: str) -> None:
    """Read every sheet in one call and fill a template with docxtpl."""
    import pandas as pd
    from docxtpl import DocxTemplate

    year = Year(pd.read_excel(workbook, sheet_name=None, header=HEADER, engine="openpyxl"))
    narrative = _narrative(year.sheets["总结底稿"].to_dict("records"))
    values = _values(year)
    rows = {f"rows_{n}": _sources(year, row) for n, row in enumerate(narrative) if row["来源"]}
    tables = {f"table_{n}": list(_lines(year, sheet, values)) for n, sheet in enumerate(LISTS)}
    document = DocxTemplate(template)
    document.render({**values, **rows, **tables})
    document.save(target)


def each_sheet(workbook: str, target: str) -> None:
    """Read sheet by sheet and write paragraphs and tables with python-docx."""
    from docx import Document

    year = Year({name: _sheet(workbook, name) for name in SHEETS})
    values = _values(year)
    document = Document()
    for _, text in _paragraphs(year, values):
        document.add_paragraph(text)
    for sheet, titles in LISTS.items():
        table = document.add_table(rows=1, cols=len(titles) + 1, style="Table Grid")
        for cell, title in zip(table.rows[0].cells, ("序号", *titles), strict=True):
            cell.text = title
        for line in _lines(year, sheet, values):
            for cell, text in zip(table.add_row().cells, line, strict=True):
                cell.text = text
    document.save(target)


def _sheet(workbook: str, name: str) -> pd.DataFrame:
    import pandas as pd

    return pd.read_excel(workbook, sheet_name=name, header=HEADER, engine="openpyxl")


def make_template(target: str) -> None:
    """Write the template of the first competitor: the default text with its places for values."""
    from docx import Document

    document = Document()
    with NARRATIVE.open(encoding="utf-8-sig", newline="") as file:
        narrative = _narrative(list(csv.DictReader(file)))
    for text in _template_paragraphs(narrative):
        document.add_paragraph(text)
    for number, titles in enumerate(LISTS.values()):
        width = len(titles) + 1
        table = document.add_table(rows=4, cols=width, style="Table Grid")
        for place, title in enumerate(("序号", *titles)):
            table.cell(0, place).text = title
            table.cell(2, place).text = f"{{{{ row[{place}] }}}}"
        table.cell(1, 0).text = f"{{%tr for row in table_{number} %}}"
        table.cell(3, 0).text = "{%tr endfor %}"
    document.save(target)


def _template_paragraphs(narrative: list[Row]) -> Iterator[str]:
    heads = _Heads()
    for number, row in enumerate(narrative):
        title, text = (_places(row[key] or "") for key in ("标题", "正文"))
        if row["层级"] == "二级" and row["来源"]:
            yield f"{{%p for title, text in rows_{number} %}}"
            yield "{{ title }}{{ text }}"
            yield "{%p endfor %}"
        elif row["来源"] and row["层级"] == "正文":
            yield f"{text}{{{{ rows_{number} }}}}"
        else:
            yield heads.of(row["层级"], title) + text


def _places(text: str) -> str:
    return re.sub(r"\{([^{}]+)\}", r"{{ \1 }}", text)


class _Heads:
    """Numbers the headings: 一、 and （一）."""

    def __init__(self) -> None:
        self.counts = [0, 0]

    def of(self, level: str, title: str) -> str:
        """Return `title` with its number."""
        if level == "一级":
            self.counts = [self.counts[0] + 1, 0]
            return f"{hanzi(self.counts[0])}、{title}"
        if level == "二级":
            self.counts[1] += 1
            return f"（{hanzi(self.counts[1])}）{title}。"
        return title


def _narrative(rows: Iterable[Mapping[Any, Any]]) -> list[Row]:
    """Return the rows of the text, forms and clauses made ready for filling in."""
    return [
        {key: CLAUSE.sub("", FORM.sub(r"{\1_\2}", text)) for key, text in row.items()}
        for row in (
            {key: value if isinstance(value, str) else "" for key, value in row.items()} for row in rows
        )
    ]


def _values(year: Year) -> dict[str, str]:
    """Return every value the text has a place for, written."""
    wordings = year.sheets["选项表"].dropna(subset="规范表述")
    theme = year.sheets["年度主题"].iloc[0]
    found = figures(year)
    return {
        **{name: written(value) for name, value in year.settings.items()},
        **dict(zip(wordings["规范表述"], wordings["正确写法"], strict=True)),
        "年度主题": theme["名称"],
        "年度主题简称": theme["简称"],
        **{name: written(value) for name, value in found.items()},
        "家风故事数_余": roughly(found["家风故事数"]),
        "换届日期_年月日": written(found["换届日期"]),
    }


def _paragraphs(year: Year, values: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the level and the text of each paragraph."""
    heads = _Heads()
    filled = defaultdict(str, values)  # a figure the text has come to use since costs nothing here
    for row in _narrative(year.sheets["总结底稿"].to_dict("records")):
        level, text = row["层级"], row["正文"].format_map(filled)
        found = _sources(year, row) if row["来源"] else ""
        if isinstance(found, list):
            yield from ((level, title + sentence) for title, sentence in found)
        else:
            yield level, heads.of(level, row["标题"].format_map(filled)) + text + found


def _sources(year: Year, row: Row) -> Any:
    """Return what a row with 来源 is written from: a joined text, or titles and texts, or nothing."""
    sheet, _, condition = row["来源"].partition("：")
    if row["层级"] == "附件":
        return ""
    frame = _picked(year.sheets[sheet], condition)
    sentences = [f"{text.rstrip('。；')}" for text in frame[SENTENCES[sheet]]]
    if row["层级"] == "正文":
        return "；".join(f"{hanzi(n)}是{text}" for n, text in enumerate(sentences, 1)) + "。"
    titles = [f"（{hanzi(n)}）{title}。" for n, title in enumerate(frame["标题"], 1)]
    return list(zip(titles, (f"{text}。" for text in sentences), strict=True))


def _picked(frame: pd.DataFrame, condition: str) -> pd.DataFrame:
    for clause in condition.split(" 且 "):
        column, _, values = clause.partition("=")
        held = frame[column].isin(values.split("、")) if values else frame[clause.split()[0]].notna()
        frame = frame[held]
    return frame


def _lines(year: Year, sheet: str, values: dict[str, str]) -> Iterator[list[str]]:
    """Yield the lines of an attached list."""
    frame = year.sheets[sheet].assign(**_added(year, sheet, values))
    for number, row in enumerate(frame[list(LISTS[sheet])].itertuples(index=False), 1):
        yield [str(number), *(written(value) for value in row)]


def _added(year: Year, sheet: str, values: dict[str, str]) -> dict[str, Any]:
    """Return the column an attached list shows and its sheet does not hold."""
    if sheet == "重点项目清单":
        return {"进度": year.sheets[sheet]["编号"].map(_progress(year))}
    if sheet == "书记责任清单":
        return {"完成次数": year.sheets[sheet]["对应指标"].map(values)}
    return {}


def _progress(year: Year) -> pd.Series[Any]:
    tasks = year.sheets["重点任务立项分解表"]
    tasks = tasks[tasks["状态"] != "调整取消"]
    weights = tasks["权重"].fillna(1)
    done = weights.where(tasks["状态"] == "完成", 0)
    share = done.groupby(tasks["所属项目"]).sum() / weights.groupby(tasks["所属项目"]).sum()
    return share.map(lambda part: f"{written(round(100 * part, 1))}%")


WAYS: dict[str, Callable[..., None]] = {
    "template": make_template,
    "one-call": one_call,
    "each-sheet": each_sheet,
}

if __name__ == "__main__":
    WAYS[sys.argv[1]](*sys.argv[2:])
