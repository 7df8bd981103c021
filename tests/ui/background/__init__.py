"""The window in the background: the tray, the question on closing, starting with the system."""
