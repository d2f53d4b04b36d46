"""The three lists: what the branch must do this year (清单)."""

from workbook.derive import ALERTS, alert, progress
from workbook.spec import (
    DATE,
    DEADLINE,
    LASTING,
    NUMBER,
    PEOPLE,
    PERSON,
    TEXT,
    UNFINISHED,
    Column,
    Derived,
    Table,
    choice,
    reference,
)

STATUS = Column(
    "status", "状态", choice("状态"), required=True, width=8, help="未开始、进行中、完成或调整取消。"
)
DONE = Column("done", "完成日期", DATE, width=10.5, yearly=True, help="状态为“完成”时填实际完成之日。")
RESULT = Column(
    "result", "完成情况", TEXT, width=24, yearly=True, help="用一两句话写实际做了什么、成效如何。"
)
EVIDENCE = Column("evidence", "佐证编号", reference("any", several=True), width=21, yearly=True,
                  help="佐证所在行的编号，多个用顿号隔开；活动、成果、文件等台账的编号都可以。")  # fmt: skip
DUE_HELP = "日期，或“4月底前”“上半年”“第三季度”“长期坚持”。"
REMARK = Column("remark", "备注", TEXT, width=16, printed=False, folded=True)

PROJECTS = Table(
    "projects",
    sheet="重点项目清单",
    group="清单",
    lasts=UNFINISHED,
    note="一行一个项目。进度由任务分解表算出，不用填。",
    identity=("name",),
    narrates=("name", "result"),
    attached=("name", "goal", "measures", "leader", "owner", "due", "status", "progress"),
    columns=(
        Column("id", "编号", TEXT, required=True, width=8, help="如 XM-01，排序后不变。"),
        Column("kind", "项目类别", choice("项目类别"), width=9),
        Column("name", "项目名称", TEXT, required=True, width=18),
        Column("problem", "拟解决的问题", TEXT, width=18),
        Column("goal", "目标与预期成效", TEXT, required=True, width=22),
        Column("measures", "主要措施", TEXT, width=22),
        Column("leader", "牵头领导", PERSON, width=8),
        Column("office", "责任科室", choice("科室"), width=9),
        Column("owner", "责任人", PEOPLE, required=True, width=8),
        Column("begin", "起始日期", DATE, width=10.5),
        Column("due", "完成时限", DEADLINE, required=True, width=14, help=DUE_HELP),
        STATUS,
        DONE,
        RESULT,
        EVIDENCE,
        Column("approved", "立项日期", DATE, width=11, printed=False, folded=True),
        Column("accepted", "验收日期", DATE, width=11, printed=False, folded=True),
        Column("funds", "经费", NUMBER, unit="元", low=0, width=10, printed=False, folded=True),
        REMARK,
        Derived("progress", "进度", NUMBER, unit="%", compute=progress, help="已完成任务占本项目任务的百分比，有权重的按权重。"),
        Derived("alert", "预警", compute=alert, of=("status", "due"), words=ALERTS,
                help="完成、逾期、临期、未到期或常态。"),
    ),
)  # fmt: skip

TASKS = Table(
    "tasks",
    sheet="重点任务立项分解表",
    group="清单",
    lasts=UNFINISHED,
    note="一行一项任务，写明所属项目；项目进度由这里的状态算出。",
    identity=("task",),
    narrates=("task", "result"),
    attached=("task", "measures", "leader", "office", "owner", "due", "status", "result"),
    columns=(
        Column("id", "编号", TEXT, width=8, help="如 RW-01；空着时按任务名称识别。"),
        Column("project", "所属项目", reference("projects"), width=8, help="重点项目清单中的编号；不属于项目的任务空着。"),
        Column("source", "来源", TEXT, width=14, help="上级文件、年度要点等。"),
        Column("task", "重点任务", TEXT, required=True, width=22),
        Column("measures", "具体措施", TEXT, required=True, width=26),
        Column("leader", "牵头领导", PERSON, width=8),
        Column("office", "责任科室", choice("科室"), width=9),
        Column("owner", "责任人", PEOPLE, required=True, width=8),
        Column("due", "完成时限", DEADLINE, required=True, width=14, help=DUE_HELP),
        STATUS,
        DONE,
        RESULT,
        EVIDENCE,
        Column("weight", "权重", NUMBER, low=0, high=100, width=6, yearly=True, help="同一项目各任务权重合计 100；都不填即平均计算。"),
        Column("helpers", "协办科室", choice("科室", several=True), width=14, printed=False, folded=True),
        Column("q1", "一季度节点", TEXT, width=18, yearly=True, printed=False, folded=True),
        Column("q2", "二季度节点", TEXT, width=18, yearly=True, printed=False, folded=True),
        Column("q3", "三季度节点", TEXT, width=18, yearly=True, printed=False, folded=True),
        Column("q4", "四季度节点", TEXT, width=18, yearly=True, printed=False, folded=True),
        Column("follow_up", "督办记录", TEXT, width=24, yearly=True, printed=False, folded=True),
        Derived("alert", "预警", compute=alert, of=("status", "due"), words=ALERTS,
                help="完成、逾期、临期、未到期或常态。"),
    ),
)  # fmt: skip

DUTIES = Table(
    "duties",
    sheet="书记责任清单",
    group="清单",
    lasts=LASTING,
    note="党支部书记抓基层党建工作责任清单，一行一项责任。",
    identity=("duty",),
    narrates=("duty", "result"),
    attached=("duty", "demand", "owner", "due", "status", "planned"),
    columns=(
        Column("id", "编号", TEXT, width=8, help="如 ZR-01。"),
        Column("kind", "责任类别", choice("责任类别"), required=True, width=10),
        Column("duty", "责任事项", TEXT, required=True, width=24),
        Column("demand", "具体要求", TEXT, width=30),
        Column("basis", "依据", TEXT, width=20, help="文件或法规名称，须与规范表述一致。"),
        Column("owner", "责任人", PEOPLE, required=True, width=8),
        Column("due", "完成时限", DEADLINE, required=True, width=14, help=DUE_HELP),
        Column("planned", "计划次数", NUMBER, low=0, width=6),
        Column("indicator", "对应指标", reference("indicators"), width=12, help="统计口径中的指标名；完成次数由它算出。"),
        STATUS,
        DONE,
        RESULT,
        EVIDENCE,
        Column("problems", "问题与整改", TEXT, width=24, yearly=True, printed=False, folded=True),
        REMARK,
        Derived("alert", "预警", compute=alert, of=("status", "due"), words=ALERTS,
                help="完成、逾期、临期、未到期或常态。"),
    ),
)  # fmt: skip
