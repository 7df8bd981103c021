"""The work day in the window: the strip, the reminders, the wrap-up."""
