"""情况说明: what an explanation answers must be something the check can find."""

from addin.answers import periods
from addin.basis import TEMPLATE
from addin.examples import examples
from addin.finding import ENTRY, WARNING, WHOLE_YEAR
from addin.likeness import ask
from addin.requirement import NAMES, PERIODS
from addin.rule import Found, rule
from workbook.ledger import Ledgers, Row
from workbook.nearest import nearest
from workbook.tables import EXPLANATIONS, REQUIREMENTS


@rule(
    "EXPL-001",
    ENTRY,
    WARNING,
    each=EXPLANATIONS,
    basis=TEMPLATE,
    needs=((REQUIREMENTS, "id"),),
    says="没有编号是“{rule}”的规则或规定动作。",
    why="对不上号，这条说明就不起作用。",
    fix="{near}请照“校验结果”的规则号填写。",
)
def explanation_of_no_rule(row: Row) -> Found:
    """Find explanations whose 规则 is neither a rule's code nor the 编号 of a requirement."""
    known = {*examples(), *_requirements(row.ledgers)}
    if row["rule"] is not None and row["rule"] not in known:
        yield row.at("rule", near=ask(nearest(row["rule"], sorted(known))))


@rule(
    "EXPL-002",
    ENTRY,
    WARNING,
    each=EXPLANATIONS,
    basis=TEMPLATE,
    needs=((REQUIREMENTS, "id"), (REQUIREMENTS, "period")),
    says="“{rule}”没有“{subject}”这样的期间。",
    why="期间写法不同，这条说明就对不上校验出来的问题。",
    fix="请写成“{names}”这样；几个期间用顿号隔开，都没有做的写“全年”。",
)
def explanation_of_no_period(row: Row) -> Found:
    """Find explanations of a requirement whose 期间 is none of its periods."""
    required = _requirements(row.ledgers).get(row["rule"] or "")
    names = NAMES.get(PERIODS.get((required["period"] if required else None) or "", 0), ())
    if names and row["subject"] is not None and not {*periods(row["subject"])} <= {*names, WHOLE_YEAR}:
        yield row.at("subject", names=names[0])


def _requirements(ledgers: Ledgers) -> dict[str, Row]:
    """Return the requirements by what an explanation calls them."""
    return {str(row["id"] or row["name"]): row for row in ledgers["requirements"] if row["id"] or row["name"]}


RULES = (explanation_of_no_rule, explanation_of_no_period)
