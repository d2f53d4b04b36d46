"""The VBA module of xlwings, taken from the installed package and cut down to what the buttons need.

LibreOffice compiles every module before it runs one, and it does not know `#If`: it would see both
branches. So the conditions are decided here, for Excel on Windows. Only the procedures are kept that
the roots need: the others would stand in Excel's list of macros, where a clerk would meet them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from pathlib import Path

NAME = "xlwings"
ROOTS = ("RunFrozenPython", "GetConfig", "XLWINGS_VERSION")
CONSTANTS: dict[str, str | int] = {
    "App": "Microsoft Excel",
    "Mac": 0,
    "MAC_OFFICE_VERSION": 0,
    "VBA7": 1,
    "Win64": 1,
}
MODIFIED = (
    "'Modified for this workbook: conditional compilation is decided for Excel on Windows, and only what",
    "'RunFrozenPython and GetConfig need is kept. The full module is part of the Python package xlwings.",
)
DIRECTIVE = re.compile(r"\s*#(Const|If|ElseIf|Else|End If)\b ?(.*)")
CONDITION = re.compile(r'(Not )?(\w+)(?: (=|>=) "?([^"]*?)"?)? Then')
START = re.compile(r"(?:Public |Private )?(Const|Function|Sub|Declare PtrSafe Function) (\w+)")
END = re.compile(r"End (Function|Sub)\b")
NOT_CODE = re.compile(r'"[^"]*"|\'.*')


def source() -> str:
    """Return the source of the module, without its Attribute line; the licence stands on top."""
    return "\n".join(cut(original().splitlines())) + "\n"


def original() -> str:
    """Return the module as the installed package brings it; xlwings itself is not imported."""
    place = distribution(NAME).locate_file(f"{NAME}/{NAME}.bas")
    return Path(str(place)).read_text(encoding="ascii")


def cut(lines: Iterable[str]) -> Iterator[str]:
    """Yield the notice and what the roots need, in the order of the original `lines`."""
    decided = list(resolved(lines))
    members = dict(_members(decided))
    yield from (*_notice(decided), "'", *MODIFIED, "", "Option Private Module")
    kept = needed({name: _words(body) for name, body in members.items()}, ROOTS)
    for name, body in members.items():
        if name in kept:
            yield from ("", *body)


def resolved(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines that remain when every `#If` is decided by CONSTANTS."""
    open_branches: list[list[bool]] = []
    for line in lines:
        directive = DIRECTIVE.match(line)
        if directive:
            _branch(open_branches, *directive.groups())
        elif all(branches[-1] for branches in open_branches):
            yield line


def _branch(open_branches: list[list[bool]], word: str, condition: str) -> None:
    """Open, go on or close: each `#If` is the list of its branches so far, true for the one that is taken."""
    if word == "If":
        open_branches.append([_holds(condition)])
    elif word == "End If":
        open_branches.pop()
    elif word != "Const":
        branches = open_branches[-1]
        branches.append(not any(branches) and (word == "Else" or _holds(condition)))


def _holds(condition: str) -> bool:
    """Decide a condition; one of another form, or about something else, is an error of the build."""
    found = CONDITION.match(condition)
    if not found or found[2] not in CONSTANTS:
        raise ValueError(f"cannot decide #If {condition}")
    unless, name, sign, other = found.groups()
    value = CONSTANTS[name]
    held = str(value) == other if sign == "=" else int(value) >= int(other or 1)
    return held is not bool(unless)


def _notice(lines: Iterable[str]) -> Iterator[str]:
    """Yield the comment on top: version, copyright and licence."""
    for line in lines:
        if line and not line.startswith(("'", "Attribute")):
            return
        if line.startswith("'") and "Attribute" not in line:
            yield line


def _members(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield name and lines of every constant, declaration and procedure."""
    body: list[str] = []
    name = ""
    for line in lines:
        start = None if body else START.match(line)
        if start and start[1] in ("Function", "Sub"):
            name, body = start[2].lower(), [line]
        elif start:
            yield start[2].lower(), [line]
        elif body:
            body.append(line)
            if END.match(line):
                yield name, body
                body = []


def _words(body: Iterable[str]) -> set[str]:
    """Return the words of some lines of code, in small letters as VBA does not tell them apart."""
    return {word for line in body for word in re.findall(r"\w+", NOT_CODE.sub("", line).lower())}


def needed(words: dict[str, set[str]], roots: Iterable[str]) -> set[str]:
    """Return the names that `roots` lead to; `words` are those in the lines of each name."""
    kept: set[str] = set()
    waiting = [root.lower() for root in roots]
    while waiting:
        name = waiting.pop()
        if name not in kept:
            kept.add(name)
            waiting += words[name] & words.keys()
    return kept
