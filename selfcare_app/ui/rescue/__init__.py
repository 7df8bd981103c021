"""Damaged data: what happened, what can be brought back, and then doing it."""
