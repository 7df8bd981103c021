"""The window: pages, charts, and what they share."""
