"""The command palette: finds every action, habit and page by a few letters."""
