import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcare_app.domain.area import Area
from selfcare_app.domain.checkin import CheckIn
from selfcare_app.domain.entry import Entry, Pause, State
from selfcare_app.domain.errors import BadInput
from selfcare_app.domain.habit import Direction, Habit, Kind
from selfcare_app.domain.record import Record
from selfcare_app.domain.reminder import Reminder
from selfcare_app.domain.schedule import TimesInDays, TimesPerMonth, TimesPerWeek, Weekdays
from selfcare_app.domain.setting import Setting
from selfcare_app.domain.timer import Timer
from selfcare_app.domain.value import replace
from selfcare_app.services.demo import made_up_records
from selfcare_app.services.settings import THEME
from selfcare_app.services.transfer import json_file
from selfcare_app.services.transfer.exporting import export_file
from selfcare_app.services.transfer.importing import import_file
from selfcare_app.services.transfer.json_work import WORK_SECTIONS, work_fields
from selfcare_app.services.transfer.report import Skipped
from selfcare_app.services.workspace import Workspace
from tests.services.conftest import Clock, everything
from tests.services.transfer.conftest import Import
from tests.store.test_tables import WORK_RECORDS

MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)

SIT = Habit("sit", "Sit “still” 🌿\u202e", MONDAY, cue="=1+1", notes="a\r\nb\x07", archived=True)
WALK = Habit(
    "walk",
    "הליכה",
    date(1, 1, 1),
    area="movement",
    kind=Kind.MEASURED,
    schedule=Weekdays(frozenset({1, 7})),
    target=0.1 + 0.2,
    direction=Direction.AT_MOST,
    unit="km",
    colour="#00897B",
    icon="leaf",
    position=4,
    origin="loop:1f0c",
)
EVERYTHING: list[Record] = [
    SIT,
    WALK,
    Habit("call", "Call", TUESDAY, area="own area", schedule=TimesPerWeek(2), position=2),
    Habit("rest", "Rest", TUESDAY, schedule=TimesPerMonth(4), position=2),
    Habit("swim", "Swim", TUESDAY, schedule=TimesInDays(1, 3), position=-3),
    Pause("all", None, MONDAY, TUESDAY, "By the sea"),
    Pause("one", "sit", MONDAY, MONDAY),
    Entry("sit", MONDAY, State.DONE, note="“"),
    Entry("sit", TUESDAY, State.REST),
    Entry("walk", MONDAY, State.DONE, 1 / 3),
    Entry("walk", TUESDAY, None, None, "a note alone"),
    CheckIn(MONDAY, 1, None, 5, "tired"),
    CheckIn(TUESDAY, note="fine"),
    Area("garden", "The garden 🌱", 100, "moss"),
    Reminder("evening", "sit", 20 * 60 + 15, frozenset({1, 5})),
    Timer("swim", MONDAY, 90.5, 1_795_000_000_000),
    Setting("theme", '"dark"'),
    Setting("of a later day", '{"a": [1, "\\u00fc"]}'),
    *WORK_RECORDS,
]


def exported(workspace: Workspace, path: Path) -> bytes:
    export_file(workspace, path, "json")
    return path.read_bytes()


@pytest.fixture
def document(other: Workspace, tmp_path: Path) -> dict[str, Any]:
    """An export of `EVERYTHING`, to be spoilt."""
    other.journal.add_records("All", EVERYTHING)
    found: dict[str, Any] = json.loads(exported(other, tmp_path / "whole.json"))
    return found


@pytest.fixture
def import_document(tmp_path: Path, import_here: Import) -> Callable[[object], Any]:
    def write_and_import(document: object) -> object:
        path = tmp_path / "spoilt.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        return import_here(path)

    return write_and_import


