"""Boxes with buttons, pressed as a person would; they need a screen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from addin.libreoffice.apps import TITLE
from addin.libreoffice.engine import register
from tests.addin.libreoffice.live import Live, box, press, wait_for

pytestmark = [pytest.mark.uno, pytest.mark.desktop]


def pressed(live: Live, button: str, ask: Callable[[], Any]) -> Any:
    """Return what `ask` gives once a person pressed the button of the box it shows."""
    told: list[Any] = []
    asking = threading.Thread(target=lambda: told.append(ask()))
    asking.start()
    wait_for(
        lambda: told or (press(live.office, TITLE, button) and told), 30
    )  # a box too young hears nothing
    asking.join()
    return told[0]


@pytest.mark.parametrize(
    ("buttons", "button", "answer"),
    [("yes_no", "Yes", "yes"), ("yes_no", "No", "no"), ("ok_cancel", "Cancel", "cancel"), ("ok", "OK", "ok")],
)
def test_the_button_a_person_presses_is_told(shown: Live, buttons: str, button: str, answer: str) -> None:
    app = register(shown.office)
    assert pressed(shown, button, lambda: app.alert("要改吗？", TITLE, buttons)) == answer


@pytest.mark.parametrize("mode", ["info", "critical"])
def test_a_sentence_without_a_title_bears_the_name_of_the_program(shown: Live, mode: str) -> None:
    app = register(shown.office)
    assert pressed(shown, "OK", lambda: app.alert("工作表设了保护。", mode=mode)) == "ok"


def test_the_workbook_can_be_read_while_a_box_waits(shown: Live) -> None:
    app = register(shown.office)
    app.books.active.sheets[0]["A1"].value = "甲"
    asking = threading.Thread(target=lambda: app.alert("请稍等", TITLE))
    asking.start()
    wait_for(lambda: box(shown.office, TITLE))
    assert app.books.active.sheets[0]["A1"].value == "甲"
    wait_for(lambda: (press(shown.office, TITLE, "OK"), not asking.is_alive())[1], 30)
