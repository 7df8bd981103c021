"""The questions that the Progress page answers of one habit, one a module."""
