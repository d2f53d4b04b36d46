"""The tab 党建台账 offers the same commands as the buttons."""

from __future__ import annotations

from xml.etree import ElementTree

from addin.vba.commands import COMMANDS, Command
from addin.vba.ribbon import NAMESPACE, ribbon

TAB = ElementTree.fromstring(ribbon(COMMANDS)).find(f".//{{{NAMESPACE}}}tab")
BUTTONS = list(TAB.iter(f"{{{NAMESPACE}}}button"))


def test_the_tab_offers_every_command_once_in_order_with_its_task() -> None:
    assert TAB.get("label") == "党建台账"
    assert [(b.get("label"), b.get("tag")) for b in BUTTONS] == [(c.caption, c.task) for c in COMMANDS]
    assert len({button.get("id") for button in BUTTONS}) == len(COMMANDS)


def test_a_large_button_is_a_large_command() -> None:
    assert [b.get("size") == "large" for b in BUTTONS] == [command.large for command in COMMANDS]


def test_every_command_calls_the_one_callback_under_an_icon_of_office() -> None:
    assert {button.get("onAction") for button in BUTTONS} == {"OnRibbon"}
    assert [button.get("imageMso") for button in BUTTONS] == [command.icon for command in COMMANDS]
    assert not any(button.get("image") for button in BUTTONS)


def test_every_command_says_what_it_does() -> None:
    assert [button.get("supertip") for button in BUTTONS] == [command.hint for command in COMMANDS]
    assert all(command.hint for command in COMMANDS)


def test_signs_of_xml_in_a_caption_are_text() -> None:
    text = ribbon([Command("a", 'A & <B> "C"', "", "Undo")])
    assert ElementTree.fromstring(text).find(f".//{{{NAMESPACE}}}button").get("label") == 'A & <B> "C"'
