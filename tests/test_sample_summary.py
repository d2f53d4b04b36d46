"""The sample summary in the tree is what the product writes of the sample workbook in the tree."""

import datetime as dt
import shutil
import zipfile
from pathlib import Path

from addin.pipeline import Order, Outcome, run

WORKBOOK = Path(__file__).parent.parent / "workbook"


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def outcome(tmp_path: Path, final: bool = False) -> Outcome:
    book = shutil.copy(WORKBOOK / "党建台账（示例）.xlsm", tmp_path)
    return run(Path(book), Order(as_of=dt.date(2022, 12, 31), final=final))


def test_the_summary_in_the_tree_is_current(tmp_path: Path) -> None:
    draft = outcome(tmp_path).draft
    made, kept = parts(draft), parts(WORKBOOK / "sample" / draft.name)
    assert [name for name in made.keys() | kept.keys() if made.get(name) != kept.get(name)] == []


def test_the_sample_year_leaves_nothing_open(tmp_path: Path) -> None:
    written = outcome(tmp_path, final=True)
    assert (written.errors, written.warnings, written.figures["待补"], written.blocking) == (0, 0, 0, ())
    assert written.final is not None and written.final.exists()
