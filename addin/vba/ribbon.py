"""The ribbon tab 党建台账, as the part customUI14.xml of the workbook."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from addin.vba.commands import Command

NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
CALLBACK = "OnRibbon"
TAB = "党建台账"
GROUPS = (("frequent", "校验与总结", True), ("other", "其他", False))


def ribbon(commands: Iterable[Command]) -> str:
    """Return the XML of the tab: the large commands in one group, the others in a second."""
    known = tuple(commands)
    groups = (_group(name, label, [c for c in known if c.large is large]) for name, label, large in GROUPS)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<customUI xmlns="{NAMESPACE}"><ribbon><tabs>'
        f'<tab id="tabLedger" label={quoteattr(TAB)}>{"".join(groups)}</tab>'
        "</tabs></ribbon></customUI>"
    )


def _group(name: str, label: str, commands: Iterable[Command]) -> str:
    buttons = "".join(_button(command) for command in commands)
    return f'<group id="group{name.capitalize()}" label={quoteattr(label)}>{buttons}</group>'


def _button(command: Command) -> str:
    attributes = {
        "id": f"button{command.task.capitalize()}",
        "tag": command.task,
        "label": command.caption,
        "screentip": command.caption,
        "supertip": command.hint,
        "size": "large" if command.large else "normal",
        "imageMso": command.icon,
        "onAction": CALLBACK,
    }
    return f"<button {' '.join(f'{name}={quoteattr(value)}' for name, value in attributes.items())}/>"
