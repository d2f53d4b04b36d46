"""党费台账 against the rates and against what was due: how much, and for how long nothing."""

from collections.abc import Iterator

from addin.basis import DUES_LAPSE, DUES_OF_RETIRED, DUES_RATE, DUES_RULES, PLAUSIBLE
from addin.dues import by_rate, is_retired, months_due
from addin.finding import ENTRY, HINT, SHORTFALL, WARNING
from addin.rule import Found, known, rule
from workbook.ledger import Row
from workbook.tables import DUES, MEMBERS
from workbook.tables.people import MONTHS

ROUNDED = 1  # yuan: some branches collect whole yuan or jiao
LONG = 6  # months
# By how much a payment may pass 月应交 before a slipped decimal point is likelier than good will, and which
# words in 备注 tell of good will. Both are ours: no regulation limits what a member gives beyond the dues.
TIMES, YEAR = 10, 12
WILLING = ("自愿", "多交", "大额", "特殊党费")
NEEDS = tuple((MEMBERS, key) for key in ("name", "joined", "arrived", "left"))


@rule(
    "PAY-010",
    ENTRY,
    WARNING,
    each=DUES,
    basis=DUES_RATE,
    needs=((MEMBERS, "job"),),
    says="交纳基数 {base} 元，按比例每月是 {computed} 元，“{title}”填的是 {monthly} 元。",
    why="党费按全部基数乘以所在一档的比例算。",
    fix="请核对基数和月应交；经批准少交的，交纳基数空着。",
)
def monthly_other_than_the_rate(row: Row) -> Found:
    """Find monthly dues that the pay base beside them does not give."""
    if not is_retired(row):
        yield from _other(row, retired=False)


@rule(
    "PAY-011",
    ENTRY,
    WARNING,
    each=DUES,
    basis=DUES_OF_RETIRED,
    needs=((MEMBERS, "job"),),
    says="交纳基数 {base} 元，离退休党员按比例每月是 {computed} 元，“{title}”填的是 {monthly} 元。",
    why="离退休党员按全部基数乘以所在一档的比例算，另有档次。",
    fix="请核对基数和月应交；经批准少交的，交纳基数空着。",
)
def monthly_of_the_retired_other_than_the_rate(row: Row) -> Found:
    """Find monthly dues of members retired by the roster that the base beside them does not give."""
    if is_retired(row):
        yield from _other(row, retired=True)


def _other(row: Row, retired: bool) -> Found:
    base, monthly, year = row["base"], row["monthly"], row.ledgers.year
    if known(base, monthly) and monthly and year:
        computed = by_rate(base, year, retired)
        if computed is not None and abs(computed - monthly) >= ROUNDED:
            yield row.at("monthly", computed=computed)


@rule(
    "PAY-012",
    SHORTFALL,
    HINT,
    each=DUES,
    basis=DUES_RULES,
    needs=NEEDS,
    says="{name}到{months}应交 {total} 元，实交 {amount} 元。",
    why="党费按月交纳；经批准的，可以按季交或由人代交。",
    fix="请按收据核对；年中调整过月应交、经批准少交的，在情况说明里写明；确实没有交的如实保留。",
)
def paid_less_than_due(row: Row) -> Found:
    """Find members who paid less than was due by the months that are over; a blank month tells nothing."""
    if not row["monthly"]:
        return
    due = months_due(row)
    months = [column for column in MONTHS if column.month in due]
    if not months or any(row[column.key] is None for column in months):
        return
    total, amount = row["monthly"] * len(months), _paid(row)
    if total - amount >= ROUNDED:
        first = next(column for column in months if row[column.key] < row["monthly"])
        yield row.at(first.key, months=months[-1].title, total=total, amount=amount)


def _paid(row: Row) -> float:
    return sum(row[column.key] or 0 for column in MONTHS if row.ledgers.is_over(column.month or 0))


@rule(
    "PAY-013",
    SHORTFALL,
    WARNING,
    each=DUES,
    basis=DUES_LAPSE,
    needs=NEEDS,
    says="{name}{start}至{end}实交都是 0。",
    why="党章规定，没有正当理由连续六个月不交纳党费的，被认为是自行脱党。",
    fix="请先核对收据和原因；有正当理由的，在情况说明里写明。怎样认定由党组织按规定研究，本表不作判断。",
)
def six_months_of_nothing_paid(row: Row) -> Found:
    """Find members of whom zeros were typed for six months in a row, with nothing paid in advance."""
    if sum(row[column.key] == 0 for column in MONTHS) < LONG:
        return
    covered = known(row["monthly"]) and _paid(row) >= row["monthly"] * len(months_due(row))
    for run in _runs_of_zero(row):
        if len(run) >= LONG and not covered:
            first, last = MONTHS[run[0] - 1], MONTHS[run[-1] - 1]
            yield row.at(first.key, start=first.title, end=last.title)


def _runs_of_zero(row: Row) -> Iterator[list[int]]:
    """Yield the months due with a typed 0, in runs of months that follow one another."""
    run: list[int] = []
    for month in months_due(row):
        if row[MONTHS[month - 1].key] == 0:
            run.append(month)
        else:
            yield run
            run = []
    yield run


@rule(
    "PAY-014",
    ENTRY,
    HINT,
    each=DUES,
    basis=PLAUSIBLE,
    says=f"{{months}}填了月应交 {{monthly}} 元的 {TIMES} 倍以上，如 {{amount}} 元，合计已超过全年应交。",
    why="可能是小数点或月应交打错了；党员自愿多交是可以的。",
    fix="请按收据核对；确是自愿多交的，不用改，可在备注里写“自愿多交”。",
)
def paid_many_times_what_is_due(row: Row) -> Found:
    """Find payments far beyond 月应交 of a member who paid more than a year's dues; the first is marked.

    What is paid in advance comes to no more than the year's dues.
    """
    if not row["monthly"] or any(word in (row["remark"] or "") for word in WILLING):
        return
    large = [column for column in MONTHS if (row[column.key] or 0) >= row["monthly"] * TIMES]
    total = sum(row[column.key] or 0 for column in MONTHS)
    if large and total > row["monthly"] * YEAR:
        months = tuple(column.title for column in large)
        yield row.at(large[0].key, months=months, amount=row[large[0].key])


RULES = (
    monthly_other_than_the_rate, monthly_of_the_retired_other_than_the_rate,
    paid_less_than_due, six_months_of_nothing_paid, paid_many_times_what_is_due,
)  # fmt: skip
