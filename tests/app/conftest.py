"""The same week of work, and the window, as for the work day."""

from tests.ui.work_day.conftest import office, open_on, planned, sit, window

__all__ = ["office", "open_on", "planned", "sit", "window"]
