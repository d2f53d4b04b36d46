"""One run over workbooks: each in its turn, what did not change left alone, what went wrong remembered."""

from __future__ import annotations

import datetime as dt
import gc
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from _books import Meant
from _command import INTERRUPTED, attempt, table
from addin.night import fingerprint
from addin.night.log import Log
from addin.night.patience import patiently
from addin.night.place import fixed
from addin.night.register import STATUS, Entry, Register
from workbook.trouble import ALREADY_RUNNING, NOT_OURS, UNAVAILABLE, Stranger, Trouble
from workbook.turn import my_turn

if TYPE_CHECKING:
    from addin.pipeline import Outcome

NEVER = "9999-12-31"
MADE, SAME, FAILED, FOREIGN = "已重算", "没有变化", "没有成功", "不是台账"
STATES = (MADE, SAME, FAILED, FOREIGN)
UNCHANGED = "没有变化：内容、程序都和 {} 那次一样，没有重写。"
NO_WORKBOOK = "文件夹“{}”里没有工作簿（.xlsm、.xlsx 或 .ods）。请核对文件夹，或写上工作簿的名字。"
CLOCK = (
    "电脑的日期是 {today}，早于上次重算的 {day}，这次没有重算，以前写好的没有动。请核对电脑的日期；"
    "现在的日期是对的，请不带 --if-changed 运行一次 regenerate.py。"
)


class Result(NamedTuple):
    """What came of one workbook: its state, exit code, the text for the screen, and the outcome if made."""

    workbook: Path
    state: str
    code: int
    text: str
    turns: str = ""
    outcome: Outcome | None = None


