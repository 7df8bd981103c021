"""How figures are measured and printed."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure and what it should stay below."""

    title: str
    value: float
    unit: str
    """`ms`, `MB` or `×` for a ratio."""
    bound: float

    def __str__(self) -> str:
        return f"{self.title:<64} {self.value:8.2f} {self.unit:<2}  (at most {self.bound:g})"


def milliseconds_of(act: Callable[[], object]) -> float:
    """How long `act` takes, in milliseconds."""
    begin = perf_counter()
    act()
    return (perf_counter() - begin) * 1000


def median_of(runs: int, act: Callable[[], object]) -> float:
    """The median of `runs` runs of `act`, in milliseconds."""
    return median(milliseconds_of(act) for _ in range(runs))


def report(figure: Figure) -> None:
    """Print one figure as soon as it is known."""
    sys.stdout.write(f"{figure}\n")
    sys.stdout.flush()
