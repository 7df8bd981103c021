"""The habit editor: every part of a habit, and practice areas of the person's own."""
