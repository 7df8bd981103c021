"""The one door for every sentence a person reads.

All layers call `tr`, so a window can install a translator without the rules
knowing about Qt, and the command line works without one.
"""

from collections.abc import Callable


def _unchanged(text: str) -> str:
    return text


_translate: Callable[[str], str] = _unchanged


def tr(text: str, /, **values: object) -> str:
    """The sentence `text` in the person's language, its `{names}` filled from `values`."""
    translated = _translate(text)
    return translated.format(**values) if values else translated


def install_translator(translate: Callable[[str], str] | None) -> None:
    """Send every sentence through `translate` from now on; None goes back to English."""
    global _translate
    _translate = translate or _unchanged
