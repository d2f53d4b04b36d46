"""The fixed layout of 看板: where each block of numbers stands, and the charts that are drawn from them.

The builder draws by it, the button writes by it; the charts refer to the cells, so they live without Python.
"""

from __future__ import annotations

from dataclasses import dataclass

MONTHS = tuple(f"{month}月" for month in range(1, 13))
WIDTHS = (26.0, *(6.5 for _ in MONTHS), 8.0, 16.0, 14.0)  # of the columns from A on, in half-width characters
NOTE_ROW = 28  # the line that says when it was refreshed; the charts stand above


@dataclass(frozen=True)
class Chart:
    """A chart of a panel, from its cell in the one of `corners` to that in the other.

    `kind` is stacked_bar or column. Each of `series`, column titles, is drawn over the first column; without
    `series` each of the first `lines` lines is drawn over the months.
    """

    title: str
    kind: str
    corners: tuple[str, str]
    series: tuple[str, ...] = ()
    lines: int = 0


@dataclass(frozen=True)
class Panel:
    """A block of 看板: its title stands in row `top`, below it column titles, then `lines` of numbers."""

    key: str
    title: str
    top: int
    columns: tuple[str, ...]
    lines: int
    chart: Chart | None = None

    @property
    def first(self) -> int:
        """Return the first row of numbers."""
        return self.top + 2

    @property
    def last(self) -> int:
        """Return the last row of numbers."""
        return self.top + 1 + self.lines


PROGRESS = Panel(
    "progress",
    "清单进度",
    top=30,
    columns=("清单", "全部", "完成", "未到期", "临期", "逾期", "常态", "未写时限", "完成率%"),
    lines=4,
    chart=Chart("清单进度", "stacked_bar", ("A4", "G15"), ("完成", "未到期", "临期", "逾期", "常态")),
)
STUDY = Panel(
    "study",
    "个人学时",
    top=37,
    columns=("学时", "人数", "累计"),
    lines=6,
    chart=Chart("个人学时（人数）", "column", ("H16", "P27"), ("人数",)),
)
SERVICE = Panel(
    "service",
    "志愿服务小时",
    top=46,
    columns=("组织方式", *MONTHS, "合计"),
    lines=4,
    chart=Chart("志愿服务小时", "column", ("A16", "G27"), lines=1),
)
PROJECTS = Panel(
    "projects", "各项目进度", top=53, columns=("项目", "任务", "完成", "逾期", "进度%"), lines=15
)
HELD = Panel(
    "held",
    "各月开展",
    top=71,
    columns=("事项", *MONTHS, "合计", "要求", "达到"),
    lines=50,
    chart=Chart("各月会议和活动（场）", "column", ("H4", "P15"), lines=1),
)
PANELS = (PROGRESS, STUDY, SERVICE, PROJECTS, HELD)
