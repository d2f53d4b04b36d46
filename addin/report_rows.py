"""The rows that moved a figure, in words: 活动台账 新计入 2 行：第12行“HD-031”、第13行“HD-032”."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import inf

from addin.indicator import Figure
from addin.kept import Named, Value
from addin.since import Moved, Shift
from addin.snapshot import name_of, sure
from addin.spans import spans
from workbook.ledger import Ledgers, Row
from workbook.values import show_number

MOST_ROWS = 10  # of a figure that are named
LONGEST_NAME = 40
ADDED, GONE, SHIFTED = "新计入 {} 行", "不再计入 {} 行", "有变化 {} 行"
DOUBTFUL, SETTLED = "因这 {} 行数不出", "原来因这 {} 行数不出"
TWINS = {  # which of them it was, nobody can tell
    **dict.fromkeys((ADDED, DOUBTFUL), "同名的多了 {} 行，现在是第{}行"),
    **dict.fromkeys((GONE, SETTLED), "同名的少了 {} 行，现在还有第{}行"),
    SHIFTED: "同名的有 {} 行变了，现在是第{}行",
}

Told = tuple[str, list[Row]]  # the words, and the rows they tell of where these stand now


class Standing:
    """Where rows stand now, by name; `twins` are called what several are or were."""

    def __init__(self, ledgers: Ledgers, twins: frozenset[Named] = frozenset()) -> None:
        self.ledgers = ledgers
        self.twins = twins
        self.sheets: dict[str, dict[str, list[Row]]] = {}

    def rows(self, named: Named) -> list[Row]:
        """Return the rows called so: none where it was taken out, several where they are twins."""
        if named.sheet not in self.sheets:
            self.sheets[named.sheet] = self._rows(named.sheet)
        return self.sheets[named.sheet].get(named.name, [])

    def number(self, named: Named) -> float:
        """Return the worksheet row; what stands nowhere comes last."""
        return min((row.number for row in self.rows(named)), default=inf)

    def alone(self, named: Named) -> bool:
        """Tell whether one row at most is called so, and was."""
        return named not in self.twins and len(self.rows(named)) < 2

    def _rows(self, sheet: str) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for ledger in self.ledgers:
            for row in ledger if ledger.table.sheet == sheet else ():
                found[name_of(row)].append(row)
        return found


def row_lines(moved: Moved, figure: Figure | None, standing: Standing) -> list[Told]:
    """Tell of each kind of rows that moved `figure`, as it is now, in a line of its own."""
    counted, open_ = (sure(figure), figure.doubtful) if figure else ((), ())
    kinds = {
        DOUBTFUL: (moved.doubtful, open_),
        SETTLED: (moved.settled, open_),
        ADDED: (moved.added, counted),
        GONE: (moved.gone, counted),
        SHIFTED: (tuple(shift.row for shift in moved.shifted), counted),
    }
    steps = _steps(moved.shifted)
    return [
        _Kind(label, standing, now, steps if label == SHIFTED else {}).line(rows)
        for label, (rows, now) in kinds.items()
        if rows
    ]


class _Kind:
    """One kind of rows, with the rows `now` that are of the figure, and what each name gave and gives."""

    def __init__(self, label: str, standing: Standing, now: Iterable[Row], steps: dict[Named, str]) -> None:
        self.label = label
        self.standing = standing
        self.now = set(now)
        self.steps = steps

    def line(self, rows: Sequence[Named]) -> Told:
        """Name the rows of one ledger, the first of them."""
        counts = Counter(rows)
        placed = sorted(counts, key=self.standing.number)
        told = [self.told(named, counts[named]) for named in placed[:MOST_ROWS]]
        names = "、".join(name for name, _ in told)
        rest = sum(counts[named] for named in placed[MOST_ROWS:])
        more = f"，还有 {rest} 行" if rest else ""
        text = f"{placed[0].sheet} {self.label.format(len(rows))}：{names}{more}"
        return text, [row for _, found in told for row in found]

    def told(self, named: Named, count: int) -> Told:
        """Name one row, or `count` twins: by their place where all that stand there are meant."""
        found = self.standing.rows(named)
        if self.standing.alone(named):
            return _named(named, found, self.steps.get(named, "")), found
        found = [row for row in found if row in self.now]
        less = self.label in (GONE, SETTLED)
        if len(found) == count and not less:
            return _named(named, found, self.steps.get(named, "")), found
        twins = TWINS[self.label].format(count, spans(found)) if found else ""
        several = f"{count} 行" if count > 1 and not found else ""
        notes = "；".join(filter(None, (self.steps.get(named, ""), twins, several)))
        return _named(named, [], notes), [] if less else found


def _named(named: Named, rows: list[Row], notes: str) -> str:
    place = f"第{spans(rows)}行" if rows else ""
    name = f"“{short(named.name)}”" if named.name else ""
    return f"{place}{name}" + (f"（{notes}）" if notes else "")


def short(name: str) -> str:
    """Return the beginning of a long name."""
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def _steps(shifted: Iterable[Shift]) -> dict[Named, str]:
    """Say what rows gave and give, where that is a number: 8→6."""
    steps: dict[Named, list[str]] = defaultdict(list)
    for shift in shifted:
        if not isinstance(shift.old, str) and not isinstance(shift.new, str):
            steps[shift.row].append(f"{_number(shift.old)}→{_number(shift.new)}")
    return {row: "、".join(told) for row, told in steps.items()}


def _number(value: Value) -> str:
    return "空" if value is None or isinstance(value, str) else show_number(value)
