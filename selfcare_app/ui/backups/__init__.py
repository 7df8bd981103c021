"""Backups in the window: where they go, what is in each, and going back to one."""
