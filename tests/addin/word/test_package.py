import datetime as dt
import io
import subprocess
import sys
from pathlib import Path

import docx

from addin import word
from tests.addin.word.sample import SUMMARY, UNIT, written


def properties(document: bytes):
    return docx.Document(io.BytesIO(document)).core_properties


def test_the_same_summary_is_the_same_file_to_the_byte():
    assert written() == written()


def test_the_document_names_its_title_and_unit_and_nobody_else():
    found = properties(written())
    assert found.title == SUMMARY.title
    assert found.author == found.last_modified_by == UNIT
    assert found.comments == ""
    assert found.language == "zh-CN"


def test_the_document_is_dated_by_the_day_it_speaks_of():
    found = properties(written(SUMMARY._replace(as_of=dt.date(2022, 12, 31))))
    assert found.created == found.modified == dt.datetime(2022, 12, 31, tzinfo=dt.UTC)


def test_a_document_without_such_a_day_is_undated():
    assert properties(written()).created is None


def test_a_path_and_a_stream_receive_the_same(tmp_path: Path):
    path = tmp_path / "总结.docx"
    word.write(SUMMARY, path)
    assert path.read_bytes() == written()


def test_python_docx_is_not_loaded_before_a_document_is_written():
    program = "import sys, addin.word; sys.exit('docx' in sys.modules or 'lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
