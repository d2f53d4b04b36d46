"""The commands of the macro edition: one declaration gives a button on 首页 and one in the ribbon."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """One thing a click does; `icon` is one of Office's own, `task` what the launcher is asked for."""

    task: str
    caption: str
    hint: str
    icon: str
    large: bool = False

    @property
    def macro(self) -> str:
        """Return the procedure of the module Bridge that a button calls."""
        return f"Bridge.On{self.task.capitalize()}"


COMMANDS = (
    Command("check", "校验", "校验全部台账，查出填错、漏填和到期的地方", "AcceptInvitation", large=True),
    Command("todo", "还差什么", "一页纸列出还没办的事和还缺的数", "FindDialog", large=True),
    Command("write", "生成总结", "生成年度总结，每个数都由台账算出", "ExportWord", large=True),
    Command("board", "刷新看板", "重新统计进度、活动和学时", "RefreshAll"),
    Command("accept", "采纳建议", "先看改前改后，再决定改不改", "ReviewAcceptChange"),
    Command("undo", "撤销上一步", "把上一次采纳的改回原样", "Undo"),
    Command("folder", "打开输出文件夹", "总结和校验报告都在里面", "FileOpen"),
    Command("doctor", "体检", "按钮不灵时点这里，看缺什么", "ErrorChecking"),
)
