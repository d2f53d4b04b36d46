"""The people: roster, changes, talks and dues (党员). No ID number and no telephone, by design."""

from workbook.derive import birthday, paid_in_year
from workbook.spec import (
    DATE,
    LASTING,
    MONTH,
    NUMBER,
    PERSON,
    TEXT,
    Column,
    Derived,
    Table,
    choice,
    reference,
)
from workbook.tables.ledgers import FILED, YEAR
from workbook.tables.lists import REMARK

MEMBERS = Table(
    "members",
    sheet="党员花名册",
    group="党员",
    lasts=LASTING,
    note="一名党员一行；调走的不删除，填转出日期。请勿填写身份证号和电话号码。",
    identity=("name",),
    names="name",
    columns=(
        Column("name", "姓名", TEXT, required=True, width=9, help="同名的加后缀区分，如“李伟（办）”。"),
        Column("sex", "性别", choice("性别"), width=5),
        Column("nation", "民族", TEXT, width=6),
        Column("born", "出生年月", MONTH, width=9, help="如 1985-03。"),
        Column("schooling", "学历", choice("学历"), width=9),
        Column("office", "科室", choice("科室"), width=10),
        Column("job", "职务职级", TEXT, width=14),
        Column("leader", "班子成员", choice("是否"), width=6, help="本单位领导班子成员填“是”。"),
        Column("standing", "党员类别", choice("党员类别"), required=True, width=9),
        Column("joined", "入党日期", DATE, required=True, width=10.5),
        Column("confirmed", "转正日期", DATE, width=10.5),
        Column("post", "党内职务", choice("党内职务"), width=9, help="支委会成员填；普通党员空着。"),
        Column("work", "支委分工", TEXT, width=18),
        Column("group", "党小组", choice("党小组"), width=10),
        Column("head", "党小组长", choice("是否"), width=6, help="所在党小组的组长填“是”。"),
        Column("community", "报到社区", choice("社区"), width=11, help="居住地社区。"),
        Column(
            "voting", "表决权", choice("是否"), width=7, default="是", printed=False, folded=True,
            help="没有表决权、选举权的填“否”；空着即有。",
        ),
        Column("arrived", "转入日期", DATE, width=10.5, printed=False, folded=True, help="组织关系转入本支部之日。"),
        Column("left", "转出日期", DATE, width=10.5, printed=False, folded=True, help="组织关系转出之日，从这天起不计入。"),
        REMARK,
        Derived("birthday", "政治生日", compute=birthday, of=("joined",), help="由入党日期得出。"),
    ),
)  # fmt: skip

CHANGES = Table(
    "changes",
    sheet="党员变动台账",
    group="党员",
    note="发展、转正、转入、转出各登一行，花名册同步更新。",
    dated="date",
    identity=("date", "name", "kind"),
    columns=(
        Column("date", "日期", DATE, required=True, width=10.5),
        Column("name", "姓名", PERSON, required=True, width=10),
        Column("kind", "变动类型", choice("变动类型"), required=True, width=14),
        Column("where", "来源或去向", TEXT, width=26),
        Column("meeting", "决议会议编号", reference("activities"), width=14, help="作出决议的党员大会在活动台账中的编号。"),
        Column("number", "批复文号", TEXT, width=22),
        Column("approved", "批复日期", DATE, width=10.5),
        FILED,
        YEAR,
        REMARK,
    ),
)  # fmt: skip

TALKS = Table(
    "talks",
    sheet="谈心谈话台账",
    landscape=False,
    group="党员",
    note="只登记何时、谁与谁谈；谈话内容不在本表记录。",
    dated="date",
    identity=("date", "speaker", "partner"),
    columns=(
        Column("date", "日期", DATE, required=True, width=12),
        Column("speaker", "谈话人", PERSON, required=True, width=12),
        Column("partner", "谈话对象", PERSON, required=True, width=12),
        Column("kind", "关系", choice("谈话关系"), required=True, width=16),
        Column("reason", "谈话时机", choice("谈话时机"), width=20),
        YEAR,
    ),
)  # fmt: skip

PAID_HELP = "实交金额；查明没有交的填 0，空着即还没有登。"
MONTHS = tuple(
    Column(f"m{month}", f"{month}月", NUMBER, unit="元", low=0, width=8, month=month, help=PAID_HELP)
    for month in range(1, 13)
)

DUES = Table(
    "dues",
    sheet="党费台账",
    group="党员",
    note="一名党员一行，按月填实交金额（元）。",
    identity=("name",),
    columns=(
        Column("name", "姓名", PERSON, required=True, width=10),
        Column("monthly", "月应交", NUMBER, unit="元", low=0, width=9, help="按规定免交的填 0。"),
        *MONTHS,
        Column("remark", "备注", TEXT, width=18),
        Column("base", "交纳基数", NUMBER, unit="元", low=0, width=9, printed=False, folded=True,
               help="可以不填；填了就按现行比例核对“月应交”，经批准少交的空着。"),
        Derived("paid", "全年实交", NUMBER, unit="元", compute=paid_in_year,
                of=("monthly", *(month.key for month in MONTHS)), help="1月至12月实交之和。"),
    ),
)  # fmt: skip
