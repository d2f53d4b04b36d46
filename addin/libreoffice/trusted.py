"""The folders whose macros LibreOffice runs without asking; its level of macro security stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from addin.libreoffice.install import FOLDERS, SETTINGS, folders_of
from workbook.files import replace_bytes
from workbook.trouble import CANNOT_WRITE, Trouble

REGISTRY = "http://openoffice.org/2001/registry"
EMPTY = f'<oor:items xmlns:oor="{REGISTRY}"/>'.encode()
PROGRAM = Path("scripts", "start.py")
PLACE, NAME = "/org.openoffice.Office.Common/Security/Scripting", "SecureURL"
UNREADABLE = "LibreOffice 的设置文件已损坏，没有动它：{}。请先打开一次 LibreOffice，再关闭，然后再运行一次。"


def trusted(folders: Iterable[Path], profile: Path) -> list[Path]:
    """Return those of `folders` that are among the trusted ones of a profile."""
    known = {each.text for each in _urls(_read(profile))}
    return [folder for folder in folders if folder.as_uri() in known]


def trust(folders: Iterable[Path], profile: Path) -> list[Path]:
    """Add `folders` to the trusted ones of a profile; return those that were not among them."""
    root = _read(profile)
    known = {each.text for each in _urls(root)}
    new = [folder for folder in folders if folder.as_uri() not in known]
    for folder in new:
        etree.SubElement(_values(root), "it").text = folder.as_uri()
    if new:
        _write(profile, root)
    return new


def distrust(folders: Iterable[Path], profile: Path) -> list[Path]:
    """Take `folders` off the trusted ones of a profile; return those that were among them."""
    root = _read(profile)
    found = {each.text: each for each in _urls(root)}
    ours = [folder for folder in folders if folder.as_uri() in found]
    for folder in ours:
        each = found[folder.as_uri()]
        each.getparent().remove(each)
    if ours:
        _write(profile, root)
    return ours


def left_behind(profile: Path) -> list[Path]:
    """Return the trusted folders of ours at a place from which the program was moved or removed.

    Both folders of ours beside each other are nobody else's; where the program still stands, it is in use.
    """
    known = [Path(unquote(urlsplit(each.text or "").path)) for each in _urls(_read(profile))]
    homes = dict.fromkeys(folder.parent for folder in known if folder.name == FOLDERS[-1])
    gone = (folders_of(home) for home in homes if not (home / PROGRAM).exists())
    return [folder for folders in gone if set(folders) <= set(known) for folder in folders]


def _read(profile: Path) -> Any:
    file = profile / SETTINGS
    try:
        return etree.fromstring(file.read_bytes() if file.exists() else EMPTY)
    except etree.XMLSyntaxError as error:
        raise Trouble(CANNOT_WRITE, UNREADABLE.format(file)) from error


def _write(profile: Path, root: Any) -> None:
    """Replace the settings in one step: LibreOffice would throw away a half-written file and all it held."""
    replace_bytes(profile / SETTINGS, etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _property(root: Any) -> Any:
    for item in root.iterfind("item"):
        if item.get(f"{{{REGISTRY}}}path") == PLACE:
            for prop in item.iterfind("prop"):
                if prop.get(f"{{{REGISTRY}}}name") == NAME:
                    return prop
    return None


def _urls(root: Any) -> list[Any]:
    prop = _property(root)
    return [] if prop is None else prop.findall("value/it")


def _values(root: Any) -> Any:
    """Return the element that holds the trusted folders, made where there is none."""
    prop = _property(root)
    if prop is None:
        item = etree.SubElement(root, "item", {f"{{{REGISTRY}}}path": PLACE})
        attributes = {f"{{{REGISTRY}}}name": NAME, f"{{{REGISTRY}}}op": "fuse"}
        prop = etree.SubElement(item, "prop", attributes)
    value = prop.find("value")
    return etree.SubElement(prop, "value") if value is None else value
