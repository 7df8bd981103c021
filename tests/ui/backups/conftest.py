"""The whole window, dressed as a person has it, on a workspace with two habits and backups."""

from datetime import timedelta

import pytest

from selfcare_app.domain.habit import Habit
from selfcare_app.services.backups import Made, backups_of
from selfcare_app.services.workspace import Workspace
from tests.ui.settings.conftest import page, paint, undressed, window

__all__ = ["made", "page", "paint", "undressed", "window"]


@pytest.fixture
def made(workspace: Workspace, sit: Habit, paint: Habit) -> Made:
    """The backup of the day, with two habits and one entry."""
    today = workspace.today()
    workspace.journal.log_entry(sit, today - timedelta(days=1))
    daily = backups_of(workspace).make_daily(workspace.now(), today)
    assert daily is not None
    return daily
