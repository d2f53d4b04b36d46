"""The parts of an Excel file as XML trees: taken out, changed and put back."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

WORKBOOK, TYPES = "xl/workbook.xml", "[Content_Types].xml"
RELATION = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"


class Parts:
    """All parts of one file by name; `tree` gives one to look at and to change."""

    def __init__(self, path: Path) -> None:
        with ZipFile(path) as file:
            self.parts = {info.filename: file.read(info) for info in file.infolist()}
        self.trees: dict[str, Any] = {}

    def tree(self, name: str) -> Any:
        """Return the root element of a part; changes to it are kept."""
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.parts[name])
        return self.trees[name]

    def packed(self, date: tuple[int, int, int, int, int, int]) -> bytes:
        """Return the file anew, each part with that date."""
        for name, tree in self.trees.items():
            self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        made = BytesIO()
        with ZipFile(made, "w") as file:
            for name, data in self.parts.items():
                file.writestr(ZipInfo(name, date), data, ZIP_DEFLATED)
        return made.getvalue()

    def sheets(self) -> dict[str, str]:
        """Return the parts of the sheets by sheet name."""
        parts = {relation.get("Id"): part for relation, part in self.related(WORKBOOK, "worksheet")}
        found = self.tree(WORKBOOK).iterfind("{*}sheets/{*}sheet")
        return {sheet.get("name"): parts[sheet.get(f"{{{OFFICE}}}id")] for sheet in found}

    def related(self, name: str, kind: str) -> Iterator[tuple[Any, str]]:
        """Yield the relations of a part that are of a kind, with the parts they lead to."""
        relations = relations_of(name)
        if relations not in self.parts:
            return
        for relation in list(self.tree(relations)):
            if relation.get("Type").endswith(f"/{kind}"):
                yield (
                    relation,
                    posixpath.normpath(
                        posixpath.join("/", posixpath.dirname(name), relation.get("Target"))
                    ).lstrip("/"),
                )

    def remove(self, relation: Any, part: str) -> None:
        """Remove a part with the relation that leads to it and its entry among the types."""
        relation.getparent().remove(relation)
        self.parts.pop(part)
        for override in self.tree(TYPES).iterfind("{*}Override"):
            if override.get("PartName") == f"/{part}":
                self.tree(TYPES).remove(override)

    def add_drawing(self, name: str, part: str) -> str:
        """Let the sheet `name` lead to the VML `part`; return the id of the relation."""
        relations = relations_of(name)
        self.parts.setdefault(relations, f'<Relationships xmlns="{RELATION}"/>'.encode())
        root = self.tree(relations)
        known = {relation.get("Id") for relation in root}
        new = next(each for each in map("rId{}".format, range(1, len(known) + 2)) if each not in known)
        target = posixpath.relpath(part, posixpath.dirname(name))
        etree.SubElement(
            root, f"{{{RELATION}}}Relationship", Id=new, Type=f"{OFFICE}/vmlDrawing", Target=target
        )
        types = self.tree(TYPES)
        if not any(default.get("Extension") == "vml" for default in types.iterfind("{*}Default")):
            types.insert(0, etree.Element(f"{{{CONTENT}}}Default", Extension="vml", ContentType=VML))
        return new


def relations_of(name: str) -> str:
    """Return the part that holds the relations of a part."""
    folder, file = posixpath.split(name)
    return f"{folder}/_rels/{file}.rels"
