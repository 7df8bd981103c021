"""Fuzzing of all that reads files: `python -m tests.fuzz --seconds 60`."""
