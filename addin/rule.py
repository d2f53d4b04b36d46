"""A Rule: a declaration plus a tiny function that yields the cells at fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from addin.basis import Basis
from addin.finding import Finding
from addin.secrecy import discreet, is_marked
from workbook.ledger import Cell, Ledgers, Row
from workbook.spec import Table
from workbook.values import show

Body = Callable[..., Iterable[Cell]]
Need = tuple[Table, str]  # a table and the key of one of its columns
Found = Iterator[Cell]
ASKED = "plausible"  # the setting that asks for private hints


class Rule(NamedTuple):
    """A declared rule; `each` are the tables whose rows it looks at, none means the whole workbook.

    `needs` are columns of other tables by which it judges: where one was not read, it says nothing.
    The findings of a `private` rule are for the clerk alone, and only where 基本信息 asks for them.
    A rule `after` the others is also given what answers their findings, and looks back on them.
    A cell found may name the `basis` that holds that year; else it is the declared one.
    `cure` is what the catalogue says to do where `fix` only repeats what was found in the cell.
    """

    code: str
    kind: str
    severity: str
    basis: Basis
    says: str
    why: str
    fix: str
    each: tuple[Table, ...]
    body: Body
    needs: tuple[Need, ...] = ()
    private: bool = False
    cure: str = ""
    after: bool = False

    @property
    def name(self) -> str:
        """Return the rule's name, which is the fault."""
        return self.body.__name__

    def check(self, ledgers: Ledgers) -> Iterator[Finding]:
        """Yield a finding for every cell at fault in `ledgers`; a private rule only where it is asked for."""
        if not self.after and not (self.private and ledgers.setting(ASKED) != "是"):
            yield from self._findings(ledgers)

    def look_back(self, ledgers: Ledgers, answers: Any) -> Iterator[Finding]:
        """Yield what a rule after the others finds, given the `answers` to what they found."""
        if self.after:
            yield from self._findings(ledgers, answers)

    def _findings(self, ledgers: Ledgers, *given: Any) -> Iterator[Finding]:
        for cell in self._cells(ledgers, *given):
            words = Words(cell)
            yield Finding(
                self.code,
                self.kind,
                self.severity,
                cell,
                self.says.format_map(words),
                self.why.format_map(words),
                self.fix.format_map(words),
                str(cell.facts.get("basis", self.basis)),
                _safe(cell),
                private=self.private,
            )

    def _cells(self, ledgers: Ledgers, *given: Any) -> Iterator[Cell]:
        """Yield the cells at fault; what only follows from a lost sheet or column is a finding of its own."""
        if all(key in ledgers[table.key].letters for table, key in self.needs):
            yield from (cell for cell in self._found(ledgers, *given) if _is_there(cell))

    def _found(self, ledgers: Ledgers, *given: Any) -> Iterator[Cell]:
        if not self.each:
            yield from self.body(ledgers, *given)
        for table in self.each:
            for row in ledgers[table.key]:
                yield from self.body(row, *given)


def _is_there(cell: Cell) -> bool:
    """Tell whether the cell's column stands on the sheet, as far as a person could have typed there."""
    if cell.of is None:
        return True
    ledger = cell.of.ledger
    column = ledger.by_title.get(cell.title)
    places = ledger.lines if ledger.table.upright else ledger.letters
    return column is None or not column.on_sheet or column.key in places


def _safe(cell: Cell) -> Any:
    """Return the value that mends the cell; never a text with a 密级 mark."""
    value = cell.facts.get("safe")
    return None if is_marked(value) else value


class Words(dict[str, str]):
    """The words a message may use: the cell's facts, its title, and the values of its row.

    A text with a 密级 mark is never repeated.
    """

    def __init__(self, cell: Cell) -> None:
        super().__init__(title=cell.title, sheet=cell.sheet)
        self.update({key: discreet(show(value)) for key, value in cell.facts.items()})
        self.of = cell.of

    def __missing__(self, key: str) -> str:
        if self.of is None:
            raise KeyError(key)
        return discreet(show(self.of[key]))


def rule(  # noqa: PLR0913  # a declaration has as many words as it declares
    code: str,
    kind: str,
    severity: str,
    *,
    basis: Basis,
    says: str,
    why: str,
    fix: str,
    each: Table | tuple[Table, ...] = (),
    needs: tuple[Need, ...] = (),
    private: bool = False,
    cure: str = "",
    after: bool = False,
) -> Callable[[Body], Rule]:
    """Declare a rule over the body that follows: `says` the fault, `why` it matters, `fix` what to do."""

    def declare(body: Body) -> Rule:
        tables = each if isinstance(each, tuple) else (each,)
        return Rule(code, kind, severity, basis, says, why, fix, tables, body, needs, private, cure, after)

    return declare


def known(*values: Any) -> bool:
    """Tell whether every one of `values` is there: rules say nothing about blanks."""
    return all(value is not None for value in values)


def rows_of(ledgers: Ledgers, *tables: Table) -> Iterator[Row]:
    """Yield the rows of `tables` one after the other."""
    for table in tables:
        yield from ledgers[table.key]
