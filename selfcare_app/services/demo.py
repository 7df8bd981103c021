"""A year of made-up days, to try the program on and to draw its pictures from.

The same each time for the same day: a year with lapses, rests, a holiday, an illness, a
busy month, and a last fortnight written out by hand.
"""

from collections.abc import Iterator
from datetime import date, timedelta, tzinfo
from random import Random
from uuid import UUID

from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import Entry, Pause, State, state_of_amount
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.record import Record
from selfcare_app.domain.schedule import TimesInDays, TimesPerWeek, Weekdays
from selfcare_app.domain.value import Value, replace
from selfcare_app.domain.words import tr
from selfcare_app.services.demo_work import made_up_work
from selfcare_app.services.workspace import Workspace

DAYS = 365
"""How many days are made up, today included."""

_WORKDAYS = frozenset(range(1, 6))
_ALL_DAYS = frozenset(range(1, 8))

# Stretches of the year in days before today, both ends included, the earlier first.
_HOLIDAY = (118, 105)
_ILLNESS = (49, 46)
_SORE_ANKLE = (214, 203)
_BUSY = (88, 56)
_YOGA_GIVEN_UP = 231
_STOPPED = "Stopped at my time"
"""The name of the habit that work hours go with."""


class _Practice(Value):
    """A habit and how it goes: on which ISO weekdays it comes up, and what becomes of it."""

    habit: Habit
    weekdays: frozenset[int]
    chance: float
    """How likely a day on which it comes up is kept, 0–1."""
    recent: str = ""
    """The latest days on which it came up before today, oldest first: K kept, P partly kept,
    R rest, N not done, O nothing logged."""
    today: float | None = None
    """What is logged today if it comes up: an amount, 1 for done; None for nothing yet."""
    amounts: tuple[float, ...] = ()
    partial_amounts: tuple[float, ...] = ()
    lapse: tuple[int, int] = (0, 0)
    """A stretch of silence in days before today, the earlier end first."""
    every_other_week: bool = False
    ends: int = 0
    """Days before today on which it was given up."""
    notes: tuple[str, ...] = ()

    def comes_up(self, day: date) -> bool:
        """Whether `day` is one of its days."""
        if self.every_other_week and day.toordinal() // 7 % 2:
            return False
        return day.isoweekday() in self.weekdays


def fill_with_made_up_year(workspace: Workspace) -> None:
    """Keep the made-up year that ends today in `workspace`, which should be empty."""
    today = workspace.today()
    records = made_up_records(today)
    work = _work(records, today, workspace.work.zone())
    workspace.journal.add_records(tr("Made-up year"), [*records, *work])


def _work(records: list[Record], today: date, zone: tzinfo) -> Iterator[Record]:
    """Work hours that fit what the habits and pauses among `records` say."""
    away = {
        pause.first + timedelta(days=number): pause.note
        for pause in records
        if isinstance(pause, Pause) and pause.habit_id is None and pause.last is not None
        for number in range((pause.last - pause.first).days + 1)
    }
    habit_id, kept = _identity(_STOPPED), (State.DONE, State.REST)
    stopped = {
        entry.day
        for entry in records
        if isinstance(entry, Entry) and entry.habit_id == habit_id and entry.state in kept
    }
    return made_up_work(today, _before(today, DAYS - 1), away, stopped, zone)


def made_up_records(today: date) -> list[Record]:
    """Habits, pauses, entries and check-ins of the year up to `today`, the same each time."""
    practices = _practices(today)
    records: list[Record] = [practice.habit for practice in practices]
    records += _pauses(today, practices)
    for practice in practices:
        records += _entries(practice, today)
    records += _check_ins(today)
    return records


def _entries(practice: _Practice, today: date) -> Iterator[Entry]:
    """What was logged for one practice in the whole year."""
    random = Random(practice.habit.name)
    coming_up = [back for back in range(1, DAYS) if practice.comes_up(_before(today, back))]
    # Both run back from yesterday, so the last letter is the latest day.
    by_hand = dict(zip(coming_up, reversed(practice.recent), strict=False))
    for back in range(DAYS - 1, 0, -1):
        fate = _fate(practice, back, random) if back in coming_up else "O"
        entry = _entry(practice, _before(today, back), by_hand.get(back, fate), random)
        if not (_away(back) or back < practice.ends or entry.empty):
            yield entry
    if practice.today is not None and practice.comes_up(today):
        yield _kept(practice.habit, today, practice.today)


