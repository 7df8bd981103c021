"""Charts of the last weeks' work days."""
