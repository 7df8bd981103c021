"""The Progress page: one habit's strength, streaks and year."""
