"""规则说明: the rules by topic, in the order of the catalogue, so that a code leads to its part."""

from itertools import groupby

from addin.catalogue import FAMILIES, family
from addin.finding import ENTRY
from addin.rulebook import rulebook
from addin.rules import RULES
from workbook.content import Heading, TableRow


def test_the_rules_stand_by_topic_each_under_the_heading_of_its_code() -> None:
    codes = {rule.code: family(rule) for rule in RULES}
    under: list[tuple[str, str]] = []
    heading = ""
    for line in rulebook(RULES).lines:
        if isinstance(line, Heading):
            heading = line.text
        elif isinstance(line, TableRow) and line.cells[0] in codes:
            under.append((heading, codes[line.cells[0]]))
    assert [topic for topic, _ in groupby(under)] == [
        (f"{title}（{key}）", key) for key, title in FAMILIES.items()
    ]
    assert len(under) == len(RULES)


def test_only_an_example_of_what_was_typed_wrong_is_called_wrong() -> None:
    typed = {rule.code: rule.kind == ENTRY and not rule.private for rule in RULES}
    rows = [line.cells for line in rulebook(RULES).lines if isinstance(line, TableRow) and not line.head]
    assert {cells[0]: cells[3].startswith("错") for cells in rows} == typed
