"""Workbooks made by hand: the parts a test is about, zipped."""

import zipfile
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"

CONTENT_TYPES = """<?xml version="1.0"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""

RELS = """<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{relations}/{kind}" Target="{target}"/></Relationships>"""

STYLES = f"""<?xml version="1.0"?><styleSheet xmlns="{MAIN}"><cellXfs count="4"><xf numFmtId="0"/>
<xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="57"/></cellXfs></styleSheet>"""  # date formats, two zh-CN


def xlsx(path: Path, sheet: str, settings: str = "", strict: bool = False, parts: dict | None = None) -> Path:
    """Write an .xlsx whose one sheet 表 holds the XML `sheet`."""
    main, relations = (STRICT_MAIN, STRICT_RELATIONS) if strict else (MAIN, RELATIONS)
    root = f'<?xml version="1.0"?><worksheet xmlns="{main}">{sheet}</worksheet>'
    return pack(
        path,
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": RELS.format(relations=relations, kind="officeDocument", target="xl/workbook.xml"),
            "xl/_rels/workbook.xml.rels": RELS.format(
                relations=relations, kind="worksheet", target="worksheets/sheet1.xml"
            ),
            "xl/workbook.xml": f'<?xml version="1.0"?><workbook xmlns="{main}" xmlns:r="{relations}">'
            f'{settings}<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/styles.xml": STYLES,
            "xl/worksheets/sheet1.xml": sheet if sheet.startswith("<?xml") else root,
            **(parts or {}),
        },
    )


ODS_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
ODS_MANIFEST = """<?xml version="1.0"?>
<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.spreadsheet"/></m:manifest>"""
ODS_CONTENT = """<?xml version="1.0"?>
<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
<o:body><o:spreadsheet>{}</o:spreadsheet></o:body></o:document-content>"""


def ods(path: Path, tables: str, parts: dict | None = None) -> Path:
    """Write an .ods whose spreadsheet element holds the XML `tables`."""
    return pack(
        path,
        {
            "mimetype": ODS_MIMETYPE,
            "META-INF/manifest.xml": ODS_MANIFEST,
            "content.xml": ODS_CONTENT.format(tables),
            **(parts or {}),
        },
    )


def pack(path: Path, parts: dict) -> Path:
    """Write a zip package of `parts`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path
