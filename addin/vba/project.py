"""Make a vbaProject.bin from the texts of its modules (MS-OVBA 2.3)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from addin.vba.cfb import compound_file
from addin.vba.ovba import compress, disguise

NAME = "VBAProject"
PROJECT_ID = "{9A1C9E2F-5D6B-5B0E-8F57-2C6F0B7A4D31}"  # any will do; a fixed one gives equal files
CODE_PAGE = 1252  # the sources are ASCII, so it changes nothing
ENGLISH = 0x409
WIN64 = 3
COMPILE_ANEW = bytes.fromhex("cc61ffff000000")  # _VBA_PROJECT without a compiled form
OLE = (
    "stdole",
    r"*\G{00020430-0000-0000-C000-000000000046}#2.0#0#C:\Windows\System32\stdole2.tlb#OLE Automation",
)
HOST = "{3832D640-CF90-11CF-8E43-00A0C911005A}"


class Kind(Enum):
    """What a module belongs to: the line of PROJECT that names it, and the class a document has."""

    CODE = ("Module={}", "")
    WORKBOOK = ("Document={}/&H00000000", "00020819")
    SHEET = ("Document={}/&H00000000", "00020820")


@dataclass(frozen=True)
class Module:
    """A module; `source` is ASCII and holds no Attribute lines."""

    name: str
    source: str = ""
    kind: Kind = Kind.CODE


def vba_project(modules: Sequence[Module]) -> bytes:
    """Return the vbaProject.bin that holds `modules`; equal modules give equal bytes."""
    streams = {module.name: compress(_text(module)) for module in modules}
    streams |= {"_VBA_PROJECT": COMPILE_ANEW, "dir": compress(_catalogue(modules))}
    return compound_file({"VBA": streams, "PROJECT": _settings(modules), "PROJECTwm": _names(modules)})


def _text(module: Module) -> bytes:
    """Return the lines of a module as Office stores them."""
    lines = [*_attributes(module), *module.source.splitlines()]
    return "".join(line + "\r\n" for line in lines).encode("ascii")


def _attributes(module: Module) -> list[str]:
    named, base = f'VB_Name = "{module.name}"', module.kind.value[1]
    if not base:
        return [f"Attribute {named}"]
    more = (
        f'VB_Base = "0{{{base}-0000-0000-C000-000000000046}}"',
        "VB_GlobalNameSpace = False",
        "VB_Creatable = False",
        "VB_PredeclaredId = True",
        "VB_Exposed = True",
        "VB_TemplateDerived = False",
        "VB_Customizable = True",
    )
    return [f"Attribute {line}" for line in (named, *more)]


def _record(number: int, data: bytes = b"") -> bytes:
    return struct.pack("<HI", number, len(data)) + data


def _twice(number: int, unicode_number: int, text: str) -> bytes:
    """Return a text as it is stored twice: in the code page, then in Unicode."""
    return _record(number, text.encode("ascii")) + _record(unicode_number, text.encode("utf-16-le"))


def _long(number: int, value: int) -> bytes:
    return _record(number, struct.pack("<I", value))


def _short(number: int, value: int) -> bytes:
    return _record(number, struct.pack("<H", value))


def _catalogue(modules: Sequence[Module]) -> bytes:
    """Return the stream `dir`: the project's properties, its one reference, and the list of modules."""
    about = [
        _long(0x01, WIN64),
        _long(0x02, ENGLISH),
        _long(0x14, ENGLISH),
        _short(0x03, CODE_PAGE),
        _record(0x04, NAME.encode("ascii")),
        _twice(0x05, 0x40, ""),  # description
        _record(0x06) + _record(0x3D),  # help files
        _long(0x07, 0) + _long(0x08, 0),
        struct.pack("<HIIH", 0x09, 4, 1, 1),  # version: the size says 4 though 6 bytes follow
        _twice(0x0C, 0x3C, ""),  # constants
        _reference(*OLE),
        _short(0x0F, len(modules)) + _short(0x13, 0xFFFF),
    ]
    return b"".join([*about, *(_entry(module) for module in modules), _record(0x10)])


def _reference(name: str, library: str) -> bytes:
    path = library.encode("ascii")
    return _twice(0x16, 0x3E, name) + _record(0x0D, struct.pack("<I", len(path)) + path + bytes(6))


def _entry(module: Module) -> bytes:
    parts = (
        _twice(0x19, 0x47, module.name),
        _twice(0x1A, 0x32, module.name),  # its stream
        _twice(0x1C, 0x48, ""),  # description
        _long(0x31, 0),  # the text starts at once: no compiled form before it
        _long(0x1E, 0),
        _short(0x2C, 0xFFFF),
        _record(0x21 if module.kind is Kind.CODE else 0x22),
        _record(0x2B),
    )
    return b"".join(parts)


def _settings(modules: Sequence[Module]) -> bytes:
    """Return the stream PROJECT; the identity and the three settings behind it belong together."""
    lines = [
        f'ID="{PROJECT_ID}"',
        *(module.kind.value[0].format(module.name) for module in modules),
        f'Name="{NAME}"',
        'HelpContextID="0"',
        'VersionCompatible32="393222000"',
        f'CMG="{disguise(bytes(4), PROJECT_ID)}"',  # nothing is protected,
        f'DPB="{disguise(bytes(1), PROJECT_ID)}"',  # there is no password,
        f'GC="{disguise(bytes([0xFF]), PROJECT_ID)}"',  # and the project is shown
        "",
        "[Host Extender Info]",
        f"&H00000001={HOST};VBE;&H00000000",
        "",
        "[Workspace]",
        *(f"{module.name}=0, 0, 0, 0, C" for module in modules),
    ]
    return "".join(line + "\r\n" for line in lines).encode("ascii")


def _names(modules: Sequence[Module]) -> bytes:
    """Return the stream PROJECTwm: every name in the code page and in Unicode."""
    pairs = (
        module.name.encode("ascii") + b"\0" + module.name.encode("utf-16-le") + b"\0\0" for module in modules
    )
    return b"".join(pairs) + b"\0\0"
