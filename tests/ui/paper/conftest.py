"""The Progress page to take charts from."""

from tests.ui.progress.conftest import (
    icons,
    make_habit,
    make_progress,
    make_statistics,
    page,
    picture,
    show,
    theme,
    workspace,
)

__all__ = [
    "icons",
    "make_habit",
    "make_progress",
    "make_statistics",
    "page",
    "picture",
    "show",
    "theme",
    "workspace",
]
