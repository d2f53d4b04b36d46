"""Files that hold no workbook for us: each kind has its own sentence, and says what to do."""

from __future__ import annotations

from workbook.trouble import NOT_OURS, Trouble

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what .xls, .doc and encrypted files begin with
_WEB = (b"<html", b"<!doctype", b"<?xml", b"<table", b"mime-version")
_SAVE_AS = "请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（*.xlsx）”，再选另存的文件"
_AGAIN = "请重新复制或下载一份，或从备份中取回"

DAMAGED = f"内容不完整或已损坏，读不出来。{_AGAIN}"
EMPTY = f"是空文件（0 字节），可能没有复制或同步完整。{_AGAIN}"
TOO_LARGE = "解压后大得不正常，为防内存耗尽没有打开。请确认来源可靠；若确是台账，请删去多余的图片和行列后另存"
ENCRYPTED = "设了打开密码，程序读不了。请在 Excel 或 WPS 中取消打开密码、保存后再试"
OLD_XLS = f"是旧格式（.xls），程序读不了。{_SAVE_AS}"
BINARY = f"是二进制格式（.xlsb），程序读不了。{_SAVE_AS}"
WEB_PAGE = f"实际是网页或 XML 文本，只是取了工作簿的名字。{_SAVE_AS}"
DOCUMENT = "是文档或演示文稿，不是工作簿。请选择党建台账工作簿（.xlsm、.xlsx 或 .ods）"
OTHER = "不是工作簿。请选择党建台账工作簿（.xlsm、.xlsx 或 .ods）"
OWNER = "是 Excel 打开工作簿时的临时文件，不是工作簿。请选择名字前没有“~$”的那个文件"
MISSING = "找不到，可能已改名、移走，或网盘没有下载到本机。请检查路径"
FOLDER = "是文件夹，不是工作簿。请选择其中的工作簿文件"
LOCKED = "打不开：没有读取权限，或正被别的程序独占。请关闭占用它的程序后再试"


def refusal(name: str, why: str) -> Trouble:
    """Return the Trouble that tells why the file called `name` is not read."""
    return Trouble(NOT_OURS, f"“{name}”{why}。")


def why_no_package(data: bytes) -> str:
    """Tell what a file is that is no zip package."""
    if not data:
        return EMPTY
    if data.startswith(_COMPOUND):
        return _compound(data)
    if data.startswith(b"PK"):
        return DAMAGED
    text = data[:400].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    return WEB_PAGE if text.startswith(_WEB) else OTHER


def _compound(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return ENCRYPTED
    if any(stream.encode("utf-16-le") in data for stream in ("Workbook\0", "Book\0")):
        return OLD_XLS
    return DOCUMENT if "WordDocument".encode("utf-16-le") in data else OTHER


def why_no_workbook(names: frozenset[str]) -> str:
    """Tell what a package with parts `names` is that is no workbook we read."""
    if "xl/workbook.bin" in names:
        return BINARY
    if names & {"word/document.xml", "ppt/presentation.xml", "content.xml"}:
        return DOCUMENT
    return DAMAGED if "[Content_Types].xml" in names else OTHER


def sprawling(name: str, sheet: str, row: int, column: int) -> Trouble:
    """Return the Trouble of a sheet with an entry so far out that reading it would exhaust the memory."""
    return refusal(
        name, f"的工作表“{sheet}”一直用到第 {row} 行、第 {column} 列，多半是远处误填了内容。"
        "请按 Ctrl+End 找到那里，删除多余的行和列，保存后再试",
    )  # fmt: skip
