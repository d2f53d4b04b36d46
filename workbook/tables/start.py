"""The settings: one branch, one year (基本信息)."""

from workbook.spec import DATE, LASTING, NUMBER, TEXT, Column, Table, choice

BASICS = Table(
    "basics",
    sheet="基本信息",
    group="后台",
    lasts=LASTING,
    upright=True,
    landscape=False,
    note="每年开年先填本表。全部表格、指标和总结都从这里取年度和名称。",
    columns=(
        Column("year", "年度", NUMBER, required=True, low=2000, high=2100, help="四位数字，如 2022；不写“年”字。"),
        Column("unit", "单位全称", TEXT, required=True, help="与公章一致。"),
        Column("unit_short", "单位简称", TEXT, required=True, help="总结行文中的称呼，如“市某某局”。"),
        Column("branch", "支部名称", TEXT, required=True, help="全称，如“中共某某市某某局支部委员会”。"),
        Column("superior", "上级党组织", TEXT, help="审批和报送的上级党组织名称。"),
        Column("sector", "主管领域", TEXT, help="本单位主管的工作领域，如“档案”。"),
        Column("has_committee", "设支部委员会", choice("是否"), help="设支委会填“是”。"),
        Column("has_groups", "划分党小组", choice("是否"), help="划分了党小组填“是”。"),
        Column("has_leading_group", "设党组", choice("是否"), help="本单位设党组（党委）填“是”。"),
        Column("term_from", "本届任期起", DATE, help="本届支委会选出之日。"),
        Column("term_to", "本届任期止", DATE, help="本届支委会任期届满之日。"),
        Column("majority", "选举得票基数", choice("选举得票基数"), default="应到会",
               help="当选须超过半数，半数按应到会还是按实到会算，以上级党组织的要求为准；空着按应到会。"),
        Column("due_soon_days", "临期提醒天数", NUMBER, default=15, low=1, high=90,
               help="离完成时限不足这些天时提醒；空着按 15 天。"),
        Column("report_soon_days", "报送提醒天数", NUMBER, default=3, low=1, high=30,
               help="离报送时限不足这些天时提醒；空着按 3 天。"),
        Column("day_hours", "单日时长上限", NUMBER, unit="小时", default=12, low=1, high=24,
               help="一人一天的服务时长或一场活动的学时超过它即提醒；空着按 12 小时。"),
        Column("numbering", "层级序数", choice("层级序数"), default="一、（一）",
               help="总结的层级序数样式；空着按“一、（一）”。"),
        Column("signed", "总结落款", choice("是否"), default="否", help="总结末尾写落款和日期填“是”。"),
        Column("version", "模板版本", TEXT, help="由程序填写，请勿改动。"),
    ),
)  # fmt: skip
