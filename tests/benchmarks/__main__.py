"""Prints the figures: `python -m tests.benchmarks [GROUP …]`; all of them without a name."""

import sys
from collections.abc import Callable, Iterator

from tests.benchmarks import background, commands, encryption, services, window
from tests.benchmarks.figures import Figure, report

GROUPS: dict[str, Callable[[], Iterator[Figure]]] = {
    "commands": commands.figures,
    "services": services.figures,
    "encryption": encryption.figures,
    "window": window.figures,
    "background": background.figures,
}


def run(names: list[str]) -> int:
    """Measure the groups `names`, all where there is none; returns the exit status."""
    unknown = set(names) - set(GROUPS)
    if unknown:
        sys.stderr.write(f"There is no group {', '.join(unknown)}; choose of {', '.join(GROUPS)}\n")
        return 2
    for name in names or GROUPS:
        for figure in GROUPS[name]():
            report(figure)
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
