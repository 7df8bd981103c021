"""What the program can do, as plain Python: the journal, undo, statistics, settings, transfer."""
