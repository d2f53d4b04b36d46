"""LibreOffice opens the macro workbook: its buttons are form controls bound to our procedures."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest

from addin.vba.commands import COMMANDS
from addin.vba.edition import modules
from tests.addin.vba.reading import macro_package

pytestmark = pytest.mark.office
FORM = "{urn:oasis:names:tc:opendocument:xmlns:form:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
SCRIPT = "{urn:oasis:names:tc:opendocument:xmlns:script:1.0}"
LINK = "{http://www.w3.org/1999/xlink}href"
BASIC = "{http://openoffice.org/2004/office}"


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory, convert) -> ElementTree.Element:
    """Return the macro workbook as LibreOffice understands it."""
    path = tmp_path_factory.mktemp("党建 台账") / "示例.xlsm"
    path.write_bytes(macro_package())
    return ElementTree.parse(convert(path, "fods")).getroot()


def test_every_button_is_a_control_that_calls_its_procedure(document: ElementTree.Element) -> None:
    found = {}
    for button in document.iter(f"{FORM}button"):
        address = urlsplit(button.find(f".//{SCRIPT}event-listener").get(LINK))
        assert address.scheme == "vnd.sun.star.script"
        assert parse_qs(address.query) == {"language": ["Basic"], "location": ["document"]}
        found[button.get(f"{FORM}label")] = address.path
    assert found == {command.caption: f"VBAProject.{command.macro}" for command in COMMANDS}


def test_buttons_are_not_printed(document: ElementTree.Element) -> None:
    assert {button.get(f"{FORM}printable") for button in document.iter(f"{FORM}button")} == {"false"}


def test_the_project_came_in_with_all_its_modules(document: ElementTree.Element) -> None:
    library = next(each for each in document.iter(f"{BASIC}library-embedded") if len(each) > 3)
    names = {each.get(f"{BASIC}name") for each in library}
    sheets = [f"Sheet{number}" for number in range(1, len(names) - 3)]
    assert names == {module.name for module in modules(sheets)}
