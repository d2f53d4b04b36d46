"""党小组: who heads each by 党员花名册, and who chairs its meetings."""

from collections import defaultdict
from collections.abc import Iterable

from addin.basis import CHAIRING, GROUP_MEETINGS, TEMPLATE
from addin.finding import ENTRY, HINT, SHORTFALL, WARNING
from addin.meetings import GROUP_MEETING
from addin.requirement import MET, Period, Standing, requirements, standings
from addin.rule import Found, Need, rule
from workbook.doubt import unreadable
from workbook.ledger import Ledgers, Row
from workbook.roster import HEAD, heads_on, members_on, names, names_on
from workbook.tables import ACTIVITIES, MEMBERS

GROUPED: tuple[Need, ...] = tuple((MEMBERS, key) for key in ("name", "group", "head", "arrived", "left"))


@rule(
    "MEET-016",
    SHORTFALL,
    WARNING,
    each=ACTIVITIES,
    basis=CHAIRING,
    needs=GROUPED,
    says="{group}的会由{person}主持，按花名册组长是{heads}。",
    why="党小组会由党小组组长召集并主持。",
    fix="请核对主持人和花名册的“党小组长”；本年换过组长、组长请假由别人主持的，可在“情况说明”里写明。",
)
def group_chaired_by_another(row: Row) -> Found:
    """Find 党小组会 chaired by a member who heads another group or none; guests and strangers are other
    rules', and where the roster names no head of the day nothing is said.
    """
    if row["kind"] != GROUP_MEETING or row.is_later or row.day is None or not row["chair"]:
        return
    heads, chairs = names(heads_on(row.ledgers, row.day, row["body"])), row["chair"].names
    if heads and not set(heads) & set(chairs):
        for name in names_on(row.ledgers, row.day).intersection(chairs):
            yield row.at("chair", person=name, group=row["body"], heads=heads)


@rule(
    "WHO-016",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    needs=GROUPED,
    says="{group}有两位在任的组长，另一位是{person}。",
    why="党小组会由谁主持，按花名册上的组长核对。",
    fix="不再担任组长的，清空“党小组长”；已经调走的，填写转出日期。",
)
def two_heads_of_one_group(ledgers: Ledgers) -> Found:
    """Find a second head of a group among those who are members today: one who left may have a successor."""
    for group, rows in _by_group(members_on(ledgers, ledgers.today)).items():
        heads = [row for row in rows if row["head"] == HEAD]
        for row in heads[1:]:
            yield row.at("head", group=group, person=heads[0]["name"])


def _by_group(rows: Iterable[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["group"] is not None:
            groups[row["group"]].append(row)
    return groups


@rule(
    "WHO-017",
    ENTRY,
    WARNING,
    each=MEMBERS,
    basis=TEMPLATE,
    needs=((MEMBERS, "group"),),
    says="{name}填了党小组长，没有编入党小组。",
    why="不知道是哪个党小组的组长，党小组会的主持人核对不了。",
    fix="请在“党小组”一列选他所在的小组；不是组长的，清空“党小组长”。",
)
def head_of_no_group(row: Row) -> Found:
    """Find heads who belong to no Party group."""
    if row["head"] == HEAD and row["group"] is None and not unreadable(row, "group"):
        yield row.at("head")


@rule(
    "WHO-018",
    ENTRY,
    HINT,
    basis=TEMPLATE,
    needs=GROUPED,
    says="没有写{group}由谁任组长。",
    why="别的党小组写了组长；没有写的，党小组会的主持人核对不了。",
    fix="请在组长那一行的“党小组长”填“是”；还没有定组长的，不用处理。",
)
def group_without_a_head(ledgers: Ledgers) -> Found:
    """Find groups without a head where another group has one; the first of their members is marked."""
    groups = _by_group(members_on(ledgers, None)) if ledgers.setting("has_groups") == "是" else {}
    headed = {group for group, rows in groups.items() if any(row["head"] == HEAD for row in rows)}
    for group, rows in groups.items():
        if headed and group not in headed:
            yield rows[0].at("head", group=group)


@rule(
    "MEET-017",
    SHORTFALL,
    WARNING,
    basis=GROUP_MEETINGS,
    needs=(*GROUPED, (ACTIVITIES, "kind"), (ACTIVITIES, "date"), (ACTIVITIES, "body")),
    says="{months}别的党小组开了会，{group}没有党小组会的登记。",
    why="党小组会一般每月召开一次，各小组分别召开。",
    fix="开过的，按原始材料核对日期和“主体”；没有开的、还没有这个组的，可在“情况说明”写明（期间{months}）。",
)
def group_without_a_meeting(ledgers: Ledgers) -> Found:
    """Find, by the periods of 规定动作, groups that did not meet while another did: of all, the row tells."""
    for requirement in requirements(ledgers) if ledgers.setting("has_groups") == "是" else ():
        if requirement.kinds == {GROUP_MEETING} and requirement.least:
            for standing in filter(_is_met_and_over, standings(requirement)):
                groups, months = tuple(_without(standing)), standing.period.name
                if groups:
                    yield requirement.row.at("name", subject=months, months=months, group=groups)


def _is_met_and_over(standing: Standing) -> bool:
    return standing.state == MET and standing.period.last < standing.requirement.row.ledgers.now


def _without(standing: Standing) -> list[str]:
    """Return the groups of all the period that did not meet in it, where every meeting names its group."""
    ledgers = standing.requirement.row.ledgers
    groups, met = _groups_of(ledgers, standing.period), {row["body"] for row in standing.rows}
    clear = not standing.doubtful and met <= set(_by_group(ledgers["members"]))
    return [group for group in groups if group not in met] if clear else []


def _groups_of(ledgers: Ledgers, period: Period) -> list[str]:
    ends = [_by_group(members_on(ledgers, day)) for day in (period.begin, period.end)]
    return [group for group in ends[0] if group in ends[1]]


RULES = (
    group_chaired_by_another, two_heads_of_one_group, head_of_no_group, group_without_a_head,
    group_without_a_meeting,
)  # fmt: skip
