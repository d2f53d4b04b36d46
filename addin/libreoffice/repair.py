"""A macro workbook that LibreOffice saved → one with buttons again.

LibreOffice drops the code names of workbook and sheets, so that macros no longer find them, and writes
buttons in a form in which neither it nor Excel shows them. Both are put back from the workbook as we
ship it; everything else stays as it was saved.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from copy import deepcopy
from itertools import chain, count
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from addin.libreoffice.parts import OFFICE, WORKBOOK, Parts
from addin.libreoffice.stripped import copies, needs_repair, repaired_since
from addin.results import LAST_CHECK
from workbook.content import HOME
from workbook.files import is_open, replace_bytes

TEMPLATE = Path(__file__).parents[2] / "workbook" / "党建台账.xlsm"
OURS = (1999, 12, 31, 0, 0, 0)  # the date of each part as long as no office program saved the copy
VML = "{urn:schemas-microsoft-com:vml}"
EXCEL = "{urn:schemas-microsoft-com:office:excel}"
FIRST_SHAPE = 1025  # Excel numbers shapes by blocks of 1024; the first sheet has the second block
BEHIND_DRAWING = ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "AlternateContent", "controls",
                  "webPublishItems", "tableParts", "extLst")  # fmt: skip


def repair_beside(path: Path, template: Path = TEMPLATE) -> Path | None:
    """Write 名（已修复）.xlsm beside a workbook that needs it; return it, or None where nothing was to do.

    A copy that somebody saved or has open stays: the new one gets the next number.
    """
    if not (needs_repair(path) and template.exists()) or repaired_since(path):
        return None
    target = next(place for place in copies(path) if not place.exists() or _is_free(place))
    replace_bytes(target, repair(path, template))
    return target


def repair(saved: Path, template: Path) -> bytes:
    """Return the workbook `saved` with the code names and buttons of `template`."""
    given, ours = Parts(saved), Parts(template)
    parts, our_parts = _sheets(given), _sheets(ours)
    _name(given.tree(WORKBOOK), "workbookPr", _named(ours.tree(WORKBOOK), "workbookPr"))
    known = {sheet: _named(ours.tree(part), "sheetPr") for sheet, part in our_parts.items()}
    for sheet, name in code_names(parts, known).items():
        _name(given.tree(parts[sheet]), "sheetPr", name)
    if HOME in parts:
        _put_back_buttons(given, parts[HOME], ours, our_parts[HOME])
    return given.packed(OURS)


def code_names(sheets: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Return a code name for each of `sheets`: the one `known`, else one nobody has.

    Those of ours that are gone come first: most of the strange sheets are ours under a new name. Behind
    them LibreOffice goes on counting, as we do.
    """
    given = list(sheets)
    gone = (name for sheet, name in known.items() if sheet not in given)
    free = chain(gone, (f"Sheet{number}" for number in count(len(known) + 1)))
    return {sheet: known.get(sheet) or next(free) for sheet in given}


def _is_free(copy: Path) -> bool:
    """Tell whether a copy may be written over: it is as we wrote it, and nobody has it open."""
    try:
        with ZipFile(copy) as file:
            as_written = all(info.date_time == OURS for info in file.infolist())
    except (OSError, BadZipFile):
        return False
    return as_written and not is_open(copy) and os.access(copy, os.W_OK)


def _sheets(parts: Parts) -> dict[str, str]:
    """Return the parts of the sheets by name; 首页 is known by the cell on it, whatever it is called now."""
    names = parts.tree(WORKBOOK).iterfind("{*}definedNames/{*}definedName")
    home = next((each.text for each in names if each.get("name") == LAST_CHECK), "").rpartition("!")[0]
    called = home.strip("'").replace("''", "'")
    return {HOME if sheet == called else sheet: part for sheet, part in parts.sheets().items()}


def _named(ours: Any, tag: str) -> str:
    return str(ours.find(f"{{*}}{tag}").get("codeName"))


def _name(given: Any, tag: str, name: str) -> None:
    """Give the element `tag` the code name `name`."""
    element = given.find(f"{{*}}{tag}")
    if element is None:
        element = etree.Element(given.tag.replace(etree.QName(given).localname, tag))
        given.insert(0, element)
    element.set("codeName", name)


def _put_back_buttons(given: Parts, sheet: str, ours: Parts, our_sheet: str) -> None:
    drawing = next((part for _, part in ours.related(our_sheet, "vmlDrawing")), None)
    if drawing and _buttons(ours.tree(drawing)):
        _remove_controls(given, sheet)
        place = _drawing(given, sheet)
        given.trees[place] = _drawn(ours.tree(drawing), given.tree(place))


def _buttons(drawing: Any) -> list[Any]:
    """Return the shapes of a VML drawing that are buttons."""
    data = drawing.iterfind(f"{VML}shape/{EXCEL}ClientData")
    return [each.getparent() for each in data if each.get("ObjectType") == "Button"]


def _remove_controls(given: Parts, sheet: str) -> None:
    """Remove what LibreOffice writes of buttons beside VML: controls, their properties, their shapes."""
    root = given.tree(sheet)
    shapes = {each.get("shapeId") for each in root.iterfind(".//{*}control")}
    for child in root.xpath("*[local-name() = 'controls' or .//*[local-name() = 'control']]"):
        root.remove(child)
    for relation, part in given.related(sheet, "ctrlProp"):
        given.remove(relation, part)
    for _, part in given.related(sheet, "drawing"):
        for anchor in list(given.tree(part)):
            if shapes & {each.get("id") for each in anchor.iterfind(".//{*}cNvPr")}:
                given.tree(part).remove(anchor)


def _drawing(given: Parts, sheet: str) -> str:
    """Return the part with the VML drawing of a sheet; where it has none it gets one."""
    for _, part in given.related(sheet, "vmlDrawing"):
        return part
    part = next(f"xl/drawings/vmlDrawing{number}.vml" for number in range(1, 999)
                if f"xl/drawings/vmlDrawing{number}.vml" not in given.parts)  # fmt: skip
    given.parts[part] = b"<xml/>"
    root = given.tree(sheet)
    element = etree.Element(root.tag.replace("worksheet", "legacyDrawing"))
    element.set(f"{{{OFFICE}}}id", given.add_drawing(sheet, part))
    behind = next((child for child in root if etree.QName(child).localname in BEHIND_DRAWING), None)
    root.insert(len(root) if behind is None else root.index(behind), element)
    return part


def _drawn(ours: Any, given: Any) -> Any:
    """Return our drawing of the buttons with what else the `given` drawing shows: comments."""
    drawing = deepcopy(ours)
    for shape in set(drawing.iterfind(f"{VML}shape")) - set(_buttons(drawing)):
        drawing.remove(shape)
    for shape in _buttons(given):
        given.remove(shape)
    for number, shape in enumerate(given.iterfind(f"{VML}shape"), FIRST_SHAPE + len(drawing)):
        shape.set("id", f"_x0000_s{number}")  # LibreOffice calls all of them shape_0
    known = {kind.get("id") for kind in drawing.iterfind(f"{VML}shapetype")}
    for element in list(given):
        if element.tag == f"{VML}shape" or element.get("id") not in known:
            drawing.append(element)
            known.add(element.get("id"))
    return drawing
