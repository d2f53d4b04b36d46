"""The sample year as plain lines, and who was there on a day by its roster."""

import csv
import re
from functools import cache
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "workbook" / "sample"
AS_OF = "2022-12-31"
Line = dict[str, str]


@cache
def sheets() -> dict[str, list[Line]]:
    return {path.stem: list(_lines(path)) for path in sorted(SAMPLE.glob("*.csv"))}


def _lines(path: Path) -> list[Line]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def data() -> dict[str, list[Line]]:
    return {key: rows for key, rows in sheets().items() if key not in ("options", "basics")}


def people(cell: str) -> list[str]:
    """Return the names in a people cell without remarks; 全体 and guests are left out."""
    names = [re.sub("（.*?）", "", name) for name in cell.split("、") if not name.startswith("外请")]
    return [name for name in names if name and not name.startswith("全体")]


def member(name: str) -> Line:
    return next(row for row in sheets()["members"] if row["姓名"] == name)


def on_roster(row: Line, day: str) -> bool:
    begins = max(row["入党日期"], row["转入日期"])
    return begins <= day and not (row["转出日期"] and row["转出日期"] <= day)


def roster(day: str) -> list[str]:
    return [row["姓名"] for row in sheets()["members"] if on_roster(row, day)]


def expected(event: Line) -> list[str]:
    here = [member(name) for name in roster(event["日期"])]
    scopes = {
        "全体党员": here,
        "支委": [row for row in here if row["党内职务"]],
        "班子": [row for row in here if row["班子成员"] == "是"],
        "党小组": [row for row in here if row["党小组"] == event["主体"]],
        "自定": [member(name) for name in people(event["参加人员"])],
    }
    return [row["姓名"] for row in scopes[event["参加范围"]]]


def present(event: Line) -> list[str]:
    return [name for name in expected(event) if name not in people(event["请假缺席人员"])]


def served(row: Line) -> list[str]:
    if not row["参加人员"].startswith("全体"):
        return people(row["参加人员"])
    return [name for name in roster(row["日期"]) if name not in people(row["参加人员"].replace("全体除", ""))]


def labels(event: Line) -> set[str]:
    return {event[title] for title in ("类型", "兼作一", "兼作二", "兼作三")} - {""}


def entitled(names: list[str], day: str) -> list[str]:
    """Return the full members among `names`, by the day they were confirmed."""
    return [name for name in names if (member(name)["转正日期"] or "9") < day]


def cells(titles: set[str]) -> list[tuple[str, str]]:
    return [(row[t], key) for key, rows in data().items() for row in rows for t in titles if row.get(t)]
