"""All practices: how each is going, and how they go together."""
