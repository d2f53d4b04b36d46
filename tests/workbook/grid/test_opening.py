import io
import struct
import zipfile

import pytest
import xlsxwriter

from workbook.grid import open_book, refusals
from workbook.trouble import Trouble

from .packages import ODS_MANIFEST, ods, pack, xlsx

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def refused(path):
    with pytest.raises(Trouble) as caught:
        open_book(path)
    assert caught.value.code == 2
    assert path.name in caught.value.message
    return caught.value.message


def file(tmp_path, content, name="台账.xlsx"):
    path = tmp_path / name
    path.write_bytes(content)
    return path


def filled(tmp_path):
    path = tmp_path / "满.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("表")
        for row in range(2000):
            sheet.write_row(row, 0, [row, f"第{row}行"])
    return path


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", refusals.EMPTY),
        ("日期,类型\n2022/3/4,党课".encode(), refusals.OTHER),
        (b"\xef\xbb\xbf<html><table>", refusals.WEB_PAGE),
        (b'<?xml version="1.0"?><Workbook/>', refusals.WEB_PAGE),
        (b"PK\x03\x04 and nothing else", refusals.DAMAGED),
        (COMPOUND + "Workbook\0".encode("utf-16-le"), refusals.OLD_XLS),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), refusals.ENCRYPTED),
        (COMPOUND + "WordDocument".encode("utf-16-le"), refusals.DOCUMENT),
        (COMPOUND, refusals.OTHER),
    ],
)
def test_what_is_no_package_is_told_by_what_it_is(tmp_path, content, why):
    assert why in refused(file(tmp_path, content))


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"[Content_Types].xml": "", "word/document.xml": ""}, refusals.DOCUMENT),
        ({"[Content_Types].xml": "", "xl/workbook.bin": ""}, refusals.BINARY),
        ({"[Content_Types].xml": ""}, refusals.DAMAGED),
        ({"照片.jpg": "x"}, refusals.OTHER),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}, refusals.DOCUMENT),
    ],
)
def test_a_package_that_is_no_workbook_is_told_by_its_parts(tmp_path, parts, why):
    assert why in refused(pack(tmp_path / "台账.xlsx", parts))


def test_a_missing_file_a_folder_and_an_owner_file_have_their_own_words(tmp_path):
    assert refusals.MISSING in refused(tmp_path / "没有.xlsx")
    assert refusals.FOLDER in refused(tmp_path)
    assert refusals.OWNER in refused(file(tmp_path, b"x" * 165, "~$台账.xlsx"))


def test_a_file_that_cannot_be_opened_says_so(tmp_path, monkeypatch):
    path = filled(tmp_path)

    def locked(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "read_bytes", locked)
    assert refusals.LOCKED in refused(path)


@pytest.mark.parametrize("part", [0.2, 0.6, 0.95, 0.999])
def test_a_truncated_workbook_is_damaged(tmp_path, part):
    content = filled(tmp_path).read_bytes()
    assert refusals.DAMAGED in refused(file(tmp_path, content[: int(len(content) * part)]))


def test_flipped_bytes_are_damage_and_never_another_error(tmp_path):
    content = filled(tmp_path).read_bytes()
    for at in range(0, len(content), len(content) // 97):
        broken = content[:at] + bytes([content[at] ^ 0x5A]) + content[at + 1 :]
        try:
            open_book(file(tmp_path, broken))
        except Trouble as trouble:
            assert trouble.code == 2


def test_a_password_is_told_in_both_formats(tmp_path):
    content = bytearray(filled(tmp_path).read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        while at >= 0:
            content[at + flags] |= 1
            at = content.find(signature, at + 1)
    assert refusals.ENCRYPTED in refused(file(tmp_path, bytes(content)))
    manifest = ODS_MANIFEST.replace("/></m:", "><m:encryption-data/></m:file-entry></m:")
    assert refusals.ENCRYPTED in refused(ods(tmp_path / "台账.ods", "", {"META-INF/manifest.xml": manifest}))


def test_a_bomb_is_refused_by_its_directory_alone(tmp_path, monkeypatch):
    path = xlsx(tmp_path / "弹.xlsx", "<sheetData/>" + " " * (60 << 20))
    monkeypatch.setattr("zlib.decompressobj", None)  # nothing may be unpacked
    assert refusals.TOO_LARGE in refused(path)


def test_many_parts_together_may_not_be_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr("workbook.grid.package.LARGEST_CONTENT", 10_000)
    assert refusals.TOO_LARGE in refused(xlsx(tmp_path / "大.xlsx", "<sheetData/>" + " " * 10_000))


def test_a_part_that_unpacks_to_more_than_its_directory_says_is_refused(tmp_path):
    path = xlsx(
        tmp_path / "谎.xlsx", "<sheetData/>" + " " * (5 << 20), parts={"xl/sharedStrings.xml": "<sst/>"}
    )
    with zipfile.ZipFile(path) as archive:
        true = struct.pack("<I", archive.getinfo("xl/worksheets/sheet1.xml").file_size)
    path.write_bytes(path.read_bytes().replace(true, struct.pack("<I", 100)))
    assert refusals.TOO_LARGE in refused(path)


def test_strings_that_unpack_to_more_than_their_directory_says_are_refused_too(tmp_path):
    path = xlsx(
        tmp_path / "谎.xlsx", "<sheetData/>", parts={"xl/sharedStrings.xml": "<sst/>" + " " * (5 << 20)}
    )
    with zipfile.ZipFile(path) as archive:
        true = struct.pack("<I", archive.getinfo("xl/sharedStrings.xml").file_size)
    path.write_bytes(path.read_bytes().replace(true, struct.pack("<I", 100)))
    assert refusals.TOO_LARGE in refused(path)


def test_two_parts_of_one_name_are_damage(tmp_path):
    path = xlsx(tmp_path / "双.xlsx", "<sheetData/>")
    buffer = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning):
        archive.writestr("xl/worksheets/sheet1.xml", "<a/>")
    assert refusals.DAMAGED in refused(file(tmp_path, buffer.getvalue()))


def test_entities_of_its_own_are_refused(tmp_path):
    doctype = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><workbook/>'
    assert refusals.DAMAGED in refused(xlsx(tmp_path / "体.xlsx", "", parts={"xl/workbook.xml": doctype}))
    assert refusals.DAMAGED in refused(ods(tmp_path / "体.ods", "", {"content.xml": doctype}))


def test_a_sheet_that_is_no_xml_is_damage(tmp_path):
    assert refusals.DAMAGED in refused(xlsx(tmp_path / "坏.xlsx", '<sheetData><row r="1"><c r="A1"><v>1</c>'))
    assert refusals.DAMAGED in refused(ods(tmp_path / "坏.ods", "<table:table>"))


def test_a_missing_part_is_damage(tmp_path):
    path = xlsx(tmp_path / "缺.xlsx", "")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if "sheet1" not in name}
    assert refusals.DAMAGED in refused(pack(path, parts))


def test_a_package_is_opened_once(tmp_path, monkeypatch):
    opened = []
    true = zipfile.ZipFile

    def counting(*arguments, **options):
        opened.append(arguments)
        return true(*arguments, **options)

    path = filled(tmp_path)
    monkeypatch.setattr("zipfile.ZipFile", counting)
    open_book(path)
    assert len(opened) == 1


def test_every_refusal_is_a_sentence_of_its_own():
    words = [
        value
        for name, value in vars(refusals).items()
        if name.isupper() and isinstance(value, str) and name[0] != "_"
    ]
    assert len(words) == len(set(words)) == 13
