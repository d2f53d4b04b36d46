"""Say what keeps the program or its buttons from working on this machine, and what to do about it."""

from _prelude import enter_environment

enter_environment()

from pathlib import Path

from _books import meant
from _command import Arguments, end
from addin.doctor import Machine, examine, listed

HELP = "也看看这本工作簿放得对不对；不写则看“我的台账”里的"
ABOUT = "体检：查这台电脑上程序和按钮能不能用；每一处毛病，说一个办法。"


def main() -> int:
    """List everything that was looked at; return 1 where something has to be done."""
    parser = Arguments(ABOUT)
    parser.add_argument("workbook", nargs="?", type=Path, metavar="工作簿", help=HELP)
    asked = parser.parse_args()
    workbook = asked.workbook.resolve() if asked.workbook else next(iter(meant().books), None)
    found = examine(Machine(workbook=workbook, asked=workbook is not None))
    print(listed(found))
    return 0 if all(each.well for each in found) else 1


if __name__ == "__main__":
    end(main)
