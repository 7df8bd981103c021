"""The breathing guide: a ring that grows and shrinks, or stands still beside words."""
