"""Measure this program against calamine, against its own floor and against what a user would write."""

from _prelude import HOME, install, stand_up

stand_up()

import os
import re
import subprocess
import sys
import tempfile
import time
import tomllib
import zipfile
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import _bench_click as click
from _bench_night import Night
from _bench_results import SIZES, YEAR, Results, report, targets
from _command import Arguments, end

ABOUT = "测量速度和内存：各步骤、各方案轮流运行，取中位数。首次运行会装上对照方案所需的库。"
ROUNDS, QUICK_ROUNDS = 7, 3
SEED = 20221231
SCRIPTS = HOME / "scripts"
CLICK = "_bench_click.py"
SWITCHED_OFF = "PYTHONDONTWRITEBYTECODE"  # an installed program is compiled, and so is this one
UNITS = 1 << 20 if sys.platform == "darwin" else 1 << 10  # of a process's peak, in a megabyte


class Bench:
    """One run: the folder everything lies in, and what was measured so far."""

    def __init__(self, folder: Path, sizes: tuple[int, ...]) -> None:
        self.folder = folder
        self.sizes = sizes
        self.results = Results()
        self.seed = SEED
        self.clicked: tuple[str, ...] = ()  # the LibreOffice and the workbook in it
        self.lean = ""  # a Python that has no pandas

    def prepare(self, seed: int) -> None:
        """Write the workbooks, the template of a competitor and the names of the modules we import."""
        self.seed = seed
        for size in self.sizes:
            run("_bench_rows.py", str(size), str(seed), self.workbook(size))
        run("_bench_competitors.py", "template", self.file("template.docx"))
        run("_bench_steps.py", "modules", self.workbook(YEAR), self.file("0"), self.file("modules"))
        for size in self.sizes:  # compiles what is not compiled yet, and takes the files into memory
            for _, command in self.commands(size):
                run(*command)
        changed = self.file("changed.xlsx")
        run("_bench_rows.py", str(YEAR + 1), str(seed), changed)  # one more row
        self.night = Night(self.folder / "night", (Path(self.workbook(YEAR)), Path(changed)))
        self.results.modules = len(Path(self.file("modules")).read_text(encoding="utf-8").split())

    def file(self, name: str) -> str:
        """Return the path of a file of this run."""
        return str(self.folder / name)

    def workbook(self, size: int) -> str:
        """Return the path of the workbook of `size` rows."""
        return self.file(f"{size}.xlsx")

    def round(self, number: int) -> None:
        """Run everything once, one after the other."""
        for size in self.sizes:
            for step, command in self.commands(size):
                self.results.add(step, size, *spent(*command))
            inside = ("inside", self.workbook(size), self.file(str(size)), self.workbook(YEAR))
            for step, seconds in told(run("_bench_steps.py", *inside)):
                self.results.add(f"inside {step}", size, seconds)
        for rows, seconds in told(run("_bench_steps.py", "word", self.file("table.docx"))):
            self.results.add("word", int(rows), seconds)
        self.click(number)
        self.night.round(self.results, took)

    def commands(self, size: int) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the processes to run: name, script and arguments."""
        workbook = self.workbook(size)
        yield "floor", ("_bench_steps.py", "floor", self.file("modules"))
        for step in ("calamine", "read", "figures"):
            yield step, ("_bench_steps.py", step, workbook)
        yield "regenerate", ("regenerate.py", workbook, "--out", self.file(str(size)))
        yield "lawless", ("_bench_steps.py", "lawless", workbook, self.file(f"lawless{size}"))
        if size == YEAR:
            one, each = self.file("one-call.docx"), self.file("each-sheet.docx")
            competitors, template = "_bench_competitors.py", self.file("template.docx")
            yield "one-call", (competitors, "one-call", workbook, one, template)
            yield "each-sheet", (competitors, "each-sheet", workbook, each)

    @contextmanager
    def office(self) -> Iterator[None]:
        """Keep the workbook of one year open in a LibreOffice, if there is one, to be clicked in."""
        if not click.can_click():
            yield
            return
        place = self.folder / "click"
        place.mkdir()
        workbook = place / "台账.xlsm"  # a button needs macros
        run("_bench_rows.py", str(YEAR), str(self.seed), str(workbook))
        self.lean = click.without_pandas(place / "lean")
        with click.office(workbook, place) as pid:
            self.clicked = (str(pid), str(workbook))
            run(CLICK, "modules", *self.clicked, self.file("clicked"))
            yield

    def click(self, number: int) -> None:
        """Click with pandas installed and without, in turn first, and import what a click imports."""
        if not self.clicked:
            return
        pythons = {"click": sys.executable, "click lean": self.lean}
        for step in sorted(pythons, reverse=bool(number % 2)):
            seconds, _, said = took(CLICK, "click", *self.clicked, python=pythons[step])
            self.results.add(step, YEAR, seconds)
            if step == "click":
                its = dict(told(said))
                self.results.add("click own", YEAR, seconds - its["spreadsheet"])
                self.results.calls = max(self.results.calls, int(its["calls"]))
        self.results.add("click floor", YEAR, took(CLICK, "floor", self.file("clicked"))[0])

    def measure_documents(self) -> None:
        """Count the characters of what each competitor and this program wrote."""
        ours = next((self.folder / str(YEAR)).glob("*.docx"))
        documents = {"regenerate": ours} | {
            step: self.folder / f"{step}.docx" for step in ("one-call", "each-sheet")
        }
        self.results.lengths = {step: length(path) for step, path in documents.items()}


def process(script: str, *arguments: str, python: str = sys.executable) -> subprocess.Popen[str]:
    """Start a script of this folder."""
    command = [python, "-X", "utf8", "-W", "ignore", str(SCRIPTS / script), *arguments]
    kept = {name: value for name, value in os.environ.items() if name != SWITCHED_OFF}
    return subprocess.Popen(command, stdout=subprocess.PIPE, env=kept, text=True, encoding="utf-8")


def run(script: str, *arguments: str) -> str:
    """Run a script to its end and return what it said."""
    started = process(script, *arguments)
    said = started.communicate()[0]
    check(script, started.returncode)
    return said


def spent(script: str, *arguments: str) -> tuple[float, float | None]:
    """Run a script and return the seconds it took and its peak of memory in megabytes, where it is told."""
    return took(script, *arguments)[:2]


def took(script: str, *arguments: str, python: str = sys.executable) -> tuple[float, float | None, str]:
    """Run a script and return its seconds, its peak of memory and what it said."""
    begin = time.perf_counter()
    started = process(script, *arguments, python=python)
    assert started.stdout is not None
    said = started.stdout.read()
    if not hasattr(os, "wait4"):  # Windows
        started.wait()
        seconds, peak = time.perf_counter() - begin, None
    else:
        _, status, usage = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        seconds, peak = time.perf_counter() - begin, usage.ru_maxrss / UNITS
    check(script, started.returncode)
    return seconds, peak, said


def check(script: str, code: int) -> None:
    """Stop where a process failed; 1 says only that a workbook has faults."""
    if code not in (0, 1):
        raise RuntimeError(f"{script}: {code}")


def told(said: str) -> Iterator[tuple[str, float]]:
    """Yield the names and numbers a step printed."""
    for line in said.splitlines():
        name, number = line.split()
        yield name, float(number)


def length(document: Path) -> int:
    """Count the characters of a Word document's text."""
    with zipfile.ZipFile(document) as package:
        text = package.read("word/document.xml").decode("utf-8")
    return sum(map(len, re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", text)))


def arguments() -> Namespace:
    """Return what was asked for."""
    parser = Arguments(ABOUT)
    parser.add_argument("--rounds", type=int, metavar="次数", help=f"轮数；不写即 {ROUNDS}")
    parser.add_argument("--quick", action="store_true", help=f"只看大概：{QUICK_ROUNDS} 轮，不测最大的工作簿")
    parser.add_argument("--seed", type=int, default=SEED, metavar="数", help="换一个数，工作簿的内容就换一套")
    parser.add_argument("--json", type=Path, metavar="文件", help="各轮的数另存为 JSON")
    return parser.parse_args()


def main() -> int:
    """Measure, and print tables and targets; a missed target gives 1."""
    asked = arguments()
    wanted = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))
    packages = wanted["project"]["optional-dependencies"]["bench"]
    install("bench", "对照方案所用的库", "\n".join(packages), packages)
    rounds = asked.rounds or (QUICK_ROUNDS if asked.quick else ROUNDS)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), SIZES[:2] if asked.quick else SIZES)
        bench.prepare(asked.seed)
        with bench.office():
            for number in range(1, rounds + 1):
                print(f"第 {number} 轮，共 {rounds} 轮……", file=sys.stderr, flush=True)
                bench.round(number)
        bench.measure_documents()
    print(report(bench.results))
    if asked.json:
        asked.json.write_text(bench.results.as_json(), encoding="utf-8")
    return int(not all(target.met for target in targets(bench.results)))


if __name__ == "__main__":
    end(main)
