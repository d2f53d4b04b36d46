"""The tab 党建台账 offers the same commands as the buttons."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from addin.vba.commands import COMMANDS, Command
from addin.vba.ribbon import GROUPS, NAMESPACE, ribbon

# names that ribbons of other programs use; one that Office does not know would leave the place empty
KNOWN_ICONS = {
    "AcceptInvitation",
    "ErrorChecking",
    "ExportWord",
    "FileOpen",
    "FindDialog",
    "RefreshAll",
    "ReviewAcceptChange",
    "Undo",
}
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


def test_nothing_is_longer_or_otherwise_named_than_office_takes() -> None:
    root = ElementTree.fromstring(ribbon(COMMANDS))
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids)) == 1 + len(GROUPS) + len(COMMANDS)
    assert all(re.fullmatch(r"[A-Za-z]\w*", each, re.ASCII) for each in ids)
    texts = [text for each in root.iter() for text in each.attrib.values()]
    assert max(map(len, texts)) <= 1024 and "" not in texts


def test_the_tree_is_the_one_office_demands() -> None:
    root = ElementTree.fromstring(ribbon(COMMANDS))
    path, level = [], [root]
    while level:
        tags = {each.tag.removeprefix(f"{{{NAMESPACE}}}") for each in level}
        assert len(tags) == 1
        path += tags
        level = [child for each in level for child in each]
    assert path == ["customUI", "ribbon", "tabs", "tab", "group", "button"]


def test_the_icons_are_known_names_of_office_and_none_of_a_party_or_state() -> None:
    assert {command.icon for command in COMMANDS} <= KNOWN_ICONS


def test_signs_of_xml_in_a_caption_are_text() -> None:
    text = ribbon([Command("a", 'A & <B> "C"', "", "Undo")])
    assert ElementTree.fromstring(text).find(f".//{{{NAMESPACE}}}button").get("label") == 'A & <B> "C"'
