"""The way into a running LibreOffice. Everything that knows UNO's own Python library is here."""

from __future__ import annotations

import builtins
import importlib
import os
import sys
from pathlib import Path
from typing import Any

from workbook.trouble import NOT_OURS, Trouble

PLACES = ("/usr/lib/python3/dist-packages",)  # where Debian's python3-uno puts it
NO_UNO = (
    "找不到 LibreOffice 的 Python 部件（uno），按钮连不上 LibreOffice。"
    "请在终端运行：sudo apt install python3-uno，装好后再点一次。"
)


def load_uno() -> Any:
    """Return UNO's library; where it is not installed, raise Trouble that says what to install."""
    own_import, own_path = builtins.__import__, list(sys.path)
    sys.path += PLACES  # at the end, and only now: what else lies there must not stand in for our libraries
    try:
        uno = importlib.import_module("uno")
    except ImportError as error:
        raise Trouble(NOT_OURS, NO_UNO) from error
    finally:
        builtins.__import__ = own_import  # uno puts in its own, which all later imports would pay for
        sys.path[:] = own_path
    _let_errors_pass(uno)
    return uno


def _let_errors_pass(uno: Any) -> None:
    """Let UNO's errors leave a `with`: they would refuse the traceback Python gives them there."""
    own = uno._uno_struct__setattr__  # what all their classes are made with
    if own.__module__ != __name__:

        def set_attribute(self: Any, name: str, value: Any) -> None:
            (BaseException.__setattr__ if name.startswith("__") else own)(self, name, value)

        uno._uno_struct__setattr__ = set_attribute


class Office:
    """A running LibreOffice behind one bridge."""

    def __init__(self, uno: Any, context: Any, pid: int) -> None:
        self.uno = uno
        self.context = context
        self.pid = pid
        self.desktop = self.create("com.sun.star.frame.Desktop")

    def create(self, service: str) -> Any:
        """Return a new object of the office."""
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def struct(self, kind: str, **values: Any) -> Any:
        """Return a UNO struct with `values`."""
        made = self.uno.createUnoStruct(kind)
        for name, value in values.items():
            setattr(made, name, value)
        return made

    def enum(self, kind: str, name: str) -> Any:
        """Return the member `name` of a UNO enumeration."""
        return self.uno.Enum(kind, name)

    def arguments(self, **values: Any) -> tuple[Any, ...]:
        """Return `values` as UNO takes named arguments."""
        kind = "com.sun.star.beans.PropertyValue"
        return tuple(self.struct(kind, Name=name, Value=value) for name, value in values.items())

    def url(self, path: str | os.PathLike[str]) -> str:
        """Return the file URL of `path`."""
        return str(self.uno.systemPathToFileUrl(str(Path(path).absolute())))

    def path(self, url: str) -> str:
        """Return the path of a file URL; any other URL stays as it is."""
        return str(self.uno.fileUrlToSystemPath(url)) if url.startswith("file:") else url

    def is_closed(self) -> bool:
        """Tell whether LibreOffice was closed: then all of it answers with one error or another."""
        try:
            self.desktop.getComponents()
        except (self.uno.getClass("com.sun.star.uno.Exception"), AttributeError):
            return True
        return False


def connect(pipe: str, pid: int = 0) -> Office | None:
    """Return the LibreOffice that listens at `pipe`, or None while nobody does."""
    uno = load_uno()
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    try:
        context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
    except uno.getClass("com.sun.star.connection.NoConnectException"):
        return None
    return Office(uno, context, pid)