class Shift:
    """A run: what was asked, what is remembered in each folder, and the results so far.

    `remarks` tell what was left out of the places that were named, `named` are the files among them.
    """

    def __init__(self, asked: Namespace, log: Log, found: Meant) -> None:
        self.asked = asked
        self.log = log
        self.remarks = tuple(found.remarks)
        self.named = found.named
        self.meant = len(found.books)
        self.results: list[Result] = []
        self.troubles: list[tuple[int, str]] = []  # what could not be remembered or logged
        self.register: Register | None = None  # of the folder that is held
        self.turn = ExitStack()
        self.begun = time.monotonic()

    @cached_property
    def program(self) -> str:
        """Return the fingerprint of the program's files, where somebody will ask whether they changed.

        A run that was not asked to compare leaves it open: the next one that is makes everything anew.
        """
        return fingerprint.program() if self.asked.if_changed else ""

    @cached_property
    def wanted(self) -> str:
        """Return what was asked for, as far as the outputs depend on it."""
        asked = self.asked
        return f"{asked.out} {asked.as_of or ''} {asked.final:d}{asked.todo:d}{asked.strict:d}"

    @property
    def code(self) -> int:
        """Return the highest exit code so far, 0 before the first workbook."""
        return max(
            [*(result.code for result in self.results), *(code for code, _ in self.troubles)], default=0
        )

    def serve(self, book: Path) -> Result:
        """Check one workbook and write its outputs, unless nothing changed; remember what came of it."""
        if self.results and self.results[-1].outcome:
            gc.collect()  # what is left of the one before; of the last the end of the process takes care
        made: list[Result] = []
        code, text = attempt(partial(self._attend, book, made))
        result = made[0] if made else Result(book, FAILED, code, text)
        self.results.append(result)
        if result.state == FAILED and code != ALREADY_RUNNING:
            self._try(partial(self._remember_failure, result))
        return result

    def _attend(self, book: Path, made: list[Result]) -> tuple[int, str]:
        """Serve a workbook; of what only lay in a folder, another's table is no failure, but told."""
        try:
            return self._serve(book, made)
        except Stranger as stranger:
            known = self.register is not None and self.register[book].made
            if book in self.named or known:
                raise
            made.append(Result(book, FOREIGN, 0, f"{stranger.message}没有算它。"))
            return 0, made[0].text

    def _serve(self, book: Path, made: list[Result]) -> tuple[int, str]:
        if book.is_dir():
            raise Trouble(NOT_OURS, NO_WORKBOOK.format(book))
        data = patiently(book, self.asked.away, self.asked.wait)
        register = self._take(fixed(self.asked.out, book))
        entry, content = register[book], fingerprint.content(data)
        self._look_at_the_clock(entry)
        if self.asked.if_changed and self._is_same(entry, content, register.folder):
            said = f"{book.name}\n  {UNCHANGED.format(_shown(entry.made))}"
            register[book] = entry._replace(succeeded=_moment(), failed="", reason="")
            made.append(Result(book, SAME, entry.code, said, entry.turns))
        else:
            made.append(self._make(book, data, content, register))
        return made[0].code, made[0].text

    def _take(self, folder: Path) -> Register:
        """Hold `folder` until a workbook of another one comes: two runs never meet there."""
        if self.register is None or self.register.folder != folder:
            self._leave()
            self.turn.enter_context(my_turn(folder))
            self.register = Register(folder)
        return self.register

    def _leave(self) -> None:
        """Write down what is remembered in the folder that is held, and let go of it."""
        register, self.register = self.register, None
        if register and register.is_changed:
            self._try(partial(register.save, _moment(), self.log.path))
        self.turn.close()

    def _try(self, step: Callable[[], None]) -> None:
        """Take a step that the workbooks do not depend on; what stands in its way is told at the end."""

        def taken() -> tuple[int, str]:
            step()
            return 0, ""

        trouble = attempt(taken)
        told = [*self.troubles, *((result.code, result.text) for result in self.results)]
        if trouble[0] and trouble not in told:
            self.troubles.append(trouble)

    def _look_at_the_clock(self, entry: Entry) -> None:
        """Raise Trouble where nobody watches and today is before the last run: much would be cut off."""
        today = dt.date.today().isoformat()
        if self.asked.if_changed and not self.asked.as_of and today < entry.made[:10]:
            raise Trouble(UNAVAILABLE, CLOCK.format(today=today, day=entry.made[:10]))

    def _is_same(self, entry: Entry, content: str, folder: Path) -> bool:
        """Tell whether the outputs would come out as they are."""
        rests = (entry.content, entry.program, entry.asked) == (content, self.program, self.wanted)
        if not rests or not all((folder / name).exists() for name in entry.outputs):
            return False
        return dt.date.today().isoformat() < (entry.turns or NEVER)

    def _make(self, book: Path, data: bytes, content: str, register: Register) -> Result:
        """Write the outputs and remember what they rest on."""
        from addin.pipeline import WITH_ERRORS, Order, run  # of which a night without a change needs nothing

        asked = self.asked
        order = Order(asked.out, asked.as_of, asked.final, asked.todo, asked.keep)
        outcome = run(book, order, data)
        failed = (asked.strict and outcome.warnings) or (asked.final and not outcome.final)
        code = WITH_ERRORS if failed else outcome.code
        turns = outcome.turns.isoformat() if outcome.turns else ""
        outputs = tuple(register.relative(path) for path in outcome.written)
        now = _moment()
        register[book] = Entry(content, self.program, self.wanted, now, turns, outputs, code, now)
        register.save(now, self.log.path)
        return Result(book, MADE, code, table(outcome, asked.final), turns, outcome)

    def _remember_failure(self, result: Result) -> None:
        """Note the failure where earlier outputs lie; where none do, no folder is made for it."""
        folder = fixed(self.asked.out, result.workbook)
        if (folder / STATUS).exists():
            register = self._take(folder)
            entry = register[result.workbook]
            rests = entry.content if result.code == NOT_OURS else ""  # else some of it may be written
            register[result.workbook] = entry._replace(content=rests, failed=_moment(), reason=result.text)

    def close(self) -> None:
        """Let go of the last folder and write the log."""
        self._leave()
        self._try(lambda: self.log.add(*self._lines()))

    def _lines(self) -> Iterator[str]:
        """Yield for the log what was left out, what came of each, what else went wrong, and the sum."""
        yield from map(_one_line, self.remarks)
        yield from (f"{result.workbook}：{_gist(result)}" for result in self.results)
        yield from (_one_line(text) for _, text in self.troubles)
        yield self.summary

    @property
    def is_stopped(self) -> bool:
        """Tell whether somebody stopped the run before its end."""
        return len(self.results) < self.meant

    @property
    def summary(self) -> str:
        """Say how many workbooks were served, and how."""
        counts = [(state, sum(each.state == state for each in self.results)) for state in STATES]
        told = "，".join(f"{state} {count} 本" for state, count in counts if count)
        seconds = time.monotonic() - self.begun
        stopped = f"被人停下，还有 {self.meant - len(self.results)} 本没有算；" if self.is_stopped else ""
        end = INTERRUPTED if self.is_stopped else self.code
        return f"共 {self.meant} 本：{told or '没有可算的'}；{stopped}用时 {seconds:.1f} 秒；结束码 {end}"


def _gist(result: Result) -> str:
    """Say in one line what came of a workbook."""
    until = f"（下次变化日 {result.turns}）" if result.turns else ""
    outcome = result.outcome
    if result.state in (FAILED, FOREIGN):
        return f"{result.state}：{_one_line(result.text)}"
    if outcome is None:
        return f"{result.state}{until}"
    counts = {
        "错误": outcome.errors,
        "警告": outcome.warnings,
        "提示": outcome.hints,
        "履职": outcome.shortfalls,
        **({"临期": outcome.reminders} if outcome.reminders else {}),
    }
    told = "，".join(f"{name} {count}" for name, count in (counts | outcome.figures).items())
    notes = "".join(map(_one_line, outcome.notes))
    return f"{result.state}：{told}；{_change(outcome)}{notes}{until}"


def _change(outcome: Outcome) -> str:
    from addin.since import gist  # with the pipeline, which was loaded before

    return gist(outcome.changed) if outcome.changed else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _moment() -> str:
    return dt.datetime.now().isoformat(timespec="seconds")


def _shown(moment: str) -> str:
    return moment.replace("T", " ")[:16]
