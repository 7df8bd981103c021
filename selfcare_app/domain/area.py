"""Practice areas that every habit finds its place in: six, and those of the person's own."""

from collections.abc import Iterable

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.value import Value
from selfcare_app.domain.words import tr

LONGEST_TITLE = 60

COLOURS = ("azure", "umber", "violet", "rose", "pine", "moss", "slate", "amber")
"""The colours that an area or habit of one's own can have; each theme says how they look."""


class Area(Value):
    """A practice area.

    `key` is what habits keep and, for the six, what is typed. `title` is in English for the
    six (shown through `tr`) and the person's own words for others, which also have a `colour`,
    one of `COLOURS`. `position` orders them.
    """

    key: str
    title: str
    position: int = 0
    colour: str | None = None

    @property
    def own(self) -> bool:
        """Whether the person made it."""
        return self.colour is not None


AREAS = (
    Area("mindfulness", "Mindfulness", 0),
    Area("movement", "Movement", 1),
    Area("boundaries", "Boundaries", 2),
    Area("hobbies", "Hobbies", 3),
    Area("support", "Support", 4),
    Area("reflection", "Reflection", 5),
)
AREA_KEYS = tuple(area.key for area in AREAS)
DEFAULT_AREA = "mindfulness"


def area_title(area: Area) -> str:
    """The title of `area` on screen."""
    return area.title if area.own else tr(area.title)


def checked_area(area: Area) -> Area:
    """`area`, one of the person's own, with its title cleaned; raises BadInput where it has
    none, a very long one, or no colour of the set."""
    title = " ".join(area.title.split())
    if not title:
        raise BadInput(tr("A practice area needs a name."))
    if len(title) > LONGEST_TITLE:
        raise BadInput(
            tr("The name of a practice area can have up to {most} characters.", most=LONGEST_TITLE)
        )
    if area.colour not in COLOURS:
        raise BadInput(tr("Choose a colour for the practice area."))
    return Area(area.key, title, area.position, area.colour)


def parse_area(text: str, areas: Iterable[Area] = AREAS) -> str:
    """The key of the one of `areas` that a person typed by key or title, case aside; raises
    BadInput for any other."""
    wanted = " ".join(text.split()).casefold()
    areas = list(areas)
    for area in areas:
        if wanted in (area.key.casefold(), area.title.casefold()):
            return area.key
    raise BadInput(
        tr(
            "There is no practice area “{text}”; choose one of {areas}.",
            text=text.strip()[:40],
            areas=", ".join(area.title if area.own else area.key for area in areas),
        )
    )
