"""The sheets the program writes (结果): a person reads them and never types there."""

from workbook.spec import ANY, Column, Table

TODO = Table(
    "todo",
    sheet="还差什么",
    group="结果",
    written=True,
    landscape=False,
    one_page=True,
    note="点首页的“还差什么”，由程序写入，请勿填写；一页 A4，可以打印。",
    columns=(
        Column("what", "事项", width=54),
        Column("when", "时限", width=12),
        Column("who", "责任人", width=9),
        Column("where", "对应台账", width=26),
    ),
)

BOARD = Table(
    "board",
    sheet="看板",
    group="结果",
    written=True,
    note="本表由程序写入，请勿填写。",
    columns=(  # of its first panel; the whole layout stands in workbook.panels
        Column("what", "清单"),
        Column("total", "全部"),
        Column("done", "完成"),
        Column("on_time", "未到期"),
        Column("soon", "临期"),
        Column("late", "逾期"),
        Column("standing", "常态"),
        Column("undated", "未写时限"),
        Column("share", "完成率%"),
    ),
)

FINDINGS = Table(
    "findings",
    sheet="校验结果",
    group="结果",
    written=True,
    note="本表由程序写入，请勿填写；位置可点击跳转。",
    columns=(
        Column("kind", "类别", width=8),
        Column("severity", "级别", width=8),
        Column("place", "位置", width=24),
        Column("says", "问题", width=44),
        Column("fix", "建议", width=44),
        Column("accept", "采纳后", width=18),
        Column("basis", "依据", width=28),
        Column("code", "规则号", width=12),
    ),
)

SOURCES = Table(
    "sources",
    sheet="数字出处",
    group="结果",
    written=True,
    note="本表由程序写入，请勿填写；每个数字一行，写明由哪些行算出。",
    columns=(
        Column("name", "指标", width=26),
        Column("value", "数值", ANY, width=12),
        Column("unit", "单位", width=8),
        Column("state", "状态", width=12),
        Column("definition", "口径", width=50),
        Column("rows", "出处行", width=40),
        Column("remark", "说明", width=26),
    ),
)