def test_an_export_goes_into_an_empty_place_and_comes_out_byte_for_byte(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    workspace.journal.add_records("All", EVERYTHING)
    first = exported(workspace, tmp_path / "first.json")

    report = import_file(other, tmp_path / "first.json", dry_run=False)

    assert everything(other) == everything(workspace)
    assert len(everything(other)) == len(EVERYTHING)
    assert exported(other, tmp_path / "second.json") == first
    assert report.as_json() == {
        "format": "selfcare-json",
        "habits": 5,
        "entries": 4,
        "skipped": [],
        "warnings": [],
    }
    assert (report.pauses, report.check_ins, report.settings) == (2, 2, 2)
    assert (report.areas, report.reminders, report.timers) == (1, 1, 1)
    assert report.work == len(WORK_RECORDS)


def test_a_whole_year_goes_over_and_nothing_is_left_out(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    workspace.journal.add_records("A year", made_up_records(workspace.today()))
    first = exported(workspace, tmp_path / "first.json")

    report = import_file(other, tmp_path / "first.json", dry_run=False)

    assert report.skipped == []
    assert exported(other, tmp_path / "second.json") == first


def test_an_export_of_nothing_is_an_export(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    first = exported(workspace, tmp_path / "first.json")

    report = import_file(other, tmp_path / "first.json", dry_run=False)

    assert (report.habits, report.entries, report.skipped) == (0, 0, [])
    assert exported(other, tmp_path / "second.json") == first


readable = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
days = st.dates(max_value=date(2026, 11, 23))


@given(
    note=readable,
    value=st.none() | st.floats(0, 1e12),
    state=st.sampled_from([State.DONE, State.NOT_DONE, None]),
    day=days,
)
def test_any_entry_comes_back_as_it_was(
    note: str, value: float | None, state: State | None, day: date, tmp_path_factory: Any
) -> None:
    entry = Entry("walk", day, state, value, note)
    path = tmp_path_factory.mktemp("export") / "entry.json"
    path.write_bytes(json_file.written([WALK, entry]))

    content = json_file.read(path, day)

    assert content.entries == [entry]
    assert [found.habit for found in content.habits] == [WALK]
    assert not content.skipped


def test_an_export_is_text_that_a_person_can_read(workspace: Workspace, tmp_path: Path) -> None:
    workspace.journal.add_records("All", [SIT, Entry("sit", MONDAY, State.DONE)])

    lines = exported(workspace, tmp_path / "all.json").decode().splitlines()

    assert lines[:3] == ["{", '"format": "selfcare",', '"version": 3,']
    assert '{"habit": "sit", "day": "2026-11-16", "state": "done", "value": null, "note": ""}' in (
        lines
    )


def test_where_two_records_disagree_the_one_here_stays_and_is_counted(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    workspace.journal.add_records("All", EVERYTHING)
    other.journal.add_records(
        "Other",
        [
            replace(SIT, name="Sit"),
            Entry("sit", MONDAY, State.REST),
            Pause("all", None, TUESDAY, TUESDAY),
            CheckIn(MONDAY, 5),
            Setting("theme", '"light"'),
        ],
    )
    exported(workspace, tmp_path / "all.json")

    report = import_file(other, tmp_path / "all.json", dry_run=False)

    stays = "different from what is here, which stays"
    assert report.skipped == [
        Skipped(what, stays, 1) for what in ("habits", "entries", "pauses", "check-ins", "settings")
    ]
    assert other.records.entry("sit", MONDAY).state is State.REST
    assert other.records.entry("sit", TUESDAY).state is State.REST
    assert other.settings.get(THEME) == "light"
    sit = other.records.habit("sit")
    assert sit is not None
    assert sit.name == "Sit"


def test_a_setting_is_taken_over_where_the_default_is_in_force(
    workspace: Workspace, import_document: Callable[[object], Any], document: dict[str, Any]
) -> None:
    import_document(document)

    assert workspace.settings.get(THEME) == "dark"


def test_habits_from_elsewhere_stand_after_those_here(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    other.journal.add_habit(Habit("", "Mine", other.today()))
    workspace.journal.add_records(
        "Two", [replace(SIT, position=1, archived=False), Habit("b", "Draw", MONDAY)]
    )
    exported(workspace, tmp_path / "all.json")

    import_file(other, tmp_path / "all.json", dry_run=False)

    assert [kept.name for kept in other.records.habits()] == ["Mine", "Draw", SIT.name]
    again = import_file(other, tmp_path / "all.json", dry_run=False)
    assert (again.habits, again.unchanged, again.skipped) == (0, 2, [])


def test_days_to_come_are_left_out_and_counted(
    workspace: Workspace, other: Workspace, clock: Clock, tmp_path: Path
) -> None:
    today = workspace.today()
    workspace.journal.add_records(
        "Today", [SIT, Entry("sit", today, State.DONE), CheckIn(today, 3), CheckIn(MONDAY, 3)]
    )
    exported(workspace, tmp_path / "all.json")
    clock.now = datetime(2026, 11, 23, 16) - timedelta(days=1)

    report = import_file(other, tmp_path / "all.json", dry_run=False)

    assert report.skipped == [
        Skipped("entries", "their day has not come yet", 1),
        Skipped("check-ins", "their day has not come yet", 1),
    ]
    assert report.check_ins == 1


@pytest.mark.parametrize(
    ("section", "spoilt"),
    [
        ("habits", "no record"),
        ("habits", {"id": ""}),
        ("habits", {"id": 7}),
        ("habits", {"name": ""}),
        ("habits", {"name": "n" * 201}),
        ("habits", {"name": "\ud800"}),
        ("habits", {"area": None}),
        ("habits", {"kind": "other"}),
        ("habits", {"schedule": "sometimes"}),
        ("habits", {"schedule": "9/5days"}),
        ("habits", {"direction": "sideways"}),
        ("habits", {"target": 5}),
        ("habits", {"target": "5"}),
        ("habits", {"kind": "measured", "direction": "at_least", "target": True}),
        ("habits", {"kind": "measured", "direction": "at_least", "target": 10**400}),
        ("habits", {"kind": "measured", "direction": "at_least", "target": float("nan")}),
        ("habits", {"position": 10**30}),
        ("habits", {"position": 1.5}),
        ("habits", {"position": True}),
        ("habits", {"created": "2026-02-30"}),
        ("habits", {"created": None}),
        ("pauses", {"id": None}),
        ("pauses", {"first": "2026-11-18"}),
        ("pauses", {"last": 5}),
        ("entries", {"state": "kept"}),
        ("entries", {"day": "yesterday"}),
        ("entries", {"value": []}),
        ("entries", {"note": {}}),
        ("check_ins", {"energy": 6}),
        ("check_ins", {"energy": True}),
        ("check_ins", {"energy": 2.0}),
        ("areas", {"title": " "}),
        ("areas", {"colour": None}),
        ("reminders", {"minute": 1440}),
        ("reminders", {"weekdays": []}),
        ("reminders", {"weekdays": 3}),
        ("timers", {"seconds": -1}),
        ("timers", {"seconds": 10**9}),
        ("timers", {"started_at": "now"}),
        ("weekday_hours", {"weekday": 8}),
        ("weekday_hours", {"hours": "9-17"}),
        ("day_hours", {"hours": None}),
        ("work_logs", {"reasons": "notes"}),
        ("work_logs", {"reasons": [5]}),
        ("work_logs", {"start": [1, 0], "end": [1, 0]}),
        ("work_logs", {"done": [1, 1440]}),
        ("work_logs", {"done": 1}),
        ("work_logs", {"done": [1, 0, 0]}),
        ("work_logs", {"snoozed": [10**15]}),
        ("activity", {"first": None}),
        ("activity", {"first": [2, 0], "last": [1, 0]}),
        ("activity", {"away": [[5, 5]]}),
        ("holds", {"kind": "nap"}),
        ("holds", {"until": [1, 0]}),
        ("fired", {"at": True}),
        ("fired", {"name": ""}),
        ("kept_by_log", {"state": "rest"}),
        ("settings", {"key": ""}),
        ("settings", {"key": "grace_days", "value": 99}),
        ("settings", {"key": "before_end", "value": 31}),
        ("settings", {"key": "grace_days", "value": True}),
        ("settings", {"key": "grace_days", "value": None}),
        ("settings", {"key": "other", "value": float("inf")}),
    ],
)
def test_a_record_that_makes_no_sense_is_left_out_and_counted(
    section: str,
    spoilt: object,
    document: dict[str, Any],
    import_document: Callable[[object], Any],
) -> None:
    # The last habit has no entries, so that nothing else goes with it.
    last = document[section][-1]
    document[section][-1] = last | spoilt if isinstance(spoilt, dict) else spoilt

    report = import_document(document)

    called = {"areas": "practice areas"} | dict.fromkeys(WORK_SECTIONS, "work days")
    what = called.get(section, section.replace("_", "-"))
    assert report.skipped == [Skipped(what, "not written as Selfcare writes them", 1)]
    assert report.habits == 5 - (section == "habits")
    assert report.entries == 4 - (section == "entries")


def test_records_that_fit_no_habit_are_left_out_and_counted(
    document: dict[str, Any], import_document: Callable[[object], Any]
) -> None:
    document["entries"] = [
        {"habit": "nobody", "day": "2026-11-16", "state": "done"},
        {"habit": "sit", "day": "2026-11-16", "state": "done", "value": 2},
        {"habit": "walk", "day": "2026-11-16", "state": "done", "value": -2},
        {"habit": "walk", "day": "2026-11-17", "state": "rest", "value": 2},
        {"habit": "sit", "day": "2026-11-18"},
        {"habit": "sit", "day": "2026-11-19", "state": "done"},
        {"habit": "sit", "day": "2026-11-19", "state": "done"},
        {"habit": "sit", "day": "2026-11-19", "state": "rest"},
    ]
    document["pauses"][1]["habit"] = "nobody"
    document["check_ins"].append({"day": "2026-11-18"})
    document["reminders"][0]["habit"] = "nobody"
    document["kept_by_log"][0]["habit"] = "nobody"
    document["timers"].append({"habit": "nobody", "day": "2026-11-16", "seconds": 1})
    document["timers"].append({"habit": "sit", "day": "2026-11-30", "seconds": 1})

    report = import_document(document)

    assert (report.entries, report.pauses, report.check_ins) == (1, 1, 2)
    assert report.skipped == [
        Skipped("entries", "their habit is not in the file", 1),
        Skipped("entries", "they do not fit their habit", 3),
        Skipped("entries", "different from what is here, which stays", 1),
        Skipped("pauses", "their habit is not in the file", 1),
        Skipped("reminders", "their habit is not in the file", 1),
        Skipped("timers", "their habit is not in the file", 1),
        Skipped("timers", "their day has not come yet", 1),
        Skipped("work days", "their habit is not in the file", 1),
    ]


def test_what_is_missing_in_a_record_has_its_default(
    workspace: Workspace, import_document: Callable[[object], Any]
) -> None:
    least = {"id": "a", "name": "A", "area": "support", "kind": "yes_no", "schedule": "daily"}
    habits = [least | {"created": "2026-11-16"}]

    report = import_document({"format": "selfcare", "version": 1, "habits": habits})

    assert report.skipped == []
    assert workspace.records.habits() == [Habit("a", "A", MONDAY, area="support")]


@pytest.mark.parametrize("version", [None, "1", 1.5])
def test_json_without_a_version_is_refused(
    version: object, import_document: Callable[[object], Any]
) -> None:
    with pytest.raises(BadInput, match="is a JSON file, but not one that Selfcare exported"):
        import_document({"format": "selfcare", "version": version})


def test_an_export_whose_parts_another_program_put_in_another_order_is_known(
    document: dict[str, Any], import_document: Callable[[object], Any]
) -> None:
    report = import_document(dict(reversed(document.items())))

    assert (report.format, report.habits, report.skipped) == ("selfcare-json", 5, [])


def test_an_export_of_a_newer_selfcare_is_refused(
    document: dict[str, Any], workspace: Workspace, import_document: Callable[[object], Any]
) -> None:
    with pytest.raises(BadInput, match="exported by a newer Selfcare; install that one"):
        import_document(document | {"version": 4})
    assert everything(workspace) == []


def test_only_records_of_work_days_are_written_as_such() -> None:
    with pytest.raises(TypeError, match="Habit is no record of a work day"):
        work_fields(SIT)


def test_a_section_that_is_no_list_is_refused(
    document: dict[str, Any], workspace: Workspace, import_document: Callable[[object], Any]
) -> None:
    with pytest.raises(BadInput, match="is damaged or incomplete"):
        import_document(document | {"entries": 5})
    assert everything(workspace) == []


@pytest.mark.parametrize(
    "content",
    [
        b"{" + b'"a":{' * 100_000,
        b"[" * 100_000,
        b'{"a": \xe4}',
        b'{"a": ' + b"9" * 10_000 + b"}",
        b'{"habits": [], "habits": []}',
    ],
    ids=["endless depth", "endless lists", "Latin-1", "an endless number", "a name twice"],
)
def test_json_that_cannot_be_read_is_refused(
    content: bytes, tmp_path: Path, import_here: Import
) -> None:
    (tmp_path / "all.json").write_bytes(content)

    with pytest.raises(BadInput, match="is damaged or incomplete"):
        import_here(tmp_path / "all.json")


def test_an_editors_mark_and_line_ends_do_not_matter(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    workspace.journal.add_records("All", EVERYTHING)
    content = exported(workspace, tmp_path / "all.json").decode()
    saved = "\ufeff\r\n" + content.replace("\n", "\r\n")
    (tmp_path / "saved.json").write_bytes(saved.encode())

    import_file(other, tmp_path / "saved.json", dry_run=False)

    assert everything(other) == everything(workspace)
