"""Taking data in and out, in the window."""
