"""The typefaces of GB/T 9704, by the names an ordinary office PC knows, with what stands in for them."""

from __future__ import annotations

from typing import NamedTuple

LATIN = "Times New Roman"


class Face(NamedTuple):
    """A typeface: its `name` in the text, and the names Word tries where that one is not installed."""

    name: str
    stand_ins: tuple[str, ...]
    panose: str
    latin: str = LATIN

    def names(self) -> str:
        """Return the `w:rFonts` that names all four slots, so that no theme or default can creep in."""
        slots = f'w:ascii="{self.latin}" w:hAnsi="{self.latin}" w:eastAsia="{self.name}" w:cs="{self.latin}"'
        return f"<w:rFonts {slots}/>"

    def entry(self) -> str:
        """Return the entry of the font table; Word seeks a missing face by `w:altName`, then by panose."""
        return (
            f'<w:font w:name="{self.name}"><w:altName w:val="{",".join(self.stand_ins)}"/>'
            f'<w:panose1 w:val="{self.panose}"/><w:charset w:val="86"/><w:family w:val="auto"/>'
            f'<w:pitch w:val="variable"/></w:font>'
        )


# Every Windows since Vista has 仿宋, 楷体, 黑体 and 宋体, but 仿宋_GB2312 and 楷体_GB2312 left it with XP:
# the text therefore names the former, and the latter stand in for machines that have only those.
# No system ships a 小标宋. Offices that issue documents install 方正小标宋简体, so the text names it;
# elsewhere Word takes 华文中宋, which comes with Office and is the nearest to it.
TITLE = Face("方正小标宋简体", ("华文中宋", "STZhongsong", "小标宋体", "宋体"), "02010600040101010101")
BODY = Face("仿宋", ("FangSong", "仿宋_GB2312", "华文仿宋"), "02010609060101010101")
LEAD = Face("楷体", ("KaiTi", "楷体_GB2312", "华文楷体"), "02010609060101010101")
HEADING = Face("黑体", ("SimHei", "华文黑体"), "02010609060101010101")
SONG = Face("宋体", ("SimSun", "华文宋体"), "02010600030101010101")
# The standard asks for the page number in 宋体 itself, digits included (7.5).
PAGE_NUMBER = Face("宋体", SONG.stand_ins, SONG.panose, latin="宋体")

FACES = (TITLE, BODY, LEAD, HEADING, SONG)


def font_table() -> str:
    """Return the entries of the font table."""
    latin = (
        f'<w:font w:name="{LATIN}"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    )
    return latin + "".join(face.entry() for face in FACES)
