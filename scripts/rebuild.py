"""Make anew what lies in the tree and is made from it: docs, examples, workbooks, the sample summary."""

from _prelude import HOME, restart_in_environment

restart_in_environment()

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from _command import Arguments, end
from addin import catalogue
from addin.pipeline import run
from workbook import dictionary
from workbook.tables import TABLES

WORKBOOK = HOME / "workbook"
BLANK, SAMPLE = "党建台账.xlsm", "党建台账（示例）.xlsm"


def main() -> int:
    """Replace what is no longer current and name it."""
    Arguments("重新生成仓库里由程序得出的文件：docs、两本工作簿、示例总结。").parse_args()
    subprocess.run([sys.executable, "-X", "utf8", "-m", "tests.rules.printed"], cwd=HOME, check=True)
    with TemporaryDirectory() as folder:
        made = [*_docs(Path(folder)), *_workbooks(Path(folder)), *_summary(Path(folder))]
        stale = [(new, kept) for new, kept in made if not _equal(new, kept)]
        for new, kept in stale:
            kept.write_bytes(new.read_bytes())
            print(f"已更新：{kept.relative_to(HOME)}")
    if not stale:
        print("都是最新的。")
    return 0


def _docs(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Print rule catalogue and table dictionary; yield each with its place in the tree."""
    for name, text in (("规则目录.md", catalogue.markdown()), ("表格说明.md", dictionary.markdown(TABLES))):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        yield folder / name, HOME / "docs" / name


def _workbooks(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Build the blank workbook and the sample year."""
    script = [sys.executable, "-X", "utf8", str(HOME / "scripts" / "build_workbook.py")]
    for name, words in ((BLANK, ()), (SAMPLE, ("--sample",))):
        subprocess.run([*script, *words, "-o", str(folder / name)], check=True, stdout=subprocess.DEVNULL)
        yield folder / name, WORKBOOK / name


def _summary(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Write the sample year's summary."""
    draft = run(folder / SAMPLE).draft
    yield draft, WORKBOOK / "sample" / draft.name


def _equal(new: Path, kept: Path) -> bool:
    """Tell whether two files say the same; packages are compared part by part, however they are packed."""
    if not kept.exists():
        return False
    if not zipfile.is_zipfile(new):
        return new.read_bytes() == kept.read_bytes()
    return _parts(new) == _parts(kept)


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


if __name__ == "__main__":
    end(main)
