"""Errors that are a message to the person, never a report of a fault of ours."""


class KnownError(Exception):
    """Something outside the program went wrong; `str(error)` is one clear sentence to show."""


class BadInput(KnownError):
    """What was typed, chosen or passed cannot be used; the sentence says what to do instead."""
