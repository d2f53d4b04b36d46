"""The checklist for Excel: whole, in order, and honest about what has been run."""

from __future__ import annotations

import re
from pathlib import Path

from addin.vba.commands import COMMANDS

CHECKLIST = (Path(__file__).parent / "EXCEL_CHECKLIST.md").read_text(encoding="utf-8")
STEPS = re.findall(r"^\| (\d+) \|(.*)\|$", CHECKLIST, re.M)


def test_the_steps_are_numbered_from_one_on() -> None:
    assert [int(number) for number, _ in STEPS] == list(range(1, len(STEPS) + 1))


def test_every_step_says_what_to_do_and_to_see_and_leaves_room_for_the_result() -> None:
    for number, rest in STEPS:
        cells = [cell.strip() for cell in rest.split("|")]
        assert len(cells) == 3, number
        assert cells[0] and cells[1], number


def test_as_long_as_no_step_has_a_result_the_list_says_so_at_its_top() -> None:
    results = [rest.split("|")[2].strip() for _, rest in STEPS]
    assert any(results) or "Nothing on this list has been run yet" in CHECKLIST.split("\n## ")[0]


def test_every_button_is_clicked_in_some_step() -> None:
    text = "\n".join(rest for _, rest in STEPS)
    assert all(f"**{command.caption}**" in text for command in COMMANDS)
