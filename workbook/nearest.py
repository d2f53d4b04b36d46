"""The likeliest word a person meant: what every message about a misspelt name offers."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], cutoff: float = 0.5) -> str:
    """Return the word of `known` most like `word`, or an empty text when none is like it."""
    from difflib import get_close_matches  # only a fault asks

    found = get_close_matches(word, list(known), n=1, cutoff=cutoff)
    return found[0] if found else ""
