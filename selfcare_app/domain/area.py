"""The six practice areas that every habit finds its place in."""

from typing import NamedTuple

from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.words import tr


class Area(NamedTuple):
    """A practice area: `key` as stored and typed, `title` in English (shown through `tr`)."""

    key: str
    title: str


AREAS = (
    Area("mindfulness", "Mindfulness"),
    Area("movement", "Movement"),
    Area("boundaries", "Boundaries"),
    Area("hobbies", "Hobbies"),
    Area("support", "Support"),
    Area("reflection", "Reflection"),
)
AREA_KEYS = tuple(area.key for area in AREAS)
DEFAULT_AREA = "mindfulness"


def area_title(key: str) -> str:
    """The title of the area `key` on screen; an unknown key is its own title."""
    for area in AREAS:
        if area.key == key:
            return tr(area.title)
    return key


def area_order(key: str) -> int:
    """Where the area stands on a page, from 0; unknown areas stand last."""
    return AREA_KEYS.index(key) if key in AREA_KEYS else len(AREA_KEYS)


def parse_area(text: str) -> str:
    """The key of the area that a person typed, case aside; raises BadInput for any other."""
    key = text.strip().lower()
    if key not in AREA_KEYS:
        raise BadInput(
            tr(
                "There is no practice area “{text}”; choose one of {areas}.",
                text=text.strip()[:40],
                areas=", ".join(AREA_KEYS),
            )
        )
    return key
