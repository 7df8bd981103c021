"""The month calendar: how each day went, and the way to any of them."""
