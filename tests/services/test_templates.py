"""Habits to begin with: the file that comes with the program, and files that are damaged."""

from datetime import date
from pathlib import Path

import pytest

from selfcare_app.domain.area import AREA_KEYS
from selfcare_app.domain.errors import KnownError
from selfcare_app.domain.habit import Direction, Habit, Kind, checked_habit, clean_name
from selfcare_app.domain.schedule import EVERY_DAY, TimesPerWeek, Weekdays
from selfcare_app.domain.words import install_translator
from selfcare_app.paths import resources
from selfcare_app.services.templates import (
    FILE_NAME,
    Template,
    by_area,
    not_kept_yet,
    read_templates,
)

TODAY = date(2026, 11, 23)
MOST_FIRST = 3
"""As many cards stand side by side on the welcome page."""

SIT = """
[[template]]
key = "sit"
area = "mindfulness"
name = "Sit"
kind = "yes_no"
schedule = "daily"
cue = "When the kettle is on"
first = true
"""


@pytest.fixture(scope="module")
def shipped() -> tuple[Template, ...]:
    return read_templates(resources() / FILE_NAME)


def written(folder: Path, text: str) -> Path:
    path = folder / "practices.toml"
    path.write_text(text, encoding="utf-8")
    return path


def called(templates: tuple[Template, ...], key: str) -> Template:
    return next(template for template in templates if template.key == key)


def test_every_template_that_comes_with_the_program_makes_a_habit(
    shipped: tuple[Template, ...],
) -> None:
    for template in shipped:
        habit = checked_habit(template.habit(TODAY))
        assert habit.name == clean_name(template.name)
        assert habit.created == TODAY
        assert (habit.id, habit.archived) == ("", False)
        assert habit.target is None or habit.target > 0
        assert habit.cue


def test_every_area_is_offered_something_and_the_first_page_only_a_few(
    shipped: tuple[Template, ...],
) -> None:
    grouped = by_area(shipped)
    assert tuple(grouped) == AREA_KEYS
    assert sum(len(those) for those in grouped.values()) == len(shipped)
    for those in grouped.values():
        assert sum(template.first for template in those) <= MOST_FIRST
    assert len({(template.area, template.name) for template in shipped}) == len(shipped)


def test_keys_never_change(shipped: tuple[Template, ...]) -> None:
    keys = {template.key for template in shipped}
    assert {"sit_and_breathe", "brisk_walk", "stopped_at_my_time", "own_therapy"} <= keys


def test_templates_say_amounts_and_days_as_habits_do(shipped: tuple[Template, ...]) -> None:
    assert called(shipped, "brisk_walk").habit(TODAY) == Habit(
        "",
        "Brisk walk",
        TODAY,
        area="movement",
        kind=Kind.MEASURED,
        schedule=Weekdays(frozenset({1, 2, 4, 6})),
        target=20.0,
        direction=Direction.AT_LEAST,
        unit="min",
        cue="After my last session, straight from the door",
    )
    said_no = called(shipped, "said_a_kind_no").habit(TODAY)
    assert (said_no.target, said_no.unit, said_no.schedule) == (1.0, None, TimesPerWeek(1))
    assert called(shipped, "overtime").direction is Direction.AT_MOST


def test_a_habit_is_made_in_the_person_s_language(shipped: tuple[Template, ...]) -> None:
    install_translator(str.upper)
    try:
        habit = called(shipped, "brisk_walk").habit(TODAY)
    finally:
        install_translator(None)
    assert (habit.name, habit.unit) == ("BRISK WALK", "MIN")
    assert habit.cue.isupper()


def test_what_is_kept_already_is_not_offered_again(shipped: tuple[Template, ...]) -> None:
    kept = called(shipped, "reading").habit(TODAY)
    elsewhere = Habit("", "Brisk walk", TODAY, area="hobbies")
    left = not_kept_yet(shipped, [kept, elsewhere])
    assert {template.key for template in shipped} - {template.key for template in left} == {
        "reading"
    }


def test_areas_come_in_the_order_of_every_page(tmp_path: Path) -> None:
    paint = SIT.replace('"sit"', '"paint"').replace("mindfulness", "hobbies")
    templates = read_templates(written(tmp_path, paint + SIT))
    assert [template.key for template in templates] == ["sit", "paint"]
    assert templates[0].schedule == EVERY_DAY
    assert list(by_area(templates)) == ["mindfulness", "hobbies"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not [ toml",
        "template = 3",
        "template = []",
        "template = ['sit']",
        SIT + SIT,
        SIT.replace('area = "mindfulness"', 'area = "cooking"'),
        SIT.replace('name = "Sit"', ""),
        SIT.replace('name = "Sit"', 'name = ""'),
        SIT.replace('name = "Sit"', "name = 3"),
        SIT.replace('"daily"', '"now and then"'),
        SIT.replace('"yes_no"', '"often"'),
        SIT.replace('"yes_no"', '"at_least"'),
        SIT.replace('"yes_no"', '"at_least"\ntarget = "much"'),
        SIT.replace('"yes_no"', '"at_least"\ntarget = true'),
        SIT.replace('"yes_no"', '"at_least"\ntarget = -1'),
        SIT.replace('"yes_no"', '"at_most"\ntarget = inf'),
        SIT.replace('"yes_no"', '"at_least"\ntarget = 5\nunit = 5'),
    ],
)
def test_a_damaged_file_is_said_in_one_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_templates(written(tmp_path, text))
    assert str(caught.value) == (
        "The habits to choose from cannot be read (“practices.toml”); install Selfcare again, "
        "or write a habit of your own."
    )


def test_a_file_that_is_not_there_or_no_text_is_said_too(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        read_templates(tmp_path / "practices.toml")
    (tmp_path / "practices.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(KnownError, match="cannot be read"):
        read_templates(tmp_path / "practices.toml")
