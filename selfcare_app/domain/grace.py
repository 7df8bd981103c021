"""Grace: how many single missed days a streak is carried over."""

GRACE_WINDOW = 30
"""Days in which at most `grace_days` missed days are bridged."""
MOST_GRACE_DAYS = 4
DEFAULT_GRACE_DAYS = 2
