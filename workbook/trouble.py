"""The one exception a person gets to read: something stands in the way of the whole run."""

from __future__ import annotations

NOT_OURS = 2
CANNOT_WRITE = 3
ALREADY_RUNNING = 4
WRONG_ARGUMENTS = 64
UNAVAILABLE = 69
OUR_FAULT = 70


class Trouble(Exception):
    """Stop a run: `code` is the exit code, `message` says in Chinese where, what, why and what to do."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Stranger(Trouble):
    """A file that can be read and is none of ours: a table somebody keeps for other ends."""

    def __init__(self, message: str) -> None:
        super().__init__(NOT_OURS, message)
