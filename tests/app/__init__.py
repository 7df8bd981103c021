"""The program put together."""
