"""Reminders as the person meets them: when they come, what they say, what can be answered."""
