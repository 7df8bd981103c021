"""The composition root: builds the program out of its parts, with a window or without."""
