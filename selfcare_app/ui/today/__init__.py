"""The Today page: the day's habits, the last days as cells, a check-in."""
