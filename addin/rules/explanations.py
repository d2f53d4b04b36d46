"""情况说明: what an explanation answers must be something the check can find."""

from addin.answers import Answers
from addin.basis import TEMPLATE
from addin.examples import examples
from addin.finding import ENTRY, SHORTFALL, WARNING, WHOLE_YEAR
from addin.likeness import ask
from addin.requirement import NAMES, PERIODS
from addin.rule import Found, rule
from addin.subjects import periods
from workbook.ledger import Ledgers, Row
from workbook.nearest import nearest
from workbook.tables import EXPLANATIONS, REQUIREMENTS

MOST = 3  # findings that are named


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


@rule(
    "EXPL-003",
    ENTRY,
    WARNING,
    each=EXPLANATIONS,
    basis=TEMPLATE,
    after=True,
    says="“{subject}”对不上“{rule}”查出的问题。",
    why="对不上，或者对得上几处，这条说明就不起作用；行号排序以后会变，不能用。",
    fix="“期间或对象”请照这样填：{hint}。",
)
def explanation_of_nothing_found(row: Row, answers: Answers) -> Found:
    """Find explanations that answer nothing while their rule has findings that nobody answered.

    One that names a row which was put right since is left alone.
    """
    left = answers.left(row["rule"] or "")
    if left and answers.misses(row):
        shown = [f"{found.address} 填“{word}”" for found, word in left[:MOST]]
        more = f"等 {len(left)} 处" if len(left) > MOST else ""
        yield row.at("subject", hint=f"{'；'.join(shown)}{more}")


@rule(
    "EXPL-004",
    ENTRY,
    WARNING,
    each=EXPLANATIONS,
    basis=TEMPLATE,
    after=True,
    says="“{rule}”查出的问题不用说明，也不能用说明代替。",
    why="填错了的要改对，没有到期的不用说明；只有履职类的问题可以说明。",
    fix="请照“校验结果”的建议处理，再删去这一行。",
)
def explanation_of_an_entry(row: Row, answers: Answers) -> Found:
    """Find explanations of what was found and is no shortfall: a wrong entry stays wrong."""
    kinds = answers.kinds.get(row["rule"] or "", set())
    if kinds and SHORTFALL not in kinds:
        yield row.at("rule")


def _requirements(ledgers: Ledgers) -> dict[str, Row]:
    """Return the requirements by what an explanation calls them."""
    return {str(row["id"] or row["name"]): row for row in ledgers["requirements"] if row["id"] or row["name"]}


RULES = (
    explanation_of_no_rule, explanation_of_no_period, explanation_of_nothing_found, explanation_of_an_entry,
)  # fmt: skip
