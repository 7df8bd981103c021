"""`python -m selfcare_app` is the same as `selfcare`."""

import sys

from selfcare_app.cli import run

if __name__ == "__main__":
    sys.exit(run())
