"""The Boundaries page, its week and its cards."""
