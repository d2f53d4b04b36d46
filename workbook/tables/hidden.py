"""Sheets hidden until they are asked for: election, votes, points."""

from workbook.spec import DATE, LASTING, NUMBER, PEOPLE, TEXT, Column, Table, choice, reference
from workbook.tables.ledgers import FILED, YEAR

ELECTION = Table(
    "election",
    sheet="换届选举台账",
    group="专用",
    lasts=LASTING,
    lines=2,
    hidden=True,
    note="换届选举的十五个步骤，一步一行；任期届满前 12 个月起显示。",
    dated="done",
    identity=("step",),
    narrates=("step", "step"),
    columns=(
        Column("id", "步骤号", NUMBER, required=True, low=1, high=99, width=6),
        Column("step", "步骤", TEXT, required=True, width=18),
        Column("work", "主要工作", TEXT, width=31),
        Column("papers", "形成材料", TEXT, width=28.5),
        Column("planned", "计划日期", DATE, yearly=True, width=10.5),
        Column("done", "完成日期", DATE, yearly=True, width=10.5),
        Column("number", "文号", TEXT, yearly=True, width=14),
        Column("expected", "应到会", NUMBER, unit="人", low=0, yearly=True, width=6,
               help="有选举权的正式党员，减去核减的人数。"),
        Column("present", "实到会", NUMBER, unit="人", low=0, yearly=True, width=6,
               help="到会的有选举权的正式党员；列席的不计。"),
        Column("seats", "应选名额", NUMBER, unit="名", low=0, yearly=True, width=6),
        Column("candidates", "候选人数", NUMBER, unit="名", low=0, yearly=True, width=6),
        Column("lowest", "最低当选得票", NUMBER, unit="票", low=0, yearly=True, width=7,
               help="当选的人里得票最少的那个票数。"),
        FILED._replace(width=14),
        Column("owner", "责任人", PEOPLE, width=8),
        Column("remark", "备注", TEXT, yearly=True, width=19),
        Column("reduced", "核减人数", NUMBER, unit="人", low=0, yearly=True, width=8, printed=False, folded=True,
               help="按规定可以不计入应到会的党员，须报上级党组织同意，并经党员大会通过。"),
        Column("excuse", "核减原因", choice("核减原因", several=True), yearly=True, width=20, printed=False,
               folded=True, help="有几种原因的，用顿号隔开。"),
    ),
)  # fmt: skip

GRADES = tuple(
    Column(key, f"评议{title}", NUMBER, unit="人", low=0, width=7,
           help="民主评议党员中评为这一等次的人数。")
    for key, title in (("excellent", "优秀"), ("good", "合格"), ("fair", "基本合格"), ("poor", "不合格"))
)  # fmt: skip

VOTES = Table(
    "votes",
    sheet="议题表决台账",
    group="专用",
    hidden=True,
    note="每项议题的表决一行；应到会、实到会只计有表决权的正式党员。民主评议一次一行，只填各等次的人数。",
    dated="date",
    identity=("date", "item"),
    columns=(
        Column("date", "日期", DATE, required=True, width=10.5),
        Column("event", "活动编号", reference("activities"), width=8, help="在哪次党员大会或支委会上表决。"),
        Column("item", "议题", TEXT, required=True, width=34),
        Column("kind", "议题类别", choice("议题类别"), width=13),
        Column("expected", "应到会", NUMBER, unit="人", low=0, width=7),
        Column("present", "实到会", NUMBER, unit="人", low=0, width=7),
        Column("yes", "赞成", NUMBER, unit="票", low=0, width=6),
        Column("no", "反对", NUMBER, unit="票", low=0, width=6),
        Column("abstain", "弃权", NUMBER, unit="票", low=0, width=6),
        Column("outcome", "表决结果", choice("表决结果"), width=8),
        *GRADES,
        FILED._replace(width=20),
        Column("remark", "备注", TEXT, width=28.5),
        YEAR,
    ),
)  # fmt: skip

POINTS = Table(
    "points",
    sheet="积分台账",
    group="专用",
    lasts=LASTING,
    hidden=True,
    note="本单位自定的积分办法，一行一项，默认不启用；启用后分值由程序从各台账算出，写在校验报告的“积分”表，不排名。",
    identity=("item",),
    columns=(
        Column("kind", "积分类别", choice("积分类别"), required=True, width=12),
        Column("item", "积分事项", TEXT, required=True, width=30),
        Column("ledger", "台账", TEXT, required=True, width=16),
        Column("condition", "条件", TEXT, width=40),
        Column("people", "计分人员列", TEXT, required=True, width=12, help="按台账哪一列的人计分，如“到场人员”。"),
        Column("points", "每次分值", NUMBER, required=True, width=9),
        Column("most", "年度上限", NUMBER, low=0, width=9),
        Column("basis", "依据", TEXT, width=30),
        Column("enabled", "启用", choice("是否"), required=True, width=7),
    ),
)  # fmt: skip
