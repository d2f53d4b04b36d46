"""Members where they live and work: service in one's own community, leaders in their own branch."""

from addin.basis import DUAL_LIFE, TEMPLATE
from addin.finding import ENTRY, HINT, SHORTFALL, WARNING
from addin.indicator import in_period
from addin.rule import Found, rule
from addin.standing import whole_year
from workbook.ledger import Ledgers, Row
from workbook.roster import leaders_on, member
from workbook.tables import ACTIVITIES, MEMBERS, VOLUNTEERING

BY_THEMSELVES = "党员个人"
BRANCH_LIFE = ("党员大会", "党小组会", "组织生活会", "主题党日")
DECEMBER, ENOUGH = 12, 4  # events of a year before somebody's absence from all of them says anything


@rule(
    "SERVE-001",
    ENTRY,
    HINT,
    each=VOLUNTEERING,
    basis=TEMPLATE,
    needs=((MEMBERS, "community"),),
    says="花名册上{names}的报到社区不是“{place}”。",
    why="党员个人到居住地社区报到服务，单位组织的另行统计。",
    fix="请核对社区、组织方式和花名册上的报到社区；确是到别处服务的，不用处理。",
)
def served_in_another_community(row: Row) -> Found:
    """Find service of members by themselves in another community than the roster has for them."""
    if row["kind"] == BY_THEMSELVES and row["place"] and row["attendees"]:
        entries = [member(row.ledgers, name) for name in row["attendees"].names]
        away = [each["name"] for each in entries if each and each["community"] not in (None, row["place"])]
        if away:
            yield row.at("place", names=tuple(away))


@rule(
    "SERVE-002",
    SHORTFALL,
    WARNING,
    basis=DUAL_LIFE,
    needs=(
        *((MEMBERS, key) for key in ("name", "leader", "joined", "arrived", "left")),
        *((ACTIVITIES, key) for key in ("date", "kind", "scope", "attendees")),
    ),
    says="{name}全年没有参加党员大会、党小组会、组织生活会、主题党日的登记。",
    why="党员领导干部以普通党员身份参加所在支部的组织生活。",
    fix="请核对各场活动的到场人员；确实没有参加的如实保留，可在情况说明里写明原因。",
)
def leader_at_no_meeting_of_the_branch(ledgers: Ledgers) -> Found:
    """Find leaders, members all the year, who were at none of the branch's own meetings, once it is over."""
    events = [row for row in in_period(ledgers["activities"], None, None) if row["kind"] in BRANCH_LIFE]
    if not ledgers.is_over(DECEMBER) or len(events) < ENOUGH or any(_untold(row) for row in events):
        return
    seen = {name for row in events for name in row["attendance"]}
    for row in leaders_on(ledgers, None):
        if whole_year(row) and row["name"] not in seen:
            yield row.at("leader")


def _untold(row: Row) -> bool:
    return row["attendance"] is None


RULES = (served_in_another_community, leader_at_no_meeting_of_the_branch)
