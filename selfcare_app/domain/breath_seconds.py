"""How long a breath with the guide may take: apart from it, since settings need this alone."""

SECONDS = tuple(range(3, 11))
"""How many seconds a breath in, or out, may take."""
USUAL_SECONDS = 5
