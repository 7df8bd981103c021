"""The wrap-up: a short way out of the work day, of the person's own steps."""