def _fate(practice: _Practice, back: int, random: Random) -> str:
    """What became of a day, as a letter of `_Practice.recent`."""
    if _within(back, practice.lapse):
        return "O"
    chance = practice.chance * (0.62 if _within(back, _BUSY) else 1.0)
    drawn = random.random()
    if drawn < chance:
        return "P" if practice.partial_amounts and random.random() < 0.09 else "K"
    if drawn < chance + 0.04:
        return "R"
    return "N" if drawn > 0.97 else "O"


def _entry(practice: _Practice, day: date, fate: str, random: Random) -> Entry:
    habit = practice.habit
    note = random.choice(practice.notes) if practice.notes and random.random() < 0.05 else ""
    match fate:
        case "K":
            amount = random.choice(practice.amounts) if practice.amounts else 1.0
            return _kept(habit, day, amount, note)
        case "P":
            return _kept(habit, day, random.choice(practice.partial_amounts), note)
        case "R":
            return Entry(habit.id, day, State.REST)
        case "N":
            return Entry(habit.id, day, State.NOT_DONE)
        case _:
            return Entry(habit.id, day)


def _kept(habit: Habit, day: date, amount: float, note: str = "") -> Entry:
    if not habit.measured:
        return Entry(habit.id, day, State.DONE, note=note)
    return Entry(habit.id, day, state_of_amount(habit, amount), amount, note)


def _pauses(today: date, practices: list[_Practice]) -> list[Pause]:
    walk = next(practice.habit for practice in practices if practice.habit.name == "Brisk walk")
    stretches = (
        (_SORE_ANKLE, walk.id, "A sore ankle"),
        (_HOLIDAY, None, "Two weeks by the sea"),
        (_ILLNESS, None, "A cold, at home"),
    )
    return [
        Pause(_identity(note), habit_id, _before(today, first), _before(today, last), note)
        for (first, last), habit_id, note in stretches
    ]


def _check_ins(today: date) -> Iterator[CheckIn]:
    random = Random("check-ins")
    for back in range(DAYS - 1, 0, -1):
        busy = _within(back, _BUSY)
        if random.random() > (0.5 if busy else 0.72) or _away(back):
            continue
        yield CheckIn(
            _before(today, back),
            energy=_answer(2.4 if busy else 3.4, random),
            mood=_answer(2.9 if busy else 3.6, random),
            strain=_answer(4.2 if busy else 2.6, random) if random.random() < 0.9 else None,
            note=random.choice(_CHECK_IN_NOTES) if random.random() < 0.08 else "",
        )
    yield CheckIn(today, energy=3, mood=4)


def _answer(middle: float, random: Random) -> int:
    return max(1, min(5, round(random.gauss(middle, 0.8))))


def _before(today: date, back: int) -> date:
    return today - timedelta(days=back)


def _within(back: int, stretch: tuple[int, int]) -> bool:
    return stretch[1] <= back <= stretch[0]


def _away(back: int) -> bool:
    return _within(back, _HOLIDAY) or _within(back, _ILLNESS)


def _identity(name: str) -> str:
    return str(UUID(int=Random(f"id of {name}").getrandbits(128), version=4))


_CHECK_IN_NOTES = (
    "Slept well, and it shows.",
    "Tired, but calm.",
    "Long day. Soup, then bed.",
    "I said no once today and it was fine.",
    "Restless until the walk.",
    "Good to have had lunch outside.",
)


