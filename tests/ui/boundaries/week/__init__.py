"""The week editor."""
