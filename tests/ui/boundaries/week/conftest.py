"""The week of the design."""

from tests.ui.boundaries.designed import british, office

__all__ = ["british", "office"]
