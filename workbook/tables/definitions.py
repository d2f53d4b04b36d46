"""What is counted, required, said and offered for choice: rows the office may change (文稿, 后台)."""

from workbook.spec import DATE, LASTING, NUMBER, PERSON, TEXT, Column, Table, choice

NARRATIVE = Table(
    "narrative",
    sheet="总结底稿",
    group="文稿",
    lasts=LASTING,
    landscape=False,
    note="总结的文字写在这里，数字写成 {指标名}，由程序填入；【】内的话在其数字确认为零时略去。",
    identity=("level", "title"),
    columns=(
        Column("level", "层级", choice("层级"), required=True, width=8, help="标题、一级、二级、正文或附件。"),
        Column("title", "标题", TEXT, width=22, help="不写序数，序数由程序编。"),
        Column("text", "正文", TEXT, width=70, help="数字写 {指标名}，如 {主题党日次数}；名称写 {单位简称}；{统计期间} 是全年，年没有过完是今年以来。"),
        Column("source", "来源", TEXT, width=22, help="由哪张表哪些行写出，如“问题与打算：类型=问题”。"),
        Column("output", "输出", choice("输出"), width=9, help="是、否，或有数才写；空着即是。"),
    ),
)  # fmt: skip

THEMES = Table(
    "themes",
    sheet="年度主题",
    group="后台",
    landscape=True,
    note="一年可以有一个或几个主题；简称供各台账下拉选用，全称和规范写法在规范表述中。",
    identity=("short",),
    names="short",
    columns=(
        Column("name", "名称", TEXT, required=True, width=44, help="规范全称，一字不差。"),
        Column("short", "简称", TEXT, required=True, width=16, help="各台账“年度主题”一列里选的就是它。"),
        Column("level", "级别", choice("主题级别"), width=10),
        Column("begin", "起", DATE, width=11),
        Column("end", "止", DATE, width=11),
        Column("document", "部署文件", TEXT, width=44),
        Column("remark", "备注", TEXT, width=20),
    ),
)  # fmt: skip

REQUIREMENTS = Table(
    "requirements",
    sheet="规定动作",
    group="后台",
    lasts=LASTING,
    note="多久必须做几次，一行一项；上级有更细要求的，在末尾加行即可。",
    identity=("id",),
    columns=(
        Column("id", "编号", TEXT, required=True, width=6.5),
        Column("name", "规定动作", TEXT, required=True, width=20),
        Column("ledger", "台账", TEXT, required=True, width=14),
        Column("condition", "条件", TEXT, width=24),
        Column("count", "计算", TEXT, required=True, width=8),
        Column("period", "周期", choice("周期"), required=True, width=6),
        Column("least", "最少", NUMBER, low=0, width=6),
        Column("most", "最多", NUMBER, low=0, width=6),
        Column("applies", "适用情形", choice("适用情形"), width=10),
        Column("severity", "级别", choice("级别"), required=True, width=6),
        Column("basis", "依据", TEXT, width=33),
        Column("article", "条款", TEXT, width=8.5),
        Column("standing", "依据状态", choice("依据状态"), required=True, width=7),
        Column("enabled", "启用", choice("是否"), required=True, width=6),
        Column("since", "生效年度", NUMBER, low=2000, high=2100, width=9, printed=False, folded=True),
        Column("grace", "次年宽限月数", NUMBER, low=0, high=6, width=9, printed=False, folded=True,
               help="归属本年度、次年前几个月办的也算；如 3，即到次年3月底。"),
    ),
)  # fmt: skip

INDICATORS = Table(
    "indicators",
    sheet="统计口径",
    group="后台",
    lasts=LASTING,
    note="总结里的每个数字在这里有一行：数哪张台账、满足什么条件的行、怎么数。要多数一样，加一行即可。",
    identity=("name",),
    names="name",
    columns=(
        Column("name", "指标", TEXT, required=True, width=22, help="总结底稿里写 {指标名}。"),
        Column("ledger", "台账", TEXT, width=12, help="台账的表名；填报的空着。"),
        Column("condition", "条件", TEXT, width=40, help="如：类型=党课 且 主讲人身份=书记、班子成员。空着即全部行。"),
        Column("count", "计算", TEXT, required=True, width=12,
               help="次数、合计(列)、人次(列)、人数(列)、日期(列)、清单(列) 或 填报。"),
        Column("unit", "单位", TEXT, width=6),
        Column("begin", "起", DATE, width=10.5, help="只数这天以后的；空着即全年。"),
        Column("end", "止", DATE, width=10.5, help="只数这天以前的；空着即全年。"),
        Column("zero", "零值确认", choice("是否"), yearly=True, width=8, help="核实过本年确实没有，填“是”；不确定就空着。"),
        Column("stated", "填报值", NUMBER, yearly=True, width=8, help="台账算不出的数，填这里，并写明出处。"),
        Column("source", "出处", TEXT, yearly=True, width=20, help="填报值的文件、日期等依据。"),
        Column("stated_on", "填报日期", DATE, yearly=True, width=10.5),
    ),
)  # fmt: skip

EXPLANATIONS = Table(
    "explanations",
    sheet="情况说明",
    group="后台",
    note="对没有做到的事，在这里说明一次原因；说明后校验结果显示“已说明”，不再重复提醒。",
    identity=("rule", "subject"),
    columns=(
        Column("rule", "规则", TEXT, required=True, width=12, help="校验结果里的规则号。"),
        Column("subject", "期间或对象", TEXT, required=True, width=24, help="照校验结果“建议”的末一句填，如“第三季度”“HD-046”“张三”。"),
        Column("reason", "原因", TEXT, required=True, width=60),
        Column("speaker", "说明人", PERSON, required=True, width=10),
        Column("date", "日期", DATE, required=True, width=11),
    ),
)  # fmt: skip

OPTION_LISTS = (
    "活动类型", "兼作标签", "主体", "参加范围", "方式", "成果类别", "成果单位", "组织方式", "社区", "科室",
    "状态", "项目类别", "责任类别", "重点工作类别", "自查期间", "文件方向", "文件类别", "荣誉级别", "荣誉对象",
    "问题或打算", "问题来源", "性别", "学历", "党员类别", "党内职务", "党小组", "变动类型", "谈话关系",
    "谈话时机", "主题级别", "层级", "输出", "层级序数", "周期", "适用情形", "级别", "依据状态", "议题类别",
    "表决结果", "核减原因", "选举得票基数", "积分类别", "是否",
)  # fmt: skip

OPTIONS = Table(
    "options",
    sheet="选项表",
    group="后台",
    lasts=LASTING,
    note="各台账的下拉选项，一列一种，在列末加行即可；左侧规范表述是固定提法的正确写法，逐字引用。",
    columns=tuple(
        Column(f"list_{number}", title, TEXT, width=13, printed=False)
        for number, title in enumerate(OPTION_LISTS, 1)
    ),
)

WORDINGS = Table(
    "wordings",
    sheet="选项表",
    group="后台",
    lasts=LASTING,
    note=OPTIONS.note,
    identity=("right",),
    columns=(
        Column("name", "规范表述", TEXT, width=20, help="在总结底稿里写 {规范表述名} 即逐字引用。"),
        Column("right", "正确写法", TEXT, width=50),
        Column("wrong", "常见误写", TEXT, width=56, help="几种误写用分号隔开。"),
        Column("begin", "起用", DATE, width=11),
        Column("end", "停用", DATE, width=11),
    ),
)
