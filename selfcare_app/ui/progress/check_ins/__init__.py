"""The check-ins: how energy, mood and strain move."""
