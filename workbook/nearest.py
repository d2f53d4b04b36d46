"""The likeliest word a person meant: what every message about a misspelt name offers."""

from collections.abc import Iterable

SHORT = 2  # characters


def nearest(word: str, known: Iterable[str], cutoff: float = 0.5) -> str:
    """Return the word of `known` most like `word`, or an empty text when none is, or two short ones equally.

    省级 and 市级 are as near to 区级: to name one of them would be a guess, and might raise an honour.
    """
    from difflib import SequenceMatcher, get_close_matches  # only a fault asks

    found = get_close_matches(word, list(dict.fromkeys(known)), n=2, cutoff=cutoff)
    if len(found) > 1 and len(word) <= SHORT:
        first, second = (SequenceMatcher(None, each, word).ratio() for each in found)
        return found[0] if first > second else ""
    return found[0] if found else ""
