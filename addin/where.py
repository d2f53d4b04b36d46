"""Where a workbook lies, and whether what is written beside it would be found again."""

from __future__ import annotations

from pathlib import Path

MAIL = ("content.outlook", "inetcache", "temporary internet files")  # where mail programs open attachments
UNSAVED = (
    "这本工作簿还没有存在这台电脑上（从没保存过，或是从网盘、网页里打开的），"
    "不知道结果该放在哪里。请先“另存为”到本机的文件夹，再点一次。"
)
ATTACHED = "这本工作簿是从邮件附件里直接打开的，关掉就找不到了。请先“另存为”到自己的文件夹，再点一次。"


def why_not_here(workbook: Path | None) -> str:
    """Return why nothing should be written beside `workbook` (None: it has no place), or nothing."""
    if workbook is None:
        return UNSAVED
    return ATTACHED if any(part.lower() in MAIL for part in workbook.parts) else ""
