"""Where a workbook lies, and whether what is written beside it would be found again."""

from __future__ import annotations

import re
from pathlib import Path

# Where Outlook old and new, browsers, Thunderbird and Evolution open attachments, and Explorer, 7-Zip and
# WinRAR what lies in an archive: all of it is thrown away afterwards.
PASSING = re.compile(
    r"/(content\.outlook|inetcache|temporary internet files|olk/attachments"
    r"|tmp/(mozilla_[^/]+|pid-\d+)|evolution/tmp|temp\d+_[^/]+\.zip|7zo[0-9a-f]{6,}|rar\$[^/]+)/"
)
UNSAVED = (
    "这本工作簿还没有存在这台电脑上（从没保存过，或是从网盘、网页里打开的），"
    "不知道结果该放在哪里。请先“另存为”到本机的文件夹，再点一次。"
)
ATTACHED = (
    "这本工作簿是从邮件附件或压缩包里直接打开的，关掉就找不到了。请先“另存为”到自己的文件夹，再点一次。"
)


def why_not_here(workbook: Path | None) -> str:
    """Return why nothing should be written beside `workbook` (None: it has no place), or nothing."""
    if workbook is None:
        return UNSAVED
    return ATTACHED if PASSING.search(f"{workbook.parent.as_posix().lower()}/") else ""
