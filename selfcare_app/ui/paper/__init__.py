"""Charts on paper: as pictures, as tables, and in a report."""
