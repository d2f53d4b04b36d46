"""What a run remembers, damaged by hand or by a disk: it is made anew, never a traceback, nothing lost."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.scripts.nights import Runs, changed, files, runs
from workbook.files import RECORD

STATUS = ".运行状态.json"
NOW, LATER = "2026-11-25T09:30:00", "2026-11-26T09:30:00"
WORDS = ("--todo", "--if-changed")
ROUNDS = 6
THIRD = "台账.old"  # no name of a workbook
OTHER = (None, True, 7, -1.5, "", "甲", [], ["甲"], [None], {}, {"甲": "乙"}, "9" * 40, "2026-99-99")
FIXED = ("", "[]", '""', '{"工作簿": 5}', '{"工作簿": {"甲": {}}}', "[" * 20_000)


@pytest.fixture(scope="module")
def going(workshop: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runs]:
    with runs(workshop, tmp_path_factory.mktemp("warm") / "w") as started:
        yield started


@pytest.fixture(scope="module")
def before(going: Runs, workshop: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder after two nights; nobody may change it."""
    root = tmp_path_factory.mktemp("nights") / "台账"
    root.mkdir()
    for hours in (2, 5):
        changed(workshop / "示例.xlsx", root / "台账.xlsx", hours)
        assert going(root, *WORDS, now=NOW)["code"] == 0
    changed(workshop / "示例.xlsx", root / THIRD, 7)
    return root


def paths(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value in a JSON document."""
    yield way
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        yield from paths(each, (*way, key))


def other_value(text: str, chance: random.Random) -> str:
    """Put something else in one place of a JSON document, or of one of its lines."""
    lines = text.splitlines() if text.startswith('{"') else [text]
    number = chance.randrange(len(lines))
    document = json.loads(lines[number])
    *way, last = chance.choice([*paths(document)][1:])
    place = document
    for key in way:
        place = place[key]
    place[last] = chance.choice(OTHER)
    lines[number] = json.dumps(document, ensure_ascii=False)
    return "\n".join(lines)


def cut_short(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text))]


def other_letters(text: str, chance: random.Random) -> str:
    letters = list(text)
    for _ in range(3):
        letters[chance.randrange(len(letters))] = chance.choice('"{}[],:0甲\x00\ud800')
    return "".join(letters)


@pytest.mark.parametrize("harm", [other_value, cut_short, other_letters], ids=lambda harm: harm.__name__)
@pytest.mark.parametrize("name", [STATUS, RECORD, ".上次/*.json"])
def test_a_night_goes_on_whatever_somebody_made_of_what_it_remembers(
    going: Runs, before: Path, tmp_path: Path, name: str, harm: Callable[[str, random.Random], str]
) -> None:
    root = tmp_path / "台账"
    for seed in range(ROUNDS):
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(before, root)
        (victim,) = (root / "自动生成").glob(name)
        harmed = harm(victim.read_text(encoding="utf-8"), random.Random(seed))
        victim.write_bytes(harmed.encode("utf-8", "surrogatepass"))
        check(going, root, harmed)


@pytest.mark.parametrize("text", FIXED, ids=lambda text: text[:20])
@pytest.mark.parametrize("name", [STATUS, RECORD, ".上次/*.json"])
def test_a_night_goes_on_without_what_it_remembers(
    going: Runs, before: Path, tmp_path: Path, name: str, text: str
) -> None:
    root = tmp_path / "台账"
    shutil.copytree(before, root)
    (victim,) = (root / "自动生成").glob(name)
    victim.write_text(text, encoding="utf-8")
    check(going, root, text[:100])


def check(going: Runs, root: Path, harmed: str) -> None:
    """Make a night over the same workbook, and two over it changed: none complains, no output is lost."""
    old = {place: data for place, data in files(root).items() if place.endswith(("docx", "xlsx"))}
    for number in range(3):
        if number == 1:
            shutil.copy(root / THIRD, root / "台账.xlsx")
        done = going(root, *WORDS, now=LATER)
        assert done["code"] == 0 and "Traceback" not in done["said"], (harmed, done)
    assert set(old) <= set(files(root)), harmed
    json.loads((root / "自动生成" / STATUS).read_text(encoding="utf-8"))