def _practices(today: date) -> list[_Practice]:
    """The habits, in their order, with how each goes."""
    created = _before(today, DAYS - 1)
    plain = Habit("", "", created)

    def measured(target: float, unit: str, direction: Direction = Direction.AT_LEAST) -> Habit:
        return replace(plain, kind=Kind.MEASURED, target=target, unit=unit, direction=direction)

    practices = [
        _Practice(
            _named(
                measured(5, "min"),
                "mindfulness",
                "Sit and breathe",
                "After the first coffee, before the first client",
            ),
            _ALL_DAYS,
            chance=0.85,
            recent="KKKKKKKKOOKKKPKKKKRKOKKKKKKKK",
            today=5,
            amounts=(5, 5, 5, 5, 6, 8, 10, 12),
            partial_amounts=(2, 3, 4),
            lapse=(163, 155),
            notes=(
                "Counted breaths to ten, lost count, began again.",
                "Sat by the open window.",
                "Noisy outside, quieter inside after a while.",
                "Shoulders came down by themselves.",
            ),
        ),
        _Practice(
            _named(
                replace(measured(20, "min"), schedule=Weekdays(frozenset({1, 2, 4, 6}))),
                "movement",
                "Brisk walk",
                "When the last note is saved, through the park",
            ),
            frozenset({1, 2, 4, 6}),
            chance=0.8,
            recent="KKPKKKKPKRKKOKK",
            today=10,
            amounts=(20, 20, 22, 25, 30, 45),
            partial_amounts=(8, 10, 15),
            lapse=(252, 240),
            notes=(
                "Frost on the grass. Warm after ten minutes.",
                "Took the long way round the pond.",
                "Rain, and it did not matter.",
            ),
        ),
        _Practice(
            replace(
                _named(plain, "movement", "Evening yoga", "After supper, on the blue mat"),
                schedule=TimesPerWeek(2),
                archived=True,
            ),
            frozenset({2, 4}),
            chance=0.5,
            ends=_YOGA_GIVEN_UP,
        ),
        _Practice(
            _named(
                replace(measured(3, "breaks"), schedule=Weekdays(_WORKDAYS)),
                "boundaries",
                "Ten-minute breaks",
                "After each note, away from the desk",
            ),
            _WORKDAYS,
            chance=0.82,
            recent="KKKPKRPKKOKK",
            today=3,
            amounts=(3, 3, 3, 4, 5),
            partial_amounts=(1, 2),
            notes=("Tea in the yard.", "Looked at the sky for a bit."),
        ),
        _Practice(
            replace(
                _named(
                    plain,
                    "boundaries",
                    _STOPPED,
                    "At 18:00 I close the laptop, wherever I am",
                ),
                schedule=Weekdays(_WORKDAYS),
            ),
            _WORKDAYS,
            chance=0.76,
            recent="KKRKKKRKKNKOKK",
            lapse=(80, 71),
            notes=(
                "One note left for the morning. It can wait.",
                "Said aloud: done for today.",
            ),
        ),
        _Practice(
            _named(
                measured(1, "look", Direction.AT_MOST),
                "boundaries",
                "Work mail after supper",
                "Phone on the shelf in the hallway",
            ),
            _ALL_DAYS,
            chance=0.78,
            recent="KKKKKKPKKKOKKPKKKKOKKK",
            amounts=(0, 0, 0, 0, 1, 1),
            partial_amounts=(2, 3),
        ),
        _Practice(
            replace(
                _named(plain, "hobbies", "Watercolour", "After supper, at the kitchen table"),
                schedule=TimesPerWeek(2),
            ),
            frozenset({3, 6, 7}),
            chance=0.66,
            recent="KOKKOKOKK",
            lapse=(190, 172),
            notes=(
                "The green came out too cold; I like it anyway.",
                "Three pears and a jug.",
                "Only washes tonight. Enough.",
            ),
        ),
        _Practice(
            _named(
                replace(measured(15, "min"), schedule=Weekdays(frozenset({5, 6, 7}))),
                "hobbies",
                "Reading",
                "In bed, phone in the hallway",
            ),
            frozenset({5, 6, 7}),
            chance=0.78,
            recent="KOKKKPKKOKKPK",
            amounts=(15, 15, 20, 25, 30, 40),
            partial_amounts=(5, 8, 10),
            notes=("A chapter more than I meant to.", "Fell asleep over it, happily."),
        ),
        _Practice(
            replace(
                _named(plain, "support", "Call a colleague", "Monday lunch break"),
                schedule=Weekdays(frozenset({1})),
            ),
            frozenset({1}),
            chance=0.8,
            recent="KKOKK",
            today=1,
            notes=("We laughed a lot. I needed that.", "I asked for an ear and got one."),
        ),
        _Practice(
            replace(
                _named(plain, "support", "Supervision", "Every second Thursday, 17:00"),
                schedule=TimesInDays(1, 14),
            ),
            frozenset({4}),
            chance=0.9,
            recent="KK",
            every_other_week=True,
            notes=("Left lighter than I came.", "To try: pause before I answer."),
        ),
    ]
    return [
        replace(practice, habit=replace(practice.habit, position=position))
        for position, practice in enumerate(practices)
    ]


def _named(habit: Habit, area: str, name: str, cue: str) -> Habit:
    return replace(habit, id=_identity(name), area=area, name=name, cue=cue)
