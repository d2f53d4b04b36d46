"""编号 and what names them: one row each, and no reference into the void."""

from collections.abc import Iterator
from typing import Any

from addin.basis import TEMPLATE
from addin.cells import cells, filled_in
from addin.finding import ENTRY, ERROR, WARNING
from addin.likeness import ask, offer, plain
from addin.rule import Found, known, rule
from workbook.ledger import Gap, Ledger, Ledgers, Row
from workbook.spec import Column
from workbook.tables import ACTIVITIES, ELECTION, REQUIREMENTS, TASKS, VOLUNTEERING

RULED_ELSEWHERE = {(TASKS.key, "project")}  # a task without its project has a rule of its own


@rule(
    "REF-001",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="编号“{id}”与第 {other} 行重复。",
    why="别处引用这个编号时，分不清指的是哪一行。",
    fix="请改成没有用过的编号；引用它的地方一并核对。",
)
def number_used_twice(ledgers: Ledgers) -> Found:
    """Find a second row with one 编号 in a ledger."""
    for ledger in _numbered(ledgers):
        for row in ledger:
            first = ledger.by_id.get(str(row["id"])) if row["id"] is not None else None
            if first is not None and first is not row:
                yield row.at("id", other=first.number)


@rule(
    "REF-002",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    says="编号“{id}”在“{other}”里也用了。",
    why="佐证编号可以指任何一张台账，两张表同号就分不清了。",
    fix="请给其中一张表的编号换个字头，如活动用 HD，成果用 CG。",
)
def number_of_two_ledgers(ledgers: Ledgers) -> Found:
    """Find a 编号 that a row of an earlier sheet bears as well."""
    seen: dict[str, Ledger] = {}
    for ledger in _citable(ledgers):
        for number, row in ledger.by_id.items():
            earlier = seen.setdefault(number, ledger)
            if earlier is not ledger:
                yield row.at("id", other=earlier.table.sheet)


def _numbered(ledgers: Ledgers) -> Iterator[Ledger]:
    return (ledger for ledger in filled_in(ledgers) if ledger.table.has("id"))


def _citable(ledgers: Ledgers) -> Iterator[Ledger]:
    """Yield the ledgers whose rows may be evidence: those that record something done."""
    apart = (REQUIREMENTS.key, ELECTION.key)
    return (ledger for ledger in _numbered(ledgers) if ledger.table.key not in apart)


@rule(
    "REF-003",
    ENTRY,
    ERROR,
    basis=TEMPLATE,
    says="“{title}”里的“{number}”在{where}里找不到。",
    why="引用断了，总结和清单里就查不到依据。",
    fix="{near}请核对后改正；那一行确实没有的，清空这一格。",
)
def reference_to_nothing(ledgers: Ledgers) -> Found:
    """Find references to a 编号, a theme or an indicator that no row bears."""
    for row, column, value in cells(ledgers, "reference"):
        if (row.ledger.table.key, column.key) not in RULED_ELSEWHERE and _seen(ledgers, column.kind.source):
            held = _known(ledgers, column.kind.source)
            for number in value if isinstance(value, tuple) else (value,):
                if number not in held:
                    yield row.at(column.key, number=number, **_facts(ledgers, column, number))


def _seen(ledgers: Ledgers, source: str) -> bool:
    """Tell whether the rows a reference to `source` may name were read; a lost sheet has its own rule."""
    if "lost" not in ledgers.memo:
        ledgers.memo["lost"] = {gap.table.key for gap in ledgers.gaps if _hides_rows(gap)}
    lost: set[str] = ledgers.memo["lost"]
    return not lost if source == "any" else source not in lost


def _hides_rows(gap: Gap) -> bool:
    """Tell whether with `gap` rows of its table, or the column that names them, went unread."""
    table = gap.table
    if gap.form == "missing_column" and table.has(table.names):
        return gap.title == table[table.names].title
    return gap.form in ("missing_sheet", "missing_header") and not table.hidden


def _known(ledgers: Ledgers, source: str) -> dict[str, None]:
    """Return what a reference to `source` may name: a table by key, or any ledger."""
    key = ("known", source)
    if key not in ledgers.memo:
        targets = _citable(ledgers) if source == "any" else (ledgers[source],)
        ledgers.memo[key] = {
            str(row[target.table.names]): None
            for target in targets
            for row in target
            if row[target.table.names] is not None
        }
    found: dict[str, None] = ledgers.memo[key]
    return found


def _facts(ledgers: Ledgers, column: Column, number: str) -> dict[str, Any]:
    source = column.kind.source
    where = "各台账" if source == "any" else ledgers[source].table.sheet
    facts = _same_written_otherwise(ledgers, source, number) or offer(number, _known(ledgers, source))
    return {"where": where, **facts, **({"safe": None} if column.kind.several else {})}


def _same_written_otherwise(ledgers: Ledgers, source: str, number: str) -> dict[str, Any]:
    """Return the 编号 that differs only in dashes, spaces, case and leading zeros: HD-1 for hd01."""
    key = ("plain", source)
    if key not in ledgers.memo:
        ledgers.memo[key] = {plain(each): each for each in _known(ledgers, source)}
    found = ledgers.memo[key].get(plain(number))
    return {"near": ask(found), "safe": found} if found else {}


@rule(
    "REF-004",
    ENTRY,
    ERROR,
    each=ACTIVITIES,
    basis=TEMPLATE,
    says="“{title}”{same_day}是 {there}的活动，不在同一天。",
    why="它用来把同一天连着开的两场活动连起来。",
    fix="请核对两场活动的日期和编号；不在同一天的，清空这一格。",
)
def same_day_of_another_day(row: Row) -> Found:
    """Find a 同日活动编号 that names an event of another day."""
    other = row.ledger.by_id.get(row["same_day"] or "")
    if other is not None and known(row["date"], other["date"]) and row["date"] != other["date"]:
        yield row.at("same_day", there=other["date"])


@rule(
    "REF-005",
    ENTRY,
    WARNING,
    each=ACTIVITIES,
    basis=TEMPLATE,
    says="“{title}”填的是本行自己的编号。",
    why="它应当指同一天的另一场活动。",
    fix="填另一场活动的编号；没有另一场的，清空这一格。",
)
def same_day_of_itself(row: Row) -> Found:
    """Find a 同日活动编号 that names its own row."""
    if row["same_day"] is not None and row["same_day"] == row["id"]:
        yield row.at("same_day", safe="")


@rule(
    "REF-006",
    ENTRY,
    WARNING,
    each=VOLUNTEERING,
    basis=TEMPLATE,
    says="活动编号{event}是 {there}的活动，本次服务是 {date}。",
    why="编号连起来的应是同一次活动。",
    fix="请核对日期和编号，改正写错的一处。",
)
def service_of_another_day(row: Row) -> Found:
    """Find a service whose activity was on another day."""
    other = row.ledgers["activities"].by_id.get(row["event"] or "")
    if other is not None and known(row["date"], other["date"]) and row["date"] != other["date"]:
        yield row.at("event", there=other["date"])


RULES = (
    number_used_twice, number_of_two_ledgers, reference_to_nothing, same_day_of_another_day,
    same_day_of_itself, service_of_another_day,
)  # fmt: skip
