"""The same week of work as for the work day itself."""

from tests.ui.work_day.conftest import office, open_on, planned, sit, window

__all__ = ["office", "open_on", "planned", "sit", "window"]
