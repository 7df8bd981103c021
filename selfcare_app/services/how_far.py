"""How far something long has come, for a bar to show, and the way to break it off."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TypeVar

from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.words import tr

T = TypeVar("T")

STEP = 2_000
"""So many items come between two words about it."""


class Cancelled(KnownError):
    """The person broke it off; nothing was changed."""

    def __init__(self) -> None:
        super().__init__(tr("Broken off; nothing was changed."))


class HowFar:
    """Tells a share from 0 to 1 now and then, of the whole or of a part of it."""

    def __init__(
        self,
        tell: Callable[[float], None] = lambda share: None,
        first: float = 0.0,
        last: float = 1.0,
    ) -> None:
        """`tell` may raise Cancelled, which ends the work wherever it is. What is told goes
        from `first` to `last`."""
        self._tell, self._first, self._last = tell, first, last

    def part(self, first: float, last: float) -> "HowFar":
        """What goes from the share `first` to the share `last` of this."""
        width = self._last - self._first
        return HowFar(self._tell, self._first + first * width, self._first + last * width)

    def at(self, share: float) -> None:
        """Tell that `share` of it is done."""
        self._tell(self._first + share * (self._last - self._first))

    def each(self, items: Collection[T]) -> Iterator[T]:
        """Each of `items`, telling how many are behind."""
        count = max(len(items), 1)
        for number, item in enumerate(items):
            if number % STEP == 0:
                self.at(number / count)
            yield item
        self.at(1.0)

    def parts(self, items: Sequence[T]) -> Iterator[Sequence[T]]:
        """`items`, a few at a time, telling how many are behind."""
        for start in range(0, len(items), STEP):
            self.at(start / len(items))
            yield items[start : start + STEP]
        self.at(1.0)
