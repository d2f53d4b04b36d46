"""Print the rule catalogue and the table dictionary into docs/, from the declarations themselves."""

from _prelude import HOME, restart_in_environment

restart_in_environment()

from _command import Arguments, end
from addin import catalogue
from workbook import dictionary
from workbook.tables import TABLES

DOCS = HOME / "docs"


def main() -> int:
    """Write both documents."""
    Arguments("把规则目录和表格说明印到 docs 文件夹。").parse_args()
    DOCS.mkdir(exist_ok=True)
    for name, text in (("规则目录.md", catalogue.markdown()), ("表格说明.md", dictionary.markdown(TABLES))):
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"已印出：{DOCS / name}")
    return 0


if __name__ == "__main__":
    end(main)
