"""What the benchmark measured, as medians and paired ratios, and the targets it is held against."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from statistics import median
from unicodedata import east_asian_width

from workbook.tables import TABLES

YEAR, MIDDLE, LARGE = 450, 3_000, 50_000  # rows; one real year is the first
SIZES = (YEAR, MIDDLE, LARGE)
FEW, MANY = 20, 2_000  # rows of a Word table
FEW_BOOKS, MANY_BOOKS = 5, 50  # of a night
WHOLE = {
    "floor": "解释器和所用的库（底线）",
    "calamine": "calamine 逐表读出",
    "read": "本程序读取",
    "figures": "本程序读取、校验、算数字",
    "regenerate": "本程序全程（regenerate）",
    "lawless": "同上，不对照法规和规定动作",
    "one-call": "对照一：pandas 一次读取，docxtpl",
    "each-sheet": "对照二：pandas 逐表读取，python-docx",
}
CLICKED = {
    "click floor": "解释器和点击所用的库（底线）",
    "click own": "点“生成总结”，不含等 LibreOffice 的时间",
    "click": "点“生成总结”，整个进程",
    "click lean": "同上，没有装 pandas",
}
NIGHTS = {
    "night first": "第一次，全部重算",
    "night same": "内容都没有变",
    "night one": "变了一本",
}
WEIGHED = ("regenerate", "one-call", "each-sheet")  # the others are smaller than what starts them
INSIDE = {"inside calamine": "calamine 逐表读出", "inside read": "本程序读取", "inside line": "本程序全程"}
SHEETS = 1 + len({table.sheet for table in TABLES})  # with the page of the rules
MOST_CALLS = 75 + 2 * SHEETS  # of one click, whatever it finds; xlwings asks a write ten times for names
MET, MISSED = "达到", "未达到"

Key = tuple[str, int]  # the step, and how many rows


@dataclass(frozen=True)
class Target:
    """A bound on one number: at least or at most so much."""

    name: str
    value: float
    bound: float
    least: bool = False
    unit: str = " 倍"

    @property
    def met(self) -> bool:
        """Tell whether the number keeps to the bound."""
        return self.value >= self.bound if self.least else self.value <= self.bound


@dataclass
class Results:
    """Seconds and megabytes by step and rows, a value a round; `lengths` of the documents in characters."""

    seconds: defaultdict[Key, list[float]] = field(default_factory=lambda: defaultdict(list))
    megabytes: defaultdict[Key, list[float]] = field(default_factory=lambda: defaultdict(list))
    lengths: dict[str, int] = field(default_factory=dict)
    modules: int = 0
    calls: int = 0  # of the spreadsheet by one click

    def add(self, step: str, size: int, seconds: float, megabytes: float | None = None) -> None:
        """Keep what one process took."""
        self.seconds[step, size].append(seconds)
        if megabytes is not None:
            self.megabytes[step, size].append(megabytes)

    def ratio(self, over: Key, under: Key) -> float:
        """Return the median of the ratios of two steps, round by round."""
        pairs = zip(self.seconds[over], self.seconds[under], strict=True)
        return median(a / b for a, b in pairs)

    def as_json(self) -> str:
        """Return every value of every round as JSON."""
        times = {f"{step} {size}": values for (step, size), values in self.seconds.items()}
        peaks = {f"{step} {size}": values for (step, size), values in self.megabytes.items()}
        return json.dumps(
            {"seconds": times, "megabytes": peaks, "characters": self.lengths, "calls": self.calls}, indent=1
        )

    @property
    def sizes(self) -> tuple[int, ...]:
        """Return the sizes that were measured."""
        return tuple(size for size in SIZES if ("regenerate", size) in self.seconds)


def targets(results: Results) -> Iterator[Target]:
    """Yield what is to be reached and was measured."""
    regenerate = ("regenerate", YEAR)
    for size in results.sizes[1:]:
        whole = results.ratio(("read", size), ("calamine", size))
        yield Target(f"读取与 calamine 之比，{size} 行，整个进程", whole, 2.5)
        inside = results.ratio(("inside read", size), ("inside calamine", size))
        yield Target(f"读取与 calamine 之比，{size} 行，同一进程内", inside, 2.5)
    yield Target("全程与底线之比，450 行", results.ratio(regenerate, ("floor", YEAR)), 3.5)
    for size in results.sizes:
        law = results.ratio(("regenerate", size), ("lawless", size))
        yield Target(f"对照法规和规定动作与不对照之比，{size} 行", law, 1.25)
    yield Target("比对照一快，450 行", results.ratio(("one-call", YEAR), regenerate), 2.5, least=True)
    yield Target("比对照二快，450 行", results.ratio(("each-sheet", YEAR), regenerate), 8, least=True)
    yield from _growth(results)
    yield from _clicks(results)
    yield from _nights(results)


def _nights(results: Results) -> Iterator[Target]:
    """Yield what a night over many workbooks may cost."""
    first, few = ("night first", MANY_BOOKS), ("night first", FEW_BOOKS)
    if first in results.seconds:
        for step, name, bound in (("night same", "没有变化", 3), ("night one", "变了一本", 6)):
            share = 100 * results.ratio((step, MANY_BOOKS), first)
            yield Target(f"{MANY_BOOKS} 本的一夜，{name}与第一次之比", share, bound, unit=" %")
        each = results.ratio(first, few) * FEW_BOOKS / MANY_BOOKS
        yield Target(f"第一次每本耗时，{MANY_BOOKS} 本比 {FEW_BOOKS} 本", each, 1)
        if results.megabytes[first]:
            peak = max(results.megabytes[first]) / max(results.megabytes[few])
            yield Target(f"内存峰值，{MANY_BOOKS} 本比 {FEW_BOOKS} 本", peak, 1.2)


def _clicks(results: Results) -> Iterator[Target]:
    click = ("click", YEAR)
    if click in results.seconds:
        own = results.ratio(("click own", YEAR), ("click floor", YEAR))
        yield Target("点击与底线之比，450 行，不含等 LibreOffice", own, 2.5)
        yield Target("装了 pandas 与没装之比，点击", results.ratio(click, ("click lean", YEAR)), 1.05)
        yield Target(f"点击调用 LibreOffice 的次数，{SHEETS} 张表", results.calls, MOST_CALLS, unit=" 次")


def _growth(results: Results) -> Iterator[Target]:
    many, few = ("word", MANY), ("word", FEW)
    yield Target(f"Word 表格每行耗时，{MANY} 行比 {FEW} 行", results.ratio(many, few), 1.25)
    if LARGE in results.sizes:
        grown = results.ratio(("inside line", LARGE), ("inside line", MIDDLE)) * MIDDLE / LARGE
        yield Target(f"全程每行耗时，{LARGE} 行比 {MIDDLE} 行", grown, 1.25)
    if results.megabytes["regenerate", LARGE]:
        peak = max(results.megabytes["regenerate", LARGE])
        yield Target(f"全程的内存峰值，{LARGE} 行", peak, 200, unit=" MB")


def report(results: Results) -> str:
    """Write the results as aligned tables."""
    sizes = results.sizes
    heads = [f"{size} 行" for size in sizes]
    parts = [
        aligned([("整个进程，毫秒", *heads), *_times(results, WHOLE)]),
        aligned([("同一进程内，毫秒", *heads), *_times(results, INSIDE)]),
        aligned([("在 LibreOffice 里，毫秒", *heads), *_times(results, CLICKED)]),
        aligned([("一夜，毫秒", f"{FEW_BOOKS} 本", f"{MANY_BOOKS} 本"), *_night_times(results)]),
        aligned([("内存峰值，MB", *heads), *_peaks(results)]),
        aligned([("目标", "结果", "要求", ""), *(_line(target) for target in targets(results))]),
        f"底线包含本程序导入的 {results.modules} 个模块。写出的文档字数：{_lengths(results)}。",
    ]
    return "\n\n".join(parts)


def _times(results: Results, steps: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for step, name in steps.items():
        times = [results.seconds.get((step, size)) for size in results.sizes]
        yield name, *(f"{1000 * median(each):.0f}" if each else "—" for each in times)


def _night_times(results: Results) -> Iterator[tuple[str, ...]]:
    for step, name in NIGHTS.items():
        times = [results.seconds.get((step, count)) for count in (FEW_BOOKS, MANY_BOOKS)]
        yield name, *(f"{1000 * median(each):.0f}" if each else "—" for each in times)


def _peaks(results: Results) -> Iterator[tuple[str, ...]]:
    for step in WEIGHED:
        name = WHOLE[step]
        peaks = [results.megabytes.get((step, size)) for size in results.sizes]
        yield name, *(f"{max(each):.0f}" if each else "—" for each in peaks)


def _line(target: Target) -> tuple[str, ...]:
    sign = "≥" if target.least else "≤"
    verdict = MET if target.met else MISSED
    return target.name, f"{target.value:.2f}{target.unit}", f"{sign} {target.bound:g}{target.unit}", verdict


def _lengths(results: Results) -> str:
    return "，".join(f"{WHOLE[step].partition('：')[0]} {length}" for step, length in results.lengths.items())


def aligned(rows: Iterable[tuple[str, ...]]) -> str:
    """Write rows in columns: the first to the left, the others to the right; Chinese is two wide."""
    lines = list(rows)
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            text + gap if place == 0 else gap + text
            for place, (text, gap) in enumerate(
                (text, " " * (width - _width(text))) for text, width in zip(line, widths, strict=True)
            )
        ).rstrip()
        for line in lines
    )


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WFA" else 1 for letter in text)
