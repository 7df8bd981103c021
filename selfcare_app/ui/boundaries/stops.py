"""Where the Tab key stops at what a card shows only later."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stop_before(later: Sequence[QWidget], stops: Sequence[QWidget]) -> None:
    """Let the Tab key stop at `stops`, in order, just before it comes to the widgets of `later`,
    which are all that follow in the card; by itself it comes last to what was made last."""
    before = _stop_before(later[0], stops)
    order = [*stops, *later] if before is None else [before, *stops]
    for one, other in pairwise(order):
        QWidget.setTabOrder(one, other)


def _stop_before(widget: QWidget, but: Sequence[QWidget]) -> QWidget | None:
    """Where the Tab key stops before it comes to `widget`, those of `but` left out; None where
    nothing in the window is before it."""
    before = widget.previousInFocusChain()
    while before is not None and not before.isWindow():
        if before not in but and before.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            return before
        before = before.previousInFocusChain()
    return None
