"""The README names only what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent
README = (HOME / "README.md").read_text(encoding="utf-8")
QUOTED = re.findall(r"`([^`\n]+)`", README)
PLACES = sorted({word for word in QUOTED if re.match(r"(workbook|addin|scripts|tests|docs)/[^<*\s]*$", word)})
COMMANDS = sorted({word for text in QUOTED for word in re.findall(r"^(?:[\w ]* )?([a-z_]+\.py)\b", text)})
OPTIONS = sorted(set(re.findall(r"(?<![\w-])--[a-z-]+", " ".join(QUOTED))))


@pytest.mark.parametrize("place", PLACES)
def test_a_place_the_readme_names_is_there(place: str) -> None:
    assert (HOME / place).exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_the_readme_names_is_there(command: str) -> None:
    assert (HOME / "scripts" / command).exists()


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_the_readme_names_is_known_to_a_script(option: str) -> None:
    sources = [path.read_text(encoding="utf-8") for path in (HOME / "scripts").glob("*.py")]
    assert any(f'"{option}"' in source for source in sources)


def test_the_readme_names_places_commands_and_options() -> None:
    assert len(PLACES) > 20 and "regenerate.py" in COMMANDS and "--final" in OPTIONS


def test_the_guide_to_runs_nobody_watches_is_the_same_on_the_sheet() -> None:
    """Whoever reads it in the workbook reads no other words than who reads it here."""
    guide = (HOME / "workbook" / "defaults" / "使用说明.md").read_text(encoding="utf-8")
    section = guide.partition("# 九、自动重算\n")[2].split("\n# ")[0].strip().splitlines()
    assert len(section) == 8 and all(line in README.splitlines() for line in section)
